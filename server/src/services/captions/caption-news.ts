/** The news of captions between nodes. The lines themselves are in the store, which a node reads when the first reader comes. */
import { z } from 'zod'
import type { ShareKind } from '../../engine/nodes/share.ts'
import { storedLine } from './caption-line.ts'

/** A line that was stored, or null for a file, which the other nodes then read from the store. */
const news = z.strictObject({ at: z.number(), line: storedLine.nullable() })
export type CaptionNews = Readonly<z.infer<typeof news>>

/** The latest stores, by `<language> <line>` and `<language> file`. */
export const captionShare: ShareKind<CaptionNews> = {
  name: 'captions',
  value: news,
  merge: (one, other) => {
    if (one.at !== other.at) return one.at > other.at ? one : other
    return JSON.stringify(one) > JSON.stringify(other) ? one : other
  },
  keptBy: 'its-node',
  sent: 'at-once',
  maxKeys: 10_000,
}
/** Milliseconds after which a piece of news is dropped. */
export const newsFor = 5_000
