/** On every screen of a rehearsal, all the time: nobody takes it for the session itself. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Notice } from '../../../ui/status-banner.tsx'

export const Rehearsed = ({ rounded = false }: { rounded?: boolean }) => {
  const { t } = useText()
  const rehearsal = useView(({ session }) => session.rehearsal)
  return rehearsal ? (
    <Notice kind="rehearsal" rounded={rounded}>
      {t('session.rehearsal')}
    </Notice>
  ) : null
}
