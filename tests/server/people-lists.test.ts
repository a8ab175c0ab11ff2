/** Lists of people: how they are read, what is said of what is wrong with them, and that they are imported whole or not at all. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Doors, openDoors } from '../support/in-process-server.ts'
import { Desk } from '../support/roster-client.ts'

let doors: Doors
let desk: Desk
beforeAll(async () => {
  doors = await openDoors()
  desk = new Desk(doors)
})
afterAll(() => doors.close())

const header = 'id,organization,name,email,group,channel,language,consent'
const file = (...rows: readonly string[]): string => [header, ...rows].join('\r\n')
let made = 0
/** A row that nobody else has. */
const row = (changed: Partial<Record<string, string>> = {}): string => {
  made += 1
  const cells = {
    id: `r-${made}`,
    entity: `Organization ${made}`,
    name: `Name ${made}`,
    email: `p${made}@example.org`,
    group: 'civil-society',
    channel: 'room',
    language: 'en',
    named: 'yes',
    ...changed,
  }
  return Object.values(cells).join(',')
}
const size = () => doors.session.state.people.all.size
const standing = () => [size(), doors.session.revision]

describe('a list', () => {
  test('is looked at without anything being changed', async () => {
    const before = standing()
    const { status, body } = await desk.send('preview', file(row(), row({ channel: 'en ligne', named: '', language: 'français' })))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      separator: ',',
      columns: { entity: 'organization', named: 'consent' },
      ignored: [],
      counts: { rows: 2, fresh: 2, changed: 0, same: 0, revoked: 0 },
      faults: [],
      faultCount: 0,
      repeated: false,
    })
    expect(body['sample']).toMatchObject([
      { line: 2, outcome: 'fresh', channel: 'room', named: true },
      { line: 3, outcome: 'fresh', channel: 'remote', named: null, language: 'fr' },
    ])
    expect(standing()).toEqual(before)
  })

  test('[P7] is imported whole, in one commit, and its people have numbers and links', async () => {
    const [before, revision] = [size(), doors.session.revision]
    const { status, body } = await desk.send('import', file(row(), row(), row()))
    expect([status, body['counts']]).toEqual([200, { rows: 3, fresh: 3, changed: 0, same: 0, revoked: 0 }])
    expect([size(), doors.session.revision]).toEqual([before + 3, revision + 1])
  })

  test('[P8] sent again it changes nothing, also what was corrected meanwhile', async () => {
    const entity = 'Kept as corrected'
    const list = file(row({ entity: 'First written' }), row())
    await desk.send('import', list)
    const found = await desk.ask('GET', '/people?find=First+written')
    const [{ person }] = found.body['people'] as [{ person: string }]
    expect((await desk.ask('PATCH', `/people/${person}`, { entity })).status).toBe(200)
    const before = standing()
    expect((await desk.send('import', list)).body).toMatchObject({ repeated: true, counts: { fresh: 2 } })
    expect(standing()).toEqual(before)
    expect(doors.session.state.people.all.get(person as PersonId)?.entity).toBe(entity)
  })

  test('[P8] the same people in another list are the same: by id, by address, or by what the row says', async () => {
    await desk.send('import', file(row({ id: 'same-1', email: 'one@example.org' }), row({ id: '', email: 'TWO@example.org' })))
    await desk.send('import', file(',Delegation,,,government,room,,', ',Delegation,,,government,room,,'))
    const before = size()
    const { body } = await desk.send(
      'import',
      file(
        row({ id: 'same-1', email: 'new-one@example.org', entity: 'Renamed' }),
        row({ id: 'same-2', email: 'two@EXAMPLE.org' }),
        ',Delegation,,,government,room,,',
        ',Delegation,,,government,room,,',
      ),
    )
    expect(body['counts']).toEqual({ rows: 4, fresh: 0, changed: 2, same: 2, revoked: 0 })
    expect(size()).toBe(before)
  })

  test('[P8] whoever was revoked is not let in again by a list', async () => {
    const listed = row({ id: 'leaves' })
    await desk.send('import', file(listed))
    const { body } = await desk.ask('GET', '/people?find=leaves')
    const [{ person }] = body['people'] as [{ person: string }]
    await desk.ask('POST', `/people/${person}/revoke`, {})
    expect((await desk.send('import', file(listed, row()))).body['counts']).toMatchObject({ fresh: 1, revoked: 1 })
    expect(doors.session.state.people.all.get(person as PersonId)?.revoked).toBe(true)
  })

  test('leaves what it has no column for, and empties what it has an empty cell for', async () => {
    await desk.send('import', file(row({ id: 'partial', name: 'Written once', language: 'ar' })))
    await desk.send(
      'import',
      'id;organisation;groupe;canal;langue\npartial;Another;Gouvernements;à distance;\n'.replace('Gouvernements', 'government'),
    )
    const { body } = await desk.ask('GET', '/people?find=partial')
    expect(body['people']).toMatchObject([
      { entity: 'Another', group: 'government', channel: 'remote', name: 'Written once', language: null },
    ])
  })

  test('[P9] texts stay as they are written', async () => {
    const names = ['McDonald', 'de la Cruz', 'ORTEGA y GASSET', 'Ünsal İpek', 'عبد الرحمن', '王小明', 'ß']
    await desk.send('import', file(...names.map((name, index) => row({ name, id: `cased-${index}` }))))
    const { body } = await desk.ask('GET', '/people?find=cased')
    expect((body['people'] as { name: string }[]).map(({ name }) => name)).toEqual(names)
  })
})

describe('columns', () => {
  const headers: readonly (readonly [string, string])[] = [
    ['English', 'Organization,Full name,E-mail,Stakeholder group,Participation'],
    ['French', 'Délégation;Nom et prénom;Courriel;Groupe;Mode de participation'],
    ['Spanish', 'Organización\tNombre y apellidos\tCorreo electrónico\tGrupo\tModalidad'],
    ['Russian', 'Организация;ФИО;Электронная почта;Группа;Форма участия'],
    ['Arabic', 'المنظمة,الاسم الكامل,البريد الإلكتروني,المجموعة,طريقة المشاركة'],
    ['Chinese', '机构,姓名,电子邮件,组别,参会方式'],
  ]
  test.each(headers)('are found by their %s names, whatever separates them', async (_, names) => {
    const separator = /[;\t]/.exec(names)?.[0] ?? ','
    const cells = ['Org, with; all\tof them', 'Name', 'x@example.org', 'private-sector', '远程'].map((cell) => `"${cell}"`).join(separator)
    const { status, body } = await desk.send('preview', `\ufeff${names}\n${cells}\n`)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body['faults']).toEqual([])
    expect(body['sample']).toMatchObject([
      { entity: 'Org, with; all of them', email: 'x@example.org', group: 'private-sector', channel: 'remote' },
    ])
  })

  test('are the ones that the caller names, before any usual name', async () => {
    const list = 'Represents,Organization,Group,Channel\nA,B,government,room\n'
    const named = await desk.send('preview', list, { entity: 'Represents' })
    expect(named.body).toMatchObject({ columns: { entity: 'Represents' }, ignored: ['Organization'] })
    expect(named.body['sample']).toMatchObject([{ entity: 'A' }])
    expect((await desk.send('preview', list)).body).toMatchObject({ columns: { entity: 'Organization' }, ignored: ['Represents'] })
  })

  test.each([
    ['that is named and not there', 'Organization,Group,Channel', { name: 'Nobody' }, 'csv-column-missing', 'Nobody'],
    ['that is needed', 'Organization,Channel', undefined, 'csv-column-missing', 'group'],
    ['twice', 'Organization,Delegation,Group,Channel', undefined, 'csv-column-twice', 'Delegation'],
    ['for two fields', 'A,Group,Channel', { entity: 'A', name: 'A' }, 'csv-column-twice', 'A'],
    ['__proto__', 'Organization,Group,Channel,__proto__', undefined, 'csv-header-refused', '__proto__'],
    ['constructor', ' constructor ,Organization,Group,Channel', undefined, 'csv-header-refused', 'constructor'],
  ])('a column %s is said', async (_, names, columns, why, about) => {
    const { status, body } = await desk.send('preview', `${names}\n${names.replace(/[^,]+/g, 'x')}\n`, columns)
    expect([status, body]).toEqual([422, { why, about }])
  })
})

describe('a file', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file(row()), 'utf16le')])
  const many = `${header}\n${'a,b,c,d,government,room,en,yes\n'.repeat(20_001)}`
  test.each<readonly [string, string | Uint8Array, string, unknown]>([
    ['of nothing', '', 'csv-empty', null],
    ['with a header alone', header, 'csv-empty', null],
    ['with empty rows alone', `${header}\n\n,,,,,,,\n`, 'csv-empty', null],
    ['in Latin-1', Buffer.from(file(row({ name: 'Ren\xe9' })), 'latin1'), 'csv-not-utf-8', null],
    ['in UTF-16', utf16, 'csv-utf-16', null],
    ['with a quote that does not end', `${file(row())}\n"open`, 'csv-quotes', 3],
    ['with more after a quote', `${file(row())}\n"a"b,c`, 'csv-quotes', 3],
    ['with too many rows', many, 'csv-too-many-rows', 20_000],
    ['with too many columns', `${'c,'.repeat(65)}c\n`, 'csv-too-many-columns', null],
    ['with a million columns', `${','.repeat(1_000_000)}\n`, 'csv-too-many-columns', null],
    ['with a million cells in a row', `${file(row())}\n${','.repeat(1_000_000)}`, 'csv-row-too-long', 3],
    ['with a cell of a megabyte', `${file(row())}\n"${'x\n'.repeat(500_000)}"`, 'csv-row-too-long', expect.any(Number)],
  ])('%s is refused as a whole, soon', async (_, bytes, why, about) => {
    const [before, began] = [standing(), performance.now()]
    for (const step of ['preview', 'import'] as const) {
      const { status, body } = await desk.send(step, bytes)
      expect([status, body]).toEqual([422, { why, about }])
    }
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(standing()).toEqual(before)
  })

  test('of more than two MiB, or of another kind, is not read', async () => {
    expect(await desk.send('import', 'x'.repeat(2 * 1024 * 1024 + 1))).toMatchObject({ status: 413, body: { why: 'too-large' } })
    expect(await desk.ask('POST', '/people/import', { csv: file(row()) })).toMatchObject({ status: 415, body: { why: 'csv-only' } })
    expect((await desk.raw('POST', '/people/import', file(row()), 'text/plain')).status).toBe(415)
  })

  test.each([
    '{',
    '[]',
    '7',
    '{"__proto__":{}}',
    '{"constructor":"x"}',
    '{"entity":7}',
    '{"role":"chair"}',
    `{"entity":"${'x'.repeat(300)}"}`,
  ])('is not read with the columns %s', async (columns) => {
    const answer = await desk.raw('POST', `/people/preview?columns=${encodeURIComponent(columns)}`, file(row()), 'text/csv')
    expect([answer.status, await answer.json()]).toEqual([400, { why: 'malformed' }])
  })
})

describe('a row', () => {
  test.each<readonly [string, Partial<Record<string, string>>, string, string]>([
    ['without an organization', { entity: '' }, 'organization', 'text-empty'],
    ['of an organization that is nothing to see', { entity: '\u200b\u202e' }, 'organization', 'text-empty'],
    ['of a long organization', { entity: 'x'.repeat(121) }, 'organization', 'text-too-long'],
    ['that imitates an office', { entity: ' The  CHAIR' }, 'organization', 'office-imitated'],
    ['whose name imitates an office', { name: 'Secretariat' }, 'name', 'office-imitated'],
    ['with a control character', { name: 'a\u0007b' }, 'name', 'text-refused'],
    ['with a null in it', { entity: 'a\u0000b' }, 'organization', 'text-refused'],
    ['without a group', { group: '' }, 'group', 'text-empty'],
    ['of a group that is not there', { group: 'martians' }, 'group', 'no-such-group'],
    ['of a channel that is not there', { channel: 'moon' }, 'channel', 'no-such-channel'],
    ['of an address that is none', { email: 'nobody at all' }, 'email', 'email-refused'],
    ['of an address with a line break', { email: '"a@b.c\nBcc: d@e.f"' }, 'email', 'email-refused'],
    ['with an id that everything inherits', { id: 'constructor' }, 'id', 'id-refused'],
    ['with an id that everything has', { id: '__proto__' }, 'id', 'id-refused'],
    ['with an unclear consent', { named: 'perhaps' }, 'consent', 'consent-unclear'],
    ['with an unclear language', { language: 'Klingon!' }, 'language', 'language-unclear'],
  ])('%s is named by line and column, and the list is not imported', async (_, changed, column, why) => {
    const before = standing()
    const list = file(row(), row(changed), row())
    const faults = [{ line: 3, column, why }]
    expect((await desk.send('preview', list)).body).toMatchObject({ faults, faultCount: 1 })
    expect(await desk.send('import', list)).toEqual({ status: 422, body: { why: 'rows-refused', faults, faultCount: 1 } })
    expect(standing()).toEqual(before)
  })

  test('says all that is wrong with it, where it begins, and where the same was said before', async () => {
    const list = file(
      row({ entity: '"Two\nlines"' }),
      row({ id: 'twice', email: 'twice@example.org' }),
      row({ id: 'twice', email: 'Twice@example.org', group: 'x', channel: 'y' }),
      row({ id: 'twice', email: 'TWICE@example.org' }),
      'too,few',
    )
    expect((await desk.send('preview', list)).body['faults']).toEqual([
      { line: 5, column: 'group', why: 'no-such-group' },
      { line: 5, column: 'channel', why: 'no-such-channel' },
      { line: 6, column: 'id', why: 'id-twice', first: 4 },
      { line: 6, column: 'email', why: 'email-twice', first: 4 },
      { line: 7, column: null, why: 'row-width' },
    ])
  })

  test('whose address is somebody else’s is refused', async () => {
    await desk.send('import', file(row({ id: 'owner', email: 'owned@example.org' })))
    const { body } = await desk.send('import', file(row({ id: 'other', email: 'OWNED@example.org' })))
    expect(body).toMatchObject({ why: 'rows-refused', faults: [{ line: 2, column: 'email', why: 'email-taken' }] })
  })

  test('may begin with what our own lists put before a formula', async () => {
    const { body } = await desk.send('preview', file(row({ name: "'=Formula" })))
    expect(body['sample']).toMatchObject([{ name: '=Formula' }])
  })
})

test('[P8] two lists at once that name the same person make one of them', async () => {
  const [before, email] = [size(), 'at-once@example.org']
  const lists = ['', ''].map((id, index) => file(row({ id, email, entity: `Sent ${index}` }), row()))
  const answers = await Promise.all(lists.map((list) => desk.send('import', list)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(size()).toBe(before + 3)
})

test('[P7] twenty thousand are looked at and imported in five seconds, and others are served meanwhile', { timeout: 60_000 }, async () => {
  const list = file(
    ...Array.from({ length: 20_000 }, (_, index) => `x${index},Réseau ${index},Nom ${index},x${index}@example.org,government,remote,fr,`),
  )
  expect(Buffer.byteLength(list)).toBeLessThan(2 * 1024 * 1024)
  let [longest, before] = [0, performance.now()]
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - before)
    before = performance.now()
  }, 5)
  // Of this process, whatever else the machine does meanwhile; the pauses are what others would feel.
  const began = process.cpuUsage()
  expect((await desk.send('preview', list)).body['counts']).toMatchObject({ rows: 20_000, fresh: 20_000 })
  expect((await desk.send('import', list)).body['counts']).toMatchObject({ fresh: 20_000 })
  const { user, system } = process.cpuUsage(began)
  clearInterval(pulse)
  expect((user + system) / 1_000).toBeLessThan(5_000)
  expect(longest).toBeLessThan(1_500)
  expect((await desk.send('import', list)).body).toMatchObject({ repeated: true })
})
