/** A table as a sheet: numbers are numbers, times are times on the clock of the place beside ISO text, and text is never a formula. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { PlaceClock } from '../report/venue-clock.ts'
import type { Words } from '../text/report-text.ts'
import { type CodeWords, codeWords } from './code-labels.ts'
import { type Column, type Kind, kinds } from './columns.ts'
import { inOne, type Row, type Table, type Value } from './tables.ts'
import { declaration, escapedXml } from './xml.ts'

/** By their places in the styles of the workbook. */
const style = { plain: 0, head: 1, time: 2, text: 3, guarded: 4 } as const

export const sheetStyles = [
  `${declaration}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="5">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>',
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')

/** As wide as what is in them, in characters. */
const widths: Readonly<Record<Kind, number>> = { id: 28, text: 32, number: 12, time: 20, code: 22, codes: 32, truth: 10 }
const widthOf = (column: Column): number =>
  column === 'text' || column === 'original' || column === 'guidingQuestion' ? 60 : widths[kinds[column]]

/** What a spreadsheet could take for a formula once somebody edits the cell. */
const formula = /^[=+\-@＝＋－＠]/
/** As many characters as a cell takes. */
const longest = 32_767

export class Sheets {
  readonly #words: Words
  readonly #say: CodeWords
  readonly #clock: PlaceClock

  constructor(record: SessionRecord, words: Words) {
    this.#words = words
    this.#say = codeWords(record, words)
    this.#clock = new PlaceClock(record.session.timeZone)
  }

  *of({ columns, rows }: Table): Generator<string> {
    const wide = columns.flatMap((column) => (kinds[column] === 'time' ? [widthOf(column), 27] : [widthOf(column)]))
    yield `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"${this.#words.direction === 'rtl' ? ' rightToLeft="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${wide.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`
    yield rowOf(
      1,
      columns.flatMap((column) => this.#head(column)),
    )
    for (const [index, row] of rows.entries())
      yield rowOf(
        index + 2,
        columns.flatMap((column) => this.#cells(column, row)),
      )
    yield '</sheetData></worksheet>'
  }

  #head(column: Column): readonly Cell[] {
    const word = this.#words.columns[column]
    return kinds[column] === 'time' ? [text(word, style.head), text(`${word} (ISO)`, style.head)] : [text(word, style.head)]
  }

  #cells(column: Column, row: Row): readonly Cell[] {
    const value: Value = row[column] ?? null
    const kind: Kind = kinds[column]
    if (value === null) return kind === 'time' ? [null, null] : [null]
    if (typeof value === 'number') return [{ kind: '', inside: `<v>${value}</v>` }]
    if (typeof value === 'boolean') return [text(value ? this.#words.yes : this.#words.no)]
    if (typeof value !== 'string') return [text(inOne(kind === 'codes' ? value.map((code) => this.#say(column, code)) : value))]
    if (kind === 'time') return [{ kind: ` s="${style.time}"`, inside: `<v>${this.#serial(value)}</v>` }, text(value)]
    return [text(kind === 'code' ? this.#say(column, value) : value)]
  }

  /** Days since the end of 1899, as spreadsheets count them. */
  #serial(iso: string): number {
    const { date, time } = this.#clock.at(iso)
    return Date.parse(`${date}T${time}Z`) / 86_400_000 + 25_569
  }
}

/** Null: nothing in it. */
type Cell = { readonly kind: string; readonly inside: string } | null

const rowOf = (number: number, cells: readonly Cell[]): string =>
  `<row r="${number}">${cells.map((cell, index) => (cell === null ? '' : `<c r="${letters(index)}${number}"${cell.kind}>${cell.inside}</c>`)).join('')}</row>`

/** A, B … Z, AA, AB … */
const letters = (index: number): string => (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

const text = (value: string, its: number = formula.test(value) ? style.guarded : style.text): Cell => ({
  kind: ` t="inlineStr" s="${its}"`,
  inside: `<is><t xml:space="preserve">${escapedXml(literally(value).slice(0, longest))}</t></is>`,
})

/** Where a spreadsheet would read `_x0041_` as A. */
const literally = (value: string): string => value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
