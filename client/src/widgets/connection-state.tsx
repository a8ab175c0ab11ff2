import { useLine, useStale } from '../session/hooks.tsx'
import { useText } from '../text/use-text.tsx'
import { LiveState } from '../ui/connection-indicator.tsx'

/** Whether what is shown is as it stands now. */
export const Live = ({ className }: { className?: string | undefined }) => {
  const { t } = useText()
  const line = useLine()
  const fresh = useStale() === null && line.kind === 'live'
  return (
    <LiveState live={fresh} className={className}>
      {t(fresh ? 'app.live' : line.kind === 'connecting' ? 'app.connecting' : 'app.offline')}
    </LiveState>
  )
}
