/** A table as a sheet. Numbers are numeric cells, times are venue times with ISO text next to them, and text is never a formula. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { beginsFormula } from '../../../people/roster/csv-writer.ts'
import { countHalfWidths } from '../report/half-widths.ts'
import { VenueClock } from '../report/venue-clock.ts'
import type { ReportText } from '../text/report-text.ts'
import { type CodeLabels, makeCodeLabels } from './code-labels.ts'
import { type Column, type ColumnKind, columnKinds } from './columns.ts'
import { type CellValue, joinValues, type RecordTable, type TableRow } from './tables.ts'
import { escapeXml, xmlDeclaration } from './xml.ts'

/** Indexes in the styles of the workbook. */
const styleIndex = { plain: 0, head: 1, time: 2, text: 3, guarded: 4 } as const

const atTop = ' applyAlignment="1"><alignment vertical="top"/></xf>'
const wrapped = ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'

/** A program that lacks the Chinese font chooses another Chinese one by its character set. */
const sansFonts = { chinese: '<name val="Microsoft YaHei"/><charset val="134"/>', other: '<name val="Arial"/>' } as const

export const makeSheetStyles = ({ tag }: ReportText): string => {
  const font = `<sz val="11"/>${tag.startsWith('zh') ? sansFonts.chinese : sansFonts.other}`
  return [
    `${xmlDeclaration}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>',
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium"/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="5">',
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"${atTop}`,
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"${wrapped}`,
    `<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${atTop}`,
    `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${wrapped}`,
    `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"${wrapped}`,
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
}

/** The most characters in a cell. */
const maxCellLength = 32_767

/** A column of a sheet. A time has two: as a time of the venue, and as ISO text for programs. */
type SheetColumn = { readonly column: Column; readonly isIso: boolean }

/** Arranges the columns. Those for people come first. Ids and ISO times for programs are at the end, outside of what is printed. */
function arrangeColumns(columns: readonly Column[]): { readonly all: readonly SheetColumn[]; readonly printed: number } {
  const kindOf = (column: Column): ColumnKind => columnKinds[column]
  const read = columns.filter((column) => kindOf(column) !== 'id').map((column) => ({ column, isIso: false }))
  const ids = columns.filter((column) => kindOf(column) === 'id').map((column) => ({ column, isIso: false }))
  const iso = columns.filter((column) => kindOf(column) === 'time').map((column) => ({ column, isIso: true }))
  return { all: [...read, ...ids, ...iso], printed: read.length }
}

/** The largest width, in characters. Longer text continues on the next line. */
const widest = 44
const narrowest = 7
/** The number of rows that are measured for the width of a column. */
const measuredRows = 500

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
    const { all } = arrangeColumns(columns)
    const direction = this.#reportText.direction === 'rtl' ? ' rightToLeft="1"' : ''
    yield `${xmlDeclaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${direction}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${all.map((one, index) => `<col min="${index + 1}" max="${index + 1}" width="${this.#measure(one, rows)}" customWidth="1"/>`).join('')}</cols><sheetData>`
    yield makeRow(
      1,
      all.map((one) => makeTextCell(this.#getHead(one), styleIndex.head)),
    )
    for (const [index, row] of rows.entries())
      yield makeRow(
        index + 2,
        all.map((one) => this.#makeCell(one, row)),
      )
    yield `</sheetData><autoFilter ref="A1:${toColumnLetters(all.length - 1)}${rows.length + 1}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`
  }

  /** Makes the names that a workbook gives to the printed part and to the filter of a sheet. */
  static makeNames({ columns, rows }: RecordTable, sheet: string, index: number): string {
    const { all, printed } = arrangeColumns(columns)
    const quoted = `'${sheet.replaceAll("'", "''")}'`
    const range = (count: number): string => `${escapeXml(quoted)}!$A$1:$${toColumnLetters(Math.max(1, count) - 1)}$${rows.length + 1}`
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${range(all.length)}</definedName>`,
      `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${range(printed)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(quoted)}!$1:$1</definedName>`,
    ].join('')
  }

  #getHead({ column, isIso }: SheetColumn): string {
    const label = this.#reportText.columns[column]
    return isIso ? `${label} (ISO)` : label
  }

  #measure({ column, isIso }: SheetColumn, rows: readonly TableRow[]): number {
    const head = Math.max(...this.#getHead({ column, isIso }).split(' ').map(countHalfWidths)) + 3
    if (columnKinds[column] === 'time') return isIso ? 26 : 20
    const longest = rows.slice(0, measuredRows).reduce((most, row) => Math.max(most, this.#formatForWidth(column, row[column] ?? null)), 0)
    return Math.min(widest, Math.max(narrowest, head, longest + 2))
  }

  #formatForWidth(column: Column, value: CellValue): number {
    if (value === null) return 0
    if (typeof value === 'string')
      return columnKinds[column] === 'code' ? countHalfWidths(this.#getLabel(column, value)) : countHalfWidths(value)
    return typeof value === 'object' ? countHalfWidths(joinValues(value)) : String(value).length
  }

  #makeCell({ column, isIso }: SheetColumn, row: TableRow): SheetCell {
    const value: CellValue = row[column] ?? null
    const kind: ColumnKind = columnKinds[column]
    if (value === null) return null
    if (typeof value === 'number') return { attributes: ` s="${styleIndex.plain}"`, inside: `<v>${value}</v>` }
    if (typeof value === 'boolean') return makeTextCell(value ? this.#reportText.yes : this.#reportText.no)
    if (typeof value !== 'string')
      return makeTextCell(joinValues(kind === 'codes' ? value.map((code) => this.#getLabel(column, code)) : value))
    if (kind === 'time' && !isIso) return { attributes: ` s="${styleIndex.time}"`, inside: `<v>${this.#toSerialDate(value)}</v>` }
    return makeTextCell(kind === 'code' ? this.#getLabel(column, value) : value)
  }

  /** Returns the days since the end of 1899, as spreadsheets count them. */
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

/** Makes a text cell. A value that a spreadsheet could read as a formula after an edit is marked as text. */
const makeTextCell = (value: string, styleNumber: number = beginsFormula(value) ? styleIndex.guarded : styleIndex.text): SheetCell => ({
  attributes: ` t="inlineStr" s="${styleNumber}"`,
  inside: `<is><t xml:space="preserve">${escapeXml(escapeLiteral(value).slice(0, maxCellLength))}</t></is>`,
})

/** Escapes `_x0041_`, which a spreadsheet would read as A. */
const escapeLiteral = (value: string): string => value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
