/** Runs of text in a Word document: style, direction, language, bookmarks and links. */
import type { RunLine, TextRun } from '@rostrum/shared/contract/report-blocks'
import { getPlainText } from '../report/blocks.ts'
import { detectDirection, markDirection } from '../text/direction.ts'
import type { ReportText } from '../text/report-text.ts'
import { faceStyles } from './docx-styles.ts'
import { escapeXml } from './xml.ts'

/** Text that people wrote is on single lines here. Non-breaking spaces are kept. */
const lineEnds = /[\n\v\f\r\u2028\u2029]/g
const cyrillic = /\p{Script=Cyrillic}/u
const greek = /\p{Script=Greek}/u
/** Matches a number, a time or a code, which always runs from left to right. */
const figures = /^[\d:.,/+\-–()%\s]*\d[\d:.,/+\-–()%\s]*$/
type Direction = ReportText['direction']

/** Makes the name of a bookmark. Only letters and digits are allowed, so a hyphen becomes a letter that looks like one. */
export const toBookmarkName = (id: string): string => `_${id.replace(/-/g, 'ー').replace(/[^\p{L}\p{N}_]/gu, '_')}`.slice(0, 40)

export class DocxText {
  readonly #direction: Direction
  readonly #bookmarked = new Set<string>()

  constructor({ direction }: ReportText) {
    this.#direction = direction
  }

  /**
   * Returns the direction of a line. A fully quoted paragraph has its own direction, ids run from left to right, and everything else
   * follows the document.
   */
  getLineDirection(line: RunLine): Direction {
    const visible = line.filter(({ text }) => text !== '')
    const hasOwn = visible.length > 0 && visible.every(({ isQuoted, face }) => isQuoted || face === 'code')
    return hasOwn ? detectDirection(getPlainText(line)) : this.#direction
  }

  /** `direction`: the direction of the paragraph. */
  line(line: RunLine, direction: Direction = this.getLineDirection(line)): string {
    return line.map((run) => this.#run(run, direction)).join('')
  }

  /** Writes the bookmark of an anchor once: at the first place that names it. */
  bookmark(anchor: string): string {
    const name = toBookmarkName(anchor)
    if (this.#bookmarked.has(name)) return ''
    this.#bookmarked.add(name)
    const id = this.#bookmarked.size
    return `<w:bookmarkStart w:id="${id}" w:name="${escapeXml(name)}"/><w:bookmarkEnd w:id="${id}"/>`
  }

  #run({ text, isQuoted, face, language, anchor, target, href }: TextRun, lineDirection: Direction): string {
    const mark = anchor === undefined ? '' : this.bookmark(anchor)
    if (text === '') return mark
    const isFigure = !isQuoted && figures.test(text)
    const direction = isQuoted || face === 'code' ? detectDirection(text) : isFigure ? 'ltr' : this.#direction
    const properties = [
      face === 'plain' ? '' : `<w:rStyle w:val="${faceStyles[face]}"/>`,
      direction === 'rtl' ? '<w:rtl/>' : '',
      language ? makeLanguage(language) : isQuoted ? markLanguage(text) : '',
    ].join('')
    const content = makeTexts(isQuoted ? markDirection(text.replace(lineEnds, ' ').replaceAll('\t', ' '), direction, lineDirection) : text)
    const run = `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`
    if (href !== undefined) return mark + makeOuterLink(href, run)
    return (
      mark +
      (target === undefined ? run : `<w:hyperlink w:anchor="${escapeXml(toBookmarkName(target))}" w:history="1">${run}</w:hyperlink>`)
    )
  }
}

/** Writes text. Our own texts can contain tabs and line ends. */
const makeTexts = (text: string): string =>
  text
    .split(/([\t\n])/)
    .map((piece) =>
      piece === '\t' ? '<w:tab/>' : piece === '\n' ? '<w:br/>' : piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`,
    )
    .join('')

/** Makes a link that leads out of the document. In a field, a backslash begins a switch. */
const makeOuterLink = (href: string, run: string): string => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const instruction = ` HYPERLINK "${escapeXml(href.replaceAll('\\', '%5C'))}" `
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>${mark('separate')}${run}${mark('end')}`
}

const makeLanguage = (tag: string): string =>
  `<w:lang w:val="${escapeXml(tag)}" w:eastAsia="${escapeXml(tag)}" w:bidi="${escapeXml(tag)}"/>`

/** Marks the language if the script reveals it. Latin letters do not. */
const markLanguage = (text: string): string => {
  if (cyrillic.test(text)) return '<w:lang w:val="ru-RU"/>'
  return greek.test(text) ? '<w:lang w:val="el-GR"/>' : ''
}
