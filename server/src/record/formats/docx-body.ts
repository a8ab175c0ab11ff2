/** Writes blocks as the body of a Word document, with real headings, repeated header rows, and a direction for every paragraph and run. */
import type { Block, RunLine, TableColumn, TextRun } from '../report/blocks.ts'
import type { ReportText } from '../text/report-text.ts'
import { escapeXml } from './xml.ts'

/** The text width of A4 with margins of 2 cm, in twentieths of a point. */
const textWidth = 9638

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
/** Our paragraphs are single lines. Non-breaking spaces are kept. */
const lineEnds = /[\t\n\v\f\r\u2028\u2029]/g
const firstLetter = /\p{L}/u
type Direction = ReportText['direction']
/** The alignment of a paragraph: the start or the end side of the document, or the start side of its own direction. */
type Side = 'start' | 'end' | 'own'

/** The direction of the first letter. */
const detectDirection = (text: string): Direction => (rightToLeft.test(firstLetter.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr')

export class DocxBody {
  readonly #direction: Direction

  constructor({ direction }: ReportText) {
    this.#direction = direction
  }

  *build(blocks: Iterable<Block>): Generator<string> {
    for (const block of blocks) {
      if (block.kind === 'table') yield* this.#table(block.columns, block.rows)
      else yield this.#paragraph(block.line, getBlockStyle(block), block.kind === 'paragraph' ? 'own' : 'start')
    }
  }

  *#table(columns: readonly TableColumn[], rows: Extract<Block, { kind: 'table' }>['rows']): Generator<string> {
    const totalWidth = columns.reduce((sum, column) => sum + column.width, 0)
    const widths = columns.map((column) => Math.floor((textWidth * column.width) / totalWidth))
    const visual = this.#direction === 'rtl' ? '<w:bidiVisual/>' : ''
    yield `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>${visual}<w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`
    const cells = (lines: readonly (readonly RunLine[])[]): string =>
      lines.map((cell, index) => this.#cell(cell, widths[index] ?? 0, columns[index]?.isNumeric === true)).join('')
    yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(columns.map(({ label }) => [[{ text: label, isQuoted: false, face: 'strong' }]]))}</w:tr>`
    for (const row of rows) yield `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(row)}</w:tr>`
    // Two tables that touch would become one.
    yield '</w:tbl><w:p/>'
  }

  #cell(lines: readonly RunLine[], cellWidth: number, isNumeric: boolean): string {
    const inside = lines.length === 0 ? [[]] : lines
    return `<w:tc><w:tcPr><w:tcW w:w="${cellWidth}" w:type="dxa"/></w:tcPr>${inside.map((line) => this.#paragraph(line, 'Cell', isNumeric ? 'end' : 'own')).join('')}</w:tc>`
  }

  /** A fully quoted paragraph has its own direction, ids are left to right, and everything else has the direction of the document. */
  #paragraph(line: RunLine, style: string, side: Side): string {
    const hasOwnDirection = line.length > 0 && line.every(({ isQuoted, face }) => isQuoted || face === 'code')
    const direction = hasOwnDirection ? detectDirection(line.map(({ text }) => text).join('')) : this.#direction
    const isAlignedEnd = side === 'end' || (side === 'start' && direction !== this.#direction)
    const properties = [
      style === '' ? '' : `<w:pStyle w:val="${style}"/>`,
      direction === 'rtl' ? '<w:bidi/>' : '',
      isAlignedEnd ? '<w:jc w:val="end"/>' : '',
    ].join('')
    return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${line.map((run) => this.#run(run)).join('')}</w:p>`
  }

  #run({ text, isQuoted, face }: TextRun): string {
    const direction = isQuoted || face === 'code' ? detectDirection(text) : this.#direction
    const properties = [
      face === 'code' ? '<w:rStyle w:val="Code"/>' : '',
      face === 'strong' ? '<w:b/><w:bCs/>' : '',
      direction === 'rtl' ? '<w:rtl/>' : '',
    ].join('')
    return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text.replace(lineEnds, ' '))}</w:t></w:r>`
  }
}

function getBlockStyle(block: Exclude<Block, { kind: 'table' }>): string {
  switch (block.kind) {
    case 'title':
      return 'Title'
    case 'subtitle':
      return 'Subtitle'
    case 'heading':
      return `Heading${block.level}`
    case 'paragraph':
      return ''
  }
}
