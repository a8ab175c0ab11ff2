/** The other sessions, each with its day, size, origin and phase. */
import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { useState } from 'react'
import { formatDay, formatSpan } from '../../../text/days.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Name } from '../../../ui/written.tsx'
import { SessionActions } from '../manage/session-actions.tsx'
import { getOriginText } from '../model/origin.ts'
import { sortSessions } from '../model/session-order.ts'
import styles from '../organizer.module.css'
import { PhaseChip } from './phase-chip.tsx'
import { RecordLink } from './record-link.tsx'

type RowProps = {
  session: SessionSummary
  /** All sessions, including those that are not in the list. */
  sessions: readonly SessionSummary[]
  now: number
  secret: string
  onOpen: (id: string) => void
  onChanged: () => void
}

/** `shownId`: the session that the page shows above the list. */
type SessionListProps = Omit<RowProps, 'session'> & { shownId: string | undefined }

export const SessionList = ({ shownId, ...props }: SessionListProps) => {
  const { sessions: all } = props
  const { t } = useText()
  const [showsArchived, setShowsArchived] = useState(false)
  const others = sortSessions(all).filter(({ id }) => id !== shownId)
  const archived = others.filter((session) => session.archived).length
  if (others.length === 0) return null
  return (
    <Card aria-labelledby="sessions-title">
      <CardHead id="sessions-title" title={t('home.sessions')}>
        {archived > 0 ? (
          <Button look="quiet" size="small" expanded={showsArchived} onClick={() => setShowsArchived(!showsArchived)}>
            {t('home.archivedOnes', { n: archived })}
          </Button>
        ) : null}
      </CardHead>
      <ul>
        {others.map((session) =>
          session.archived && !showsArchived ? null : <SessionRow key={session.id} session={session} {...props} />,
        )}
      </ul>
    </Card>
  )
}

const SessionRow = ({ session, sessions, now, secret, onOpen, onChanged }: RowProps) => {
  const { t, language } = useText()
  const { id, title, phase, rehearsal, counts } = session
  const parts = t('home.parts', { n: counts.segments })
  const origin = getOriginText(t, session, sessions)
  // A rehearsal that is over cannot be run. Only its record is left.
  const isOver = rehearsal && phase === 'closed'
  return (
    <li className={styles.session}>
      <p className={styles.day}>
        {formatDay(t, language, session, now)}
        <small>
          <span className="num">{formatSpan(session)}</span>
        </small>
      </p>
      <p className={styles.what}>
        <strong>
          <Name>{title}</Name>
        </strong>
        {origin === null ? null : <small>{origin}</small>}
        <small>{counts.people > 0 ? t('home.size', { parts, people: t('home.people', { n: counts.people }) }) : parts}</small>
      </p>
      <span className={styles.mark}>
        <PhaseChip session={session} />
      </span>
      <span className={styles.ways}>
        {phase === 'closed' ? <RecordLink session={session} /> : null}
        {isOver ? (
          <SessionActions secret={secret} session={session} sessions={sessions} onChanged={onChanged} onCreated={onOpen} />
        ) : (
          <Button size="small" onClick={() => onOpen(id)}>
            {t('app.open')}
            <span className="sr"> {title}</span>
          </Button>
        )}
      </span>
    </li>
  )
}
