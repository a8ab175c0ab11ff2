/** My own changes for screen readers: the floor at once, the position politely, and each warning once. */
import { interrupts } from '@rostrum/shared/contract/kinds'
import { useEffect, useRef } from 'react'
import { useNews, usePending, useView } from '../../../session/hooks.tsx'
import type { PhoneTranslate } from '../../../text/messages.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { interruptionWords } from '../../../widgets/kind-words.ts'
import { pauseMessages } from '../../../widgets/turn-text.tsx'
import { getPositionIndex, type MyStatus, type MyStatusKind, type QueuedStatus, useMyStatus } from '../my-status.ts'
import { useSpokenList } from '../requests/use-spoken-list.ts'
import { useSpokenRequests } from '../requests/use-spoken-requests.ts'
import { useSpokenLimit } from './limit-line.tsx'
import { useSpokenTopic } from './use-spoken-topic.ts'
import { useIsLastWord } from './use-window.ts'
import { getWarning, isUnspoken, noSpokenWarnings, type PositionWarning, recordWarning } from './warnings.ts'

const minIntervalMs = 30_000

export const useSpokenPosition = (): void => {
  const status = useMyStatus()
  useSpokenTurn(status)
  useSpokenPause(status)
  useSpokenOutcome(status)
  useSpokenPlace(status)
  useSpokenTopic(status)
  useSpokenLimit(status)
  useSpokenList(status)
  useSpokenRequests()
}

/** True even while a point of order interrupts, because the turn goes on afterwards. */
const hasFloor = (kind: MyStatusKind): boolean => kind === 'floor' || kind === 'interrupted'

/** Announcements to a speaker about their own turn. If they ended it themselves, they get a polite answer. */
const useSpokenTurn = (status: MyStatus): void => {
  const { t } = usePhoneText()
  const { kind } = status
  const interruption = useView(({ floor }) => floor.current?.kind ?? floor.ruledOn?.kind)
  const isEnding = usePending('floor.end') !== undefined
  const endsItself = useRef(false)
  const before = useRef<MyStatusKind>(kind)
  if (kind === 'floor' && isEnding) endsItself.current = true
  useEffect(() => {
    const previous = before.current
    before.current = kind
    if (previous === kind) return
    // Waiting announcements about the wait are dropped, because it is over.
    if (kind === 'called' || kind === 'floor') screenReader.forget('mine', 'near', 'floor', 'clock')
    if (kind === 'called') screenReader.interrupt(t('say.called'))
    if (kind === 'interrupted' && interrupts(interruption)) screenReader.interrupt(t(interruptionWords[interruption].interruptsYou))
    if (kind === 'floor') screenReader.interrupt(t(previous === 'interrupted' ? 'say.resumed' : 'say.youHaveFloor'))
    if (hasFloor(previous) && !hasFloor(kind) && kind !== 'called') {
      if (endsItself.current) screenReader.say(t('say.finished'), 'mine')
      else screenReader.interrupt(t('say.floorEnded'))
      endsItself.current = false
    }
  }, [kind, interruption, t])
}

/** A pause of my own turn by the Chair or by a suspension, and its end. A point of order is announced with the interruption. */
const useSpokenPause = (status: MyStatus): void => {
  const { t } = usePhoneText()
  const cause = status.kind === 'floor' ? (status.turn.paused?.cause ?? null) : undefined
  const before = useRef(cause)
  useEffect(() => {
    const previous = before.current
    before.current = cause
    if (cause === undefined || previous === undefined || cause === previous) return
    screenReader.interrupt(cause === null ? t('say.resumed') : t(pauseMessages[cause]))
  }, [cause, t])
}

/** The decisions of others about my request. */
const useSpokenOutcome = (status: MyStatus): void => {
  const { t } = usePhoneText()
  const outcome = getOutcomeText(t, status)
  useNews(outcome, () => {
    if (outcome === null) return
    // A place that has not been spoken yet is no longer true.
    screenReader.forget('mine')
    screenReader.say(outcome, 'outcome')
  })
}

const getOutcomeText = (t: PhoneTranslate, status: MyStatus): string | null => {
  if (status.kind === 'removed') return t('pair.colon', { first: t('me.removed'), second: t(`queue.removal.${status.reason}`) })
  if (status.kind === 'not-reached') return t('statements.invited')
  if (status.kind === 'on-hold') return t('me.held')
  return 'notice' in status && status.notice === 'absent' ? t('me.absent') : null
}

/** My place, and each warning near the floor. A warning says the place too, so that the place is not said again. */
const useSpokenPlace = (status: MyStatus): void => {
  const { t, ordinal } = usePhoneText()
  const waiting = status.kind === 'queued' || status.kind === 'next' ? status : null
  const entry = waiting?.entry.id ?? null
  const ahead = waiting?.ahead ?? 0
  const isLastWord = useIsLastWord()
  const index = getPositionIndex(status)
  const place = index === null ? null : status.kind === 'next' ? t('me.next') : t('say.place', { place: ordinal(index + 1) })
  // The place at the beginning is read with the page.
  const last = useRef({ entry, place, at: Number.NEGATIVE_INFINITY })
  const warnings = useRef(noSpokenWarnings)
  useEffect(() => {
    const speak = (text: string, topic: 'mine' | 'near') => {
      last.current = { entry, place, at: performance.now() }
      screenReader.say(text, topic)
    }
    if (entry === null || place === null) {
      last.current.entry = null
      return undefined
    }
    const warning = isLastWord ? null : getWarning(ahead)
    // A warning that has not been spoken yet is no longer true.
    const isStale = place !== last.current.place && screenReader.waits('near')
    if (warning !== null && (isStale || isUnspoken(warnings.current, entry, warning))) {
      warnings.current = recordWarning(warnings.current, entry, warning)
      speak(getWarningText(t, warning, ahead), 'near')
    }
    const isNew = entry !== last.current.entry
    if (!isNew && place === last.current.place) return undefined
    const wait = isNew || ahead < 2 || screenReader.waits('mine') ? 0 : Math.max(0, last.current.at + minIntervalMs - performance.now())
    const timer = setTimeout(() => speak(place, 'mine'), wait)
    return () => clearTimeout(timer)
  }, [entry, place, ahead, isLastWord, t])
}

const getWarningText = (t: PhoneTranslate, warning: PositionWarning, ahead: QueuedStatus['ahead']): string =>
  warning === 'near' ? t('me.near', { n: ahead }) : t('say.oneBefore')
