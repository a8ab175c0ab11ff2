/** The files in docs/deploy and the Dockerfile agree with the program. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '@rostrum/server/doors/config'
import { openRedisLog } from '@rostrum/server/engine/log/redis'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { startCompiledServer } from '../support/compiled-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'

const root = join(import.meta.dirname, '../..')
const readFile = (path: string): string => readFileSync(join(root, path), 'utf8')

type Service = {
  readonly image?: string
  readonly build?: { readonly context: string }
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, object>>
  readonly stop_grace_period?: string
}

describe('the deployment files', () => {
  const deploy = 'docs/deploy'
  const compose = parse(readFile(`${deploy}/compose.yaml`), { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>
    readonly volumes: object
  }
  const { services } = compose
  const dockerfile = readFile('Dockerfile')
  const nginx = readFile(`${deploy}/nginx.conf`)
  const unit = readFile(`${deploy}/rostrum.service`)
  /** The time in seconds that the program allows for an orderly shutdown. */
  const grace = Number(/const grace = ([\d_]+)/.exec(readFile('server/src/serve.ts'))?.[1]?.replace('_', '')) / 1000

  test('the compose file: a Redis, two nodes, a proxy; every file and service that it names exists', () => {
    expect(Object.keys(services)).toEqual(['redis', 'node-1', 'node-2', 'proxy'])
    for (const { build, volumes = [], depends_on = {} } of Object.values(services)) {
      if (build) expect(existsSync(join(root, deploy, build.context, 'Dockerfile'))).toBe(true)
      for (const [from = ''] of volumes.map((volume) => volume.split(':')))
        expect(from.startsWith('.') ? existsSync(join(root, deploy, from)) : Object.hasOwn(compose.volumes, from)).toBe(true)
      for (const name of Object.keys(depends_on)) expect(Object.keys(services)).toContain(name)
    }
    expect(services['node-1']?.build).toBeDefined()
    expect(services['node-2']?.image).toBe(services['node-1']?.image)
  })

  test.each(['node-1', 'node-2'])('%s has a valid configuration, and time for an orderly shutdown', (name) => {
    const { environment = {}, stop_grace_period = '' } = services[name] ?? {}
    const set = Object.entries(environment).map(([key, value]) => [key, value.replace(/\$\{\w+:-([^}]*)\}/, '$1')])
    expect(parseConfig(Object.fromEntries(set), '/')).toMatchObject({ redisUrl: 'redis://redis:6379', publicUrl: 'http://localhost:8080' })
    expect(Number.parseInt(stop_grace_period, 10)).toBeGreaterThan(grace)
  })

  if (hasRedis())
    test('its Redis, with these options, does not lose confirmed commits', async () => {
      const [program, ...options] = services['redis']?.command ?? []
      expect(program).toBe('redis-server')
      const redis = await RedisServer.start(options)
      const log = await openRedisLog(redis.source, { volatile: false })
      expect(log.profile).toBe('redis R1')
      await log.close()
      await redis.stop()
    })

  test('the proxy uses both nodes on their port, forwards WebSocket connections, and listens on the port of the compose file', () => {
    expect([...nginx.matchAll(/^\s+server (\S+):(\d+) /gm)].map(([, host, port]) => `${host}:${port}`)).toEqual([
      'node-1:3000',
      'node-2:3000',
      'node-1:3000',
      'node-2:3000',
    ])
    // Long polling stays on one node, by the route that each screen sends.
    expect(nginx).toMatch(/polling polled_nodes;[\s\S]*proxy_pass http:\/\/\$nodes;/)
    expect(nginx).toMatch(/upstream polled_nodes \{\s+hash \$arg_route consistent;/)
    expect(/ROSTRUM_PORT=(\d+)/.exec(dockerfile)?.[1]).toBe('3000')
    const port = /^\s+listen (\d+);/m.exec(nginx)?.[1]
    expect(services['proxy']?.ports).toEqual([`8080:${port}`])
    // A node that restarts must get its screens back at once.
    expect(nginx.match(/max_fails=0;/g)).toHaveLength(4)
    for (const header of ['Upgrade $http_upgrade', 'Connection $connection_upgrade', 'Host $http_host', 'X-Forwarded-For $remote_addr'])
      expect(nginx).toContain(`proxy_set_header ${header};`)
    expect(nginx.split('{').length).toBe(nginx.split('}').length)
  })

  test('the image: official bases by name and version, an unprivileged user, and only files that exist', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base ?? '')
    for (const base of [...bases, ...Object.values(services).map(({ image = '' }) => image)]) expect(base).toMatch(/^[a-z]+(:[\w.-]+)?$/)
    const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, from]) => from?.split(' ') ?? [])
    expect(copied).toContain('server')
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([])
    const admitted = readFile('.dockerignore')
    expect(copied.filter((path) => !admitted.includes(`\n!${path}\n`))).toEqual([])
    const kept = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path]) => path ?? '')
    expect(kept.filter((path) => !existsSync(join(root, path)))).toEqual([])
    const started = /^ENTRYPOINT \["node", "([^"]+)"\]$/m.exec(dockerfile)?.[1] ?? ''
    expect(existsSync(join(root, started))).toBe(true)
    expect(dockerfile.lastIndexOf('\nUSER node')).toBeGreaterThan(dockerfile.lastIndexOf('\nCOPY'))
    const set = Object.fromEntries(
      (/^ENV (.+)$/m.exec(dockerfile)?.[1] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
    )
    expect(parseConfig(set, '/')).toMatchObject({ host: '0.0.0.0', port: 3000, data: '/data' })
  })

  test("the image's health check succeeds with a server and fails without one", async () => {
    const check = JSON.parse(/CMD (\["node", "-e".+\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[]
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-check-'))
    const compiledServer = await startCompiledServer({ ROSTRUM_DATA: folder })
    const port = new URL(compiledServer.startupLinks.url).port
    expect(await runToExit(check, port)).toBe(0)
    await compiledServer.end()
    expect(await runToExit(check, port)).toBe(1)
    await rm(folder, { recursive: true, force: true })
  })

  test('the unit starts an existing file with a valid configuration, and leaves time for an orderly shutdown', () => {
    const started = /^ExecStart=\/usr\/bin\/node (\S+) --quiet$/m.exec(unit)?.[1] ?? ''
    expect(existsSync(join(root, started))).toBe(true)
    const set = Object.fromEntries(
      (/^Environment=(.+)$/m.exec(unit)?.[1] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
    )
    expect(parseConfig(set, '/').data).toBe('/var/lib/rostrum')
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(grace)
  })
})

async function runToExit([, ...args]: readonly string[], port: string): Promise<number | null> {
  const [code] = await once(spawn(process.execPath, args, { env: { ROSTRUM_PORT: port } }), 'exit')
  return code as number | null
}
