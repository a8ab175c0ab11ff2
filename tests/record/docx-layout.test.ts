/** The look of the Word document: widths of columns, styles, places for writing, pictures. */

import { buildRecord } from '@rostrum/server/services/record/build-record'
import { writeDocx } from '@rostrum/server/services/record/formats/docx'
import { fitColumns, pointsBySize } from '@rostrum/server/services/record/formats/fit-columns'
import { measureText, splitWords } from '@rostrum/server/services/record/formats/text-width'
import { getPlainText, makeCell, quotedRun } from '@rostrum/server/services/record/report/blocks'
import { countHalfWidths } from '@rostrum/server/services/record/report/half-widths'
import { buildReport } from '@rostrum/server/services/record/report/report'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { ReportRow, TableColumn } from '@rostrum/shared/contract/report-blocks'
import { languageIds } from '@rostrum/shared/kernel/wording'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { buildModelLog, modelId } from '../support/model-session.ts'
import { readEntry, unzip } from '../support/zip-reader.ts'

const record = buildRecord(modelId, buildModelLog())
const twipsPerMillimetre = 1440 / 25.4

test.each(languageIds)('[R18] the contents, the head and the paragraphs of a chapter are aligned, in %s', async (language) => {
  const bytes = await writeDocx(record, getReportText(language))
  const document = new JSDOM(readEntry(bytes, 'word/document.xml'), { contentType: 'text/xml' }).window.document
  const contents = [...document.getElementsByTagName('w:tbl')].find((table) => table.textContent?.includes('PAGEREF')) as Element
  const columns = [...contents.getElementsByTagName('w:gridCol')].map((one) => Number(one.getAttribute('w:w')) / twipsPerMillimetre)
  const texts = [...contents.getElementsByTagName('w:tr')].map((row) => row.getElementsByTagName('w:tc')[1]?.textContent ?? '')
  expect(texts.length).toBeGreaterThan(4)
  for (const text of texts) expect([text, measureText(text, pointsBySize.normal) + 2 < (columns[1] ?? 0)]).toEqual([text, true])
})

describe('[R18] columns', () => {
  const words = fc.constantFrom(
    'Room',
    'Remote',
    'Telecommunications',
    'Организация',
    'المنظمات',
    '电信',
    '12:04:20',
    'Bundesverfassungsgericht',
  )
  const cells = fc.array(words, { minLength: 0, maxLength: 9 }).map((all) => makeCell(quotedRun(all.join(' '))))
  const kinds = fc.array(fc.constantFrom<TableColumn['kind']>('figure', 'text', 'rest'), { minLength: 1, maxLength: 10 })
  const arbitraryTable = kinds.chain((all) =>
    fc.record({
      columns: fc.constant(all.map((kind, index) => ({ kind, label: `Head ${index}` }))),
      rows: fc.array(fc.array(cells, { minLength: all.length, maxLength: all.length }), { maxLength: 6 }) as fc.Arbitrary<ReportRow[]>,
    }),
  )

  test('fill the page together, and none is narrower than its longest word', () =>
    fc.assert(
      fc.property(arbitraryTable, ({ columns, rows }) => {
        const { widths, size, isLandscape } = fitColumns(columns, rows)
        expect(widths.reduce((sum, one) => sum + one, 0)).toBe(Math.floor((isLandscape ? 257 : 170) * twipsPerMillimetre))
        const needs = columns.map((_, index) => {
          const longest = rows.flatMap((row) => (row[index] ?? []).flatMap((line) => splitWords(getPlainText(line))))
          return Math.max(measureText('Head', pointsBySize[size]), ...longest.map((word) => measureText(word, pointsBySize[size])))
        })
        // Words may break only if they do not fit on any page.
        if (needs.reduce((sum, one) => sum + one + 2.4, 0) > 257) return
        for (const [index, need] of needs.entries()) expect((widths[index] ?? 0) / twipsPerMillimetre).toBeGreaterThanOrEqual(need + 2)
      }),
      { numRuns: 300 },
    ))

  test('get smaller characters before the page is turned', () => {
    const columns = Array.from({ length: 8 }, () => ({ kind: 'text' as const, label: 'Head' }))
    const fitWord = (word: string) => {
      const { size, isLandscape } = fitColumns(columns, [columns.map(() => makeCell(quotedRun(word)))])
      return [size, isLandscape]
    }
    expect(fitWord('Remote')).toEqual(['normal', false])
    expect(fitWord('Organizatio')).toEqual(['small', false])
    expect(fitWord('Organization')).toEqual(['smallest', false])
    expect(fitWord('Organizational')).toEqual(['smallest', true])
  })

  test('break a word that fits on no page, without turning the page', () => {
    const columns = [0, 1].map((index) => ({ kind: 'rest' as const, label: `Head ${index}` }))
    const { isLandscape } = fitColumns(columns, [[makeCell(quotedRun('w'.repeat(400))), makeCell(quotedRun('Delegation'))]])
    expect(isLandscape).toBe(false)
  })
})

describe('[R19] styles', () => {
  test.each(languageIds)('are all defined, and nothing is formatted directly, in %s', async (language) => {
    const bytes = await writeDocx(record, getReportText(language))
    const [document, styles] = [readEntry(bytes, 'word/document.xml'), readEntry(bytes, 'word/styles.xml')]
    const defined = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id))
    const used = new Set([...document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g)].map(([, id]) => id))
    expect([...used].filter((id) => !defined.has(id))).toEqual([])
    expect(document.match(/<w:(b|i|sz|color|rFonts|shd|bdr|pBdr|spacing|ind|tcBorders)[ /]/g)).toBeNull()
    for (const name of [
      'Organizer',
      'Distribution',
      'Title',
      'Summary Text',
      'To Write',
      'Para Numbered',
      'Para List',
      'Table',
      'Table Head',
      'Tag',
    ])
      expect(styles).toContain(`<w:name w:val="Rostrum ${name}"/>`)
  })

  test('number the paragraphs as a list, and each place for writing is a content control', async () => {
    const bytes = await writeDocx(record, getReportText('en'))
    const document = new JSDOM(readEntry(bytes, 'word/document.xml'), { contentType: 'text/xml' }).window.document
    const paragraphs = [...document.getElementsByTagName('w:p')]
    const styleOf = (one: Element) => one.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val')
    const numbered = paragraphs.filter((one) => styleOf(one) === 'RostrumParaNumbered')
    const blocks = [...buildReport(record, getReportText('en'))].flatMap((block) => block ?? [])
    const numbers = blocks.flatMap((block) => (block.kind === 'numbered' || block.kind === 'to-write' ? (block.number ?? []) : []))
    expect(numbered).toHaveLength(numbers.length)
    for (const one of numbered) expect(one.textContent).not.toMatch(/^\s*\d/)
    const controls = [...document.getElementsByTagName('w:sdt')]
    expect(controls).toHaveLength(blocks.filter(({ kind }) => kind === 'to-write').length)
    for (const one of controls) expect(one.getElementsByTagName('w:showingPlcHdr')).toHaveLength(1)
    expect(new Set(controls.map((one) => one.getElementsByTagName('w:tag')[0]?.getAttribute('w:val'))).size).toBe(controls.length)
  })
})

describe('[R20] figures', () => {
  const get = (language: (typeof languageIds)[number]) =>
    [...buildReport(record, getReportText(language))].flatMap((block) => (block?.kind === 'figure' ? [block] : []))

  test.each(languageIds)('have text as text, a picture for old programs, and an alternative text, in %s', async (language) => {
    const files = unzip(await writeDocx(record, getReportText(language)))
    const document = files.get('word/document.xml') ?? ''
    const relationships = files.get('word/_rels/document.xml.rels') ?? ''
    for (const [index, { alt, caption }] of get(language).entries()) {
      const svg = files.get(`word/media/report-figure${index + 1}.svg`) ?? ''
      expect(new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document.getElementsByTagName('text').length).toBeGreaterThan(10)
      expect(svg.replace(/#([0-9a-f])\1\1\b|#([0-9a-f]{2})\2\2\b/g, '')).not.toMatch(/#[0-9a-f]{3}/)
      expect((files.get(`word/media/report-figure${index + 1}.png`) ?? '').slice(1, 4)).toBe('PNG')
      expect(relationships).toContain(`media/report-figure${index + 1}.svg`)
      expect(countHalfWidths(alt)).toBeGreaterThan(80)
      expect(getPlainText(caption.title).length).toBeGreaterThan(10)
      expect(document.split(`descr="${alt}"`)).toHaveLength(3)
    }
  })

  test('have alternatives that state the finding and name the table', () => {
    const [shares, timeline] = get('en')
    expect(shares?.alt).toMatch(
      /^Two bars for each group.*Governments \d+ and \d+; .*No group’s shares differ by more than \d+ percentage points\. The figures are in table 7\.$/,
    )
    expect(timeline?.alt).toContain('8 in the room (filled) and 4 remote (outlined)')
  })

  test('run from right to left in Arabic, except for time', () => {
    const [[shares, timeline], [arabicShares, arabicTimeline]] = [get('en'), get('ar')]
    const bars = (block: typeof shares, fill: string) =>
      block?.figure.shapes.flatMap((shape) => (shape.kind === 'bar' && shape.fill === fill ? [shape] : [])) ?? []
    const ends = (block: typeof shares) => bars(block, 'hatched').map(({ x, width }) => Math.round(x + width))
    expect(
      new Set(
        bars(shares, 'hatched')
          .slice(0, 6)
          .map(({ x }) => x),
      ).size,
    ).toBe(1)
    expect(new Set(ends(arabicShares).slice(0, 6)).size).toBe(1)
    const order = (block: typeof shares) =>
      bars(block, 'solid')
        .slice(0, 3)
        .map(({ x }) => Math.round(x))
    expect([...order(timeline)].sort((a, b) => a - b)).toEqual(order(timeline))
    expect([...order(arabicTimeline)].sort((a, b) => a - b)).toEqual(order(arabicTimeline))
  })
})
