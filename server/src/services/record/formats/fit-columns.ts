/** The widths of the columns of a table, measured by their words, so that no word breaks. */
import { getPlainText, type ReportRow, type TableColumn } from '../report/blocks.ts'
import { measureText, splitWords } from './text-width.ts'

/** The widths of the text of a page. All lengths are in millimetres. */
export const portraitWidth = 170
export const landscapeWidth = 257
/** The margins of a cell, and a little for differences between fonts. */
const padding = 2.4
/** The longest word that may not break. A longer one, such as an address, may. */
const longestWord = 60
/** The least width at which running text is easy to read. */
const leastForText = 22
/** How much wider text is in bold. */
const boldness = 1.15
/** Twips per millimetre. */
const twips = 1440 / 25.4

/** The widths of the text of a page, in millimetres. */
export type PageWidths = { readonly portrait: number; readonly landscape: number }

export type TextSize = 'normal' | 'small' | 'smallest'
/** `widths`: in twips. Together they are as wide as the page. */
export type Fit = { readonly widths: readonly number[]; readonly size: TextSize; readonly isLandscape: boolean }

export const pointsBySize: Readonly<Record<TextSize, number>> = { normal: 9, small: 8.5, smallest: 8 }

type Need = { readonly kind: TableColumn['kind']; readonly least: number; readonly best: number }

/** Fits the columns: in normal size first, then smaller, then in landscape. `first`: the size to begin with. */
export function fitColumns(
  columns: readonly TableColumn[],
  rows: readonly ReportRow[],
  first: TextSize = 'normal',
  { portrait, landscape }: PageWidths = { portrait: portraitWidth, landscape: landscapeWidth },
): Fit {
  const sizes = (['normal', 'small', 'smallest'] as const).slice(first === 'normal' ? 0 : 1)
  const measured = measureColumns(columns, rows)
  for (const size of sizes) {
    const widths = share(needsAt(measured, pointsBySize[size]), portrait)
    if (widths) return { widths: toTwips(widths, portrait), size, isLandscape: false }
  }
  const needs = needsAt(measured, pointsBySize.smallest)
  const bare = needsAt(measured, pointsBySize.smallest, 0)
  const widths = share(needs, landscape) ?? share(bare, landscape) ?? squeeze(bare, landscape)
  return { widths: toTwips(widths, landscape), size: 'smallest', isLandscape: true }
}

/** Widths at a font size of one point. They grow with the size. */
type Measured = Need & { readonly isText: boolean }

function measureColumns(columns: readonly TableColumn[], rows: readonly ReportRow[]): readonly Measured[] {
  return columns.map(({ label, kind }, index) => {
    let least = Math.max(0, ...splitWords(label).map((word) => measureText(word, 1)))
    let best = least
    for (const row of rows)
      for (const line of row[index] ?? []) {
        const [text, heavier] = [getPlainText(line), line.some(({ face }) => face === 'strong') ? boldness : 1]
        best = Math.max(best, measureText(text, 1) * heavier)
        for (const word of splitWords(text)) least = Math.max(least, measureText(word, 1) * heavier)
      }
    return { kind, least, best, isText: kind === 'rest' }
  })
}

const needsAt = (measured: readonly Measured[], points: number, leastText = leastForText): readonly Need[] =>
  measured.map(({ kind, least, best, isText }) => {
    const word = Math.min(least * points, longestWord) + padding
    const line = Math.max(best * points + padding, word)
    return { kind, least: isText ? Math.max(word, Math.min(leastText, line)) : word, best: line }
  })

/** Shares the width among the columns. Returns null if the words do not fit. */
function share(needs: readonly Need[], total: number): readonly number[] | null {
  const widths = needs.map(({ least }) => least)
  let left = total - widths.reduce((sum, one) => sum + one, 0)
  if (left < 0) return null
  // Numbers and times come first, then names, then running text.
  for (const kind of ['figure', 'text', 'rest'] as const) {
    const wanted = needs.map(({ kind: its, best }, index) => (its === kind ? best - (widths[index] ?? 0) : 0))
    const sum = wanted.reduce((total, one) => total + one, 0)
    const part = sum === 0 ? 0 : Math.min(1, left / sum)
    for (const [index, want] of wanted.entries()) widths[index] = (widths[index] ?? 0) + want * part
    left -= sum * part
  }
  const takers = needs.some(({ kind }) => kind === 'rest') ? needs.map(({ kind }) => kind === 'rest') : needs.map(() => true)
  const count = takers.filter((one) => one).length
  return widths.map((width, index) => width + (takers[index] ? left / count : 0))
}

/** Squeezes the columns. Words that no page can hold break. */
const squeeze = (needs: readonly Need[], total: number): readonly number[] => {
  const sum = needs.reduce((all, { least }) => all + least, 0)
  return needs.map(({ least }) => (least * total) / sum)
}

/** Rounds the widths so that they add up. */
function toTwips(widths: readonly number[], total: number): readonly number[] {
  const rounded = widths.map((width) => Math.floor(width * twips))
  const rest = Math.floor(total * twips) - rounded.reduce((sum, one) => sum + one, 0)
  const widest = rounded.indexOf(Math.max(...rounded))
  return rounded.map((width, index) => (index === widest ? width + rest : width))
}
