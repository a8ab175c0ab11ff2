/** The points of the page, with the sentences that were written on it since it was made. */
import type { PagePoint } from '@rostrum/shared/contract/report-blocks'
import { useState } from 'react'

type Written = ReadonlyMap<string, string | null>

/** `store`: keeps the text that the session has confirmed. */
export type SentenceList = { readonly points: readonly PagePoint[]; readonly store: (note: string, text: string | null) => void }

export const useSentences = (made: readonly PagePoint[]): SentenceList => {
  const [written, setWritten] = useState<{ readonly of: readonly PagePoint[]; readonly texts: Written }>({ of: made, texts: new Map() })
  // A page that was made again has them all.
  const texts: Written = written.of === made ? written.texts : new Map()
  const points = made.map((point): PagePoint => {
    const text = texts.get(point.note)
    if (text === undefined) return point
    return { ...point, sentence: text === null ? null : { text, agrees: true } }
  })
  return { points, store: (note, text) => setWritten({ of: made, texts: new Map([...texts, [note, text]]) }) }
}
