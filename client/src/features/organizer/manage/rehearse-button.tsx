/** Plays the session with simulated people, at the speed the user chooses. The form announces that an earlier rehearsal will be deleted. */

import type { AnswerOf } from '@rostrum/shared/api/operations'
import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { maxRehearsalPeople } from '@rostrum/shared/contract/lengths'
import { type CastName, castNames } from '@rostrum/shared/contract/rehearsals'
import { roleRules } from '@rostrum/shared/contract/roles'
import { useState } from 'react'
import { request } from '../../../session/http.ts'
import { isOverlayLink } from '../../../session/overlay-address.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { DialogButton } from '../../../ui/dialog-button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import { DialogForm } from '../../../widgets/dialog-form.tsx'
import { RequestError } from '../../../widgets/request-error.tsx'
import styles from '../organizer.module.css'

const rehearsalSpeeds = ['1', '5', '10', '30'] as const

type Rehearsal = AnswerOf<'POST /api/sessions/:id/rehearsal'>
type RehearseProps = {
  secret: string
  session: string
  /** The existing rehearsal, if any. */
  rehearsal: SessionSummary | null
}

export const RehearseButton = (props: RehearseProps) => {
  const { t } = useText()
  return (
    <DialogButton label={t('home.rehearse')} title={t('home.rehearseTitle')}>
      {(close) => <RehearsalForm {...props} onClose={close} />}
    </DialogButton>
  )
}

const RehearsalForm = ({ secret, session, rehearsal: earlier, onClose }: RehearseProps & { onClose: () => void }) => {
  const { t } = useText()
  const [speed, setSpeed] = useState<(typeof rehearsalSpeeds)[number]>('10')
  const [cast, setCast] = useState<CastName>('usual')
  const [written, write] = useState('40')
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null)
  const people = parsePeopleCount(written)
  const submission = useSubmit(
    () =>
      people === null
        ? null
        : request('POST /api/sessions/:id/rehearsal', { params: { id: session }, body: { speed: Number(speed), people, cast } }, secret),
    setRehearsal,
  )
  if (rehearsal !== null) return <RehearsalStarted rehearsal={rehearsal} onClose={onClose} />
  return (
    <DialogForm
      submission={submission}
      error={<RequestError result={submission.refusal} own={{ 'session-started': 'home.error.started' }} />}
      label={t('home.rehearseBegin')}
      disabled={people === null}
      onClose={onClose}
    >
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
        options={castNames.map((value) => ({ value, label: t(`home.cast.${value}`), note: t(`home.castNote.${value}`) }))}
      />
      <TextField
        label={t('home.rehearsePeople')}
        error={people === null ? t('home.rehearsePeopleBad', { most: maxRehearsalPeople }) : undefined}
        value={written}
        onChange={write}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
      />
    </DialogForm>
  )
}

const roleMessages = {
  chair: 'home.openChair',
  secretariat: 'office.secretariat',
  display: 'home.display',
  panellist: 'home.panel',
  interpreter: 'role.interpreter',
  participant: 'role.participant',
} as const

/** From this many seconds on, the form announces how long it takes until the simulated Chair opens the meeting. */
const longStart = 45

/** The Chair's link comes first. The other links are for watching. */
const RehearsalStarted = ({ rehearsal: { links, opensIn }, onClose }: { rehearsal: Rehearsal; onClose: () => void }) => {
  const { t } = useText()
  return (
    <>
      <p role="status">{t('home.rehearseBegun')}</p>
      {opensIn < longStart ? null : <p>{t('home.rehearseOpens', { n: Math.round(opensIn / 60) })}</p>}
      <OverlayActions>
        {links.map(({ role, url }) => (
          <ButtonLink key={url} look={roleRules[role].mayPreside ? 'primary' : 'plain'} href={url}>
            {t(isOverlayLink(url) ? 'overlay.title' : roleMessages[role])}
          </ButtonLink>
        ))}
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
  return count >= 1 && count <= maxRehearsalPeople ? count : null
}
