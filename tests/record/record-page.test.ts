/** The page of the record: all rows of the record as blocks of the report, for random sessions and for the scripted ones. */
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { exportRecordPage } from '@rostrum/server/services/record/export-record'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { flattenNote } from '@rostrum/server/services/record/report/point-lines'
import { buildReport } from '@rostrum/server/services/record/report/report'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { translateRecord } from '@rostrum/shared/contract/record-words'
import type { Commit } from '@rostrum/shared/contract/registry'
import { type Block, type BlockOf, type RunLine, recordPageSchema } from '@rostrum/shared/contract/report-blocks'
import { languageIds } from '@rostrum/shared/kernel/wording'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymousPlan, createState, plan } from '../support/fixtures.ts'
import { buildPlayedLog } from '../support/log-builder.ts'
import { buildModelLog, buildModelLogSoFar } from '../support/model-session.ts'
import { allTypes, arbitraryRolls, playRolls, typesWithoutClose } from '../support/random-session.ts'
import { makeRecordPage } from '../support/record-page.tsx'
import { buildScriptedLog } from '../support/scripted-log.ts'

const id = 'recorded' as SessionId
const scripted = [buildModelLog(), buildModelLogSoFar(), buildScriptedLog({ requests: 32, closes: true }), buildModelLog().slice(0, 3)]

type Page = ReturnType<typeof makeRecordPage>
/** Random sessions, running and closed, with and without recorded authors. */
const forAllRecords = (check: (record: SessionRecord, page: Page) => void): void => {
  const checkLog = (commits: readonly Commit[]) => {
    const record = buildRecord(id, commits)
    check(record, makeRecordPage(record))
  }
  for (const commits of scripted) checkLog(commits)
  fc.assert(
    fc.property(fc.constantFrom(plan, anonymousPlan), fc.boolean(), arbitraryRolls(40, 200), (its, closes, many) =>
      checkLog(buildPlayedLog(its, playRolls(createState(its), many, closes ? allTypes : typesWithoutClose))),
    ),
    { numRuns: 25 },
  )
}

const listTables = ({ blocks }: Page): readonly { readonly title: string; readonly table: BlockOf<'table'> }[] =>
  blocks.flatMap((block, index) => {
    const above = blocks[index - 1]
    if (block.kind !== 'table') return []
    return [{ title: getPlainText(block.caption?.title ?? (above?.kind === 'paragraph' ? above.line : [])), table: block }]
  })
const findRows = (page: Page, title: string) => listTables(page).find((one) => one.title === title)?.table.rows ?? []
const isTotal = (row: BlockOf<'table'>['rows'][number]) =>
  row.flat(2).some(({ text, face }) => face === 'strong' && text.startsWith('Total'))
const listLines = (block: Block): readonly RunLine[] => (block.kind === 'table' ? block.rows.flat(2) : 'line' in block ? [block.line] : [])

const isOfTurns = ({ columns }: BlockOf<'table'>) => columns.some(({ label }) => label === 'Used')

test('[R2] every turn is in one row of the annex, every question and every request that was not reached in one row of its table', () =>
  forAllRecords((record, page) => {
    const [annex, end] = page.blocks.flatMap((block, index) =>
      block.kind === 'heading' && block.anchor.startsWith('annex-') ? [index] : [],
    )
    const turns =
      record.turns.length === 0
        ? []
        : page.blocks.slice(annex, end).flatMap((block) => (block.kind === 'table' && isOfTurns(block) ? block.rows : []))
    expect(turns.filter((row) => !isTotal(row))).toHaveLength(record.turns.length)
    expect(findRows(page, 'Questions and their outcome')).toHaveLength(record.questions.length)
    expect(findRows(page, 'Requests not reached')).toHaveLength(record.requests.filter(({ outcome }) => outcome === 'not-reached').length)
    const headings = page.blocks.flatMap((block) => (block.kind === 'heading' ? [block.anchor] : []))
    for (const statement of record.statements) expect(headings).toContain(statement.id)
    const texts = page.blocks.flatMap(listLines).map((line) => getPlainText(line))
    // A note that was joined is part of a point with another text.
    for (const note of record.notes.filter(({ into }) => into === null))
      expect(texts.some((text) => text.includes(flattenNote(note.text)))).toBe(true)
  }))

test('[R93] the waiting times by group and channel are in the annex, and not in the chapter on participation', () =>
  forAllRecords(({ statistics: { groups, channels, waits } }, page) => {
    const labels = page.blocks.flatMap((block) => (block.kind === 'table' ? [block.columns.map(({ label }) => label)] : []))
    expect(labels.filter((one) => one.includes('Median wait (min)'))).toEqual(
      waits === null ? [] : [['Group or channel', 'Median wait (min)', 'Longest wait (min)']],
    )
    expect(findRows(page, 'How long those who were heard had waited, by group and channel')).toHaveLength(
      waits === null ? 0 : groups.length + channels.length + 1,
    )
  }))

test('[R2] the totals of the tables are the sums of their rows, and the figures of the record', () =>
  forAllRecords((record, page) => {
    const { requests, spokenSeconds, answersSeconds } = record.statistics
    const toSeconds = (clock: string) => (clock === '—' ? 0 : clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0))
    const readClocks = (rows: BlockOf<'table'>['rows'], column: number) =>
      rows.map((row) => toSeconds(getPlainText(row[column]?.flat() ?? [])))
    const used = { own: 0, total: 0 }
    for (const { table } of listTables(page).filter(({ table: { caption, look } }) => caption === null && look === 'annex')) {
      const column = table.columns.findIndex(({ label }) => label === 'Used')
      if (column < 0) continue
      const sum = (rows: BlockOf<'table'>['rows']) => readClocks(rows, column).reduce((total, one) => total + one, 0)
      used.own += sum(table.rows.filter((row) => !isTotal(row)))
      used.total += sum(table.rows.filter(isTotal))
    }
    const points = record.turns.filter(({ kind }) => kind === 'point-of-order').reduce((sum, { usedSeconds }) => sum + usedSeconds, 0)
    expect(used.own).toBe(spokenSeconds + answersSeconds + points)
    expect(used.total).toBe(used.own)
    const participation = listTables(page).find(({ title }) => title.startsWith('Requests, interventions and time'))?.table.rows ?? []
    const total = participation.find(isTotal)
    if (requests.total > 0) expect(getPlainText(total?.[1]?.flat() ?? [])).toBe(`${requests.total}`)
  }))

test('a link leads to a place on the page, and no two places have one name', () =>
  forAllRecords((_, page) => {
    const runs = page.blocks.flatMap(listLines).flat()
    const anchors = [
      ...runs.flatMap(({ anchor }) => anchor ?? []),
      ...page.blocks.flatMap((block) => (block.kind === 'heading' ? [block.anchor] : [])),
    ]
    expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([])
    const targets = [...runs, ...page.blocks.flatMap((block) => (block.kind === 'contents' ? block.rows : []))].flatMap(
      ({ target }) => target ?? [],
    )
    expect(targets.filter((target) => !anchors.includes(target))).toEqual([])
  }))

test.each(languageIds)('has the numbers and the sentences of the document, and no place to write: %s', (language) => {
  for (const commits of scripted) {
    const record = translateRecord(buildRecord(id, commits), language)
    const page = makeRecordPage(record, language)
    const all = [...page.head, ...page.blocks]
    const document = [...buildReport(record, getReportText(language))].flatMap((block) => block ?? [])
    const listNumbered = (blocks: readonly Block[]) => blocks.filter(({ kind }) => kind === 'numbered')
    // Time runs as the text does on a page, so the places of shapes differ in Arabic.
    const listFigures = (blocks: readonly Block[]) =>
      blocks.flatMap((block) => (block.kind === 'figure' ? [{ ...block, figure: block.figure.shapes.length }] : []))
    const listCaptions = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'table' ? (block.caption ?? []) : []))
    expect(listNumbered(all)).toEqual(listNumbered(document))
    expect(listFigures(all)).toEqual(listFigures(document))
    expect(listCaptions(all)).toEqual(listCaptions(document))
    expect(all.filter(({ kind }) => kind === 'to-write')).toEqual([])
  }
})

test('is answered as its schema says, with the same text each time', async () => {
  const commits = buildModelLog()
  const [first, second] = await Promise.all([
    exportRecordPage(id, commits, { language: 'en' }),
    exportRecordPage(id, commits, { language: 'en' }),
  ])
  expect(recordPageSchema.parse(JSON.parse(first))).toEqual(makeRecordPage(buildRecord(id, commits)))
  expect(second).toBe(first)
})
