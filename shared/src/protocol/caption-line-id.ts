/** The id of a line of captions: where its sender began to count, and the number that the sender gave it. */
export type LineNumber = { readonly run: number; readonly seq: number }
export type CaptionLineId = `${string}-${string}`

/** The count of the lines from a file. It is lower than that of any sender, so that lines from a file come before later ones. */
export const fileRun = 0
const widths = { run: 14, seq: 9 }

/** Returns an id that sorts lines as they were spoken. */
export const writeLineId = ({ run, seq }: LineNumber): CaptionLineId =>
  `${String(run).padStart(widths.run, '0')}-${String(seq).padStart(widths.seq, '0')}`

export const readLineId = (id: string): LineNumber => {
  const [run, seq] = id.split('-').map(Number)
  return { run: run ?? fileRun, seq: seq ?? 0 }
}

/** True for a line from a file. No sender has it, so nobody corrects it. */
export const isFromFile = (id: string): boolean => readLineId(id).run === fileRun
