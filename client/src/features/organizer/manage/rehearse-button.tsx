/** The session played by simulated people, as fast as the one who practises wants it; nothing of it stays. */
import { type FormEvent, useState } from 'react'
import { beginRehearsal, type Rehearsal } from '../../../session/organizer-api.ts'
import { doorSaying } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { DoorError } from '../../../ui/form-error.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { Segmented } from '../../../ui/segmented-control.tsx'
import styles from '../organizer.module.css'

const speeds = ['1', '5', '10', '30'] as const
const most = 200

export const RehearseButton = ({ secret, session }: { secret: string; session: string }) => {
  const { t } = useText()
  const [open, show] = useState(false)
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => show(true)}>
        {t('home.rehearse')}
      </Button>
      <ModalDialog open={open} title={t('home.rehearseTitle')} onClose={() => show(false)}>
        <Rehearsing secret={secret} session={session} onClose={() => show(false)} />
      </ModalDialog>
    </>
  )
}

const Rehearsing = ({ secret, session, onClose }: { secret: string; session: string; onClose: () => void }) => {
  const { t } = useText()
  const [speed, setSpeed] = useState<(typeof speeds)[number]>('10')
  const [written, write] = useState('40')
  const [why, setWhy] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [begun, setBegun] = useState<Rehearsal | null>(null)
  const people = countIn(written)
  const begin = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || people === null) return
    setBusy(true)
    setWhy(null)
    const answer = await beginRehearsal(secret, session, { speed: Number(speed), people })
    setBusy(false)
    if (answer.ok) setBegun(answer.value)
    else setWhy(answer.why)
  }
  if (begun !== null) return <Begun rehearsal={begun} onClose={onClose} />
  return (
    <form className={styles.planning} onSubmit={(event) => void begin(event)} noValidate>
      <p>{t('home.rehearseHelp')}</p>
      <div className={styles.speed}>
        <span id="rehearse-speed">{t('home.speed')}</span>
        <Segmented
          labelledBy="rehearse-speed"
          value={speed}
          onChange={setSpeed}
          options={speeds.map((value) => ({ value, label: t('home.times', { n: value }) }))}
        />
      </div>
      <TextField
        label={t('home.rehearsePeople')}
        error={people === null ? t('home.rehearsePeopleBad', { most }) : undefined}
        value={written}
        onChange={write}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
      />
      {why === null ? null : <DoorError>{t(doorSaying(why).words)}</DoorError>}
      <OverlayActions>
        <Button look="primary" type="submit" disabled={busy || people === null}>
          {t(busy ? 'app.sending' : 'home.rehearseBegin')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </form>
  )
}

const names = { chair: 'home.openChair', secretariat: 'home.desk', display: 'home.screen', panellist: 'home.panel' } as const

/** The chair's screen first; the others are there to be looked at. */
const Begun = ({ rehearsal: { links }, onClose }: { rehearsal: Rehearsal; onClose: () => void }) => {
  const { t } = useText()
  return (
    <>
      <p role="status">{t('home.rehearseBegun')}</p>
      <OverlayActions>
        {links.flatMap(({ role, url }) =>
          role === 'participant'
            ? []
            : [
                <ButtonLink key={url} look={role === 'chair' ? 'primary' : 'plain'} href={url}>
                  {t(names[role])}
                </ButtonLink>,
              ],
        )}
        <Button look="quiet" onClick={onClose}>
          {t('app.close')}
        </Button>
      </OverlayActions>
    </>
  )
}

/** Null for what is no number of people that a rehearsal can have. */
const countIn = (written: string): number | null => {
  const plain = written.normalize('NFKC').trim()
  const count = /^\d{1,3}$/.test(plain) ? Number(plain) : 0
  return count >= 1 && count <= most ? count : null
}
