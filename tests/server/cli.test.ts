/** The command line, compiled, on the real stores. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { proved } from '@rostrum/server/cli/verify'
import { linked } from '@rostrum/server/log/chain'
import { Environment } from '@rostrum/server/log/lmdb-environment'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { noRevision } from '@rostrum/shared/contract/ids'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serve } from '../support/compiled-server.ts'
import { everybody } from '../support/fixtures.ts'
import { secretIn } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { idIn, linkOf, rostrum } from '../support/rostrum-cli.ts'
import { foundedLog, openLine, sessionId } from '../support/session-harness.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'rostrum-cli-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const here = () => ({ ROSTRUM_DATA: data })
const enter = async (url: string, link: string | undefined): Promise<object> => {
  const body = JSON.stringify({ link: secretIn(link) })
  const answer = await fetch(`${url}/api/tickets`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return { status: answer.status, ...((await answer.json()) as object) }
}

const file = `
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
    const said = await rostrum({}, 'help')
    expect(said.code).toBe(0)
    for (const name of ['new <', 'links <', 'roster <', 'tokens [', 'verify <', 'help']) expect(said.output).toContain(`rostrum ${name}`)
    expect(await rostrum({})).toEqual(said)
  })

  test.each([
    [['destroy'], 'There is no command "destroy". There are: new, links, roster, tokens, verify'],
    [['constructor'], 'There is no command "constructor".'],
    [['new'], 'Usage: rostrum new'],
    [['new', 'nothing.yaml'], 'There is no template and no file "nothing.yaml".'],
    [['new', 'wsis-at-20', '--starts', 'soon'], '--starts is not a time such as 2030-05-06T09:00:00+02:00.'],
    [['new', 'wsis-at-20', '--ends', 'x'], 'Usage: rostrum new'],
    [['verify'], 'Usage: rostrum verify'],
    [['verify', 'one', '--all'], 'Usage: rostrum verify'],
    [['links'], 'Usage: rostrum links'],
    [['links', 'one'], 'There is no store in '],
    [['roster', 'one'], 'Usage: rostrum roster'],
    [['roster', 'one', 'nobody.csv'], 'There is no file "nobody.csv".'],
    [['roster', 'one', '/dev/null', '--column', 'role=Chair'], '--column "role=Chair" is not a field with a header'],
    [['roster', 'one', '/dev/null', '--column', 'entity'], '--column "entity" is not a field with a header'],
    [['roster', 'one', '/dev/null', '--import'], 'Usage: rostrum roster'],
    [['roster', 'one', '/dev/null'], 'There is no store in '],
    [['tokens'], 'There is no store in '],
    [['tokens', 'new'], 'Usage: rostrum tokens'],
    [['tokens', 'new', '--all'], 'Usage: rostrum tokens'],
    [['tokens', 'new', ' '], 'The name of a token is one line'],
    [['tokens', 'revoke'], 'Usage: rostrum tokens'],
    [['tokens', 'list', 'all'], 'Usage: rostrum tokens'],
    [['verify', '--all'], 'There is no store in '],
  ] as const)('%j: a line that helps, exit 1, and nothing is made', async (args, line) => {
    const said = await rostrum(here(), ...args)
    expect([said.code, said.output]).toEqual([1, ''])
    expect(said.errors).toContain(line)
    expect(said.errors).not.toMatch(/^\s+at /m)
  })

  test('says what is wrong with the configuration, as the server does', async () => {
    const said = await rostrum({ ROSTRUM_PORT: 'x' }, 'verify', '--all')
    expect(said).toEqual({ code: 1, output: '', errors: 'The configuration has faults: ROSTRUM_PORT is not a port (0 to 65535).\n' })
  })
})

describe('new and links', () => {
  test('make a session that the server then serves by those links', async () => {
    const made = await rostrum(here(), 'new', 'wsis-at-20', '--starts', '2030-05-06T09:00:00+02:00')
    expect(made).toMatchObject({ code: 0, errors: '' })
    const id = idIn(made.output)
    const links = await rostrum({ ...here(), ROSTRUM_PUBLIC_URL: 'https://r.example.org' }, 'links', id)
    expect(links.code).toBe(0)
    for (const name of ['Organizer', 'Chair', 'Secretariat', 'Panel', 'Room screen', 'Join code'])
      expect(linkOf(links.output, name)).toContain('https://r.example.org/')
    const served = await serve(here())
    expect(await enter(served.given.url, linkOf(links.output, 'Chair'))).toMatchObject({ status: 200, role: 'chair', session: id })
    const desk = { headers: { authorization: `Bearer ${secretIn(linkOf(links.output, 'Organizer'))}` } }
    const { sessions } = (await (await fetch(`${served.given.url}/api/sessions`, desk)).json()) as { sessions: object[] }
    expect(sessions).toMatchObject([{ id, startsAt: Date.parse('2030-05-06T07:00:00Z') }])
    const busy = await rostrum(here(), 'verify', id)
    expect([busy.code, busy.output]).toEqual([1, ''])
    expect(busy.errors).toMatch(/^The data directory .* is in use by another Rostrum\..* this works while no server runs/)
    await served.end()
    expect((await rostrum(here(), 'verify', '--all')).output).toMatch(new RegExp(`^${id}: ok, \\d+ commits, head [0-9a-f]{64}\n$`))
  })

  test('from a session file; one with faults is refused with all of them and nothing is made', async () => {
    const path = join(data, 'Ma réunion.session.yaml')
    await writeFile(path, file)
    const made = await rostrum(here(), 'new', path)
    expect(idIn(made.output)).toMatch(/^ma-r-union-[0-9a-f]{12}$/)
    await writeFile(path, file.replace('UTC', 'Nowhere').replace('minutes: 7', 'minutes: 0'))
    const faulty = await rostrum(here(), 'new', path)
    expect([faulty.code, faulty.output]).toEqual([1, ''])
    expect(faulty.errors).toMatch(/has faults:\n.*timeZone: .*\n.*segments\.0\.minutes: /s)
    expect((await rostrum(here(), 'verify', '--all')).output.trim().split('\n')).toHaveLength(1)
    const none = await rostrum(here(), 'links', 'other')
    expect(none.errors).toBe(`There is no session "other". There are: ${idIn(made.output)}.\n`)
  })
})

describe('verify', () => {
  const rows = async (change: (entries: Map<number, string>) => void): Promise<void> => {
    const environment = await Environment.open(data)
    const kept = environment.open<string, [string, number]>('log', 'string')
    const all = [...kept.getRange({})].map(({ key, value }) => ({ key, value }))
    const entries = new Map(all.map(({ key, value }) => [key[1], value]))
    change(entries)
    await environment.write(() => {
      for (const { key } of all) {
        const value = entries.get(key[1])
        if (value === undefined) kept.remove(key)
        else kept.put(key, value)
      }
    })
    await environment.close()
  }
  let id: string
  beforeEach(async () => {
    const served = await serve(here())
    id = served.given.session
    await served.end()
  })

  test.each([
    [
      'a letter that was changed',
      2,
      (entries: Map<number, string>) => void entries.set(2, (entries.get(2) ?? '').replace('Chair', 'Chain')),
      'it is not what was written, or not what belongs there',
    ],
    [
      'a commit that is gone',
      1,
      (entries: Map<number, string>) => void entries.delete(1),
      'it is not what was written, or not what belongs there',
    ],
    [
      'a commit in the place of another',
      2,
      (entries: Map<number, string>) => void entries.set(2, entries.get(1) ?? ''),
      'it is not what was written, or not what belongs there',
    ],
  ])('%s is found, with its place', async (_, revision, change, what) => {
    await rows(change)
    expect(await rostrum(here(), 'verify', id)).toEqual({ code: 1, output: `${id}: FAULT at commit ${revision}: ${what}\n`, errors: '' })
    expect((await rostrum(here(), 'verify', '--all')).code).toBe(1)
  })

  test('an end that was cut off is found by the head that was noted', async () => {
    const before = await rostrum(here(), 'verify', id)
    const head = /head (\w+)/.exec(before.output)?.[1] ?? ''
    expect((await rostrum(here(), 'verify', id, '--head', head)).code).toBe(0)
    await rows((entries) => void entries.delete(Math.max(...entries.keys())))
    expect((await rostrum(here(), 'verify', id)).code).toBe(0)
    const cut = await rostrum(here(), 'verify', id, '--head', head)
    expect([cut.code, cut.output]).toEqual([1, `${id}: FAULT at commit 2: the log ends before it, and nowhere in it is the head ${head}\n`])
  })

  test('a command that is in the log twice is found', async () => {
    const log = await foundedLog(openMemoryLog())
    const session = await openLine(log)
    await session.admit(everybody, 'everybody' as never)
    await session.close()
    const commits = await log.read(sessionId, noRevision)
    const [first, last] = [commits[0], commits.at(-1)]
    if (!first || !last) throw new Error('nothing there')
    expect(await proved(log, sessionId)).toEqual({ ok: true, commits: 2, head: last.chain })
    await log.append(sessionId, last.revision, linked(last.chain, [{ ...last, revision: (last.revision + 1) as never }]))
    expect(await proved(log, sessionId)).toMatchObject({ ok: false, revision: 3, what: 'command everybody is in the log twice' })
  })
})

describe.runIf(hasRedis())('on Redis', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await RedisServer.start()
  })
  afterAll(() => redis.stop())

  test('all of it works beside a running server', async () => {
    const there = { ROSTRUM_REDIS_URL: redis.url }
    const served = await serve(there)
    const made = await rostrum(there, 'new', 'wsis-at-20')
    const id = idIn(made.output)
    const links = await rostrum(there, 'links', id)
    expect(await enter(served.given.url, linkOf(links.output, 'Secretariat'))).toMatchObject({
      status: 200,
      role: 'secretariat',
      session: id,
    })
    const all = await rostrum(there, 'verify', '--all')
    expect(all.code).toBe(0)
    expect(
      all.output
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual([served.given.session, id].sort())
    await served.end()
  })

  test('a Redis that is not there: one line, exit 1', async () => {
    const said = await rostrum({ ROSTRUM_REDIS_URL: 'redis://:hidden@127.0.0.1:1' }, 'verify', '--all')
    expect([said.code, said.output]).toEqual([1, ''])
    expect(said.errors).toMatch(/^Redis cannot be reached \(ECONNREFUSED\)\. .*\n$/)
  })
})
