import { useConnectionStatus, useStaleSince } from '../session/hooks.tsx'
import { useSessionStore } from '../session/store.ts'
import { usePhoneText } from '../text/use-text.tsx'
import { ConnectionIndicator } from '../ui/connection-indicator.tsx'

/** Shows whether the screen is up to date, and whether the network allows only long polling. */
export const ConnectionState = ({ className }: { className?: string | undefined }) => {
  const { t } = usePhoneText()
  const connection = useConnectionStatus()
  const isPolling = useSessionStore((store) => store.isPolling)
  const isLive = useStaleSince() === null && connection.kind === 'live'
  const liveText = t(isPolling ? 'app.liveSlower' : 'app.live')
  return (
    <ConnectionIndicator isLive={isLive} note={isLive && isPolling ? t('app.liveSlowerNote') : undefined} className={className}>
      {isLive ? liveText : t(connection.kind === 'connecting' ? 'app.connecting' : 'app.offline')}
    </ConnectionIndicator>
  )
}
