/** The pace of the current speaker. It comes from the captions in the spoken language, or else from the first ones that exist. */
import { useMadeNow, useView } from '../../../session/hooks.tsx'
import { findCaptions, useCaptionLines } from '../use-captions.ts'
import { computeSpokenPace, type SpokenPace } from './pace.ts'

/** Short enough to notice a fast speaker at once. */
const refreshMs = 500

const unknown: SpokenPace = { words: null, isFast: false }

/** Null if the session has no captions. */
export const usePace = (): SpokenPace | null => {
  const languages = useView(({ captionLanguages }) => captionLanguages)
  const spoken = useView(({ floor }) => floor.current?.language)
  const language = findCaptions(languages, spoken) ?? languages[0] ?? null
  const lines = useCaptionLines(language)
  return useMadeNow(refreshMs, ({ floor: { current } }, now) => {
    if (language === null) return null
    return current?.runningSince == null ? unknown : computeSpokenPace(lines, current.id, language, now)
  })
}
