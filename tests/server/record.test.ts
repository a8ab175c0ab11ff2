/** The record through its doors: who gets it, in which formats, and that it is what the log holds. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OneByOne } from '@rostrum/server/application/per-session-queue'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaks } from '../support/canary.ts'
import { serve } from '../support/compiled-server.ts'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { Desk } from '../support/roster-client.ts'
import { rostrum } from '../support/rostrum-cli.ts'
import { readable } from '../support/zip-reader.ts'

const endings = {
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  json: 'application/json; charset=utf-8',
} as const
const files = Object.keys(endings)
const marks = { pending: 'PENDING-77ab01', point: 'POINT-14cd92' }

let doors: Doors
let desk: Desk
let commands = 0
const says = async <C extends CommandType>(by: string, type: C, data: CommandData<C>) => {
  commands += 1
  const envelope = { id: `command-${commands}`.padEnd(22, '-'), type, data } as unknown as Envelope
  expect(await doors.session.handle({ person: by as PersonId }, envelope)).toEqual({ ok: true })
}
const bytesOf = async (path: string, secret?: string) => {
  const answer = await desk.raw('GET', path, undefined, undefined, secret)
  expect([path, answer.status]).toEqual([path, 200])
  return new Uint8Array(await answer.arrayBuffer())
}
const jsonOf = async (path: string) => JSON.parse(Buffer.from(await bytesOf(path)).toString())

beforeAll(async () => {
  doors = await openDoors()
  desk = new Desk(doors)
  await says('chair', 'session.open', {})
  await says('room', 'questions.ask', { text: `What of ${marks.pending}?`, receipt: null })
  await says('secretariat', 'notes.add', { text: marks.point, tag: null, segment: null, about: null })
})
afterAll(() => doors.close())

describe('the record', () => {
  test('[R9] is for the organiser, the chair and the secretariat, and nothing of it for anybody else', async () => {
    const others = await Promise.all(['room', 'remote', 'panel', 'display'].map((seat) => desk.ticketOf(seat)))
    for (const path of ['/record', ...files.map((ending) => `/record.${ending}`)]) {
      for (const secret of [desk.organiser, await desk.ticketOf('chair'), await desk.ticketOf('secretariat')])
        expect((await bytesOf(path, secret)).byteLength).toBeGreaterThan(500)
      for (const secret of [...others, 'nobody', '']) {
        const answer = await desk.raw('GET', `${path}?public=true&more=1`, undefined, undefined, secret)
        expect([path, answer.status, await answer.text()]).toEqual([path, 403, '{"why":"forbidden"}'])
      }
    }
    expect(doors.logged.filter((line) => leaks([line], marks.pending) || leaks([line], marks.point))).toEqual([])
  })

  test('[R9] of another session is not for the chair of this one', async () => {
    const made = await doors.post('/api/sessions', { template: 'blank' }, { authorization: `Bearer ${desk.organiser}` })
    const { id } = (await made.json()) as { id: string }
    const ask = async (secret: string, session = id) => {
      const answer = await doors.get(`/api/sessions/${session}/record.md`, { authorization: `Bearer ${secret}` })
      return [answer.status, answer.headers.get('content-disposition')]
    }
    expect(await ask(await desk.ticketOf('chair'))).toEqual([403, null])
    expect(await ask(desk.organiser)).toEqual([200, `attachment; filename="${id}-record.md"`])
    expect(await ask(desk.organiser, 'no-such-session')).toEqual([404, null])
  })

  test('[R6] comes as a file of each kind, under a name that every system takes', async () => {
    for (const [ending, type] of Object.entries(endings)) {
      const answer = await desk.raw('GET', `/record.${ending}?language=fr`)
      const headers = ['content-type', 'content-disposition', 'cache-control'].map((name) => answer.headers.get(name))
      expect(headers).toEqual([type, `attachment; filename="${doors.session.id}-record.${ending}"`, 'no-store'])
    }
    const shown = await desk.raw('GET', '/record')
    expect([shown.headers.get('content-type'), shown.headers.get('content-disposition')]).toEqual([endings.json, null])
    expect(Buffer.from(await bytesOf('/record.md?language=ar')).toString()).toContain('محضر الجلسة')
  })

  test.each(['language=de', 'public=yes', 'notes=1', 'format=md'])('[R9] asked for with %s is malformed', async (query) => {
    for (const ending of files) expect((await desk.ask('GET', `/record.${ending}?${query}`)).body).toEqual({ why: 'malformed' })
  })

  test.each(files)('[R4] in public has nothing that only the secretariat sees: %s', async (ending) => {
    const found = async (query: string) => {
      const texts = readable(await bytesOf(`/record.${ending}?${query}`))
      return Object.entries(marks).flatMap(([name, mark]) => (leaks(texts, mark) ? [name] : []))
    }
    expect(await found('')).toEqual(['pending', 'point'])
    expect(await found('public=true')).toEqual([])
    expect(await found('public=true&notes=true')).toEqual(['point'])
  })

  test('[R9] is what the log holds when it is asked for, and says that the session runs', async () => {
    const before = await jsonOf('/record')
    expect(before).toMatchObject({ session: { phase: 'open', closedAt: null }, log: { commits: doors.session.revision } })
    await says('chair', 'queue.open', {})
    expect(await jsonOf('/record')).toMatchObject({ log: { commits: before.log.commits + 1 } })
    expect(await bytesOf('/record')).toEqual(await bytesOf('/record.json'))
    expect(Buffer.from(await bytesOf('/record.md')).toString()).toContain('This is its record so far')
  })

  test('[R11] asked for many times at once is made one after the other; beyond what may wait it is refused', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => desk.raw('GET', '/record.docx')))
    const bodies = await Promise.all(
      answers.map(async (answer) => [answer.status, Buffer.from(await answer.arrayBuffer()).toString('base64')]),
    )
    const good = bodies.filter(([status]) => status === 200)
    expect(new Set(good.map(([, body]) => body)).size).toBe(1)
    const refused = Buffer.from('{"why":"too-many-requests"}').toString('base64')
    expect(bodies.filter(([status]) => status !== 200)).toEqual(Array(30 - good.length).fill([429, refused]))
    expect((await bytesOf('/record.docx')).byteLength).toBeGreaterThan(500)
  })
})

test('[R11] one at a time for each session: a failure holds nobody up', async () => {
  const line = new OneByOne()
  const [one, two] = ['one', 'two'] as SessionId[] as [SessionId, SessionId]
  const seen: string[] = []
  let release: () => void = () => undefined
  const first = line.of(one, () => new Promise<void>((resolve) => (release = resolve)))
  const failing = line.of(one, async () => {
    seen.push('failing')
    throw new Error('not this time')
  })
  const third = line.of(one, async () => void seen.push('third'))
  await line.of(two, async () => void seen.push('other session'))
  expect(seen).toEqual(['other session'])
  const waiting = Array.from({ length: 5 }, () => line.of(one, async () => undefined))
  await expect(line.of(one, async () => undefined)).rejects.toMatchObject({ why: 'too-many-requests' })
  release()
  await expect(failing).rejects.toThrow('not this time')
  await Promise.all([first, third, ...waiting])
  expect(seen).toEqual(['other session', 'failing', 'third'])
})

describe('the command line', () => {
  test('[R10] writes the same bytes as the doors gave, and verify finds the head that stands in them', async () => {
    const data = await mkdtemp(join(tmpdir(), 'rostrum-export-'))
    const served = await serve({ ROSTRUM_DATA: data })
    const id = served.given.session
    const headers = { authorization: `Bearer ${secretIn(served.given.organiser)}` }
    const asked = async (path: string) =>
      Buffer.from(await (await fetch(`${served.given.url}/api/sessions/${id}/record${path}`, { headers })).arrayBuffer())
    const given = [await asked('.docx?language=fr&public=true'), await asked('.zip'), await asked('.md')] as const
    await served.end()
    const verified = await rostrum({ ROSTRUM_DATA: data }, 'verify', id)
    const [, commits, head = ''] = /ok, (\d+) commits, head ([0-9a-f]{64})/.exec(verified.output) ?? []
    const file = (name: string) => join(data, name)
    const run = (...args: readonly string[]) => rostrum({ ROSTRUM_DATA: data }, 'export', id, ...args)
    const line = (name: string) => ({ code: 0, output: `${file(name)}: ${commits} commits, head ${head}\n`, errors: '' })
    expect(await run('--format', 'docx', '--language', 'fr', '--public', '--out', file('a.docx'))).toEqual(line('a.docx'))
    expect(await run('--format', 'csv', '--out', file('a.zip'))).toEqual(line('a.zip'))
    expect(await run('--out', file('a.md'))).toEqual(line('a.md'))
    for (const [index, name] of ['a.docx', 'a.zip', 'a.md'].entries())
      expect(Buffer.compare(await readFile(file(name)), given[index] ?? Buffer.alloc(0))).toBe(0)
    expect(given[2].toString()).toContain(`rostrum verify ${id} --head ${head}`)
    expect((await rostrum({ ROSTRUM_DATA: data }, 'verify', id, '--head', head)).code).toBe(0)
    expect((await run('--out', file('nowhere/a.md'))).errors).toContain('nowhere/a.md cannot be written: ')
    await rm(data, { recursive: true, force: true })
  })

  test('help names export', async () => {
    expect((await rostrum({}, 'help')).output).toContain('rostrum export <session>')
  })

  test.each([
    [[], 'Usage: rostrum export'],
    [['one', 'two'], 'Usage: rostrum export'],
    [['one', '--format', 'pdf'], '--format is one of md, docx, xlsx, csv, json.'],
    [['one', '--language', 'de'], '--language is one of en, fr, ar.'],
    [['one', '--secret'], 'Usage: rostrum export'],
    [['one'], 'There is no store in '],
  ] as const)('export %j: a line that helps', async (args, line) => {
    const said = await rostrum({ ROSTRUM_DATA: join(tmpdir(), 'rostrum-no-store') }, 'export', ...args)
    expect([said.code, said.output]).toEqual([1, ''])
    expect(said.errors).toContain(line)
  })
})

test.runIf(hasRedis())('[R9] any node of one Redis gives the same record, byte for byte', async () => {
  const redis = await RedisServer.start()
  const variables = { ROSTRUM_REDIS_URL: redis.url, ROSTRUM_DATA: tmpdir() }
  const nodes = [await serve(variables), await serve(variables)]
  const id = nodes[0]?.given.session ?? ''
  const documents = nodes.map(async ({ given }) => {
    const headers = { authorization: `Bearer ${secretIn(given.organiser)}` }
    const all = files.map((ending) => fetch(`${given.url}/api/sessions/${id}/record.${ending}`, { headers }))
    return await Promise.all(
      all.map(async (answer) => [(await answer).status, Buffer.from(await (await answer).arrayBuffer()).toString('base64')]),
    )
  })
  const [one, two] = await Promise.all(documents)
  expect(one?.map(([status]) => status)).toEqual(files.map(() => 200))
  expect(two).toEqual(one)
  await Promise.all(nodes.map((node) => node.end()))
  await redis.stop()
})
