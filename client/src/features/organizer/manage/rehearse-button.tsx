/** Plays the session with simulated people, at the speed the user chooses. An earlier rehearsal is deleted, so the form says so. */
import type { AnswerOf } from '@rostrum/shared/api/operations'
import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { type FormEvent, useState } from 'react'
import { request } from '../../../session/http.ts'
import { isOverlayLink } from '../../../session/overlay-address.ts'
import { getEntryError } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import styles from '../organizer.module.css'

const rehearsalSpeeds = ['1', '5', '10', '30'] as const
const casts = ['usual', 'difficult'] as const
const maxPeople = 200

type Rehearsal = AnswerOf<'POST /api/sessions/:id/rehearsal'>
type RehearseProps = {
  secret: string
  session: string
  /** The one that there is already, if any. */
  rehearsal: SessionSummary | null
}

export const RehearseButton = (props: RehearseProps) => {
  const { t } = useText()
  const [open, show] = useState(false)
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => show(true)}>
        {t('home.rehearse')}
      </Button>
      <ModalDialog open={open} title={t('home.rehearseTitle')} onClose={() => show(false)}>
        <RehearsalForm {...props} onClose={() => show(false)} />
      </ModalDialog>
    </>
  )
}

const RehearsalForm = ({ secret, session, rehearsal: earlier, onClose }: RehearseProps & { onClose: () => void }) => {
  const { t } = useText()
  const [speed, setSpeed] = useState<(typeof rehearsalSpeeds)[number]>('10')
  const [cast, setCast] = useState<(typeof casts)[number]>('usual')
  const [written, write] = useState('40')
  const [reason, setReason] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null)
  const people = parsePeopleCount(written)
  const start = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || people === null) return
    setBusy(true)
    setReason(null)
    const result = await request(
      'POST /api/sessions/:id/rehearsal',
      { params: { id: session }, body: { speed: Number(speed), people, cast } },
      secret,
    )
    setBusy(false)
    if (result.ok) setRehearsal(result.value)
    else setReason(result.reason)
  }
  if (rehearsal !== null) return <RehearsalStarted rehearsal={rehearsal} onClose={onClose} />
  return (
    <form className={styles.planning} onSubmit={(event) => void start(event)} noValidate>
      <p>{t('home.rehearseHelp')}</p>
      {earlier === null ? null : (
        <p>
          <strong>{t('home.rehearseAgain', { n: earlier.counts.people })}</strong>
        </p>
      )}
      <div className={styles.speed}>
        <span id="rehearse-speed">{t('home.speed')}</span>
        <SegmentedControl
          labelledBy="rehearse-speed"
          value={speed}
          onChange={setSpeed}
          options={rehearsalSpeeds.map((value) => ({ value, label: t('home.times', { n: value }) }))}
        />
      </div>
      <ChoiceList
        label={t('home.rehearseCast')}
        value={cast}
        onChange={setCast}
        options={casts.map((value) => ({ value, label: t(`home.cast.${value}`), note: t(`home.castNote.${value}`) }))}
      />
      <TextField
        label={t('home.rehearsePeople')}
        error={people === null ? t('home.rehearsePeopleBad', { most: maxPeople }) : undefined}
        value={written}
        onChange={write}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
      />
      {reason === null ? null : <FormError>{t(getEntryError(reason).key)}</FormError>}
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

const roleMessages = {
  chair: 'home.openChair',
  secretariat: 'office.secretariat',
  display: 'home.display',
  panellist: 'home.panel',
  interpreter: 'role.interpreter',
} as const

/** The chair's link first. The other links are for watching. */
const RehearsalStarted = ({ rehearsal: { links }, onClose }: { rehearsal: Rehearsal; onClose: () => void }) => {
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
                  {t(isOverlayLink(url) ? 'overlay.title' : roleMessages[role])}
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

/** Null if the text is not a number of people that a rehearsal allows. */
const parsePeopleCount = (written: string): number | null => {
  const plain = written.normalize('NFKC').trim()
  const count = /^\d{1,3}$/.test(plain) ? Number(plain) : 0
  return count >= 1 && count <= maxPeople ? count : null
}
