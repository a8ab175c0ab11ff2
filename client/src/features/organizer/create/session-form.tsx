/** The title, day and start time of a new session. */

import { type ReactNode, useState } from 'react'
import { type ApiInput, request } from '../../../session/http.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { useText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { TextField } from '../../../ui/field.tsx'
import { PlanErrorList } from '../../../ui/plan-error-list.tsx'
import { DialogForm } from '../../../widgets/dialog-form.tsx'
import { RequestError } from '../../../widgets/request-error.tsx'
import styles from '../organizer.module.css'

type SessionFormProps = {
  secret: string
  /** Null if the user has not chosen a source yet. */
  source: ApiInput<'POST /api/sessions'>['body'] | null
  /** The title that the session gets if the user types none. */
  usualTitle?: string | undefined
  about: ReactNode
  onCreated: (id: string) => void
  onClose: () => void
}

export const SessionForm = ({ secret, source, usualTitle, about, onCreated, onClose }: SessionFormProps) => {
  const { t } = useText()
  const [title, setTitle] = useState('')
  const [{ day, time }, setStart] = useState(getNextHalfHour)
  const fromFile = source !== null && 'file' in source
  const [asWritten, setAsWritten] = useState(true)
  const keepsTime = fromFile && asWritten
  const moment = parseLocalTime(day, time)
  const submission = useSubmit(
    () => {
      if (source === null) return null
      const newTitle = title.trim() || usualTitle?.trim()
      const startsAt = keepsTime ? undefined : moment?.toISOString()
      return request('POST /api/sessions', { body: { ...source, ...(newTitle && { title: newTitle }), startsAt } }, secret)
    },
    ({ id }) => onCreated(id),
  )
  return (
    <DialogForm
      submission={submission}
      error={
        <>
          <RequestError result={submission.refusal} />
          <PlanErrorList details={submission.refusal?.details} />
        </>
      }
      label={t('home.make')}
      disabled={source === null || !(keepsTime || moment !== null)}
      onClose={onClose}
    >
      {about}
      <TextField
        label={t('home.name')}
        optional={t('app.optional')}
        hint={usualTitle === undefined ? undefined : t('home.usualTitle', { title: usualTitle })}
        value={title}
        onChange={setTitle}
        maxLength={400}
        autoComplete="off"
      />
      {fromFile ? <CheckRow label={t('home.asWritten')} checked={asWritten} onChange={setAsWritten} /> : null}
      {keepsTime ? null : (
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
    </DialogForm>
  )
}

/** The start by the device's own clock, in 24 hours, whatever the browser's time format is. */
const getNextHalfHour = (): { day: string; time: string } => {
  const half = 30 * 60_000
  const at = new Date(Math.ceil(Date.now() / half) * half)
  const two = (part: number) => String(part).padStart(2, '0')
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}

/** Null if the day or the time is not valid. */
const parseLocalTime = (day: string, time: string): Date | null => {
  const [, hours = '', minutes = ''] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(time.normalize('NFKC')) ?? []
  const moment = new Date(`${day}T${hours.padStart(2, '0')}:${minutes}`)
  return Number.isNaN(moment.getTime()) ? null : moment
}
