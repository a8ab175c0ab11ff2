/** The documents as LibreOffice opens them, beside what the other formats say. */

import { recordOf } from '@rostrum/server/record/build-record'
import { exported } from '@rostrum/server/record/export-record'
import { languages } from '@rostrum/server/record/text/languages'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasOffice, headings, opened, sheets, tables } from '../support/libreoffice.ts'
import { modelId, modelSession } from '../support/model-session.ts'

const commits = modelSession()
const record = recordOf(modelId, commits)
const bytesOf = async (format: 'docx' | 'xlsx' | 'md', language: (typeof languages)[number]) =>
  (await exported(modelId, commits, { format, language, public: false, notes: false })).bytes

/** Markdown as it reads: without its escapes, and without what keeps directions apart. */
const plain = (text: string): string =>
  text
    .replace(/(?<!\\)[*`]/g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/[\u2066-\u2069]/g, '')
    .trim()
const cellsOf = (row: string): readonly string[] =>
  row
    .replace(/^\| | \|$/g, '')
    .split(' | ')
    .map((cell) => plain(cell.replaceAll('<br>', '\n')))

function reportIn(markdown: string) {
  const blocks = markdown.split('\n\n')
  const heads = blocks.flatMap((block) => {
    const [, marks, text = ''] = /^(##+) (.*)$/.exec(block) ?? []
    return marks === undefined ? [] : [[marks.length - 1, plain(text)] as const]
  })
  const itsTables = blocks
    .filter((block) => block.startsWith('| '))
    .map((block) => {
      const [head = '', , ...rows] = block.split('\n')
      return { head: cellsOf(head), rows: rows.map(cellsOf) }
    })
  return { heads, tables: itsTables }
}

describe.skipIf(!hasOffice())('opened by LibreOffice', () => {
  let documents: ReadonlyMap<string, Document>
  let workbooks: ReadonlyMap<string, Document>
  beforeAll(async () => {
    const all = async (format: 'docx' | 'xlsx') =>
      new Map(await Promise.all(languages.map(async (language) => [`${language}.${format}`, await bytesOf(format, language)] as const)))
    documents = await opened(await all('docx'), 'fodt')
    workbooks = await opened(await all('xlsx'), 'fods')
  }, 200_000)
  const documentIn = (name: string): Document => documents.get(name) ?? workbooks.get(name) ?? expect.fail(`there is no ${name}`)

  test.each(languages)('[R8] a document has the headings, the tables and the rows of the report, in %s', async (language) => {
    const report = reportIn(new TextDecoder().decode(await bytesOf('md', language)))
    const document = documentIn(`${language}.docx`)
    expect(headings(document)).toEqual(report.heads)
    expect(report.tables.length).toBeGreaterThan(10)
    expect(tables(document)).toEqual(report.tables)
  })

  test('[R7, R8] a document in Arabic runs from right to left, one in English does not', () => {
    const turned = (language: string) =>
      [...documentIn(`${language}.docx`).getElementsByTagName('style:table-properties')].filter(
        (one) => one.getAttribute('style:writing-mode') === 'rl-tb',
      )
    expect(turned('ar')).toHaveLength(tables(documentIn('ar.docx')).length)
    expect(turned('en')).toEqual([])
  })

  test.each(languages)('[R7] a workbook has no formula, in %s', (language) => {
    const cells = [...sheets(documentIn(`${language}.xlsx`)).values()].flatMap((rows) => rows.flatMap((row) => [...row.values()]))
    expect(cells.length).toBeGreaterThan(1000)
    expect(cells.filter(({ formula }) => formula)).toEqual([])
  })

  test('[R7, R8] in a workbook numbers are numbers, times are times of the place, and text is what was written', () => {
    const all = sheets(documentIn('en.xlsx'))
    const column = (sheet: string, name: string) => all.get(sheet)?.map((row) => row.get(name)) ?? []
    const numbers = (values: readonly number[]) => values.map((value) => ({ type: 'float', value: `${value}`, formula: false }))
    const texts = (values: readonly (string | null)[]) =>
      values.map((value) => ({ type: value ? 'string' : null, value: value ?? '', formula: false }))
    const placeTime = (iso: string) => new Date(Date.parse(iso) + 2 * 3_600_000).toISOString().slice(0, 19)
    const times = (values: readonly string[]) => values.map((iso) => ({ type: 'date', value: placeTime(iso), formula: false }))

    expect(column('Turns', 'Used seconds')).toEqual(numbers(record.turns.map(({ usedSeconds }) => usedSeconds)))
    expect(column('Turns', 'Started').map((cell) => cell && { ...cell, value: cell.value.slice(0, 19) })).toEqual(
      times(record.turns.map(({ startedAt }) => startedAt)),
    )
    expect(column('Turns', 'Started (ISO)')).toEqual(texts(record.turns.map(({ startedAt }) => startedAt)))
    expect(column('Requests', 'Organization')).toEqual(texts(record.requests.map(({ entity }) => entity)))
    expect(column('Questions', 'Text')).toEqual(texts(record.questions.map(({ text }) => text)))
    expect(column('Statements', 'Text')).toEqual(texts(record.statements.map(({ text }) => text)))
    expect(column('Points', 'Text')).toEqual(texts(record.notes.map(({ text }) => text)))
  })
})
