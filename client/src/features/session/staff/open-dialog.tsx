/** Before a session is opened on another day than planned: both days in words, and what the opening ends. */
import { useNow, useSend, useView } from '../../../session/hooks.tsx'
import { formatLongDay } from '../../../text/days.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'

export const OpenDialog = ({ onClose }: { onClose: () => void }) => {
  const { t, language } = useText()
  const send = useSend('controls')
  const now = useNow(60_000)
  const { startsAt, timeZone } = useView(({ session }) => session)
  const planned = { day: formatLongDay(language.id, timeZone, startsAt), time: formatTime(startsAt, timeZone) }
  const today = formatLongDay(language.id, timeZone, now)
  return (
    <ModalDialog open title={t('open.otherDay')} onClose={onClose}>
      <p>
        <strong>{t('open.planned', planned)}</strong>
      </p>
      <p>{t('open.today', { day: today })}</p>
      <p className="muted">{t('open.final')}</p>
      <OverlayActions>
        <Button
          look="urgent"
          onClick={() => {
            void send({ type: 'session.open', data: { onAnyDay: true } })
            onClose()
          }}
        >
          {t('open.anyway')}
        </Button>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
      </OverlayActions>
    </ModalDialog>
  )
}
