/** The points of the page, with the sentences that were written on it since it was made. */
import type { PagePoint } from '@rostrum/shared/contract/report-blocks'
import { useState } from 'react'

type Written = ReadonlyMap<string, PagePoint['sentences']>

/** `store`: keeps the text that the session has confirmed. Null takes the sentence out, so the next of the point is in the report. */
type SentenceList = { readonly points: readonly PagePoint[]; readonly store: (point: PagePoint, text: string | null) => void }

/** Returns the note to which the sentence of a point belongs. */
export const getSentenceNote = ({ id, sentences: [first] }: PagePoint): string => first?.note ?? id

export const useSentences = (made: readonly PagePoint[]): SentenceList => {
  const [written, setWritten] = useState<{ readonly of: readonly PagePoint[]; readonly all: Written }>({ of: made, all: new Map() })
  // A page that was made again has them all.
  const all: Written = written.of === made ? written.all : new Map()
  const points = made.map((point): PagePoint => ({ ...point, sentences: all.get(point.id) ?? point.sentences }))
  const store = (point: PagePoint, text: string | null) => {
    const others = point.sentences.slice(1)
    const sentences = text === null ? others : [{ note: getSentenceNote(point), text, agrees: true }, ...others]
    setWritten({ of: made, all: new Map([...all, [point.id, sentences]]) })
  }
  return { points, store }
}
