/** My own changes for whoever listens to the page: the floor at once, the place calmly. */
import { useEffect, useRef } from 'react'
import { useText } from '../../text/use-text.tsx'
import { announcements } from '../../ui/announcements.ts'
import { type Standing, type StandingKind, useStanding } from './standing.ts'

const calm = 30_000

export const useSpokenPlace = (): void => {
  const { t, ordinal } = useText()
  const standing = useStanding()
  const { kind } = standing
  const index = placeOf(standing)
  const before = useRef<StandingKind>(kind)
  const said = useRef<{ index: number | null; at: number }>({ index, at: 0 })
  useEffect(() => {
    const was = before.current
    before.current = kind
    if (was === kind) return
    if (kind === 'floor' && was !== 'interrupted') announcements.interrupt(t('say.youHaveFloor'))
    if (was === 'floor' && kind !== 'interrupted') announcements.interrupt(t('say.floorEnded'))
    if (kind === 'called') announcements.say(t('say.called'), 'mine')
  }, [kind, t])
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

const placeOf = (standing: Standing): number | null => (standing.kind === 'queued' || standing.kind === 'next' ? standing.index : null)
