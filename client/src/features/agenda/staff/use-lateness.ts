/** The delay of the session in words, for the staff only. Undefined while it is on time, or if it takes place on another day. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { isItsDay } from '@rostrum/shared/contract/opening-day'
import { toInstant } from '@rostrum/shared/kernel/time'
import { countMinutesBehind } from '@rostrum/shared/projection/agenda/timeline'
import { useNow, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { useTimeline } from '../use-timeline.ts'

/** A session on another day than planned is neither late nor early. */
export const useIsOnItsDay = (): boolean => {
  const session = useView((view) => view.session)
  const startedAt = useView(({ progress }) => Math.min(...Object.values(progress.actual).map((times) => times.startedAt)))
  const now = useNow(60_000)
  return isItsDay(session, Number.isFinite(startedAt) ? toInstant(startedAt) : now)
}

export const useLateness = (): string | undefined => {
  const { t } = useText()
  const open = useView(({ session }) => isInSession(session.phase))
  const { timeline } = useTimeline(5000)
  const isOnItsDay = useIsOnItsDay()
  if (!open || !isOnItsDay) return undefined
  const behind = countMinutesBehind(timeline)
  return behind > 0 ? t('session.behind', { n: behind }) : undefined
}
