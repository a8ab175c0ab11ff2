/** My own changes for screen readers: the floor at once, the position politely, and each warning once. */
import { useEffect, useRef } from 'react'
import { usePending } from '../../../session/hooks.tsx'
import type { PhoneTranslate } from '../../../text/messages.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { getPositionIndex, type MyStatus, type MyStatusKind, type QueuedStatus, useMyStatus } from '../my-status.ts'
import { getWarning, isUnspoken, noSpokenWarnings, type PositionWarning, recordWarning } from './warnings.ts'

const minIntervalMs = 30_000

export const useSpokenPosition = (): void => {
  const status = useMyStatus()
  useSpokenTurn(status)
  useSpokenIndex(status)
  useSpokenWarning(status)
}

/** Announcements to a speaker about their own turn. If they ended it themselves, they get a polite answer. */
const useSpokenTurn = (status: MyStatus): void => {
  const { t } = usePhoneText()
  const { kind } = status
  const isEnding = usePending('floor.end') !== undefined
  const endsItself = useRef(false)
  const before = useRef<MyStatusKind>(kind)
  if (kind === 'floor' && isEnding) endsItself.current = true
  useEffect(() => {
    const previous = before.current
    before.current = kind
    if (previous === kind) return
    // Waiting announcements about the wait are dropped, because it is over.
    if (kind === 'called' || kind === 'floor') screenReader.forget('mine', 'near')
    if (kind === 'called') screenReader.say(t('say.called'), 'mine')
    if (kind === 'interrupted') screenReader.interrupt(t('say.interrupted'))
    if (kind === 'floor') screenReader.interrupt(t(previous === 'interrupted' ? 'say.resumed' : 'say.youHaveFloor'))
    if (previous === 'floor' && kind !== 'interrupted') {
      if (endsItself.current) screenReader.say(t('say.finished'), 'mine')
      else screenReader.interrupt(t('say.floorEnded'))
      endsItself.current = false
    }
  }, [kind, t])
}

const useSpokenIndex = (status: MyStatus): void => {
  const { t, ordinal } = usePhoneText()
  const index = getPositionIndex(status)
  const lastSpoken = useRef<{ index: number | null; at: number }>({ index, at: 0 })
  useEffect(() => {
    if (index === null || index === lastSpoken.current.index) return
    const wait = index < 2 ? 0 : Math.max(0, lastSpoken.current.at + minIntervalMs - performance.now())
    const timer = setTimeout(() => {
      lastSpoken.current = { index, at: performance.now() }
      screenReader.say(t('say.place', { place: ordinal(index + 1) }), 'mine')
    }, wait)
    return () => clearTimeout(timer)
  }, [index, t, ordinal])
}

const useSpokenWarning = (status: MyStatus): void => {
  const { t } = usePhoneText()
  const waiting = status.kind === 'queued' || status.kind === 'next' ? status : null
  const entry = waiting?.entry.id ?? null
  const ahead = waiting?.ahead ?? 0
  const spokenWarnings = useRef(noSpokenWarnings)
  useEffect(() => {
    const warning = getWarning(ahead)
    if (entry === null || warning === null || !isUnspoken(spokenWarnings.current, entry, warning)) return
    spokenWarnings.current = recordWarning(spokenWarnings.current, entry, warning)
    screenReader.say(getWarningText(t, warning, ahead), 'near')
  }, [entry, ahead, t])
}

const getWarningText = (t: PhoneTranslate, warning: PositionWarning, ahead: QueuedStatus['ahead']): string =>
  warning === 'near' ? t('me.near', { n: ahead }) : t('say.oneBefore')
