/** The news of captions between nodes. The lines themselves are in the store. A node reads them when the first reader comes. */
import { z } from 'zod'
import type { ShareKind } from '../../engine/nodes/share.ts'
import { storedLine } from './caption-line.ts'

/** A line that was stored, or null for a file. The other nodes then read the file from the store. */
const news = z.strictObject({ at: z.number(), line: storedLine.nullable() })
export type CaptionNews = Readonly<z.infer<typeof news>>

/** The latest stored lines and files, by `<language> <line>` and `<language> file`. */
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
/** How long, in milliseconds, a piece of news is kept. */
export const newsFor = 5_000
