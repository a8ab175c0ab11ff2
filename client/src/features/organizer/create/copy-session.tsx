/** A new session copied from another: the same agenda and rules and, if wanted, the same people. */
import { useState } from 'react'
import type { SessionSummary } from '../../../session/organizer-api.ts'
import { formatDay } from '../../../text/days.ts'
import { useText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Written } from '../../../ui/written.tsx'
import { SessionForm } from './session-form.tsx'

type CopySessionProps = {
  secret: string
  sessions: readonly SessionSummary[]
  /** Null: the user chooses the session to copy. */
  of: SessionSummary | null
  onMade: (id: string) => void
  onClose: () => void
}

export const CopySession = ({ secret, sessions, of, onMade, onClose }: CopySessionProps) => {
  const { t, language } = useText()
  const byDay = [...sessions].sort((a, b) => b.startsAt - a.startsAt)
  const [chosen, setChosen] = useState(of?.id ?? byDay[0]?.id ?? '')
  const [people, setPeople] = useState(true)
  return (
    <SessionForm
      secret={secret}
      source={chosen === '' ? null : { copyOf: chosen, people }}
      about={
        <>
          {of === null ? (
            <SelectField
              label={t('home.copyOf')}
              value={chosen}
              onChange={setChosen}
              options={byDay.map((session) => ({
                value: session.id,
                label: `${session.title} (${formatDay(t, language, session, Date.now())})`,
              }))}
            />
          ) : (
            <p>
              <Written as="strong">{of.title}</Written>
            </p>
          )}
          <CheckRow label={t('home.withPeople')} note={t('home.withPeopleNote')} checked={people} onChange={setPeople} />
        </>
      }
      onCreated={onMade}
      onClose={onClose}
    />
  )
}
