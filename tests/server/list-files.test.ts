/** Files of people from spreadsheets and registration systems: workbooks, encodings, columns, and hostile files. */
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { csvHeader, makeCsv, makeCsvRow } from '../support/people-csv.ts'
import { RosterClient } from '../support/roster-client.ts'
import { makeSheetXml, makeWorkbook, packWorkbook, type WorkbookCell } from '../support/xlsx-workbook.ts'

let server: InProcessServer
let roster: RosterClient
beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
})
afterAll(() => server.close())

const header = ['Organization', 'Group', 'Channel', 'Name']
const makePersonRow = (entity: string, ...more: readonly WorkbookCell[]): readonly WorkbookCell[] => [entity, 'government', 'room', ...more]

describe('a workbook', () => {
  test('[P34] is read like a list: texts, numbers as they are written, and empty cells', async () => {
    const sheet = [
      ['Reg. No.', 'Organization', 'Group', 'Channel', 'Name', 'Consent', null],
      ['007', 'Fédération <&>', 'government', 'room', null, true, null],
      [8, 'وفد الدولة', 'Government', 'en ligne', 'اسم', null, null],
    ]
    const { status, body } = await roster.sendList('preview', makeWorkbook({ Participants: sheet }))
    expect([status, body['faults']]).toEqual([200, []])
    expect(body['source']).toEqual({ format: 'xlsx', sheet: 'Participants', sheets: ['Participants'] })
    expect(body['sample']).toMatchObject([
      { line: 2, externalId: '007', entity: 'Fédération <&>', name: null, nameInRecord: true },
      { line: 3, externalId: '8', entity: 'وفد الدولة', channel: 'remote', name: 'اسم', nameInRecord: null },
    ])
  })

  test('[P34] errors name the row of the sheet, the letter of the column and the value', async () => {
    const sheet = [[], ['List of participants'], [], header, makePersonRow('A', 'N'), [], ['B', 'martians', 'room', 'N', 'more']]
    const { body } = await roster.sendList('preview', makeWorkbook({ Notes: [], People: sheet }))
    expect(body).toMatchObject({ source: { sheet: 'People' }, headers: header, counts: { rows: 2 } })
    expect(body['faults']).toEqual([{ line: 7, column: null, letter: null, value: null, reason: 'row-width' }])
    const { body: other } = await roster.sendList('preview', makeWorkbook({ People: [header, [], ['B', 'martians', 'room', 'N']] }))
    expect(other['faults']).toEqual([{ line: 3, column: 'Group', letter: 'B', value: 'martians', reason: 'no-such-group' }])
  })

  test('[P34] with several sheets is read from the first sheet with people, or from the chosen one', async () => {
    const file = makeWorkbook({
      Empty: [],
      Title: [['Some title']],
      One: [header, makePersonRow('First')],
      Two: [header, makePersonRow('Second')],
    })
    const preview = await roster.sendList('preview', file)
    expect(preview.body).toMatchObject({ source: { sheet: 'One', sheets: ['Title', 'One', 'Two'] }, sample: [{ entity: 'First' }] })
    const chosen = await roster.sendList('preview', file, undefined, undefined, { sheet: 'Two' })
    expect(chosen.body).toMatchObject({ source: { sheet: 'Two' }, sample: [{ entity: 'Second' }] })
    const missing = await roster.sendList('preview', file, undefined, undefined, { sheet: 'Three' })
    expect([missing.status, missing.body]).toEqual([422, { reason: 'list-no-such-sheet', about: 'Three' }])
  })

  test('[P34] is imported, and importing it again changes nothing', async () => {
    const file = makeWorkbook({ People: [[...header, 'Id'], makePersonRow('Workbook', 'Clerk', 'w-1')] })
    expect((await roster.sendList('import', file)).body).toMatchObject({ counts: { fresh: 1 }, repeated: false })
    const before = roster.getState()
    expect((await roster.sendList('import', file)).body).toMatchObject({ repeated: true })
    expect(roster.getState()).toEqual(before)
  })

  const bomb = packWorkbook({ People: makeSheetXml(`<row r="1"><c r="A1"><v>${'0'.repeat(60 * 1024 * 1024)}</v></c></row>`) })
  const manyParts = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`x/${index}.xml`, strToU8('x')]))
  const far = (at: string) => packWorkbook({ People: makeSheetXml(`<row><c r="${at}" t="inlineStr"><is><t>x</t></is></c></row>`) })
  test.each<readonly [string, Uint8Array, string]>([
    ['that unpacks to 60 MiB', bomb, 'list-too-heavy'],
    ['of many parts', packWorkbook({}, manyParts), 'list-too-heavy'],
    ['with a cell in the last row', far('A1048576'), 'list-too-many-rows'],
    ['with a cell in the last column', far('XFD1'), 'list-too-many-columns'],
    ['with a cell that nobody could reach', far('ZZZZZZZZZ1'), 'list-too-many-columns'],
    ['with more than 64 columns', makeWorkbook({ A: [Array.from({ length: 65 }, (_, n) => `c${n}`), ['x']] }), 'list-too-many-columns'],
    ['with a row of a megabyte', makeWorkbook({ A: [header, ['x'.repeat(1024 * 1024)]] }), 'list-row-too-long'],
    ['without people', makeWorkbook({ A: [header], B: [] }), 'list-empty'],
    ['without sheets', makeWorkbook({}), 'list-unreadable'],
    ['that is another archive', zipSync({ 'content.xml': strToU8('<office/>') }), 'list-unreadable'],
    ['that is cut off', makeWorkbook({ A: [header, makePersonRow('A')] }).slice(0, 300), 'list-unreadable'],
    ['with broken XML', packWorkbook({ A: makeSheetXml('<row><c r="A1"><v>1</row>') }), 'list-unreadable'],
    ['of an old format, or with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array<number>(600).fill(0)]), 'list-old-workbook'],
    [
      'that is a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, ...Array<number>(600).fill(0)]),
      'list-unreadable',
    ],
  ])('[P34] %s is refused in words, quickly', async (_, file, reason) => {
    const [before, began] = [roster.getState(), performance.now()]
    expect(await roster.sendList('import', file)).toMatchObject({ status: 422, body: { reason } })
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(roster.getState()).toEqual(before)
  })
})

/** Encodes the texts of a list in an old encoding. */
const encode = (text: string, encoding: string): Uint8Array => {
  const decoder = new TextDecoder(encoding)
  const bytesByLetter = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const).reverse())
  return Uint8Array.from([...text].map((letter) => bytesByLetter.get(letter) ?? 0x3f))
}
const makeWideList = (text: string, isBig: boolean, hasMark: boolean): Uint8Array => {
  const bytes = Buffer.from(`${hasMark ? '\ufeff' : ''}${text}`, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}
const french = 'Délégation;Nom;Prénom;Groupe;Mode de participation\nFédération des bibliothèques;Béranger;Zoë;government;à distance\n'
const russian = 'Организация;Фамилия;Имя;Группа;Форма участия\nНациональная библиотека;Семёнова;Ольга;government;очно\n'
const arabic = 'المنظمة;اسم العائلة;الاسم الأول;المجموعة;طريقة المشاركة\nاتحاد المكتبات الوطنية;العلي;سلمى;government;عن بعد\n'
const chinese = Uint8Array.from(
  Buffer.from(
    'bbfab9b9 2c d0d5c3fb 2c d7e9b1f0 2c b2cebbe1b7bdcabd 0a b9fabcd2cdbccae9b9ddd0adbbe1 2c cdf5d0a1c3f7 2c676f7665726e6d656e742c d4b6b3cc 0a'.replaceAll(
      ' ',
      '',
    ),
    'hex',
  ),
)

describe('a CSV file', () => {
  test.each<readonly [string, Uint8Array, string, string, string | null]>([
    ['UTF-8', Buffer.from(french), 'utf-8', 'Fédération des bibliothèques', 'Zoë Béranger'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${french}`), 'utf-8', 'Fédération des bibliothèques', 'Zoë Béranger'],
    ['UTF-16', makeWideList(arabic, false, true), 'utf-16le', 'اتحاد المكتبات الوطنية', 'سلمى العلي'],
    ['UTF-16 with the other byte order', makeWideList(russian, true, true), 'utf-16be', 'Национальная библиотека', 'Ольга Семёнова'],
    ['UTF-16 without a mark', makeWideList(french, false, false), 'utf-16le', 'Fédération des bibliothèques', 'Zoë Béranger'],
    ['Windows-1252', encode(french, 'windows-1252'), 'windows-1252', 'Fédération des bibliothèques', 'Zoë Béranger'],
    ['Windows-1251', encode(russian, 'windows-1251'), 'windows-1251', 'Национальная библиотека', 'Ольга Семёнова'],
    ['KOI8-R', encode(russian, 'koi8-r'), 'koi8-r', 'Национальная библиотека', 'Ольга Семёнова'],
    ['Windows-1256', encode(arabic, 'windows-1256'), 'windows-1256', 'اتحاد المكتبات الوطنية', 'سلمى العلي'],
    ['GB18030', chinese, 'gb18030', '国家图书馆协会', '王小明'],
  ])('[P35] in %s is read, and the preview shows this', async (_, file, encoding, entity, name) => {
    const { status, body } = await roster.sendList('preview', file)
    expect([status, body['faults']], JSON.stringify(body)).toEqual([200, []])
    expect(body).toMatchObject({ source: { format: 'csv', encoding }, sample: [{ entity, name }] })
  })

  test('[P35] can be read in another encoding if the guess was wrong', async () => {
    const file = encode(`${csvHeader}\n${makeCsvRow({ entity: 'Ñandú' })}\n`, 'windows-1252')
    const { body } = await roster.sendList('preview', file, undefined, undefined, { encoding: 'koi8-r' })
    expect(body).toMatchObject({ source: { encoding: 'koi8-r' }, sample: [{ entity: 'яandЗ' }] })
    const { body: right } = await roster.sendList('preview', file, undefined, undefined, { encoding: 'windows-1252' })
    expect(right).toMatchObject({ source: { encoding: 'windows-1252' }, sample: [{ entity: 'Ñandú' }] })
    const { status, body: wrong } = await roster.sendList('preview', file, undefined, undefined, { encoding: 'utf-8' })
    expect([status, wrong]).toEqual([422, { reason: 'list-wrong-encoding', about: 'utf-8' }])
    expect((await roster.sendList('preview', file, undefined, undefined, { encoding: 'klingon' })).body).toMatchObject({
      reason: 'malformed',
    })
  })

  test('[P35] with a title above its header is read from the header on', async () => {
    const { body } = await roster.sendList('preview', `Participants of the session\n\n${makeCsv(makeCsvRow({ entity: 'Below' }))}`)
    expect(body).toMatchObject({ faults: [], headers: csvHeader.split(','), sample: [{ line: 4, entity: 'Below' }] })
  })
})

describe('columns of registration systems', () => {
  const read = async (names: string, cells: string, choices: Readonly<Record<string, string>> = {}, columns?: object) => {
    const list = `${names},Group,Channel\n${cells},government,room\n`
    const { status, body } = await roster.sendList('preview', list, columns, undefined, choices)
    return { status, body, person: (body['sample'] as readonly Record<string, unknown>[] | undefined)?.[0] }
  }

  test.each<readonly [string, string, string, string]>([
    ['of Indico', 'ID,Name,First Name,Last Name,Email Address,Affiliation', '17,McDONALD Ann,Ann,McDONALD,a@b.org,Réseau', 'McDONALD Ann'],
    [
      'of a registration desk',
      'Reg. No.,Family name,Given name(s),E-mail,Delegation',
      '17,de la CRUZ,Ana María,a@b.org,Réseau',
      'Ana María de la CRUZ',
    ],
    ['in French', "N° d'inscription,Nom,Prénom(s),Courriel,Délégation", '17,N’DIAYE,Aïssatou,a@b.org,Réseau', 'Aïssatou N’DIAYE'],
    [
      'in Spanish',
      'Número de registro,Nombre,Apellidos,Correo electrónico,Organización',
      '17,José,ORTEGA y GASSET,a@b.org,Réseau',
      'José ORTEGA y GASSET',
    ],
    [
      'in Arabic',
      'رقم التسجيل,الاسم الأول,اسم العائلة,البريد الإلكتروني,الجهة',
      '17,عبد الرحمن,الفاسي,a@b.org,Réseau',
      'عبد الرحمن الفاسي',
    ],
    ['in Chinese', '注册号,姓,名,电子邮件,机构', '17,王,小明,a@b.org,Réseau', '王小明'],
  ])('[P36] %s are recognized, and the name is joined as it is written', async (_, names, cells, name) => {
    const { body, person } = await read(names, cells)
    expect(body['faults'], JSON.stringify(body)).toEqual([])
    expect(person).toMatchObject({ externalId: '17', entity: 'Réseau', email: 'a@b.org', name })
  })

  test('[P36] the order of the joined name can be chosen, and one part alone counts as a name', async () => {
    const names = 'Organization,Family name,First name'
    expect((await read(names, 'A,TANAKA,Yuki')).body).toMatchObject({ nameOrder: 'given-first' })
    const inChinese = await read('机构,姓,名', 'A,Wang,Xiaoming')
    expect(inChinese.body).toMatchObject({ nameOrder: 'family-first' })
    expect(inChinese.person).toMatchObject({ name: 'Wang Xiaoming' })
    expect((await read(names, 'A,TANAKA,Yuki', { nameOrder: 'family-first' })).person).toMatchObject({ name: 'TANAKA Yuki' })
    expect((await read(names, 'A,TANAKA,')).person).toMatchObject({ name: 'TANAKA' })
    expect((await read(names, 'A,,')).person).toMatchObject({ name: null })
    expect((await read('Organization,First name', 'A,Yuki')).person).toMatchObject({ name: 'Yuki' })
  })

  test('[P36] the columns of a name can be chosen by hand', async () => {
    const names = 'Organization,Full name,Rufname,Nachname'
    expect((await read(names, 'A,Whole,Given,Family')).person).toMatchObject({ name: 'Whole' })
    const chosen = await read(names, 'A,Whole,Given,Family', {}, { givenName: 'Rufname', familyName: 'Nachname' })
    expect(chosen.person).toMatchObject({ name: 'Given Family' })
    expect(chosen.body).toMatchObject({ columns: { name: null, givenName: 'Rufname', familyName: 'Nachname' }, ignored: ['Full name'] })
  })
})
