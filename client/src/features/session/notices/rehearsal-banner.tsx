/** A banner on every screen of a rehearsal, all the time, so that nobody mistakes it for the real session. */
import { useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { StatusBanner } from '../../../ui/status-banner.tsx'

export const RehearsalBanner = ({ rounded = false }: { rounded?: boolean }) => {
  const { t } = usePhoneText()
  const rehearsal = useView(({ session }) => session.rehearsal)
  return rehearsal ? (
    <StatusBanner kind="rehearsal" rounded={rounded}>
      {t('session.rehearsal')}
    </StatusBanner>
  ) : null
}
