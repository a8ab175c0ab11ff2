/** A document before it has a format: headings, paragraphs and tables of runs of text, ours and other people's told apart. */

export type Run = {
  readonly text: string
  /** Not written by us: can be in any script, and must never become markup. */
  readonly theirs: boolean
  readonly face: 'plain' | 'strong' | 'code'
}
export type Line = readonly Run[]
export type Cell = readonly Line[]
/** `parts`: of the width of the page. */
export type Head = { readonly label: string; readonly parts: number; readonly figures?: boolean }

export type Block =
  | { readonly kind: 'title' | 'subtitle' | 'paragraph'; readonly line: Line }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly line: Line }
  | { readonly kind: 'table'; readonly heads: readonly Head[]; readonly rows: readonly (readonly Cell[])[] }

export const ours = (text: string, face: Run['face'] = 'plain'): Run => ({ text, theirs: false, face })
export const theirs = (text: string, face: Run['face'] = 'plain'): Run => ({ text, theirs: true, face })

/** A cell of one line. */
export const cell = (...runs: readonly Run[]): Cell => [runs]
export const code = (id: string): Cell => cell(ours(id, 'code'))

export const paragraph = (...line: readonly Run[]): Block => ({ kind: 'paragraph', line })
export const heading = (level: 1 | 2, ...line: readonly Run[]): Block => ({ kind: 'heading', level, line })

/** Text that nobody can write: what people send is cleaned of it. */
const gap = '\u0000'

/** A sentence of ours around a text of theirs. */
export function around(sentence: (gap: string) => string, text: string): Line {
  const [before = '', after = ''] = sentence(gap).split(gap)
  return [ours(before), theirs(text), ours(after)].filter((run) => run.text !== '')
}
