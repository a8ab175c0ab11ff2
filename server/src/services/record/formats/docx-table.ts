/** The tables of a Word document: fixed widths, head rows that repeat, rows that do not split. */
import { type Block, type Cell, getPlainText, type ReportRow, type RunLine, type TableColumn } from '../report/blocks.ts'
import type { ReportText } from '../text/report-text.ts'
import { getCellStyle, headFigureStyle } from './docx-styles.ts'
import type { DocxText } from './docx-text.ts'
import type { Fit } from './fit-columns.ts'
import { escapeXml } from './xml.ts'

/** The most rows of a table of short cells that is kept on one page. */
const longestKept = 14
const isShort = (cell: Cell): boolean => cell.length < 2 && cell.every((line) => getPlainText(line).length < 90)

type Table = { readonly columns: readonly TableColumn[]; readonly rows: readonly ReportRow[] }

export class DocxTable {
  readonly #text: DocxText
  readonly #direction: ReportText['direction']

  constructor(text: DocxText, { direction }: ReportText) {
    this.#text = text
    this.#direction = direction
  }

  /** `title`: the name of the table, for people who use a screen reader. */
  *build({ columns, rows }: Table, { widths, size }: Fit, title: string): Generator<string> {
    const visual = this.#direction === 'rtl' ? '<w:bidiVisual/>' : ''
    const total = widths.reduce((sum, one) => sum + one, 0)
    const name = title === '' ? '' : `<w:tblCaption w:val="${escapeXml(title)}"/>`
    yield `<w:tbl><w:tblPr><w:tblStyle w:val="RostrumTable"/>${visual}<w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>${name}</w:tblPr><w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`
    const cell = (lines: Cell, index: number, style: string, keep = false): string =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${(lines.length === 0 ? [[]] : lines).map((line) => this.#paragraph(line, style, columns[index]?.kind === 'figure', keep)).join('')}</w:tc>`
    const heads = columns.map(({ label, kind }, index) =>
      cell(
        [[{ text: label, isQuoted: false, face: 'plain' }]],
        index,
        kind === 'figure' ? headFigureStyle(size) : getCellStyle('head', size),
      ),
    )
    yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heads.join('')}</w:tr>`
    const isKept = rows.length <= longestKept && rows.every((row) => row.every(isShort))
    for (const [number, row] of rows.entries()) {
      const keep = isKept && number < rows.length - 1
      const cells = row.map((one, index) =>
        cell(one, index, getCellStyle(columns[index]?.kind === 'figure' ? 'figure' : 'cell', size), keep),
      )
      yield `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
    }
    yield '</w:tbl>'
  }

  #paragraph(line: RunLine, style: string, isFigure: boolean, keep: boolean): string {
    // A column of figures ends on the same side in every row, whatever the direction of its text.
    const direction = isFigure ? this.#direction : this.#text.getLineDirection(line)
    const bidi = direction === 'rtl' ? '<w:bidi/>' : ''
    // Text in the other direction is at the start of its column, like all others.
    const side = direction === this.#direction ? '' : '<w:jc w:val="end"/>'
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep ? '<w:keepNext/>' : ''}${bidi}${side}</w:pPr>${this.#text.line(line, direction)}</w:p>`
  }
}

export type TableBlock = Extract<Block, { kind: 'table' }>
