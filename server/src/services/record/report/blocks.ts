/** A document without a format: headings, paragraphs, tables and pictures of text runs. Quoted text is separate from our own. */
import { dropFinalStop } from '@rostrum/shared/kernel/text'
import type { Figure } from './figure.ts'

export type Face = 'plain' | 'strong' | 'emphasis' | 'small' | 'code' | 'mark' | 'tag' | 'tag-dark' | 'tag-grey'

export type TextRun = {
  readonly text: string
  /** Text of other people. It can be in any script, and must never become markup. */
  readonly isQuoted: boolean
  readonly face: Face
  /** The tag of the language in which it is written, if that is known. */
  readonly language?: string
  /** The long id of the thing that the run names. It becomes a bookmark and is never printed. */
  readonly anchor?: string
  /** The anchor that the run leads to. */
  readonly target?: string
}
export type RunLine = readonly TextRun[]
export type Cell = readonly RunLine[]

/** `figure`: numbers and times, aligned at their end. `rest`: takes the remaining width. */
export type TableColumn = { readonly label: string; readonly kind: 'figure' | 'text' | 'rest' }
export type ReportRow = readonly Cell[]
export type Caption = { readonly number: RunLine; readonly title: RunLine }

export type ParagraphStyle =
  | 'organizer'
  | 'symbol'
  | 'meeting'
  | 'place'
  | 'distribution'
  | 'title'
  | 'subtitle'
  | 'officers'
  | 'notice'
  | 'summary-heading'
  | 'summary-text'
  | 'contents-heading'
  | 'responsibility'
  | 'guiding-label'
  | 'guiding-question'
  | 'numbered'
  | 'list'
  | 'note'
  | 'table-title'
  | 'lead'
  | 'log'
  | 'body'

export type Block =
  | { readonly kind: 'paragraph'; readonly style: Exclude<ParagraphStyle, 'numbered'>; readonly line: RunLine }
  /** A paragraph with a number. The numbers grow through a document, and can have gaps in the public version. */
  | { readonly kind: 'numbered'; readonly number: number; readonly line: RunLine }
  /** A place for a text of the secretariat. `line` describes that text. With a number, the text becomes that paragraph. */
  | { readonly kind: 'to-write'; readonly id: string; readonly number: number | null; readonly style?: 'symbol'; readonly line: RunLine }
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2
      readonly line: RunLine
      /** A label above the title, such as "Annex I". */
      readonly label?: RunLine
      readonly anchor: string
      readonly startsPage?: boolean
    }
  | {
      readonly kind: 'table'
      readonly look: 'body' | 'annex'
      readonly caption: Caption | null
      readonly columns: readonly TableColumn[]
      readonly rows: readonly ReportRow[]
    }
  | { readonly kind: 'contents'; readonly columns: readonly TableColumn[]; readonly rows: readonly ContentsRow[] }
  | { readonly kind: 'figure'; readonly caption: Caption; readonly figure: Figure; readonly alt: string }

export type ContentsRow = { readonly line: RunLine; readonly paragraphs: string; readonly target: string | null }

export const ownRun = (text: string, face: Face = 'plain'): TextRun => ({ text, isQuoted: false, face })
export const quotedRun = (text: string, face: Face = 'plain'): TextRun => ({ text, isQuoted: true, face })

/** Quotes text within a sentence, which has its own full stop. */
export const quoteInSentence = (text: string): TextRun => quotedRun(dropFinalStop(text))

export const makeLine = (text: string): RunLine => (text === '' ? [] : [ownRun(text)])
/** Makes a cell of one line. */
export const makeCell = (...runs: readonly TextRun[]): Cell => [runs]
/** The content of an empty cell of a table. */
export const nilCell: Cell = [[ownRun('—')]]

export const makeParagraph = (style: Exclude<ParagraphStyle, 'numbered'>, line: RunLine): Block => ({ kind: 'paragraph', style, line })

export const getPlainText = (line: RunLine): string => line.map(({ text }) => text).join('')

export const withFace = (line: RunLine, face: Face): RunLine => line.map((run) => ({ ...run, face }))

/** Joins adjacent runs that look the same, so that documents have no more runs than needed. */
export const joinRuns = (line: RunLine): RunLine => {
  const joined: TextRun[] = []
  for (const run of line) {
    const last = joined.at(-1)
    const isPlain = (one: TextRun) => !one.isQuoted && one.anchor === undefined && one.target === undefined
    if (last && isPlain(last) && isPlain(run) && last.face === run.face) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text !== '' || run.anchor !== undefined) joined.push(run)
  }
  return joined
}
