/** A table as a sheet. Numbers are numeric cells, times are venue times with ISO text next to them, and text is never a formula. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { VenueClock } from '../report/venue-clock.ts'
import type { ReportText } from '../text/report-text.ts'
import { type CodeLabels, makeCodeLabels } from './code-labels.ts'
import { type Column, type ColumnKind, columnKinds } from './columns.ts'
import { type CellValue, joinValues, type RecordTable, type TableRow } from './tables.ts'
import { escapeXml, xmlDeclaration } from './xml.ts'

/** Indexes in the styles of the workbook. */
const styleIndex = { plain: 0, head: 1, time: 2, text: 3, guarded: 4 } as const

export const sheetStyles = [
  `${xmlDeclaration}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
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

/** In characters. */
const columnWidths: Readonly<Record<ColumnKind, number>> = { id: 28, text: 32, number: 12, time: 20, code: 22, codes: 32, truth: 10 }
const getColumnWidth = (column: Column): number =>
  column === 'text' || column === 'original' || column === 'guidingQuestion' ? 60 : columnWidths[columnKinds[column]]

/** Text that a spreadsheet could read as a formula after somebody edits the cell. */
const formula = /^[=+\-@＝＋－＠]/
/** The most characters of a cell. */
const maxCellLength = 32_767

export class SheetBuilder {
  readonly #reportText: ReportText
  readonly #getLabel: CodeLabels
  readonly #clock: VenueClock

  constructor(record: SessionRecord, reportText: ReportText) {
    this.#reportText = reportText
    this.#getLabel = makeCodeLabels(record, reportText)
    this.#clock = new VenueClock(record.session.timeZone)
  }

  *build({ columns, rows }: RecordTable): Generator<string> {
    const columnWidths = columns.flatMap((column) =>
      columnKinds[column] === 'time' ? [getColumnWidth(column), 27] : [getColumnWidth(column)],
    )
    yield `${xmlDeclaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"${this.#reportText.direction === 'rtl' ? ' rightToLeft="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columnWidths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`
    yield makeRow(
      1,
      columns.flatMap((column) => this.#makeHeadCells(column)),
    )
    for (const [index, row] of rows.entries())
      yield makeRow(
        index + 2,
        columns.flatMap((column) => this.#makeCells(column, row)),
      )
    yield '</sheetData></worksheet>'
  }

  #makeHeadCells(column: Column): readonly SheetCell[] {
    const label = this.#reportText.columns[column]
    return columnKinds[column] === 'time'
      ? [makeTextCell(label, styleIndex.head), makeTextCell(`${label} (ISO)`, styleIndex.head)]
      : [makeTextCell(label, styleIndex.head)]
  }

  #makeCells(column: Column, row: TableRow): readonly SheetCell[] {
    const value: CellValue = row[column] ?? null
    const kind: ColumnKind = columnKinds[column]
    if (value === null) return kind === 'time' ? [null, null] : [null]
    if (typeof value === 'number') return [{ attributes: '', inside: `<v>${value}</v>` }]
    if (typeof value === 'boolean') return [makeTextCell(value ? this.#reportText.yes : this.#reportText.no)]
    if (typeof value !== 'string')
      return [makeTextCell(joinValues(kind === 'codes' ? value.map((code) => this.#getLabel(column, code)) : value))]
    if (kind === 'time')
      return [{ attributes: ` s="${styleIndex.time}"`, inside: `<v>${this.#toSerialDate(value)}</v>` }, makeTextCell(value)]
    return [makeTextCell(kind === 'code' ? this.#getLabel(column, value) : value)]
  }

  /** Days since the end of 1899, as spreadsheets count them. */
  #toSerialDate(iso: string): number {
    const { date, time } = this.#clock.getLocalTime(iso)
    return Date.parse(`${date}T${time}Z`) / 86_400_000 + 25_569
  }
}

/** Null: an empty cell. */
type SheetCell = { readonly attributes: string; readonly inside: string } | null

const makeRow = (number: number, cells: readonly SheetCell[]): string =>
  `<row r="${number}">${cells.map((cell, index) => (cell === null ? '' : `<c r="${toColumnLetters(index)}${number}"${cell.attributes}>${cell.inside}</c>`)).join('')}</row>`

/** A, B … Z, AA, AB … */
const toColumnLetters = (index: number): string =>
  (index < 26 ? '' : toColumnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

const makeTextCell = (value: string, styleNumber: number = formula.test(value) ? styleIndex.guarded : styleIndex.text): SheetCell => ({
  attributes: ` t="inlineStr" s="${styleNumber}"`,
  inside: `<is><t xml:space="preserve">${escapeXml(escapeLiteral(value).slice(0, maxCellLength))}</t></is>`,
})

/** Escapes `_x0041_`, which a spreadsheet would read as A. */
const escapeLiteral = (value: string): string => value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
