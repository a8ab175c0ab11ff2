/** The captions that this page reads, and their state. */
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { AudienceView } from '@rostrum/shared/projection/registry'
import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import { useContext, useEffect, useMemo } from 'react'
import { makeCaptionFeed, startCaptions, useCaptionStore } from '../../session/caption-store.ts'
import { ConnectionContext, useMadeNow, useNow, useView } from '../../session/hooks.tsx'
import { formatTime } from '../../text/times.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { useCaptionSetting } from './caption-settings.ts'

/** The choice of a person who wants no captions. */
export const noCaptions = 'none'

/** Finds captions in exactly this language, or else in a form of it with a script or a region. */
export const findCaptions = (captions: readonly SpokenLanguage[], language: string | undefined): SpokenLanguage | null =>
  captions.find((one) => one === language) ?? captions.find((one) => one.split('-')[0] === language) ?? null

/** Returns the language in which this device reads: the chosen one, else that of the page, else the first. Null for none. */
export const useCaptionLanguage = () => {
  const page = useAskedText().language.id
  const languages = useView(({ captionLanguages }) => captionLanguages)
  const [chosen, choose] = useCaptionSetting('language')
  const language = languages.find((one) => one === chosen) ?? findCaptions(languages, page) ?? languages[0] ?? null
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
  return useArrivedLines(language)
}

/** The lines of these captions that have arrived, for a component next to the one that reads them. */
export const useArrivedLines = (language: string | null): readonly CaptionLine[] => {
  const lines = useCaptionStore((store) => store.lines)
  const read = useCaptionStore((store) => store.language)
  return read === language ? lines : noLines
}
const noLines: readonly CaptionLine[] = []

/** Returns the lines in spoken order: a late line appears where it belongs. */
export const useTranscript = (lines: readonly CaptionLine[]): readonly CaptionLine[] =>
  useMemo(() => [...lines].sort((a, b) => (a.id < b.id ? -1 : 1)), [lines])

const [lateMs, silentMs] = [8_000, 30_000]

/**
 * Returns the lines for a screen on which nobody can scroll. Each goes when it is old, whether somebody speaks or not, and all those of a
 * turn go with the call of the next. `turn`: the one that has the floor.
 */
const listFreshLines = (lines: readonly CaptionLine[], turn: string | null, now: number): readonly CaptionLine[] =>
  lines.filter(({ at, turn: of }) => now - at <= silentMs && (turn === null || of === null || of.id === turn))

export const useFreshLines = (lines: readonly CaptionLine[]): readonly CaptionLine[] => {
  const turn = useView(({ floor }) => floor.current?.id ?? null)
  return listFreshLines(lines, turn, useNow(1000))
}

/**
 * `expected`: a turn has just started, and none of its lines has come. `seconds`: how long no line has come in this turn. `since`: when the
 * last line came, in whatever turn; null if none has.
 */
export type CaptionState =
  | { readonly kind: 'resting' | 'expected' | 'arriving' }
  | { readonly kind: 'late'; readonly seconds: number }
  | { readonly kind: 'silent'; readonly since: number | null }

/** `lastAt`: when the last line arrived. Captions are not late while nobody speaks. */
export const computeCaptionState = (lastAt: number | null, speakingSince: number | null, now: number): CaptionState => {
  if (speakingSince === null) return { kind: 'resting' }
  const silence = now - Math.max(lastAt ?? 0, speakingSince)
  if (silence > silentMs) return { kind: 'silent', since: lastAt }
  if (silence > lateMs) return { kind: 'late', seconds: Math.floor(silence / 1000) }
  return { kind: lastAt !== null && lastAt >= speakingSince ? 'arriving' : 'expected' }
}

/** Returns since when the clock of the speaker has been running, or null. */
export const getSpeakingSince = ({ floor }: Pick<AudienceView, 'floor'>): number | null => floor.current?.runningSince ?? null

export const useCaptionState = (lastAt: number | null): CaptionState =>
  useMadeNow(1000, (view, now) => computeCaptionState(lastAt, getSpeakingSince(view), now))

/** Returns the sentence that says since when there are no captions, which stands for their lines. Null while they arrive or nobody speaks. */
export const useStoppedText = (lines: readonly CaptionLine[]): string | null => {
  const { t } = useAskedText()
  const state = useCaptionState(lines.at(-1)?.at ?? null)
  const zone = useView(({ session }) => session.timeZone)
  if (state.kind !== 'silent') return null
  return state.since === null ? t('captions.noneYet') : t('captions.noneSince', { time: formatTime(state.since, zone) })
}
