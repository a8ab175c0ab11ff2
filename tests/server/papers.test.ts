/** The documents that a plan names: in the file, in the session, in its copies, and in the record. */
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { PlanFileError, parsePlan, readPlan } from '@rostrum/server/services/template/read-plan'
import { formatPlan, toPlanFile } from '@rostrum/server/services/template/write-plan'
import { planBounds } from '@rostrum/shared/contract/bounds-of-plan'
import { formatPaperAddress } from '@rostrum/shared/contract/papers'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { recordSchema } from '@rostrum/shared/contract/record'
import type { Format } from '@rostrum/shared/contract/record-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plan, planWithPapers } from '../support/fixtures.ts'
import { command } from '../support/given.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { buildLog } from '../support/log-builder.ts'
import { RosterClient } from '../support/roster-client.ts'
import { sessionId } from '../support/session-harness.ts'
import { TestClient } from '../support/test-client.ts'
import { readEntry } from '../support/zip-reader.ts'

const file = toPlanFile(planWithPapers)
const parse = (papers: readonly object[]) => parsePlan({ ...file, papers })
const findFaults = (papers: readonly object[]): readonly string[] => {
  try {
    parse(papers)
    return []
  } catch (error) {
    if (error instanceof PlanFileError) return error.faults
    throw error
  }
}

describe('in a plan file', () => {
  test('[V340] documents are the same after writing and reading, and a file without them is read as before', () => {
    expect(readPlan(formatPlan(planWithPapers)).papers).toEqual([
      { title: 'Note by the secretariat', address: 'https://docs.example.org/note', segment: null },
      { ...planWithPapers.papers?.[1], title: { en: 'Summary of contributions', fr: 'Synthèse des contributions' } },
    ])
    const inEnglish = readPlan(formatPlan({ ...planWithPapers, title: { original: 'en', en: 'Open consultation' } }))
    expect(inEnglish.papers?.[1]).toEqual(planWithPapers.papers?.[1])
    const { papers: _, ...older } = toPlanFile(plan)
    expect(parsePlan(older).papers).toBeUndefined()
  })

  test('[V340] there are at most 40, and each belongs to an item that is there', () => {
    const paper = { title: 'A', address: 'https://example.org/' }
    expect(parse(Array.from({ length: planBounds.papers }, () => paper)).papers).toHaveLength(40)
    expect(findFaults(Array.from({ length: planBounds.papers + 1 }, () => paper))).toEqual([expect.stringMatching(/^papers: /)])
    expect(findFaults([{ ...paper, segment: 'nowhere' }])).toEqual(['a paper names an item that is not there'])
    expect(findFaults([{ ...paper, title: '' }])).toEqual(['papers.0.title: is empty'])
    expect(findFaults([{ ...paper, title: { fr: 'x'.repeat(161) } }])).toEqual(['papers.0.title.fr: is too long'])
    expect(findFaults([{ ...paper, file: 'note.pdf' }])).toEqual(['papers.0: unknown key "file"'])
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://example.org/',
    'file:///etc/passwd',
    'example.org/note',
    '//example.org',
    'https://',
    'https://docs.un.org@evil.example/',
    'https://docs.un.org:pass@evil.example/',
    `https://example.org/${'x'.repeat(500)}`,
    `https://example.org/${'ع'.repeat(100)}`,
    'java\nscript:alert(1)',
    '',
  ])('[V341] the address %j is refused at its place', (address) => {
    expect(findFaults([{ title: 'A', address }])).toEqual([expect.stringMatching(/^papers\.0\.address: /)])
  })

  test('[V341] an address is kept as browsers write it, so that no part of it looks like another', () => {
    const addresses = ['HTTPS://Example.ORG', 'https://xn--e1aybc.example/', 'https://тест.example/', 'https://a.example/\u202efdp.exe']
    expect(parse(addresses.map((address) => ({ title: 'A', address }))).papers?.map(({ address }) => address)).toEqual([
      'https://example.org/',
      'https://xn--e1aybc.example/',
      'https://xn--e1aybc.example/',
      'https://a.example/%E2%80%AEfdp.exe',
    ])
  })
})

test('[V341] a shown address has its whole host, and a long path is cut', () => {
  expect(formatPaperAddress('https://docs.example.org/')).toBe('docs.example.org')
  expect(formatPaperAddress('https://docs.example.org:8443/a?b=c#d')).toBe('docs.example.org:8443/a?b=c#d')
  const host = `${'un.org.'.repeat(20)}example`
  expect(formatPaperAddress(`https://${host}/${'x'.repeat(80)}`)).toBe(`${host}/${'x'.repeat(39)}…`)
})

describe('in a session', () => {
  let server: InProcessServer
  let roster: RosterClient
  beforeAll(async () => {
    server = await startInProcessServer()
    roster = new RosterClient(server)
  })
  afterAll(() => server.close())

  test('[V340] everybody sees them, a copy keeps them, and after the opening they cannot be changed', async () => {
    const url = `http://127.0.0.1:${server.app.getPort()}`
    const { startupLinks } = server
    const clients = await Promise.all(
      [startupLinks.chair, startupLinks.secretariat, startupLinks.display].map((link) => TestClient.join(url, { link: getSecret(link) })),
    )
    const { plan: before } = (await roster.request('GET', '/plan')).body as unknown as { plan: PlanFile }
    const papers = [
      { title: 'Note', address: 'https://docs.example.org/note' },
      { title: 'Summary', address: 'https://docs.example.org/2', segment: before.segments[1]?.id },
    ]
    for (const client of clients) expect(client.getPart('papers')).toBeUndefined()
    expect((await roster.request('PUT', '/plan', { plan: { ...before, papers } })).status).toBe(200)
    for (const client of clients)
      await client.waitUntil(
        () => client.getPart<readonly { address: string }[] | undefined>('papers')?.[1]?.address === papers[1]?.address,
      )
    const authorization = { authorization: `Bearer ${roster.organizerSecret}` }
    const made = await server.post('/api/sessions', { copyOf: server.session.id }, authorization)
    const { id } = (await made.json()) as { id: string }
    const copy = await server.get(`/api/sessions/${id}/plan`, authorization)
    expect(((await copy.json()) as { plan: { papers: unknown } }).plan.papers).toMatchObject(papers)
    expect(await clients[0]?.send('session.open', { onAnyDay: true })).toEqual({ ok: true })
    expect(await roster.request('PUT', '/plan', { plan: before })).toEqual({ status: 409, body: { reason: 'session-started' } })
    for (const client of clients) client.close()
  })
})

describe('in the record', () => {
  const commits = buildLog(planWithPapers, [() => command('chair', 'session.open', { onAnyDay: true })])
  const write = async (format: Format, language: 'en' | 'fr' | 'ar' = 'en') =>
    (await exportRecord(sessionId, commits, { format, language, public: false, notes: false })).bytes
  const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

  test('[R102] the report lists them at the place for documents, which keeps its place to write', async () => {
    const report = decode(await write('md'))
    expect(report).toMatch(
      /\d+\. The session had before it the following documents:\n\n- \[Note by the secretariat\]\(<https:\/\/docs\.example\.org\/note>\): `https:\/\/docs\.example\.org\/note`\n\n- \[Summary of contributions\]\(<[^>]*>\) \(topic 1, [^)]*\): `[^`]*`\n\n\d+\. \*\[To be completed · the documents/,
    )
    expect(decode(await write('md', 'fr'))).toContain('[Synthèse des contributions](<https://docs.example.org/summary.pdf>)')
    const options = { format: 'md', language: 'en', public: false, notes: false } as const
    expect(decode((await exportRecord(sessionId, buildLog(plan, []), options)).bytes)).not.toContain('following documents')
  })

  test('[R102] the data have them with their addresses and items, and Word links to them', async () => {
    expect(recordSchema.parse(JSON.parse(decode(await write('json')))).papers).toEqual([
      { title: 'Note by the secretariat', address: 'https://docs.example.org/note', segment: null },
      {
        title: 'Summary of contributions',
        titles: { en: 'Summary of contributions', fr: 'Synthèse des contributions' },
        address: 'https://docs.example.org/summary.pdf',
        segment: 'topic',
      },
    ])
    expect(readEntry(await write('csv'), 'papers.csv')).toContain('Summary of contributions,https://docs.example.org/summary.pdf,topic')
    const document = readEntry(await write('docx', 'ar'), 'word/document.xml')
    expect(document).toContain(' HYPERLINK "https://docs.example.org/summary.pdf" ')
  })
})
