/** The banners about the state of the session. */
import { useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { StatusBanner } from '../../../ui/status-banner.tsx'
import { getSuspensionText } from './suspension-text.ts'

/** Stands on every screen of a rehearsal, all the time, so that nobody mistakes it for the real session. */
export const RehearsalBanner = () => {
  const { t } = usePhoneText()
  const rehearsal = useView(({ session }) => session.rehearsal)
  return rehearsal ? <StatusBanner kind="rehearsal">{t('session.rehearsal')}</StatusBanner> : null
}

/** Tells everybody that the session is suspended, until when, and that their positions and questions stay. */
export const SuspensionBanner = () => {
  const { t } = usePhoneText()
  const session = useView((view) => view.session)
  return session.phase === 'suspended' ? <StatusBanner kind="paused">{getSuspensionText(t, session)}</StatusBanner> : null
}
