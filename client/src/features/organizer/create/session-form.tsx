/** What a new session is called, on which day and at what time it begins. */
import { type FormEvent, type ReactNode, useState } from 'react'
import { makeSession, type Source } from '../../../session/organizer-api.ts'
import { doorSaying } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { TextField } from '../../../ui/field.tsx'
import { DoorError } from '../../../ui/form-error.tsx'
import { FaultList } from '../../../ui/plan-error-list.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import styles from '../organizer.module.css'

type MakingProps = {
  secret: string
  /** Null: nothing to make it of has been chosen yet. */
  source: Source | null
  about: ReactNode
  onMade: (id: string) => void
  onClose: () => void
}

export const MakingForm = ({ secret, source, about, onMade, onClose }: MakingProps) => {
  const { t } = useText()
  const [title, setTitle] = useState('')
  const [{ day, time }, setStart] = useState(nextHalfHour)
  const fromFile = source !== null && 'file' in source
  const [asWritten, keepTime] = useState(true)
  const [refused, refuse] = useState<{ readonly why: string; readonly more?: object | undefined } | null>(null)
  const [busy, setBusy] = useState(false)
  const kept = fromFile && asWritten
  const moment = momentOf(day, time)
  const ready = source !== null && (kept || moment !== null)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || !ready || source === null) return
    setBusy(true)
    refuse(null)
    const answer = await makeSession(secret, source, { title, startsAt: kept ? null : moment })
    setBusy(false)
    if (answer.ok) onMade(answer.value.id)
    else refuse(answer)
  }
  return (
    <form className={styles.planning} onSubmit={(event) => void make(event)} noValidate>
      {about}
      <TextField label={t('home.name')} optional={t('app.optional')} value={title} onChange={setTitle} maxLength={400} autoComplete="off" />
      {fromFile ? <CheckRow label={t('home.asWritten')} checked={asWritten} onChange={keepTime} /> : null}
      {kept ? null : (
        <div className={styles.two}>
          <TextField type="date" label={t('home.day')} value={day} onChange={(value) => setStart({ day: value, time })} />
          <TextField
            label={t('home.startsAt')}
            hint={t('home.startsAtHelp')}
            error={moment === null ? t('home.startsAtBad') : undefined}
            value={time}
            onChange={(value) => setStart({ day, time: value })}
            autoComplete="off"
            dir="ltr"
          />
        </div>
      )}
      {refused === null ? null : <DoorError>{t(doorSaying(refused.why).words)}</DoorError>}
      <FaultList more={refused?.more} />
      <OverlayActions>
        <Button look="primary" type="submit" disabled={busy || !ready}>
          {t(busy ? 'app.sending' : 'home.make')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </form>
  )
}

/** By the device's own clock; in 24 hours, whatever the browser would make of a time. */
const nextHalfHour = (): { day: string; time: string } => {
  const half = 30 * 60_000
  const at = new Date(Math.ceil(Date.now() / half) * half)
  const two = (part: number) => String(part).padStart(2, '0')
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}

/** Null for what is no day or no time. */
const momentOf = (day: string, time: string): Date | null => {
  const [, hours = '', minutes = ''] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(time.normalize('NFKC')) ?? []
  const moment = new Date(`${day}T${hours.padStart(2, '0')}:${minutes}`)
  return Number.isNaN(moment.getTime()) ? null : moment
}
