/** A document without a format: headings, paragraphs and tables of text runs. Quoted text is separate from our own. */

export type TextRun = {
  readonly text: string
  /** Text of other people. It can be in any script, and must never become markup. */
  readonly isQuoted: boolean
  readonly face: 'plain' | 'strong' | 'code'
}
export type RunLine = readonly TextRun[]
export type Cell = readonly RunLine[]
/** `width`: relative to the other columns of the table. */
export type TableColumn = { readonly label: string; readonly width: number; readonly isNumeric?: boolean }

export type Block =
  | { readonly kind: 'title' | 'subtitle' | 'paragraph'; readonly line: RunLine }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly line: RunLine }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly Cell[])[] }

export const ownRun = (text: string, face: TextRun['face'] = 'plain'): TextRun => ({ text, isQuoted: false, face })
export const quotedRun = (text: string, face: TextRun['face'] = 'plain'): TextRun => ({ text, isQuoted: true, face })

/** A cell of one line. */
export const makeCell = (...runs: readonly TextRun[]): Cell => [runs]
export const makeCode = (id: string): Cell => makeCell(ownRun(id, 'code'))

export const makeParagraph = (...line: readonly TextRun[]): Block => ({ kind: 'paragraph', line })
export const makeHeading = (level: 1 | 2, ...line: readonly TextRun[]): Block => ({ kind: 'heading', level, line })

/** A character that no text contains, because it is removed from everything that people send. */
const gap = '\u0000'

/** One of our sentences around a quoted text. */
export function wrapQuoted(sentence: (gap: string) => string, text: string): RunLine {
  const [before = '', after = ''] = sentence(gap).split(gap)
  return [ownRun(before), quotedRun(text), ownRun(after)].filter((run) => run.text !== '')
}
