/** Makes and reads blocks. */
import type { Block, Cell, Face, ParagraphStyle, RunLine, TextRun } from '@rostrum/shared/contract/report-blocks'
import { dropFinalStop } from '@rostrum/shared/kernel/text'

export const ownRun = (text: string, face: Face = 'plain'): TextRun => ({ text, isQuoted: false, face })
export const quotedRun = (text: string, face: Face = 'plain'): TextRun => ({ text, isQuoted: true, face })

/** Within a sentence, which has a full stop of its own. */
export const quoteInSentence = (text: string): TextRun => quotedRun(dropFinalStop(text))

export const makeLine = (text: string): RunLine => (text === '' ? [] : [ownRun(text)])
/** A cell of one line. */
export const makeCell = (...runs: readonly TextRun[]): Cell => [runs]
/** An empty cell of a table says so. */
export const nilCell: Cell = [[ownRun('—')]]

export const makeParagraph = (style: Exclude<ParagraphStyle, 'numbered'>, line: RunLine): Block => ({ kind: 'paragraph', style, line })

export const getPlainText = (line: RunLine): string => line.map(({ text }) => text).join('')

export const withFace = (line: RunLine, face: Face): RunLine => line.map((run) => ({ ...run, face }))

/** Joins runs side by side that look the same, so that documents have no more runs than needed. */
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
