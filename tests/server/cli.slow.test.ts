/** The compiled command line on the real stores. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyLog } from '@rostrum/server/doors/cli/verify'
import { chainCommits } from '@rostrum/server/engine/log/chain'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startCompiledServer } from '../support/compiled-server.ts'
import { allPeople } from '../support/fixtures.ts'
import { getSecret } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { findLink, readId, runCli } from '../support/rostrum-cli.ts'
import { createLog, loadSession, sessionId } from '../support/session-harness.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'rostrum-cli-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const getEnvironment = () => ({ ROSTRUM_DATA: data })
const enterByLink = async (url: string, link: string | undefined): Promise<object> => {
  const body = JSON.stringify({ link: getSecret(link) })
  const answer = await fetch(`${url}/api/tickets`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return { status: answer.status, ...((await answer.json()) as object) }
}

const planText = `
title: "Short list"
place: Hall
timeZone: UTC
startsAt: 2030-01-01T10:00:00Z
endsAt: 2030-01-01T11:00:00Z
groups: [{ id: all, label: Everybody, mark: circle }]
segments: [{ id: one, kind: topic, title: One, minutes: 7 }]
`

describe('rostrum', () => {
  test('help names every command', async () => {
    const result = await runCli({}, 'help')
    expect(result.code).toBe(0)
    for (const name of ['new <', 'links <', 'roster <', 'organizers [', 'tokens [', 'verify <', 'help'])
      expect(result.output).toContain(`rostrum ${name}`)
    expect(await runCli({})).toEqual(result)
  })

  test.each([
    [['destroy'], 'There is no command "destroy". Commands: new, sessions, links, roster, organizers, tokens, verify, '],
    [['constructor'], 'There is no command "constructor".'],
    [['new'], 'Usage: rostrum new'],
    [['new', 'nothing.yaml'], 'There is no template or file named "nothing.yaml".'],
    [['new', 'wsis-at-20', '--starts', 'soon'], '--starts must be a time such as 2030-05-06T09:00:00+02:00.'],
    [['new', 'wsis-at-20', '--ends', 'x'], 'Usage: rostrum new'],
    [['verify'], 'Usage: rostrum verify'],
    [['verify', 'one', '--all'], 'Usage: rostrum verify'],
    [['links'], 'Usage: rostrum links'],
    [['links', 'one'], 'There is no store in '],
    [['roster', 'one'], 'Usage: rostrum roster'],
    [['roster', 'one', 'nobody.csv'], 'There is no file "nobody.csv".'],
    [['roster', 'one', '/dev/null', '--column', 'role=Chair'], '--column "role=Chair" must be a field and a header'],
    [['roster', 'one', '/dev/null', '--column', 'entity'], '--column "entity" must be a field and a header'],
    [['roster', 'one', '/dev/null', '--import'], 'Usage: rostrum roster'],
    [['roster', 'one', '/dev/null'], 'There is no store in '],
    [['organizers'], 'There is no store in '],
    [['organizers', 'new'], 'Usage: rostrum organizers'],
    [['organizers', 'new', '--all'], 'Usage: rostrum organizers'],
    [['organizers', 'new', ' '], 'The name of an organizer must be one line'],
    [['organizers', 'end'], 'Usage: rostrum organizers'],
    [['organizers', 'end', 'one', 'two'], 'Usage: rostrum organizers'],
    [['tokens'], 'There is no store in '],
    [['tokens', 'new'], 'Usage: rostrum tokens'],
    [['tokens', 'new', '--all'], 'Usage: rostrum tokens'],
    [['tokens', 'new', ' '], 'The name of a token must be one line'],
    [['tokens', 'revoke'], 'Usage: rostrum tokens'],
    [['tokens', 'list', 'all'], 'Usage: rostrum tokens'],
    [['verify', '--all'], 'There is no store in '],
  ] as const)('%j: a helpful message, exit 1, and nothing is created', async (args, line) => {
    const result = await runCli(getEnvironment(), ...args)
    expect([result.code, result.output]).toEqual([1, ''])
    expect(result.errors).toContain(line)
    expect(result.errors).not.toMatch(/^\s+at /m)
  })

  test('reports errors in the configuration as the server does', async () => {
    const result = await runCli({ ROSTRUM_PORT: 'x' }, 'verify', '--all')
    expect(result).toEqual({
      code: 1,
      output: '',
      errors: 'The configuration has errors: ROSTRUM_PORT must be a port number (0 to 65535).\n',
    })
  })
})

describe('new and links', () => {
  test('create a session that the server then serves at those links', async () => {
    const made = await runCli(getEnvironment(), 'new', 'wsis-at-20', '--starts', '2030-05-06T09:00:00+02:00')
    expect(made).toMatchObject({ code: 0, errors: '' })
    const id = readId(made.output)
    const links = await runCli({ ...getEnvironment(), ROSTRUM_PUBLIC_URL: 'https://r.example.org' }, 'links', id)
    expect(links.code).toBe(0)
    for (const name of ['Organizer', 'Chair', 'Secretariat', 'Panel', 'Room screen', 'Join code'])
      expect(findLink(links.output, name)).toContain('https://r.example.org/')
    const compiledServer = await startCompiledServer(getEnvironment())
    expect(await enterByLink(compiledServer.startupLinks.url, findLink(links.output, 'Chair'))).toMatchObject({
      status: 200,
      role: 'chair',
      session: id,
    })
    const organizerRequest = { headers: { authorization: `Bearer ${getSecret(findLink(links.output, 'Organizer'))}` } }
    const { sessions } = (await (await fetch(`${compiledServer.startupLinks.url}/api/sessions`, organizerRequest)).json()) as {
      sessions: object[]
    }
    expect(sessions).toMatchObject([{ id, startsAt: Date.parse('2030-05-06T07:00:00Z') }])
    const busy = await runCli(getEnvironment(), 'tokens', 'new', 'A program')
    expect([busy.code, busy.output]).toEqual([1, ''])
    expect(busy.errors).toMatch(
      /^The data directory .* is in use by another Rostrum\..* work at any time, and the others only while no server is running/,
    )
    await compiledServer.end()
    expect((await runCli(getEnvironment(), 'verify', '--all')).output).toMatch(new RegExp(`^${id}: ok, \\d+ commits, head [0-9a-f]{64}\n$`))
  })

  test('a plan file creates a session; if it has errors, all are reported and nothing is created', async () => {
    const path = join(data, 'Ma réunion.session.yaml')
    await writeFile(path, planText)
    const made = await runCli(getEnvironment(), 'new', path)
    expect(readId(made.output)).toMatch(/^ma-r-union-[0-9a-f]{12}$/)
    await writeFile(path, planText.replace('UTC', 'Nowhere').replace('minutes: 7', 'minutes: 0'))
    const faulty = await runCli(getEnvironment(), 'new', path)
    expect([faulty.code, faulty.output]).toEqual([1, ''])
    expect(faulty.errors).toMatch(/has errors:\n.*timeZone: .*\n.*segments\.0\.minutes: /s)
    expect((await runCli(getEnvironment(), 'verify', '--all')).output.trim().split('\n')).toHaveLength(1)
    const none = await runCli(getEnvironment(), 'links', 'other')
    expect(none.errors).toBe(`There is no session "other". Sessions: ${readId(made.output)}.\n`)
  })
})

describe('verify', () => {
  const rows = async (change: (entries: Map<number, string>) => void): Promise<void> => {
    const environment = await LmdbEnvironment.open(data)
    const entryTable = environment.open<string, [string, number]>('log', 'string')
    const all = [...entryTable.getRange({})].map(({ key, value }) => ({ key, value }))
    const entries = new Map(all.map(({ key, value }) => [key[1], value]))
    change(entries)
    await environment.write(() =>
      all.map(({ key }) => {
        const value = entries.get(key[1])
        return value === undefined ? entryTable.remove(key) : entryTable.put(key, value)
      }),
    )
    await environment.close()
  }
  let id: string
  beforeEach(async () => {
    const compiledServer = await startCompiledServer(getEnvironment())
    id = compiledServer.startupLinks.session
    await compiledServer.end()
  })

  test.each([
    [
      'a changed letter',
      2,
      (entries: Map<number, string>) => void entries.set(2, (entries.get(2) ?? '').replace('Chair', 'Chain')),
      'it is not what was written, or not what belongs there',
    ],
    [
      'a missing commit',
      1,
      (entries: Map<number, string>) => void entries.delete(1),
      'it is not what was written, or not what belongs there',
    ],
    [
      'a commit that replaces another one',
      2,
      (entries: Map<number, string>) => void entries.set(2, entries.get(1) ?? ''),
      'it is not what was written, or not what belongs there',
    ],
  ])('%s is found, with its revision', async (_, revision, change, what) => {
    await rows(change)
    expect(await runCli(getEnvironment(), 'verify', id)).toEqual({
      code: 1,
      output: `${id}: ERROR at commit ${revision}: ${what}\n`,
      errors: '',
    })
    expect((await runCli(getEnvironment(), 'verify', '--all')).code).toBe(1)
  })

  test('a truncated log is found by comparing with a recorded head', async () => {
    const before = await runCli(getEnvironment(), 'verify', id)
    const head = /head (\w+)/.exec(before.output)?.[1] ?? ''
    expect((await runCli(getEnvironment(), 'verify', id, '--head', head)).code).toBe(0)
    await rows((entries) => void entries.delete(Math.max(...entries.keys())))
    expect((await runCli(getEnvironment(), 'verify', id)).code).toBe(0)
    const cut = await runCli(getEnvironment(), 'verify', id, '--head', head)
    expect([cut.code, cut.output]).toEqual([1, `${id}: ERROR at commit 2: the log ends before it and does not contain the head ${head}\n`])
  })

  test('a command that is in the log twice is found', async () => {
    const log = await createLog(openMemoryLog())
    const session = await loadSession(log)
    await session.admit(allPeople, 'everybody' as never)
    await session.close()
    const commits = await log.read(sessionId, revisionZero)
    const [first, last] = [commits[0], commits.at(-1)]
    if (!first || !last) throw new Error('nothing there')
    expect(await verifyLog(log, sessionId)).toEqual({ ok: true, commits: 2, head: last.chain })
    await log.append(sessionId, last.revision, chainCommits(last.chain, [{ ...last, revision: (last.revision + 1) as never }]))
    expect(await verifyLog(log, sessionId)).toMatchObject({ ok: false, revision: 3, problem: 'command everybody is in the log twice' })
  })
})

describe.runIf(hasRedis())('on Redis', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await RedisServer.start()
  })
  afterAll(() => redis.stop())

  test('all commands work while a server runs', async () => {
    const there = { ROSTRUM_REDIS_URL: redis.url }
    const compiledServer = await startCompiledServer(there)
    const made = await runCli(there, 'new', 'wsis-at-20')
    const id = readId(made.output)
    const links = await runCli(there, 'links', id)
    expect(await enterByLink(compiledServer.startupLinks.url, findLink(links.output, 'Secretariat'))).toMatchObject({
      status: 200,
      role: 'secretariat',
      session: id,
    })
    const all = await runCli(there, 'verify', '--all')
    expect(all.code).toBe(0)
    expect(
      all.output
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual([compiledServer.startupLinks.session, id].sort())
    await compiledServer.end()
  })

  test('an unreachable Redis: one line, exit 1', async () => {
    const result = await runCli({ ROSTRUM_REDIS_URL: 'redis://:hidden@127.0.0.1:1' }, 'verify', '--all')
    expect([result.code, result.output]).toEqual([1, ''])
    expect(result.errors).toMatch(/^Redis cannot be reached \(ECONNREFUSED\)\. .*\n$/)
  })
})
