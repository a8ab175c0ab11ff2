/** The documents as LibreOffice opens them, compared with the other formats. */

import { buildRecord } from '@rostrum/server/record/build-record'
import { exportRecord } from '@rostrum/server/record/export-record'
import { languages } from '@rostrum/server/record/text/languages'
import { beforeAll, describe, expect, test } from 'vitest'
import { convert, hasOffice, readHeadings, readSheets, readTables } from '../support/libreoffice.ts'
import { buildModelLog, modelId } from '../support/model-session.ts'

const commits = buildModelLog()
const record = buildRecord(modelId, commits)
const exportBytes = async (format: 'docx' | 'xlsx' | 'md', language: (typeof languages)[number]) =>
  (await exportRecord(modelId, commits, { format, language, public: false, notes: false })).bytes

/** Markdown as plain text: without its escapes, and without bidi isolates. */
const stripMarkdown = (text: string): string =>
  text
    .replace(/(?<!\\)[*`]/g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/[\u2066-\u2069]/g, '')
    .trim()
const splitCells = (row: string): readonly string[] =>
  row
    .replace(/^\| | \|$/g, '')
    .split(' | ')
    .map((cell) => stripMarkdown(cell.replaceAll('<br>', '\n')))

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
  return { heads, tables: itsTables }
}

describe.skipIf(!hasOffice())('opened by LibreOffice', () => {
  let documents: ReadonlyMap<string, Document>
  let workbooks: ReadonlyMap<string, Document>
  beforeAll(async () => {
    const all = async (format: 'docx' | 'xlsx') =>
      new Map(await Promise.all(languages.map(async (language) => [`${language}.${format}`, await exportBytes(format, language)] as const)))
    documents = await convert(await all('docx'), 'fodt')
    workbooks = await convert(await all('xlsx'), 'fods')
  }, 200_000)
  const getDocument = (name: string): Document => documents.get(name) ?? workbooks.get(name) ?? expect.fail(`there is no ${name}`)

  test.each(languages)('[R8] a document has the headings, the tables and the rows of the report, in %s', async (language) => {
    const report = parseReport(new TextDecoder().decode(await exportBytes('md', language)))
    const document = getDocument(`${language}.docx`)
    expect(readHeadings(document)).toEqual(report.heads)
    expect(report.tables.length).toBeGreaterThan(10)
    expect(readTables(document)).toEqual(report.tables)
  })

  test('[R7, R8] a document in Arabic runs from right to left, one in English does not', () => {
    const getDirection = (language: string) =>
      [...getDocument(`${language}.docx`).getElementsByTagName('style:table-properties')].filter(
        (one) => one.getAttribute('style:writing-mode') === 'rl-tb',
      )
    expect(getDirection('ar')).toHaveLength(readTables(getDocument('ar.docx')).length)
    expect(getDirection('en')).toEqual([])
  })

  test.each(languages)('[R7] a workbook has no formula, in %s', (language) => {
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

    expect(getColumn('Turns', 'Used seconds')).toEqual(numbers(record.turns.map(({ usedSeconds }) => usedSeconds)))
    expect(getColumn('Turns', 'Started').map((cell) => cell && { ...cell, value: cell.value.slice(0, 19) })).toEqual(
      times(record.turns.map(({ startedAt }) => startedAt)),
    )
    expect(getColumn('Turns', 'Started (ISO)')).toEqual(texts(record.turns.map(({ startedAt }) => startedAt)))
    expect(getColumn('Requests', 'Organization')).toEqual(texts(record.requests.map(({ entity }) => entity)))
    expect(getColumn('Questions', 'Text')).toEqual(texts(record.questions.map(({ text }) => text)))
    expect(getColumn('Statements', 'Text')).toEqual(texts(record.statements.map(({ text }) => text)))
    expect(getColumn('Notes', 'Text')).toEqual(texts(record.notes.map(({ text }) => text)))
  })
})
