/** The other sessions, each with its day, size and phase. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import type { SessionSummary } from '../../../session/organizer-api.ts'
import { formatDay, formatSpan } from '../../../text/days.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip, type ChipTone } from '../../../ui/chip.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from '../organizer.module.css'
import { RecordLink } from './record-link.tsx'

const phaseTones = { planned: 'plain', open: 'accent', suspended: 'paused', closed: 'good' } as const satisfies Readonly<
  Record<SessionSummary['phase'], ChipTone>
>

type SessionListProps = { sessions: readonly SessionSummary[]; now: number; onOpen: (id: string) => void }

export const SessionList = ({ sessions: all, now, onOpen }: SessionListProps) => {
  const { t, language } = useText()
  const formatSize = ({ segments, people }: SessionSummary['counts']): string => {
    const parts = t('home.parts', { n: segments })
    return people > 0 ? t('home.size', { parts, people: t('home.people', { n: people }) }) : parts
  }
  const [showsArchived, setShowsArchived] = useState(false)
  const archived = all.filter((session) => session.archived).length
  const sessions = all.filter((session) => showsArchived || !session.archived)
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
        {sessions.map((session) => {
          const { id, title, counts } = session
          return (
            <li key={id} className={styles.session}>
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
                <small>{formatSize(counts)}</small>
              </p>
              <PhaseChip session={session} />
              <span className={styles.ways}>
                {session.phase === 'closed' && !session.rehearsal ? <RecordLink session={session} /> : null}
                <Button size="small" onClick={() => onOpen(id)}>
                  {t('app.open')}
                  <span className="sr"> {title}</span>
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

export const PhaseChip = ({
  session: { phase, rehearsal, archived },
}: {
  session: Pick<SessionSummary, 'phase' | 'rehearsal' | 'archived'>
}) => {
  const { t } = useText()
  if (rehearsal) return <Chip tone="warn">{t('home.rehearsal')}</Chip>
  if (archived) return <Chip>{t('home.archived')}</Chip>
  return (
    <Chip tone={phaseTones[phase]} icon={phase === 'closed' ? 'check' : undefined}>
      {t(`home.${phase}`)}
    </Chip>
  )
}

/** The session that matters now: the open one, else the next one, else the last one. */
export const findForemost = (sessions: readonly SessionSummary[], now: number): SessionSummary | undefined => {
  const byStart = sessions.filter(({ rehearsal, archived }) => !rehearsal && !archived).sort((a, b) => a.startsAt - b.startsAt)
  return (
    byStart.findLast(({ phase }) => isInSession(phase)) ??
    byStart.find(({ phase, endsAt }) => phase === 'planned' && endsAt > now) ??
    byStart.findLast(({ phase }) => phase === 'planned') ??
    byStart.at(-1)
  )
}
