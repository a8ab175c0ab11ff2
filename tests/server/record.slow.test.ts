/** The record over HTTP and the command line: who can get it, its formats, and its agreement with the log. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PerSessionQueue, QueueFullError } from '@rostrum/server/doors/application/per-session-queue'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasLeaked } from '../support/canary.ts'
import { startCompiledServer } from '../support/compiled-server.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { runCli } from '../support/rostrum-cli.ts'
import { extractText } from '../support/zip-reader.ts'

const contentTypes = {
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  json: 'application/json; charset=utf-8',
} as const
const formatNames = Object.keys(contentTypes)
const secretMarks = { pending: 'PENDING-77ab01', point: 'POINT-14cd92' }

let server: InProcessServer
let roster: RosterClient
let commandCount = 0
const execute = async <C extends CommandType>(by: string, type: C, data: CommandData<C>) => {
  commandCount += 1
  const envelope = { id: `command-${commandCount}`.padEnd(22, '-'), type, data } as unknown as Envelope
  expect(await server.session.execute({ person: by as PersonId }, envelope)).toEqual({ ok: true })
}
const fetchBytes = async (path: string, secret?: string) => {
  const answer = await roster.fetchRaw('GET', path, undefined, undefined, secret)
  expect([path, answer.status]).toEqual([path, 200])
  return new Uint8Array(await answer.arrayBuffer())
}
const fetchJson = async (path: string) => JSON.parse(Buffer.from(await fetchBytes(path)).toString())

beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
  await execute('chair', 'session.open', {})
  await execute('room', 'questions.ask', { text: `What of ${secretMarks.pending}?`, receipt: null })
  await execute('secretariat', 'notes.add', { text: secretMarks.point, tag: null, segment: null, about: null })
})
afterAll(() => server.close())

describe('the record', () => {
  test('[R9] is for the organizer, the chair and the secretariat only', async () => {
    const others = await Promise.all(['room', 'remote', 'panel', 'display'].map((role) => roster.issueTicket(role)))
    for (const path of ['/record', '/record/page', ...formatNames.map((ending) => `/record.${ending}`)]) {
      for (const secret of [roster.organizerSecret, await roster.issueTicket('chair'), await roster.issueTicket('secretariat')])
        expect((await fetchBytes(path, secret)).byteLength).toBeGreaterThan(500)
      for (const secret of [...others, 'nobody', '']) {
        const answer = await roster.fetchRaw('GET', `${path}?public=true&more=1`, undefined, undefined, secret)
        expect([path, answer.status, await answer.text()]).toEqual([path, others.includes(secret) ? 403 : 401, '{"reason":"forbidden"}'])
      }
    }
    expect(server.logLines.filter((line) => hasLeaked([line], secretMarks.pending) || hasLeaked([line], secretMarks.point))).toEqual([])
  })

  test('[R9] is not available to the chair of another session', async () => {
    const made = await server.post('/api/sessions', { template: 'blank' }, { authorization: `Bearer ${roster.organizerSecret}` })
    const { id } = (await made.json()) as { id: string }
    const ask = async (secret: string, session = id) => {
      const answer = await server.get(`/api/sessions/${session}/record.md`, { authorization: `Bearer ${secret}` })
      return [answer.status, answer.headers.get('content-disposition')]
    }
    expect(await ask(await roster.issueTicket('chair'))).toEqual([403, null])
    expect(await ask(roster.organizerSecret)).toEqual([200, `attachment; filename="${id}-record.md"`])
    expect(await ask(roster.organizerSecret, 'no-such-session')).toEqual([404, null])
  })

  test('[R6] is a file in each format, with a name that every system accepts', async () => {
    for (const [ending, type] of Object.entries(contentTypes)) {
      const answer = await roster.fetchRaw('GET', `/record.${ending}?language=fr`)
      const headers = ['content-type', 'content-disposition', 'cache-control'].map((name) => answer.headers.get(name))
      expect(headers).toEqual([type, `attachment; filename="${server.session.id}-record.${ending}"`, 'no-store'])
    }
    const shown = await roster.fetchRaw('GET', '/record')
    expect([shown.headers.get('content-type'), shown.headers.get('content-disposition')]).toEqual([contentTypes.json, null])
    expect(Buffer.from(await fetchBytes('/record.md?language=ar')).toString()).toContain('محضر الجلسة')
    expect(Buffer.from(await fetchBytes('/record/page?language=ar')).toString()).toContain('محضر الجلسة')
  })

  test.each(['language=de', 'public=yes', 'notes=1', 'format=md'])('[R9] a request with %s is malformed', async (query) => {
    for (const ending of formatNames)
      expect((await roster.request('GET', `/record.${ending}?${query}`)).body).toMatchObject({ reason: 'malformed' })
    expect((await roster.request('GET', `/record/page?${query}`)).body).toMatchObject({ reason: 'malformed' })
  })

  test.each(formatNames)('[R4] the public version contains nothing that only the secretariat sees: %s', async (ending) => {
    const searchFor = async (query: string) => {
      const texts = extractText(await fetchBytes(`/record.${ending}?${query}`))
      return Object.entries(secretMarks).flatMap(([name, mark]) => (hasLeaked(texts, mark) ? [name] : []))
    }
    // A report only counts what was not published.
    expect(await searchFor('')).toEqual(ending === 'md' || ending === 'docx' ? ['point'] : ['pending', 'point'])
    expect(await searchFor('public=true')).toEqual([])
    expect(await searchFor('public=true&notes=true')).toEqual(['point'])
  })

  test('[R9] agrees with the log at the time of the request, and states that the session is running', async () => {
    const before = await fetchJson('/record')
    expect(before).toMatchObject({ session: { phase: 'open', closedAt: null }, log: { commits: server.session.revision } })
    await execute('chair', 'queue.open', {})
    expect(await fetchJson('/record')).toMatchObject({ log: { commits: before.log.commits + 1 } })
    expect(await fetchBytes('/record')).toEqual(await fetchBytes('/record.json'))
    expect(Buffer.from(await fetchBytes('/record.md')).toString()).toContain('This is the record as at ')
  })

  test('[R11] is built for many requests at once, one after the other; requests beyond the limit are refused', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => roster.fetchRaw('GET', '/record.docx')))
    const bodies = await Promise.all(
      answers.map(async (answer) => [answer.status, Buffer.from(await answer.arrayBuffer()).toString('base64')]),
    )
    const good = bodies.filter(([status]) => status === 200)
    expect(new Set(good.map(([, body]) => body)).size).toBe(1)
    const refused = Buffer.from('{"reason":"too-many-requests"}').toString('base64')
    expect(bodies.filter(([status]) => status !== 200)).toEqual(Array(30 - good.length).fill([429, refused]))
    expect((await fetchBytes('/record.docx')).byteLength).toBeGreaterThan(500)
  })
})

test('[R11] records are built one at a time for each session, and a failure does not block the next', async () => {
  const queue = new PerSessionQueue()
  const [one, two] = ['one', 'two'] as SessionId[] as [SessionId, SessionId]
  const seen: string[] = []
  let release: () => void = () => undefined
  const first = queue.run(one, () => new Promise<void>((resolve) => (release = resolve)))
  const failing = queue.run(one, async () => {
    seen.push('failing')
    throw new Error('not this time')
  })
  const third = queue.run(one, async () => void seen.push('third'))
  await queue.run(two, async () => void seen.push('other session'))
  expect(seen).toEqual(['other session'])
  const waiting = Array.from({ length: 5 }, () => queue.run(one, async () => undefined))
  await expect(queue.run(one, async () => undefined)).rejects.toBeInstanceOf(QueueFullError)
  release()
  await expect(failing).rejects.toThrow('not this time')
  await Promise.all([first, third, ...waiting])
  expect(seen).toEqual(['other session', 'failing', 'third'])
})

describe('the command line', () => {
  test('[R10] writes the same bytes as HTTP, and verify confirms the head in the record', async () => {
    const data = await mkdtemp(join(tmpdir(), 'rostrum-export-'))
    const compiledServer = await startCompiledServer({ ROSTRUM_DATA: data })
    const id = compiledServer.startupLinks.session
    const headers = { authorization: `Bearer ${getSecret(compiledServer.startupLinks.organizer)}` }
    const fetchRecord = async (path: string) =>
      Buffer.from(await (await fetch(`${compiledServer.startupLinks.url}/api/sessions/${id}/record${path}`, { headers })).arrayBuffer())
    const given = [await fetchRecord('.docx?language=fr&public=true'), await fetchRecord('.zip'), await fetchRecord('.md')] as const
    await compiledServer.end()
    const verified = await runCli({ ROSTRUM_DATA: data }, 'verify', id)
    const [, commits, head = ''] = /ok, (\d+) commits, head ([0-9a-f]{64})/.exec(verified.output) ?? []
    const file = (name: string) => join(data, name)
    const run = (...args: readonly string[]) => runCli({ ROSTRUM_DATA: data }, 'export', id, ...args)
    const makeResult = (name: string) => ({ code: 0, output: `${file(name)}: ${commits} commits, head ${head}\n`, errors: '' })
    expect(await run('--format', 'docx', '--language', 'fr', '--public', '--out', file('a.docx'))).toEqual(makeResult('a.docx'))
    expect(await run('--format', 'csv', '--out', file('a.zip'))).toEqual(makeResult('a.zip'))
    expect(await run('--out', file('a.md'))).toEqual(makeResult('a.md'))
    for (const [index, name] of ['a.docx', 'a.zip', 'a.md'].entries())
      expect(Buffer.compare(await readFile(file(name)), given[index] ?? Buffer.alloc(0))).toBe(0)
    expect(given[2].toString()).toContain(`rostrum verify ${id} --head ${head}`)
    expect((await runCli({ ROSTRUM_DATA: data }, 'verify', id, '--head', head)).code).toBe(0)
    expect((await run('--out', file('nowhere/a.md'))).errors).toContain('nowhere/a.md cannot be written: ')
    await rm(data, { recursive: true, force: true })
  })

  test('help names export', async () => {
    expect((await runCli({}, 'help')).output).toContain('rostrum export <session>')
  })

  test.each([
    [[], 'Usage: rostrum export'],
    [['one', 'two'], 'Usage: rostrum export'],
    [['one', '--format', 'odt'], '--format is one of md, docx, xlsx, csv, json, pdf.'],
    [['one', '--language', 'de'], '--language is one of ar, zh, en, fr, ru, es.'],
    [['one', '--secret'], 'Usage: rostrum export'],
    [['one'], 'There is no store in '],
  ] as const)('export %j: a helpful message', async (args, message) => {
    const result = await runCli({ ROSTRUM_DATA: join(tmpdir(), 'rostrum-no-store') }, 'export', ...args)
    expect([result.code, result.output]).toEqual([1, ''])
    expect(result.errors).toContain(message)
  })
})

test.runIf(hasRedis())('[R9] any node of one Redis gives the same record, byte for byte', async () => {
  const redis = await RedisServer.start()
  const variables = { ROSTRUM_REDIS_URL: redis.url, ROSTRUM_DATA: tmpdir() }
  const nodes = [await startCompiledServer(variables), await startCompiledServer(variables)]
  const id = nodes[0]?.startupLinks.session ?? ''
  const documents = nodes.map(async ({ startupLinks: given }) => {
    const headers = { authorization: `Bearer ${getSecret(given.organizer)}` }
    const all = formatNames.map((ending) => fetch(`${given.url}/api/sessions/${id}/record.${ending}`, { headers }))
    return await Promise.all(
      all.map(async (answer) => [(await answer).status, Buffer.from(await (await answer).arrayBuffer()).toString('base64')]),
    )
  })
  const [one, two] = await Promise.all(documents)
  expect(one?.map(([status]) => status)).toEqual(formatNames.map(() => 200))
  expect(two).toEqual(one)
  await Promise.all(nodes.map((node) => node.end()))
  await redis.stop()
})
