/** docs/operating.md and the files in docs/deploy agree with the program. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, environmentVariables, parseConfig } from '@rostrum/server/config'
import { LmdbEnvironment } from '@rostrum/server/log/lmdb-environment'
import { openRedisLog } from '@rostrum/server/log/redis'
import { openLmdbStore } from '@rostrum/server/store/lmdb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { runToEnd, startCompiledServer } from '../support/compiled-server.ts'
import { freePort } from '../support/free-port.ts'
import { startInProcessServer } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { runCli } from '../support/rostrum-cli.ts'

const root = join(import.meta.dirname, '../..')
const readFile = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = readFile('docs/operating.md')
/** The cells of the table whose first heading starts with this text, by row. */
const readTable = (head: string): readonly (readonly string[])[] => {
  const lines = page.split('\n')
  const from = lines.findIndex((line) => line.startsWith(`| ${head}`))
  const rows = lines.slice(from + 2)
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows.slice(0, end).map((line) =>
    line
      .slice(2, -2)
      .split(/ (?<!\\)\| /)
      .map((cell) => cell.trim()),
  )
}
const stripBackticks = (cell = ''): string => cell.replaceAll('`', '')

const getConfigError = (set: Readonly<Record<string, string>>): string => {
  try {
    return `none: ${parseConfig(set, '/').port}`
  } catch (error) {
    return (error as Error).message
  }
}

describe('the variables', () => {
  const rows = readTable('variable')

  test('are all on the page, in the order of the program', () => {
    expect(rows.map(([name]) => stripBackticks(name))).toEqual(environmentVariables)
  })

  test.each(rows.map(([name, fallback]) => [stripBackticks(name), stripBackticks(fallback)] as const))(
    '%s has the default %s',
    (name, fallback) => {
      const plain = parseConfig({}, '/srv')
      if (fallback !== '—') expect(parseConfig({ [name]: fallback }, '/srv')).toEqual(plain)
      else expect(plain[camel(name)]).toBeNull()
    },
  )
  const camel = (name: string): keyof Config =>
    name
      .slice(8)
      .toLowerCase()
      .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as keyof Config

  const wrong = rows.filter(([, , , value]) => value !== '—')
  test('all except the data directory can have an invalid value', () => {
    expect(rows.filter((row) => !wrong.includes(row)).map(([name]) => stripBackticks(name))).toEqual(['ROSTRUM_DATA'])
  })
  test.each(wrong.map(([name, , , value, text]) => [stripBackticks(name), stripBackticks(value), text ?? ''] as const))(
    '%s=%s gives the message on the page',
    (name, value, text) => {
      expect(getConfigError({ [name]: value })).toBe(text)
    },
  )

  test('documents and deployment files name no other variable', () => {
    const places = ['README.md', 'docs/operating.md', 'Dockerfile', 'docs/deploy/compose.yaml', 'docs/deploy/rostrum.service']
    const named = places.flatMap((path) => readFile(path).match(/ROSTRUM_[A-Z_]*[A-Z]/g) ?? [])
    expect([...new Set(named)].filter((name) => !environmentVariables.includes(name))).toEqual([])
  })
})

describe('a start that fails', () => {
  let data: string
  beforeEach(async () => {
    data = join(await mkdtemp(join(tmpdir(), 'rostrum-says-')), 'data')
  })
  afterEach(() => rm(join(data, '..'), { recursive: true, force: true }))

  const run = async (variables: Readonly<Record<string, string>> = {}, ...args: readonly string[]): Promise<string> => {
    const { code, errors } = await runToEnd({ ROSTRUM_DATA: data, ...variables }, args)
    expect(code).toBe(1)
    return errors
  }
  const withTaken = async (use: (port: string) => Promise<string>): Promise<string> => {
    const port = await freePort()
    const holder = createServer().listen(port, '127.0.0.1')
    await once(holder, 'listening')
    return await use(String(port)).finally(() => holder.close())
  }
  const provoked: Readonly<Record<string, () => Promise<string>>> = {
    'the port is taken': () => withTaken((port) => run({ ROSTRUM_PORT: port })),
    'the metrics port is taken': () => withTaken((port) => run({ ROSTRUM_METRICS: port })),
    'the address is not one of this machine': () => run({ ROSTRUM_HOST: '192.0.2.1' }),
    'another Rostrum uses the folder': async () => {
      const first = await startCompiledServer({ ROSTRUM_DATA: data })
      return await run().finally(() => first.end())
    },
    'the folder is a file, or is not writable': async () => {
      await writeFile(data, 'a file')
      return await run()
    },
    'the file of the store is damaged': async () => {
      await mkdir(data)
      await writeFile(join(data, 'rostrum.lmdb'), 'x'.repeat(9000))
      return await run()
    },
    'a table of the store is damaged': async () => {
      const store = openLmdbStore(await LmdbEnvironment.open(data))
      await store.put('sessions', 'hall', { createdAt: 'noon' })
      await store.close()
      return await run()
    },
    'a log is damaged': async () => {
      const compiledServer = await startCompiledServer({ ROSTRUM_DATA: data })
      await compiledServer.end()
      const environment = await LmdbEnvironment.open(data)
      const log = environment.open<string, [string, number]>('log', 'string')
      await environment.write(() => [log.put([compiledServer.startupLinks.session, 1], `${'0'.repeat(64)}{}`)])
      await environment.close()
      return await run()
    },
    'Redis does not answer': () => run({ ROSTRUM_REDIS_URL: 'redis://127.0.0.1:1' }),
    'no Sentinel answers': () => run({ ROSTRUM_REDIS_URL: 'redis://rostrum', ROSTRUM_REDIS_SENTINELS: '127.0.0.1:1' }),
    'an unknown option': () => run({}, '--jsn'),
  }
  const rows = readTable('problem').map(([problem, text]) => [problem ?? '', text ?? ''] as const)
  const onRedis = 'Redis could lose data'

  test('every problem on the page is tested', () => {
    expect(rows.map(([problem]) => problem).filter((problem) => problem !== onRedis)).toEqual(Object.keys(provoked))
  })
  const makePattern = (text: string) =>
    new RegExp(
      `^${text
        .split('…')
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.+')}\n$`,
    )
  test.each(rows.filter(([problem]) => problem !== onRedis))('%s', async (problem, text) => {
    expect(await provoked[problem]?.()).toMatch(makePattern(text))
  })
  test.runIf(hasRedis())(onRedis, async () => {
    const redis = await RedisServer.start(['--appendonly', 'no'])
    expect(await run({ ROSTRUM_REDIS_URL: redis.url }).finally(() => redis.stop())).toMatch(
      makePattern(rows.find(([problem]) => problem === onRedis)?.[1] ?? ''),
    )
  })
})

describe('the metrics and the commands', () => {
  test('all metrics are on the page, and no others', async () => {
    const server = await startInProcessServer({ metrics: '0' })
    const text = await (await fetch(`http://127.0.0.1:${server.app.getMetricsPort()}/metrics`)).text()
    await server.close()
    const exported = [...text.matchAll(/^# HELP (rostrum_\w+)/gm)].map(([, name]) => name)
    const named = readTable('metric').flatMap(([names]) => (names ?? '').match(/rostrum_\w+/g) ?? [])
    expect(named.toSorted()).toEqual(exported.toSorted())
  })

  test('all commands of the command line are on the page as help shows them', async () => {
    const { output } = await runCli({}, 'help')
    const usages = [...output.matchAll(/^ {2}(rostrum \S.*?) {2,}/gm)].map(([, usage]) => usage)
    const named = [...page.matchAll(/^\| `(rostrum [^`]+)`/gm)].map(([, usage]) => usage?.replaceAll('\\|', '|'))
    expect(named).toEqual(usages)
  })
})

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
  /** The time in seconds that the program allows for an orderly end. */
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

  test.each(['node-1', 'node-2'])('%s has a valid configuration, and time for an orderly end', (name) => {
    const { environment = {}, stop_grace_period = '' } = services[name] ?? {}
    const set = Object.entries(environment).map(([key, value]) => [key, value.replace(/\$\{\w+:-([^}]*)\}/, '$1')])
    expect(parseConfig(Object.fromEntries(set), '/')).toMatchObject({ redisUrl: 'redis://redis:6379', publicUrl: 'http://localhost:8080' })
    expect(Number.parseInt(stop_grace_period, 10)).toBeGreaterThan(grace)
  })

  test.runIf(hasRedis())('its Redis, with these options, does not lose confirmed commits', async () => {
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
    // Long polling stays at one node, by the word that each screen sends.
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

  test('the unit starts an existing file with a valid configuration, and leaves time for an orderly end', () => {
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
