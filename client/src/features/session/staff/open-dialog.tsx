/**
 * A dialog before a session opens on another day than planned, or with a rehearsal. It shows both days in words, what the opening ends, and
 * what stays.
 */
import type { SessionPhase } from '@rostrum/shared/contract/enums'
import { isItsDay } from '@rostrum/shared/contract/opening-day'
import { useNow, useSend, useView } from '../../../session/hooks.tsx'
import { formatLongDay } from '../../../text/days.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'

/** `rehearsal`: the phase of the rehearsal that the opening deletes, if there is one. */
type OpenDialogProps = { rehearsal: SessionPhase | null; onClose: () => void }

export const OpenDialog = ({ rehearsal, onClose }: OpenDialogProps) => {
  const { t, language } = useText()
  const send = useSend('controls')
  const now = useNow(60_000)
  const session = useView((view) => view.session)
  const { startsAt, timeZone } = session
  const planned = { day: formatLongDay(language.id, timeZone, startsAt), time: formatTime(startsAt, timeZone) }
  const today = formatLongDay(language.id, timeZone, now)
  const itsDay = isItsDay(session, now)
  return (
    <ModalDialog open title={t(session.cancelled ? 'session.cancelled' : itsDay ? 'open.ask' : 'open.otherDay')} onClose={onClose}>
      <p>
        <strong>{t('open.planned', planned)}</strong>
      </p>
      {itsDay ? null : <p>{t('open.today', { day: today })}</p>}
      {session.cancelled ? <p>{t('open.cancelled')}</p> : null}
      {rehearsal === null ? null : (
        <p>{t(rehearsal === 'closed' ? 'open.rehearsal' : rehearsal === 'planned' ? 'open.rehearsalPlanned' : 'open.rehearsalRuns')}</p>
      )}
      <p className="muted">{t('open.final')}</p>
      <OverlayActions>
        <Button
          look="urgent"
          onClick={() => {
            void send({ type: 'session.open', data: itsDay ? {} : { onAnyDay: true } })
            onClose()
          }}
        >
          {t(itsDay ? 'session.open' : 'open.anyway')}
        </Button>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
      </OverlayActions>
    </ModalDialog>
  )
}
