/** A new session copied from another: the same agenda and rules and, if wanted, the same people. */
import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { useState } from 'react'
import { formatDay } from '../../../text/days.ts'
import { useText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Written } from '../../../ui/written.tsx'
import { makeCopyTitle } from '../model/copy-title.ts'
import { SessionForm } from './session-form.tsx'

type CopySessionProps = {
  secret: string
  /** All sessions: those that can be copied, and those whose titles are taken. */
  sessions: readonly SessionSummary[]
  /** Null if the user chooses the session to copy. */
  of: SessionSummary | null
  onMade: (id: string) => void
  onClose: () => void
}

export const CopySession = ({ secret, sessions, of, onMade, onClose }: CopySessionProps) => {
  const { t, language } = useText()
  const byDay = sessions.filter(({ rehearsal }) => !rehearsal).sort((a, b) => b.startsAt - a.startsAt)
  const [chosen, setChosen] = useState(of?.id ?? byDay[0]?.id ?? '')
  const [people, setPeople] = useState(true)
  const source = sessions.find(({ id }) => id === chosen)
  return (
    <SessionForm
      secret={secret}
      source={source === undefined ? null : { copyOf: source.id, people }}
      usualTitle={
        source &&
        makeCopyTitle(
          t,
          source.title,
          sessions.map(({ title }) => title),
        )
      }
      about={
        <>
          {of === null ? (
            <SelectField
              label={t('home.copyOf')}
              value={chosen}
              onChange={setChosen}
              options={byDay.map((session) => ({
                value: session.id,
                label: t('pair.aside', { first: session.title, second: formatDay(t, language, session, Date.now()) }),
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
