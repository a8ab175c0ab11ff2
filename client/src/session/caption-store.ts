/** The captions that this page reads, in the order in which they arrived. */
import type { CaptionLine, CaptionUpdate } from '@rostrum/shared/protocol/captions'
import { create } from 'zustand'
import type { Feed } from './feeds.ts'

type CaptionStore = { readonly language: string | null; readonly lines: readonly CaptionLine[] }

/** More lines than anybody scrolls back. */
const maxLines = 3_000

export const useCaptionStore = create<CaptionStore>(() => ({ language: null, lines: [] }))

/** Starts reading a language. If it is already being read, its lines are kept. */
export const startCaptions = (language: string | null): void => {
  if (useCaptionStore.getState().language !== language) useCaptionStore.setState({ language, lines: [] })
}

/** Adds the lines of an update. A correction replaces its line in place. */
export const showCaptions = ({ language, lines: news }: CaptionUpdate): void => {
  const { language: read, lines } = useCaptionStore.getState()
  if (language !== read) return
  const byId = new Map(news.map((line) => [line.id, line]))
  const known = new Set(lines.map(({ id }) => id))
  const kept = lines.map((line) => byId.get(line.id) ?? line)
  useCaptionStore.setState({ lines: [...kept, ...news.filter(({ id }) => !known.has(id))].slice(-maxLines) })
}

/** Makes the feed of the captions in a language. */
export const makeCaptionFeed = (language: string): Feed<'captions'> => ({
  event: 'captions',
  request: { language },
  end: { language: null },
  start: (latest) => latest && showCaptions(latest),
  show: showCaptions,
})
