/** The pace of who speaks now, by the captions in the language that is spoken, else by the first that there are. */
import { useMemo } from 'react'
import { useMadeNow, useView } from '../../../session/hooks.tsx'
import { useCaptionLines } from '../use-captions.ts'
import { computeSpokenPace, fastPace } from './pace.ts'

/** Often enough that a fast speaker is noticed at once. */
const refreshMs = 500

export type Pace = {
  /** Words a minute. Null while nobody speaks, or too little has come. */
  readonly words: number | null
  readonly isFast: boolean
}

/** Null where the session has no captions. */
export const usePace = (): Pace | null => {
  const languages = useView(({ captionLanguages }) => captionLanguages)
  const spoken = useView(({ floor }) => floor.current?.language)
  const language = languages.find((one) => one === spoken) ?? languages[0] ?? null
  const lines = useCaptionLines(language)
  const words = useMadeNow(refreshMs, ({ floor: { current } }, now) =>
    language === null || current?.runningSince == null ? null : computeSpokenPace(lines, current.id, language, now),
  )
  const hasCaptions = language !== null
  return useMemo(() => (hasCaptions ? { words, isFast: words !== null && words >= fastPace } : null), [hasCaptions, words])
}
