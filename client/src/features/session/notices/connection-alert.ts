/** An alert for the staff that the connection is lost, and since when the content may be out of date. */
import { joinTexts } from '@rostrum/shared/kernel/text'
import { useStaleSince, useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import { useSpokenLoss } from './connection-notice.tsx'

export const useConnectionAlert = (): AlertItem | null => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const stale = useStaleSince()
  const unsent = useSessionStore(({ pending }) => pending.filter(({ status }) => status === 'waiting').length)
  const isRestarting = useSessionStore((screen) => screen.restarting)
  useSpokenLoss()
  if (stale === null) return null
  const text = t('alert.stale', { time: formatExactTime(stale, zone) })
  return {
    id: 'connection',
    tone: 'bad',
    title: t(isRestarting ? 'alert.restarting' : 'alert.offline'),
    text: unsent > 0 ? joinTexts([t('notice.unsent', { n: unsent }), text]) : text,
  }
}
