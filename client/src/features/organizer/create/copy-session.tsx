/** A new session as another one was: the same agenda and rules, and the same people where that is wanted. */
import { useState } from 'react'
import type { Summary } from '../../../session/organizer-api.ts'
import { dayWords } from '../../../text/days.ts'
import { useText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { MakingForm } from './session-form.tsx'

type CopyProps = {
  secret: string
  sessions: readonly Summary[]
  /** Null: which one is asked. */
  of: Summary | null
  onMade: (id: string) => void
  onClose: () => void
}

export const CopySession = ({ secret, sessions, of, onMade, onClose }: CopyProps) => {
  const { t, language } = useText()
  const byDay = [...sessions].sort((a, b) => b.startsAt - a.startsAt)
  const [chosen, choose] = useState(of?.id ?? byDay[0]?.id ?? '')
  const [people, bring] = useState(true)
  return (
    <MakingForm
      secret={secret}
      source={chosen === '' ? null : { copyOf: chosen, people }}
      about={
        <>
          {of === null ? (
            <SelectField
              label={t('home.copyOf')}
              value={chosen}
              onChange={choose}
              options={byDay.map((session) => ({
                value: session.id,
                label: `${session.title} (${dayWords(t, language, session, Date.now())})`,
              }))}
            />
          ) : (
            <p>
              <strong dir="auto">{of.title}</strong>
            </p>
          )}
          <CheckRow label={t('home.withPeople')} note={t('home.withPeopleNote')} checked={people} onChange={bring} />
        </>
      }
      onMade={onMade}
      onClose={onClose}
    />
  )
}
