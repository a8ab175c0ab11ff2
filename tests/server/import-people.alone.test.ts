/** Lists of people: a preview changes nothing, and a list is imported as a whole or not at all. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { measureLongestPause } from '../support/longest-pause.ts'
import { makeCsv, makeCsvRow } from '../support/people-csv.ts'
import { RosterClient } from '../support/roster-client.ts'

let server: InProcessServer
let roster: RosterClient
beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
})
afterAll(() => server.close())

describe('a list', () => {
  test('can be previewed without any change', async () => {
    const before = roster.getState()
    const { status, body } = await roster.sendList(
      'preview',
      makeCsv(makeCsvRow(), makeCsvRow({ channel: 'en ligne', nameInRecord: '', language: 'français' })),
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({
      source: { format: 'csv', encoding: 'utf-8', separator: ',' },
      columns: { entity: 'organization', nameInRecord: 'consent' },
      ignored: [],
      counts: { rows: 2, fresh: 2, changed: 0, same: 0, revoked: 0, leftOut: 0 },
      faults: [],
      faultCount: 0,
      repeated: false,
    })
    expect(body['sample']).toMatchObject([
      { line: 2, outcome: 'fresh', channel: 'room', nameInRecord: true },
      { line: 3, outcome: 'fresh', channel: 'remote', nameInRecord: null, language: 'fr' },
    ])
    expect(roster.getState()).toEqual(before)
  })

  test('[P7] is imported as a whole, in one commit', async () => {
    const [before, revision] = [roster.countPeople(), server.session.revision]
    const { status, body } = await roster.sendList('import', makeCsv(makeCsvRow(), makeCsvRow(), makeCsvRow()))
    expect([status, body['counts']]).toEqual([200, { rows: 3, fresh: 3, changed: 0, same: 0, revoked: 0, leftOut: 0 }])
    expect([roster.countPeople(), server.session.revision]).toEqual([before + 3, revision + 1])
  })

  test('[P8] a second import of the same list changes nothing, and keeps corrections', async () => {
    const entity = 'Kept as corrected'
    const list = makeCsv(makeCsvRow({ entity: 'First written' }), makeCsvRow())
    await roster.sendList('import', list)
    const found = await roster.request('GET', '/people?find=First+written')
    const [{ person }] = found.body['people'] as [{ person: string }]
    expect((await roster.request('PATCH', `/people/${person}`, { entity })).status).toBe(200)
    const before = roster.getState()
    expect((await roster.sendList('import', list)).body).toMatchObject({ repeated: true, counts: { fresh: 2 } })
    expect(roster.getState()).toEqual(before)
    expect(server.session.state.people.all.get(person as PersonId)?.entity).toBe(entity)
  })

  test('[P8] people in another list are recognized by id, by address, or by equal fields', async () => {
    await roster.sendList(
      'import',
      makeCsv(makeCsvRow({ id: 'same-1', email: 'one@example.org' }), makeCsvRow({ id: '', email: 'TWO@example.org' })),
    )
    await roster.sendList('import', makeCsv(',Delegation,,,government,room,,', ',Delegation,,,government,room,,'))
    const before = roster.countPeople()
    const { body } = await roster.sendList(
      'import',
      makeCsv(
        makeCsvRow({ id: 'same-1', email: 'new-one@example.org', entity: 'Renamed' }),
        makeCsvRow({ id: 'same-2', email: 'two@EXAMPLE.org' }),
        ',Delegation,,,government,room,,',
        ',Delegation,,,government,room,,',
      ),
    )
    expect(body['counts']).toEqual({ rows: 4, fresh: 0, changed: 2, same: 2, revoked: 0, leftOut: 0 })
    expect(roster.countPeople()).toBe(before)
  })

  test('[P8] a list does not admit a revoked person again', async () => {
    const row = makeCsvRow({ id: 'leaves' })
    await roster.sendList('import', makeCsv(row))
    const { body } = await roster.request('GET', '/people?find=leaves')
    const [{ person }] = body['people'] as [{ person: string }]
    await roster.request('POST', `/people/${person}/revoke`, {})
    expect((await roster.sendList('import', makeCsv(row, makeCsvRow()))).body['counts']).toMatchObject({ fresh: 1, revoked: 1 })
    expect(server.session.state.people.all.get(person as PersonId)?.revoked).toBe(true)
  })

  test('leaves fields without a column, and clears fields with an empty cell', async () => {
    await roster.sendList('import', makeCsv(makeCsvRow({ id: 'partial', name: 'Written once', language: 'ar' })))
    await roster.sendList(
      'import',
      'id;organisation;groupe;canal;langue\npartial;Another;Gouvernements;à distance;\n'.replace('Gouvernements', 'government'),
    )
    const { body } = await roster.request('GET', '/people?find=partial')
    expect(body['people']).toMatchObject([
      { entity: 'Another', group: 'government', channel: 'remote', name: 'Written once', language: null },
    ])
  })

  test('[P9] texts are stored exactly as they are written', async () => {
    const names = ['McDonald', 'de la Cruz', 'ORTEGA y GASSET', 'Ünsal İpek', 'عبد الرحمن', '王小明', 'ß']
    await roster.sendList('import', makeCsv(...names.map((name, index) => makeCsvRow({ name, id: `cased-${index}` }))))
    const { body } = await roster.request('GET', '/people?find=cased')
    expect((body['people'] as { name: string }[]).map(({ name }) => name)).toEqual(names)
  })
})

test('[P8] two lists at once with the same person add that person once', async () => {
  const [before, email] = [roster.countPeople(), 'at-once@example.org']
  const lists = ['', ''].map((id, index) => makeCsv(makeCsvRow({ id, email, entity: `Sent ${index}` }), makeCsvRow()))
  const answers = await Promise.all(lists.map((list) => roster.sendList('import', list)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(roster.countPeople()).toBe(before + 3)
})

test('[P7, P38] twenty thousand rows are previewed and imported in seconds, and others are served in the meantime', {
  timeout: 60_000,
}, async () => {
  const list = makeCsv(
    ...Array.from({ length: 20_000 }, (_, index) => `x${index},Réseau ${index},Nom ${index},x${index}@example.org,government,remote,fr,`),
  )
  expect(Buffer.byteLength(list)).toBeLessThan(2 * 1024 * 1024)
  // Counts the CPU time of this process, so that the load of the machine does not matter.
  const began = process.cpuUsage()
  const [previewPause, preview] = await measureLongestPause(() => roster.sendList('preview', list))
  const [importPause, imported] = await measureLongestPause(() => roster.sendList('import', list))
  const { user, system } = process.cpuUsage(began)
  const [againPause, again] = await measureLongestPause(() => roster.sendList('preview', list))
  expect(preview.body['counts']).toMatchObject({ rows: 20_000, fresh: 20_000 })
  expect(imported.body['counts']).toMatchObject({ fresh: 20_000 })
  expect(again.body).toMatchObject({ repeated: true, counts: { same: 20_000 } })
  const pauses = [previewPause, importPause, againPause]
  process.stdout.write(
    `20,000 rows: longest pause ${pauses.join(', ')} ms (preview, import, preview again), ${Math.round((user + system) / 1_000)} ms of CPU\n`,
  )
  expect((user + system) / 1_000).toBeLessThan(8_000)
  // About 50 ms on an idle machine.
  expect(Math.max(...pauses)).toBeLessThan(150)
})
