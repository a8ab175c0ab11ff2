/** Reading a list of people: its columns, the file, each row, and every error in them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { csvHeader, makeCsv, makeCsvRow } from '../support/people-csv.ts'
import { RosterClient } from '../support/roster-client.ts'

let server: InProcessServer
let roster: RosterClient
beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
})
afterAll(() => server.close())

describe('columns', () => {
  const headers: readonly (readonly [string, string])[] = [
    ['English', 'Organization,Full name,E-mail,Stakeholder group,Participation'],
    ['French', 'Délégation;Nom et prénom;Courriel;Groupe;Mode de participation'],
    ['Spanish', 'Organización\tNombre y apellidos\tCorreo electrónico\tGrupo\tModalidad'],
    ['Russian', 'Организация;ФИО;Электронная почта;Группа;Форма участия'],
    ['Arabic', 'المنظمة,الاسم الكامل,البريد الإلكتروني,المجموعة,طريقة المشاركة'],
    ['Chinese', '机构,姓名,电子邮件,组别,参会方式'],
  ]
  test.each(headers)('are found by their %s names, with any separator', async (_, names) => {
    const separator = /[;\t]/.exec(names)?.[0] ?? ','
    const cells = ['Org, with; all\tof them', 'Name', 'x@example.org', 'private-sector', '远程'].map((cell) => `"${cell}"`).join(separator)
    const { status, body } = await roster.sendList('preview', `\ufeff${names}\n${cells}\n`)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body['faults']).toEqual([])
    expect(body['sample']).toMatchObject([
      { entity: 'Org, with; all of them', email: 'x@example.org', group: 'private-sector', channel: 'remote' },
    ])
  })

  test('can be named by the caller, which takes precedence over known names', async () => {
    const list = 'Represents,Organization,Group,Channel\nA,B,government,room\n'
    const mapped = await roster.sendList('preview', list, { entity: 'Represents' })
    expect(mapped.body).toMatchObject({ columns: { entity: 'Represents' }, ignored: ['Organization'] })
    expect(mapped.body['sample']).toMatchObject([{ entity: 'A' }])
    expect((await roster.sendList('preview', list)).body).toMatchObject({ columns: { entity: 'Organization' }, ignored: ['Represents'] })
  })

  test.each([
    ['that is named and missing', 'Organization,Group,Channel', { name: 'Nobody' }, ['column-missing', 'name', 'Nobody']],
    ['that is required', 'Organization,Channel', undefined, ['column-missing', 'group', null]],
    ['twice', 'Organization,Delegation,Group,Channel', undefined, ['column-twice', 'entity', 'Delegation']],
    ['for two fields', 'A,Group,Channel', { entity: 'A', name: 'A' }, ['column-twice', 'name', 'A']],
    ['__proto__', 'Organization,Group,Channel,__proto__', undefined, ['column-refused', null, '__proto__']],
    ['constructor', ' constructor ,Organization,Group,Channel', undefined, ['column-refused', null, 'constructor']],
  ])('a column %s is reported', async (_, names, columns, [reason, field, header]) => {
    const { status, body } = await roster.sendList('preview', `${names}\n${names.replace(/[^,]+/g, 'x')}\n`, columns)
    expect([status, body['reason'], body['columnFaults']]).toEqual([422, 'columns-refused', [{ reason, field, header }]])
    expect(body).toMatchObject({ headers: names.split(','), source: { format: 'csv', encoding: 'utf-8', separator: ',' } })
  })

  test('[P37] all errors of the columns are reported at once', async () => {
    const { body } = await roster.sendList('preview', 'Reg. No.,Email,Email,constructor\n1,a@b.org,a@b.org,x\n', { name: 'Nobody' })
    expect(body['columnFaults']).toEqual([
      { reason: 'column-refused', field: null, header: 'constructor' },
      { reason: 'column-missing', field: 'name', header: 'Nobody' },
      { reason: 'column-twice', field: 'email', header: 'Email' },
      { reason: 'column-missing', field: 'entity', header: null },
      { reason: 'column-missing', field: 'group', header: null },
      { reason: 'column-missing', field: 'channel', header: null },
    ])
  })

  test('a column that is recognized can be left out', async () => {
    const list = 'Organization,Group,Channel,Name\nA,government,room,Clerk\n'
    expect((await roster.sendList('preview', list, { name: null })).body).toMatchObject({
      columns: { name: null },
      ignored: ['Name'],
      sample: [{ name: null }],
    })
  })
})

describe('a file', () => {
  const many = `${csvHeader}\n${'a,b,c,d,government,room,en,yes\n'.repeat(20_001)}`
  test.each<readonly [string, string | Uint8Array, string, unknown]>([
    ['without content', '', 'list-empty', null],
    ['with only a header', csvHeader, 'list-empty', null],
    ['with only empty rows', `${csvHeader}\n\n,,,,,,,\n`, 'list-empty', null],
    ['with an unclosed quote', `${makeCsv(makeCsvRow())}\n"open`, 'list-quotes', 3],
    ['with text after a closing quote', `${makeCsv(makeCsvRow())}\n"a"b,c`, 'list-quotes', 3],
    ['with too many rows', many, 'list-too-many-rows', 20_000],
    ['with too many columns', `${'c,'.repeat(65)}c\n`, 'list-too-many-columns', 64],
    ['with a million columns', `${','.repeat(1_000_000)}\n`, 'list-too-many-columns', 64],
    ['with a million cells in a row', `${makeCsv(makeCsvRow())}\n${','.repeat(1_000_000)}`, 'list-row-too-long', 3],
    ['with a cell of a megabyte', `${makeCsv(makeCsvRow())}\n"${'x\n'.repeat(500_000)}"`, 'list-row-too-long', expect.any(Number)],
  ])('%s is refused as a whole, quickly', async (_, bytes, reason, about) => {
    const [before, began] = [roster.getState(), process.cpuUsage()]
    for (const step of ['preview', 'import'] as const) {
      const { status, body } = await roster.sendList(step, bytes)
      expect([status, body]).toEqual([422, { reason, about }])
    }
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000).toBeLessThan(10_000)
    expect(roster.getState()).toEqual(before)
  })

  test('is not read if it has more than two MiB, or another type', async () => {
    expect(await roster.sendList('import', 'x'.repeat(2 * 1024 * 1024 + 1))).toMatchObject({ status: 413, body: { reason: 'too-large' } })
    expect(await roster.request('POST', '/people/import', { csv: makeCsv(makeCsvRow()) })).toMatchObject({
      status: 415,
      body: { reason: 'list-only' },
    })
    expect((await roster.fetchRaw('POST', '/people/import', makeCsv(makeCsvRow()), 'text/plain')).status).toBe(415)
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
  ])('is refused with the columns %s', async (columns) => {
    const answer = await roster.fetchRaw(
      'POST',
      `/people/preview?columns=${encodeURIComponent(columns)}`,
      makeCsv(makeCsvRow()),
      'text/csv',
    )
    expect([answer.status, await answer.json()]).toMatchObject([400, { reason: 'malformed' }])
  })
})

describe('a row', () => {
  test.each<readonly [string, Partial<Record<string, string>>, string, string]>([
    ['without an organization', { entity: '' }, 'organization', 'text-empty'],
    ['with an invisible organization', { entity: '\u200b\u202e' }, 'organization', 'text-empty'],
    ['[P28] with a long organization', { entity: 'x'.repeat(161) }, 'organization', 'text-too-long'],
    ['with an organization that imitates an office title', { entity: ' The  CHAIR' }, 'organization', 'office-imitated'],
    ['with a name that imitates an office title', { name: 'Secretariat' }, 'name', 'office-imitated'],
    ['with a control character', { name: 'a\u0007b' }, 'name', 'text-refused'],
    ['with a null character', { entity: 'a\u0000b' }, 'organization', 'text-refused'],
    ['without a group', { group: '' }, 'group', 'text-empty'],
    ['with an unknown group', { group: 'martians' }, 'group', 'no-such-group'],
    ['with an unknown channel', { channel: 'moon' }, 'channel', 'no-such-channel'],
    ['with an invalid address', { email: 'nobody at all' }, 'email', 'email-refused'],
    ['with a line break in the address', { email: '"a@b.c\nBcc: d@e.f"' }, 'email', 'email-refused'],
    ['with an id that every object inherits', { id: 'constructor' }, 'id', 'id-refused'],
    ['with an id that every object has', { id: '__proto__' }, 'id', 'id-refused'],
    ['with an unclear consent', { nameInRecord: 'perhaps' }, 'consent', 'consent-unclear'],
    ['with an unclear language', { language: 'Klingon!' }, 'language', 'language-unclear'],
  ])('[P7] %s is reported by line, column and value, and the list is not imported', async (_, changed, column, reason) => {
    const before = roster.getState()
    const list = makeCsv(makeCsvRow(), makeCsvRow(changed), makeCsvRow())
    const [written = ''] = Object.values(changed)
    const value =
      written === ''
        ? null
        : written
            .replaceAll('"', '')
            // biome-ignore lint/suspicious/noControlCharactersInRegex: these are in the list
            .replace(/[\u0000\u0007]/, '\ufffd')
            .trim()
    const letter = 'ABCDEFGH'[csvHeader.split(',').indexOf(column)]
    const faults = [{ line: 3, column, letter, value: value !== null && value.length > 60 ? `${value.slice(0, 59)}…` : value, reason }]
    const found = { faults, faultCount: 1, groupNames: expect.arrayContaining(['Civil society', 'none']) }
    expect((await roster.sendList('preview', list)).body).toMatchObject(found)
    expect(await roster.sendList('import', list)).toEqual({ status: 422, body: { reason: 'rows-refused', ...found } })
    expect(roster.getState()).toEqual(before)
  })

  test('is reported with all its errors, its first line, and the line of the first duplicate', async () => {
    const list = makeCsv(
      makeCsvRow({ entity: '"Two\nlines"' }),
      makeCsvRow({ id: 'twice', email: 'twice@example.org', name: 'Delegate' }),
      makeCsvRow({ id: 'twice', email: 'Twice@example.org', group: 'x', channel: 'y' }),
      makeCsvRow({ id: 'twice', email: 'TWICE@example.org', name: 'DELEGATE' }),
      'too,few',
    )
    expect((await roster.sendList('preview', list)).body['faults']).toEqual([
      { line: 5, column: 'group', letter: 'E', value: 'x', reason: 'no-such-group' },
      { line: 5, column: 'channel', letter: 'F', value: 'y', reason: 'no-such-channel' },
      { line: 6, column: 'id', letter: 'A', value: 'twice', reason: 'id-twice', first: 4 },
      { line: 6, column: 'email', letter: 'D', value: 'TWICE@example.org', reason: 'email-twice', first: 4 },
      { line: 7, column: null, letter: null, value: null, reason: 'row-width' },
    ])
  })

  test('with another person’s address is refused', async () => {
    await roster.sendList('import', makeCsv(makeCsvRow({ id: 'owner', email: 'owned@example.org', name: 'Delegate' })))
    const { body } = await roster.sendList('import', makeCsv(makeCsvRow({ id: 'other', email: 'OWNED@example.org', name: 'Delegate' })))
    expect(body).toMatchObject({ reason: 'rows-refused', faults: [{ line: 2, column: 'email', reason: 'email-taken' }] })
  })

  test('may start with the mark that exported lists put before a formula', async () => {
    const { body } = await roster.sendList('preview', makeCsv(makeCsvRow({ name: "'=Formula" })))
    expect(body['sample']).toMatchObject([{ name: '=Formula' }])
  })
})

describe('a value of a list', () => {
  const match = (field: string, written: string, value: string | null) => roster.request('PUT', '/people/values', { field, written, value })

  test('[P96] is asked once for each value, however often and however it is capitalized, and remembered for later lists', async () => {
    const list = makeCsv(
      makeCsvRow({ group: 'Sociedade civil', channel: 'presencialmente' }),
      makeCsvRow({ group: 'SOCIEDADE CIVIL', channel: 'Auditorium' }),
      makeCsvRow({ group: 'Sociedade civil', nameInRecord: 'sim' }),
    )
    const asked = (await roster.sendList('preview', list)).body
    expect(asked).toMatchObject({
      faultCount: 5,
      unclear: [
        { field: 'group', written: 'Sociedade civil', rows: 3 },
        { field: 'channel', written: 'Auditorium', rows: 1 },
        { field: 'nameInRecord', written: 'sim', rows: 1 },
      ],
    })
    expect((await match('group', 'Sociedade Civil', 'civil-society')).status).toBe(200)
    await match('channel', 'auditorium', 'room')
    expect((await match('nameInRecord', 'SIM', 'yes')).body).toMatchObject({ values: expect.arrayContaining([expect.anything()]) })
    const read = (await roster.sendList('preview', list)).body
    expect(read).toMatchObject({ faultCount: 0, unclear: [], counts: { fresh: 3 } })
    expect(read['sample']).toMatchObject([{ group: 'civil-society' }, { group: 'civil-society', channel: 'room' }, { nameInRecord: true }])
    expect(read['key']).not.toBe(asked['key'])
    expect((await roster.sendList('preview', makeCsv(makeCsvRow({ group: 'sociedade civil' })))).body).toMatchObject({ faultCount: 0 })
    await match('group', 'sociedade civil', null)
    expect((await roster.sendList('preview', list)).body).toMatchObject({ unclear: [{ field: 'group', rows: 3 }] })
  })

  test('[P96] that is matched with a group of another session stays unclear, and hostile matches are refused', async () => {
    await match('group', 'Moon base', 'martians')
    const list = makeCsv(makeCsvRow({ group: 'Moon base' }))
    expect((await roster.sendList('preview', list)).body).toMatchObject({ unclear: [{ written: 'Moon base', rows: 1 }] })
    for (const body of [{}, { field: 'entity', written: 'a', value: 'b' }, { field: 'group', written: 'x'.repeat(61), value: 'none' }])
      expect(await roster.request('PUT', '/people/values', body)).toMatchObject({ status: 400, body: { reason: 'malformed' } })
    await match('group', 'constructor', 'none')
    expect((await roster.sendList('preview', makeCsv(makeCsvRow({ group: '__proto__' })))).body).toMatchObject({ faultCount: 1 })
  })

  test.each([
    ['government', ['Government', 'Member State', 'Gouvernement', 'États membres', 'Gobiernos', 'Правительство', 'الدول الأعضاء', '政府']],
    ['civil-society', ['NGO', 'Société civile', 'Sociedad civil', 'Гражданское общество', 'المجتمع المدني', '民间社会']],
    ['private-sector', ['Business', 'Secteur privé', 'Sector privado', 'Частный сектор', 'القطاع الخاص', '私营部门']],
    ['technical-academic', ['Academia', 'Technical community', 'Communauté technique', 'Comunidad técnica', '技术界']],
    ['international', ['IGO', 'International organization', 'Organisations internationales', '国际组织', 'منظمة دولية']],
  ])('[P97] is known in six languages for the group %s of the templates', async (group, names) => {
    const { body } = await roster.sendList('preview', makeCsv(...names.map((name) => makeCsvRow({ group: name }))))
    expect([body['faults'], (body['sample'] as { group: string }[]).map((row) => row.group)]).toEqual([[], names.map(() => group)])
  })

  test('[P98] as the state of a registration decides who comes: withdrawn, refused and pending people are left out and counted', async () => {
    const states = ['Completed', 'Withdrawn', 'Rejected', 'Pending', 'Approuvée', '已取消']
    const list = states.map((state) => `${makeCsvRow()},${state}`).join('\n')
    const { body } = await roster.sendList('preview', `${csvHeader},Registration state\n${list}\n`)
    expect(body).toMatchObject({ ignored: [], faultCount: 0, counts: { rows: 6, fresh: 2, leftOut: 4 } })
    const unknown = await roster.sendList('preview', `${csvHeader},Status\n${makeCsvRow()},Badge printed\n`)
    expect(unknown.body).toMatchObject({ unclear: [{ field: 'state', written: 'Badge printed' }], faults: [{ reason: 'state-unclear' }] })
  })
})

describe('two people', () => {
  test('[P99] with different names share a mailbox, in any order, and again', async () => {
    const [first, second] = ['First', 'Second'].map((name) => makeCsvRow({ id: '', name, email: 'mission@example.org' }))
    const list = makeCsv(first ?? '', second ?? '')
    expect((await roster.sendList('import', list)).body).toMatchObject({ counts: { fresh: 2 } })
    const turned = makeCsv(second ?? '', first ?? '')
    expect((await roster.sendList('preview', turned)).body).toMatchObject({ counts: { fresh: 0, changed: 0, same: 2 } })
    const more = makeCsv(makeCsvRow({ id: '', name: 'Third', email: 'Mission@example.org' }))
    expect((await roster.sendList('preview', more)).body).toMatchObject({ counts: { fresh: 1 }, faultCount: 0 })
    const twice = makeCsv(first ?? '', makeCsvRow({ id: '', name: 'FIRST', email: 'mission@example.org' }))
    expect((await roster.sendList('preview', twice)).body).toMatchObject({ faults: [{ line: 3, reason: 'email-twice', first: 2 }] })
  })

  test('[P99] with one name and organization are shown before an import: in the list, and among those who are registered', async () => {
    await roster.sendList('import', makeCsv(makeCsvRow({ entity: 'Institute', name: 'Given Family' })))
    const list = makeCsv(
      makeCsvRow({ entity: 'INSTITUTE', name: 'FAMILY Given' }),
      makeCsvRow({ entity: 'Mission', name: '', id: '', email: '' }),
      makeCsvRow({ entity: 'Mission', name: '', id: '', email: '' }),
      makeCsvRow({ entity: 'Institute', name: 'Another' }),
    )
    const { body } = await roster.sendList('preview', list)
    expect(body).toMatchObject({ faultCount: 0, likelyCount: 2 })
    expect(body['likely']).toEqual([
      { line: 2, entity: 'INSTITUTE', name: 'FAMILY Given', first: null },
      { line: 4, entity: 'Mission', name: null, first: 3 },
    ])
  })
})
