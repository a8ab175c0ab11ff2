/** The numbers and letters of paragraphs come from the lists of their styles. So they follow when an editor adds a paragraph. */
import type { ReportText } from '../text/report-text.ts'
import { docxNamespace } from './docx-styles.ts'
import { xmlDeclaration } from './xml.ts'

/** The list of the style of numbered paragraphs, and that of lettered ones. */
const paragraphList = 1
const letterList = 2
/** The number after which our lists begin, so that they come after all lists of a template. */
export const templateLists = 9000

/** The list to which each paragraph belongs. A number that does not follow the previous one starts a new list. */
export class DocxLists {
  readonly #first: number
  readonly #starts: { readonly list: number; readonly start: number }[] = []
  #lastNumber = 0
  #current: number | null

  /**
   * `first`: 0, or the number after which our lists begin. The styles of a template do not refer to our lists, so each paragraph names its
   * own.
   */
  constructor(first = 0) {
    this.#first = first
    this.#current = first === 0 ? null : first + paragraphList
  }

  /** Returns null if the list is that of the style. */
  continueNumbers(number: number): number | null {
    const follows = number === this.#lastNumber + 1
    this.#lastNumber = number
    if (follows) return this.#current
    this.#current = this.#begin(paragraphList, number)
    return this.#current
  }
  beginLetters(): number {
    return this.#begin(letterList, 1)
  }

  #begin(list: number, start: number): number {
    this.#starts.push({ list, start })
    return this.#first + letterList + this.#starts.length
  }

  /** Makes the lists, once the body is written. */
  makeNumbering({ direction }: ReportText): string {
    const numbered = direction === 'rtl' ? '%1 -' : '%1.'
    return [
      `${xmlDeclaration}<w:numbering ${docxNamespace}>`,
      makeAbstractList(
        this.#first + paragraphList,
        'RostrumParaNumbered',
        `<w:numFmt w:val="decimal"/><w:pStyle w:val="RostrumParaNumbered"/><w:suff w:val="tab"/><w:lvlText w:val="${numbered}"/><w:lvlJc w:val="start"/><w:pPr><w:tabs><w:tab w:val="start" w:pos="1247"/></w:tabs><w:ind w:start="680" w:end="680" w:firstLine="0"/></w:pPr>`,
      ),
      makeAbstractList(
        this.#first + letterList,
        'RostrumParaList',
        `<w:numFmt w:val="${direction === 'rtl' ? 'arabicAbjad' : 'lowerLetter'}"/><w:pStyle w:val="RostrumParaList"/><w:suff w:val="tab"/><w:lvlText w:val="(%1)"/><w:lvlJc w:val="start"/><w:pPr><w:tabs><w:tab w:val="start" w:pos="1701"/></w:tabs><w:ind w:start="1701" w:end="680" w:hanging="454"/></w:pPr>`,
      ),
      ...[paragraphList, letterList].map(
        (list) => `<w:num w:numId="${this.#first + list}"><w:abstractNumId w:val="${this.#first + list}"/></w:num>`,
      ),
      ...this.#starts.map(
        ({ list, start }, index) =>
          `<w:num w:numId="${this.#first + letterList + index + 1}"><w:abstractNumId w:val="${this.#first + list}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
      ),
      '</w:numbering>',
    ].join('')
  }
}

const makeAbstractList = (id: number, style: string, level: string): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:name w:val="${style}"/><w:lvl w:ilvl="0"><w:start w:val="1"/>${level}</w:lvl></w:abstractNum>`
