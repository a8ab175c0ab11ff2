/** Makes and reads blocks. */
import type { Block, Cell, Face, ParagraphStyle, RunLine, TextRun } from '@rostrum/shared/contract/report-blocks'
import { dropFinalStop } from '@rostrum/shared/kernel/text'

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
    const isPlain = (one: TextRun) => !one.isQuoted && one.anchor === undefined && one.target === undefined && one.href === undefined
    if (last && isPlain(last) && isPlain(run) && last.face === run.face) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text !== '' || run.anchor !== undefined) joined.push(run)
  }
  return joined
}
