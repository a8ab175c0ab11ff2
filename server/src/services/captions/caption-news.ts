/** The news of captions between nodes. The lines themselves are in the store. A node reads them when the first reader comes. */

import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { CaptionLineId } from '@rostrum/shared/protocol/caption-line-id'
import { z } from 'zod'
import type { ShareKind } from '../../engine/nodes/share.ts'
import { storedLine } from './caption-line.ts'

/** A line that was stored, or null for a file. The other nodes then read the file from the store. */
const news = z.strictObject({ at: z.number(), line: storedLine.nullable() })
export type CaptionNews = Readonly<z.infer<typeof news>>

type NewsKey = readonly [language: SpokenLanguage, of: CaptionLineId | 'file']
export const writeNewsKey = (...key: NewsKey): string => key.join(' ')
export const readNewsKey = (key: string): NewsKey => key.split(' ') as unknown as NewsKey

/** The latest stored lines and files. */
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
