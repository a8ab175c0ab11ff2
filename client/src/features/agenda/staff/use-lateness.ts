/** How late the session is, in words; nothing while it is on time. For the staff only. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { computeTimeline } from '@rostrum/shared/projection/agenda/timeline'
import { useNow, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'

export const useLateness = (): string | undefined => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const open = useView(({ session }) => isInSession(session.phase))
  const now = useNow(5000)
  if (!open) return undefined
  const behind = Math.round(computeTimeline(plan, progress, now).behind / 60_000)
  return behind > 0 ? t('session.behind', { n: behind }) : undefined
}
