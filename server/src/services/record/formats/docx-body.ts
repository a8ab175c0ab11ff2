/** Writes blocks as the body of a Word document. Formatting comes from styles; only direction and language are marked in place. */
import { type Block, type Caption, getPlainText, ownRun, type ReportRow, type RunLine } from '../report/blocks.ts'
import type { ReportText } from '../text/report-text.ts'
import { DocxPictures } from './docx-drawing.ts'
import { DocxLists } from './docx-numbering.ts'
import { makeSideFrame, paragraphStyles } from './docx-styles.ts'
import { DocxTable, type TableBlock } from './docx-table.ts'
import { DocxText, toBookmarkName } from './docx-text.ts'
import { fitColumns, type PageWidths } from './fit-columns.ts'
import { escapeXml } from './xml.ts'

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>

/** The size and the orientation of pages. The first page has no header. */
export type PageSections = { readonly portrait: string; readonly laterPortrait: string; readonly landscape: string }

export type PageLayout = { readonly sections: PageSections; readonly widths: PageWidths }

export class DocxBody {
  readonly lists: DocxLists
  readonly pictures: DocxPictures
  readonly #reportText: ReportText
  readonly #text: DocxText
  readonly #tables: DocxTable
  readonly #sections: PageSections
  readonly #widths: PageWidths
  #previous: Block | null = null
  #letters: number | null = null
  #places = 0
  /** Whether any page is in landscape format. */
  hasSections = false

  /** `firstList`: the number after which our lists begin. */
  constructor(reportText: ReportText, { sections, widths }: PageLayout, firstList = 0) {
    this.#reportText = reportText
    this.#text = new DocxText(reportText)
    this.#tables = new DocxTable(this.#text, reportText)
    this.#sections = sections
    this.#widths = widths
    this.lists = new DocxLists(firstList)
    this.pictures = new DocxPictures(widths.portrait)
  }

  *build(blocks: Iterable<Block | null>): Generator<string> {
    for (const block of blocks) {
      if (block === null) yield ''
      else {
        yield* this.#block(block)
        this.#previous = block
      }
    }
  }

  *#block(block: Block): Generator<string> {
    switch (block.kind) {
      case 'paragraph':
        yield this.#styled(block)
        return
      case 'numbered':
        yield this.#paragraph(block.line, 'RostrumParaNumbered', this.#number(block.number))
        return
      case 'to-write':
        yield this.#placeToWrite(block)
        return
      case 'heading':
        yield* this.#heading(block)
        return
      case 'table':
        yield* this.#table(block)
        return
      case 'contents':
        yield* this.#contents(block)
        return
      case 'figure':
        yield* this.#caption(block.caption)
        yield `<w:p><w:pPr><w:pStyle w:val="RostrumFigure"/>${this.#bidi(this.#reportText.direction)}</w:pPr>${this.pictures.add(block)}</w:p>`
        return
    }
  }

  #styled({ style, line }: BlockOf<'paragraph'>): string {
    if (style === 'list') return this.#listItem(line)
    // LibreOffice takes the position of a frame from the paragraph only.
    const frame = style === 'distribution' ? makeSideFrame(this.#reportText.direction === 'rtl') : ''
    return this.#paragraph(line, paragraphStyles[style], '', frame)
  }

  *#heading({ level, line, label, anchor, startsPage }: BlockOf<'heading'>): Generator<string> {
    const breaks = startsPage ? '<w:pageBreakBefore/>' : ''
    // The label is part of the heading, so that a list of headings shows "Annex I".
    const whole = label ? [...label, ownRun('\n'), ...line] : line
    yield this.#paragraph([{ ...ownRun(''), anchor }, ...whole], label ? 'RostrumAnnexHeading' : `Heading${level}`, '', breaks)
  }

  *#table({ caption, columns, rows, look }: TableBlock): Generator<string> {
    const fit = fitColumns(columns, rows, look === 'annex' ? 'small' : 'normal', this.#widths)
    if (fit.isLandscape) yield this.#sectionBreak(this.hasSections ? this.#sections.laterPortrait : this.#sections.portrait)
    if (caption) yield* this.#caption(caption)
    yield* this.#tables.build({ columns, rows }, fit, caption ? getPlainText(caption.title) : '')
    yield this.#tableEnd()
    if (fit.isLandscape) yield this.#sectionBreak(this.#sections.landscape)
  }

  /** Separates tables, because two adjacent tables would become one. */
  #tableEnd(): string {
    return '<w:p><w:pPr><w:pStyle w:val="RostrumTableEnd"/></w:pPr></w:p>'
  }

  *#caption({ number, title }: Caption): Generator<string> {
    yield this.#paragraph(number, 'RostrumTableNumber')
    yield this.#paragraph(title, 'RostrumTableTitle')
  }

  /** Writes the contents. The page is a field that the program which opens the document fills in. */
  *#contents({ columns, rows }: BlockOf<'contents'>): Generator<string> {
    const cells = rows.map(
      ({ line, paragraphs, target }): ReportRow => [
        [target === null ? line : line.map((run) => ({ ...run, target }))],
        [[ownRun(paragraphs === '' ? '—' : paragraphs)]],
        [[ownRun(target === null ? '—' : pageField(target))]],
      ],
    )
    const longest = rows.map(({ line, paragraphs }): ReportRow => [[line], [[ownRun(paragraphs)]], [[ownRun('000')]]])
    const labels: ReportRow = columns.map(({ label }) => [[ownRun(label)]])
    for (const text of this.#tables.build(
      { columns, rows: cells },
      fitColumns(columns, [labels, ...longest], 'normal', this.#widths),
      getPlainText(columns.map(({ label }) => ownRun(label))),
    ))
      yield fillPageFields(text)
    yield this.#tableEnd()
  }

  #listItem(line: RunLine): string {
    const isFirst = this.#previous?.kind !== 'paragraph' || this.#previous.style !== 'list'
    if (isFirst) this.#letters = this.lists.beginLetters()
    return this.#paragraph(line, 'RostrumParaList', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${this.#letters}"/></w:numPr>`)
  }

  #number(number: number): string {
    const list = this.lists.continueNumbers(number)
    return list === null ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`
  }

  /**
   * Writes a content control, so that typed text has the look of its paragraph at once. The paragraph already has its number. So references
   * to later paragraphs hold whether it is written or not.
   */
  #placeToWrite({ id, number, line, style: own }: BlockOf<'to-write'>): string {
    this.#places += 1
    const [style, list] = number === null ? [paragraphStyles[own ?? 'summary-text'], ''] : ['RostrumParaNumbered', this.#number(number)]
    const label = getPlainText(this.#reportText.write('label.toWrite'))
    const rtl = this.#reportText.direction === 'rtl' ? '<w:rtl/>' : ''
    const run = (name: string, text: string): string =>
      `<w:r><w:rPr><w:rStyle w:val="${name}"/>${rtl}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
    const hint = getPlainText(line)
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${list}${this.#bidi(this.#reportText.direction)}</w:pPr><w:sdt><w:sdtPr><w:alias w:val="${escapeXml(label)}"/><w:tag w:val="${escapeXml(id.slice(0, 60))}"/><w:id w:val="${this.#places}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('RostrumToWriteLabel', label)}${run('RostrumToWrite', `\u00a0 ${hint}`)}</w:sdtContent></w:sdt></w:p>`
  }

  #paragraph(line: RunLine, style: string, list = '', breaks = ''): string {
    // A number is on the same side as the numbers of all other paragraphs.
    const direction = style === 'RostrumParaNumbered' ? this.#reportText.direction : this.#text.getLineDirection(line)
    // A quoted line keeps the side of the document, unless it is a separate text.
    const isOwnText = style === 'RostrumBody' || style === 'RostrumGuidingQuestion'
    const side = direction !== this.#reportText.direction && !isOwnText ? '<w:jc w:val="end"/>' : ''
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${breaks}${list}${this.#bidi(direction)}${side}</w:pPr>${this.#text.line(line, direction)}</w:p>`
  }

  #bidi(direction: ReportText['direction']): string {
    return direction === 'rtl' ? '<w:bidi/>' : ''
  }

  #sectionBreak(page: string): string {
    this.hasSections = true
    return `<w:p><w:pPr><w:pStyle w:val="RostrumTableEnd"/><w:sectPr>${page}</w:sectPr></w:pPr></w:p>`
  }
}

/** Marks the place of a field until the table is written. No text contains such a word, because our bookmarks begin with an underscore. */
const pageField = (anchor: string): string => `PAGEREF_${toBookmarkName(anchor)}`
const fillPageFields = (text: string): string =>
  text.replace(
    /<w:t xml:space="preserve">PAGEREF_([^<]*)<\/w:t>/g,
    (_, name: string) =>
      `<w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF ${name} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>–</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>`,
  )
