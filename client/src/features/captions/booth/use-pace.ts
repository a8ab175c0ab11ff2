/** The pace of who speaks now, by the captions in the language that is spoken, else by the first that there are. */
import { useMadeNow, useView } from '../../../session/hooks.tsx'
import { useCaptionLines } from '../use-captions.ts'
import { computeSpokenPace, type SpokenPace } from './pace.ts'

/** Often enough that a fast speaker is noticed at once. */
const refreshMs = 500

const unknown: SpokenPace = { words: null, isFast: false }

/** Null where the session has no captions. */
export const usePace = (): SpokenPace | null => {
  const languages = useView(({ captionLanguages }) => captionLanguages)
  const spoken = useView(({ floor }) => floor.current?.language)
  const language = languages.find((one) => one === spoken) ?? languages[0] ?? null
  const lines = useCaptionLines(language)
  return useMadeNow(refreshMs, ({ floor: { current } }, now) => {
    if (language === null) return null
    return current?.runningSince == null ? unknown : computeSpokenPace(lines, current.id, language, now)
  })
}
