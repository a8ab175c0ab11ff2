/** Blocks as the body of a Word document: real headings, header rows that repeat, and a direction for every paragraph and run. */
import type { Block, Head, Line, Run } from '../report/blocks.ts'
import type { Words } from '../text/report-text.ts'
import { escapedXml } from './xml.ts'

/** The width of the text on A4 with margins of 2 cm, in twentieths of a point. */
const width = 9638

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
/** A paragraph of ours is one line. Spaces that hold words together stay what they are. */
const lineEnds = /[\t\n\v\f\r\u2028\u2029]/g
const firstLetter = /\p{L}/u
type Direction = Words['direction']
/** Where a paragraph stands: where the document begins its lines, where it ends them, or where its own direction begins. */
type Side = 'start' | 'end' | 'own'

/** As its first letter has it. */
const directionOf = (text: string): Direction => (rightToLeft.test(firstLetter.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr')

export class Body {
  readonly #direction: Direction

  constructor({ direction }: Words) {
    this.#direction = direction
  }

  *of(blocks: Iterable<Block>): Generator<string> {
    for (const block of blocks) {
      if (block.kind === 'table') yield* this.#table(block.heads, block.rows)
      else yield this.#paragraph(block.line, styleOf(block), block.kind === 'paragraph' ? 'own' : 'start')
    }
  }

  *#table(heads: readonly Head[], rows: Extract<Block, { kind: 'table' }>['rows']): Generator<string> {
    const parts = heads.reduce((sum, head) => sum + head.parts, 0)
    const widths = heads.map((head) => Math.floor((width * head.parts) / parts))
    const visual = this.#direction === 'rtl' ? '<w:bidiVisual/>' : ''
    yield `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>${visual}<w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`
    const cells = (lines: readonly (readonly Line[])[]): string =>
      lines.map((cell, index) => this.#cell(cell, widths[index] ?? 0, heads[index]?.figures === true)).join('')
    yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(heads.map(({ label }) => [[{ text: label, theirs: false, face: 'strong' }]]))}</w:tr>`
    for (const row of rows) yield `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(row)}</w:tr>`
    // Two tables that touch would become one.
    yield '</w:tbl><w:p/>'
  }

  #cell(lines: readonly Line[], cellWidth: number, figures: boolean): string {
    const inside = lines.length === 0 ? [[]] : lines
    return `<w:tc><w:tcPr><w:tcW w:w="${cellWidth}" w:type="dxa"/></w:tcPr>${inside.map((line) => this.#paragraph(line, 'Cell', figures ? 'end' : 'own')).join('')}</w:tc>`
  }

  /** What is somebody else's from beginning to end goes its own way, ids from left to right, all else as the document. */
  #paragraph(line: Line, style: string, side: Side): string {
    const own = line.length > 0 && line.every(({ theirs, face }) => theirs || face === 'code')
    const direction = own ? directionOf(line.map(({ text }) => text).join('')) : this.#direction
    const turned = side === 'end' || (side === 'start' && direction !== this.#direction)
    const properties = [
      style === '' ? '' : `<w:pStyle w:val="${style}"/>`,
      direction === 'rtl' ? '<w:bidi/>' : '',
      turned ? '<w:jc w:val="end"/>' : '',
    ].join('')
    return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${line.map((run) => this.#run(run)).join('')}</w:p>`
  }

  #run({ text, theirs, face }: Run): string {
    const direction = theirs || face === 'code' ? directionOf(text) : this.#direction
    const properties = [
      face === 'code' ? '<w:rStyle w:val="Code"/>' : '',
      face === 'strong' ? '<w:b/><w:bCs/>' : '',
      direction === 'rtl' ? '<w:rtl/>' : '',
    ].join('')
    return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapedXml(text.replace(lineEnds, ' '))}</w:t></w:r>`
  }
}

function styleOf(block: Exclude<Block, { kind: 'table' }>): string {
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
