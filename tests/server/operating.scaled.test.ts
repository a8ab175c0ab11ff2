/** docs/operating.md agrees with the program. */

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cliCommands } from '@rostrum/server/doors/cli/commands'
import { type Config, environmentVariables, parseConfig } from '@rostrum/server/doors/config'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import { openLmdbStore } from '@rostrum/server/engine/store/lmdb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runToEnd, startCompiledServer } from '../support/compiled-server.ts'
import { freePort } from '../support/free-port.ts'
import { startInProcessServer } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { runCli } from '../support/rostrum-cli.ts'

const root = join(import.meta.dirname, '../..')
const readFile = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = readFile('docs/operating.md')
/** Returns the cells of the table whose first heading starts with this text, by row. */
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
  test('can all have an invalid value, except the data directory', () => {
    expect(rows.filter((row) => !wrong.includes(row)).map(([name]) => stripBackticks(name))).toEqual(['ROSTRUM_DATA'])
  })
  test.each(wrong.map(([name, , , value, text]) => [stripBackticks(name), stripBackticks(value), text ?? ''] as const))(
    '%s=%s gives the message on the page',
    (name, value, text) => {
      expect(getConfigError({ [name]: value })).toBe(text)
    },
  )

  test('are the only ones that documents and deployment files name', () => {
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
  if (hasRedis())
    test(onRedis, async () => {
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
    const usages = [...Object.values(cliCommands).map(({ usage }) => usage), 'help'].map((usage) => `rostrum ${usage}`)
    const { output } = await runCli({}, 'help')
    const shown = output.replace(/\s+/g, ' ')
    expect(usages.filter((usage) => !shown.includes(usage))).toEqual([])
    const named = [...page.matchAll(/^\| `(rostrum [^`]+)`/gm)].map(([, usage]) => usage?.replaceAll('\\|', '|'))
    expect(named).toEqual(usages)
  })
})
