/** Tells everybody that the session is suspended, and that their positions and questions stay. */
import { useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { StatusBanner } from '../../../ui/status-banner.tsx'

export const SuspensionBanner = ({ rounded = false }: { rounded?: boolean }) => {
  const { t } = usePhoneText()
  const suspended = useView(({ session }) => session.phase === 'suspended')
  return suspended ? (
    <StatusBanner kind="paused" rounded={rounded}>
      {t('session.suspendedNote')}
    </StatusBanner>
  ) : null
}
