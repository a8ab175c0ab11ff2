/** My own changes for whoever listens to the page: the floor at once, the place calmly, and each warning once. */
import { useEffect, useRef } from 'react'
import type { Speak } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { type InLine, placeOf, type Standing, type StandingKind, useStanding } from '../my-status.ts'
import { isNews, unwarned, type Warning, warnedOf, warningOf } from './warnings.ts'

const calm = 30_000

export const useSpokenPlace = (): void => {
  const standing = useStanding()
  useSpokenTurn(standing)
  useSpokenIndex(standing)
  useSpokenWarning(standing)
}

const useSpokenTurn = ({ kind }: Standing): void => {
  const { t } = useText()
  const before = useRef<StandingKind>(kind)
  useEffect(() => {
    const was = before.current
    before.current = kind
    if (was === kind) return
    if (kind === 'floor' && was !== 'interrupted') announcements.interrupt(t('say.youHaveFloor'))
    if (was === 'floor' && kind !== 'interrupted') announcements.interrupt(t('say.floorEnded'))
    if (kind === 'called') announcements.say(t('say.called'), 'mine')
  }, [kind, t])
}

const useSpokenIndex = (standing: Standing): void => {
  const { t, ordinal } = useText()
  const index = placeOf(standing)
  const said = useRef<{ index: number | null; at: number }>({ index, at: 0 })
  useEffect(() => {
    if (index === null || index === said.current.index) return
    const wait = index < 2 ? 0 : Math.max(0, said.current.at + calm - performance.now())
    const timer = setTimeout(() => {
      said.current = { index, at: performance.now() }
      announcements.say(t('say.place', { place: ordinal(index + 1) }), 'mine')
    }, wait)
    return () => clearTimeout(timer)
  }, [index, t, ordinal])
}

const useSpokenWarning = (standing: Standing): void => {
  const { t } = useText()
  const waiting = standing.kind === 'queued' || standing.kind === 'next' ? standing : null
  const entry = waiting?.entry.id ?? null
  const ahead = waiting?.ahead ?? 0
  const warned = useRef(unwarned)
  useEffect(() => {
    const warning = warningOf(ahead)
    if (entry === null || warning === null || !isNews(warned.current, entry, warning)) return
    warned.current = warnedOf(warned.current, entry, warning)
    announcements.say(warningWords(t, warning, ahead), 'near')
  }, [entry, ahead, t])
}

const warningWords = (t: Speak, warning: Warning, ahead: InLine['ahead']): string =>
  warning === 'near' ? t('me.near', { n: ahead }) : `${t('me.one')}.`
