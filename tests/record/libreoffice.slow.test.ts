/** The documents as LibreOffice opens them, compared with the other formats. */

import { buildRecord } from '@rostrum/server/services/record/build-record'
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { writeDocx } from '@rostrum/server/services/record/formats/docx'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { countHalfWidths } from '@rostrum/server/services/record/report/half-widths'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { beforeAll, describe, expect, test } from 'vitest'
import { convert, convertToPdf, hasOffice, readHeadings, readSheets, readTables } from '../support/libreoffice.ts'
import { buildModelLog, modelId } from '../support/model-session.ts'
import { type PdfContent, readPdf } from '../support/pdf-text.ts'

const commits = buildModelLog()
const record = buildRecord(modelId, commits)
const exportBytes = async (format: 'docx' | 'xlsx' | 'md', language: (typeof languageIds)[number]) =>
  (await exportRecord(modelId, commits, { format, language, public: false, notes: false })).bytes

/** Turns Markdown into plain text: without its escapes, and without bidi isolates. */
const stripMarkdown = (text: string): string =>
  text
    .replace(/<a id="[^"]*"><\/a>/g, '')
    .replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\(#[^)]*\)/g, '$1')
    .replace(/(?<!\\)[*`]/g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .trim()
const splitCells = (row: string): readonly string[] =>
  row
    .replace(/^\| | \|$/g, '')
    .split(' | ')
    .map((cell) => stripMarkdown(cell.replaceAll('<br>', '\n')))

const stripMarks = (text: string): string => text.replace(/[\u200e\u200f]/g, '').trim()

function parseReport(markdown: string) {
  const blocks = markdown.split('\n\n')
  const heads = blocks.flatMap((block) => {
    const [, marks, text = ''] = /^(##+) (.*)$/.exec(block) ?? []
    return marks === undefined ? [] : [[marks.length - 1, stripMarkdown(text)] as const]
  })
  const itsTables = blocks
    .filter((block) => block.startsWith('| '))
    .map((block) => {
      const [head = '', , ...rows] = block.split('\n')
      return { head: splitCells(head), rows: rows.map(splitCells) }
    })
  const contents = blocks.find((block) => block.startsWith('- ['))?.split('\n') ?? []
  return { heads, tables: itsTables, contents: contents.map((line) => stripMarkdown(line.slice(2).replace(/ \([^()]*\)$/, ''))) }
}

describe.skipIf(!hasOffice())('opened by LibreOffice', () => {
  let documents: ReadonlyMap<string, Document>
  let workbooks: ReadonlyMap<string, Document>
  beforeAll(async () => {
    const all = async (format: 'docx' | 'xlsx') =>
      new Map(
        await Promise.all(languageIds.map(async (language) => [`${language}.${format}`, await exportBytes(format, language)] as const)),
      )
    documents = await convert(await all('docx'), 'fodt')
    workbooks = await convert(await all('xlsx'), 'fods')
  }, 200_000)
  const getDocument = (name: string): Document => documents.get(name) ?? workbooks.get(name) ?? expect.fail(`there is no ${name}`)

  test.each(languageIds)('[R8] a document has the headings, the tables and the rows of the report, in %s', async (language) => {
    const report = parseReport(new TextDecoder().decode(await exportBytes('md', language)))
    const document = getDocument(`${language}.docx`)
    // The label of an annex is on the line above its title.
    const colon = getPlainText(getReportText(language).write('heading.labelled', { label: [], title: [] }))
    expect(readHeadings(document).map(([level, text]) => [level, stripMarks(text.replace('\n', colon))])).toEqual(report.heads)
    expect(report.tables.length).toBeGreaterThan(10)
    const [contents, ...tables] = readTables(document).map(({ head, rows }) => ({ head, rows: rows.map((row) => row.map(stripMarks)) }))
    expect(tables).toEqual(report.tables)
    expect(contents?.rows.map(([title]) => title)).toEqual(report.contents)
  })

  test('[R7, R8] a document in Arabic runs from right to left, and one in English does not', () => {
    const getDirection = (language: string) =>
      [...getDocument(`${language}.docx`).getElementsByTagName('style:table-properties')].filter(
        (one) => one.getAttribute('style:writing-mode') === 'rl-tb',
      )
    expect(getDirection('ar')).toHaveLength(readTables(getDocument('ar.docx')).length)
    expect(getDirection('en')).toEqual([])
  })

  test.each(languageIds)('[R7] a workbook has no formula, in %s', (language) => {
    const cells = [...readSheets(getDocument(`${language}.xlsx`)).values()].flatMap((rows) => rows.flatMap((row) => [...row.values()]))
    expect(cells.length).toBeGreaterThan(1000)
    expect(cells.filter(({ formula }) => formula)).toEqual([])
  })

  test('[R7, R8] in a workbook numbers are numbers, times are local times, and text is unchanged', () => {
    const all = readSheets(getDocument('en.xlsx'))
    const getColumn = (sheet: string, name: string) => all.get(sheet)?.map((row) => row.get(name)) ?? []
    const numbers = (values: readonly number[]) => values.map((value) => ({ type: 'float', value: `${value}`, formula: false }))
    const texts = (values: readonly (string | null)[]) =>
      values.map((value) => ({ type: value ? 'string' : null, value: value ?? '', formula: false }))
    const toLocalTime = (iso: string) => new Date(Date.parse(iso) + 2 * 3_600_000).toISOString().slice(0, 19)
    const times = (values: readonly string[]) => values.map((iso) => ({ type: 'date', value: toLocalTime(iso), formula: false }))

    expect(getColumn('Interventions', 'Seconds used')).toEqual(numbers(record.turns.map(({ usedSeconds }) => usedSeconds)))
    expect(getColumn('Interventions', 'Started').map((cell) => cell && { ...cell, value: cell.value.slice(0, 19) })).toEqual(
      times(record.turns.map(({ startedAt }) => startedAt)),
    )
    expect(getColumn('Interventions', 'Started (ISO)')).toEqual(texts(record.turns.map(({ startedAt }) => startedAt)))
    expect(getColumn('Requests', 'Organization')).toEqual(texts(record.requests.map(({ entity }) => entity)))
    expect(getColumn('Questions', 'Text')).toEqual(texts(record.questions.map(({ text }) => text)))
    expect(getColumn('Statements', 'Text')).toEqual(texts(record.statements.map(({ text }) => text)))
    expect(getColumn('Notes', 'Text')).toEqual(texts(record.notes.map(({ text }) => text)))
  })
})

/** Long names in the scripts of the six official languages. */
const longNames = [
  'Intergovernmental telecommunications harmonization',
  'Association interaméricaine des télécommunications',
  'Межправительственная телекоммуникационная организация',
  'Comisión Interamericana de Telecomunicaciones',
  'الاتحاد الأفريقي للاتصالات السلكية واللاسلكية',
  '亚洲及太平洋电信共同体',
]
/** Keys of heads of narrow columns. */
const headKeys = ['organization', 'minutes', 'requests', 'heard', 'withdrawn', 'interventions', 'decision', 'statement', 'waited'] as const
const named = <T extends { readonly entity: string | null }>(rows: readonly T[]): T[] =>
  rows.map((row, index) => ({ ...row, entity: longNames[index % longNames.length] ?? '' }))
const longRecord = { ...record, turns: named(record.turns), requests: named(record.requests) }

describe.skipIf(!hasOffice())('printed by LibreOffice as PDF/UA', () => {
  let printed: ReadonlyMap<string, PdfContent>
  beforeAll(async () => {
    const documents = await Promise.all(
      languageIds.map(async (language) => [`${language}.docx`, await writeDocx(longRecord, getReportText(language))] as const),
    )
    const files = await convertToPdf(new Map(documents))
    printed = new Map(await Promise.all([...files].map(async ([name, bytes]) => [name, await readPdf(bytes)] as const)))
  }, 200_000)
  const getPrinted = (language: string): PdfContent => printed.get(`${language}.docx`) ?? expect.fail(`${language} was not printed`)

  test.each(languageIds)('[R18] no word of a table is broken, in %s', (language) => {
    const text = getPrinted(language)
      .pages.flatMap(({ lines }) => lines)
      .join('\n')
    const { labels, channels } = getReportText(language)
    const words = [
      ...longNames.slice(0, 4),
      ...(language === 'ar' ? [] : [...headKeys.map((key) => labels[key]), ...Object.values(channels)]),
    ]
      .flatMap((name) => name.split(/[ (]/))
      .filter((word) => word.length > 5)
    expect(words.length).toBeGreaterThan(10)
    const shown = words.filter((word) => text.includes(word.slice(0, 4)))
    expect(shown.filter((word) => !text.includes(word))).toEqual([])
  })

  test.each(languageIds)('[R21] it is tagged, has a title, a language and a text for each figure, in %s', (language) => {
    const { isTagged, title, language: its, metadata, alternatives, pages } = getPrinted(language)
    expect([isTagged, title, its?.slice(0, 2)]).toEqual([true, record.session.title, language === 'ar' ? its?.slice(0, 2) : language])
    expect(metadata).toContain('pdfuaid:part')
    expect(alternatives.filter((text) => countHalfWidths(text) > 80)).toHaveLength(2)
    // Russian needs more pages: its words may not be broken, so its tables are turned to landscape sooner. Arabic letters need higher
    // lines. The list of participants and the published questions have their own pages.
    const most: Partial<Record<LanguageId, number>> = { ru: 20, fr: 16, ar: 16 }
    expect(pages.length).toBeLessThanOrEqual(most[language] ?? 14)
  })
})
