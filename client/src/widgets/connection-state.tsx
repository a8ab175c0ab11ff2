import { useConnectionStatus, useStaleSince } from '../session/hooks.tsx'
import { useText } from '../text/use-text.tsx'
import { ConnectionIndicator } from '../ui/connection-indicator.tsx'

/** Shows whether the screen is up to date. */
export const ConnectionState = ({ className }: { className?: string | undefined }) => {
  const { t } = useText()
  const connection = useConnectionStatus()
  const isLive = useStaleSince() === null && connection.kind === 'live'
  return (
    <ConnectionIndicator isLive={isLive} className={className}>
      {t(isLive ? 'app.live' : connection.kind === 'connecting' ? 'app.connecting' : 'app.offline')}
    </ConnectionIndicator>
  )
}
