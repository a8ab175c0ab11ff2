/** In a break everybody is told so, and that their places and questions are kept. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Notice } from '../../../ui/status-banner.tsx'

export const Suspended = ({ rounded = false }: { rounded?: boolean }) => {
  const { t } = useText()
  const suspended = useView(({ session }) => session.phase === 'suspended')
  return suspended ? (
    <Notice kind="paused" rounded={rounded}>
      {t('session.suspendedNote')}
    </Notice>
  ) : null
}
