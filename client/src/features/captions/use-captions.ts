/** The captions that this page reads, and their state. */
import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import { useContext, useEffect, useMemo } from 'react'
import { makeCaptionFeed, startCaptions, useCaptionStore } from '../../session/caption-store.ts'
import { ConnectionContext, useMadeNow, useView } from '../../session/hooks.tsx'
import { useAskedText } from '../../text/use-text.tsx'
import { useCaptionSetting } from './caption-settings.ts'

/** The choice of a person who wants no captions. */
export const noCaptions = 'none'

/** Returns the language in which this device reads: the chosen one, else that of the page, else the first. Null for none. */
export const useCaptionLanguage = () => {
  const page = useAskedText().language.id
  const languages = useView(({ captionLanguages }) => captionLanguages)
  const [chosen, choose] = useCaptionSetting('language')
  const language = languages.find((one) => one === chosen) ?? languages.find((one) => one === page) ?? languages[0] ?? null
  return { languages, language: chosen === noCaptions ? null : language, choose }
}

/** Reads these captions as long as the component is shown. */
export const useCaptionLines = (language: string | null): readonly CaptionLine[] => {
  const connection = useContext(ConnectionContext)
  useEffect(() => {
    startCaptions(language)
    const end = language === null ? undefined : connection?.follow(makeCaptionFeed(language))
    return () => {
      end?.()
      startCaptions(null)
    }
  }, [connection, language])
  const lines = useCaptionStore((store) => store.lines)
  const read = useCaptionStore((store) => store.language)
  return read === language ? lines : noLines
}
const noLines: readonly CaptionLine[] = []

/** Returns the lines in spoken order: a late line appears where it belongs. */
export const useTranscript = (lines: readonly CaptionLine[]): readonly CaptionLine[] =>
  useMemo(() => [...lines].sort((a, b) => (a.id < b.id ? -1 : 1)), [lines])

const [lateMs, silentMs] = [8_000, 30_000]

export type CaptionState =
  | { readonly kind: 'resting' | 'arriving' }
  | { readonly kind: 'late'; readonly seconds: number }
  | { readonly kind: 'silent'; readonly since: number }

/** `lastAt`: when the last line arrived. Captions are not late while nobody speaks. */
export const computeCaptionState = (lastAt: number | null, speakingSince: number | null, now: number): CaptionState => {
  if (speakingSince === null) return { kind: 'resting' }
  const since = Math.max(lastAt ?? 0, speakingSince)
  const silence = now - since
  if (silence > silentMs) return { kind: 'silent', since }
  return silence > lateMs ? { kind: 'late', seconds: Math.floor(silence / 1000) } : { kind: 'arriving' }
}

export const useCaptionState = (lastAt: number | null): CaptionState =>
  useMadeNow(1000, ({ floor: { current } }, now) =>
    computeCaptionState(lastAt, current?.runningSince == null ? null : current.startedAt, now),
  )
