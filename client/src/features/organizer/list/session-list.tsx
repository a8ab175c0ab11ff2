/** The other sessions, each with its day, its size and where it stands. */
import { meets } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import type { Summary } from '../../../session/organizer-api.ts'
import { dayWords, spanWords } from '../../../text/days.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import styles from '../organizer.module.css'
import { RecordLink } from './record-link.tsx'

const tones = { planned: 'plain', open: 'accent', suspended: 'paused', closed: 'good' } as const satisfies Readonly<
  Record<Summary['phase'], Tone>
>

type ListProps = { sessions: readonly Summary[]; now: number; onOpen: (id: string) => void }

export const SessionList = ({ sessions: all, now, onOpen }: ListProps) => {
  const { t, language } = useText()
  const sizeOf = ({ segments, people }: Summary['counts']): string => {
    const parts = t('home.parts', { n: segments })
    return people > 0 ? t('home.size', { parts, people: t('home.people', { n: people }) }) : parts
  }
  const [old, showOld] = useState(false)
  const archived = all.filter((session) => session.archived).length
  const sessions = all.filter((session) => old || !session.archived)
  return (
    <Card aria-labelledby="sessions-title">
      <CardHead id="sessions-title" title={t('home.sessions')}>
        {archived > 0 ? (
          <Button look="quiet" size="small" iconEnd={old ? 'up' : 'down'} aria-expanded={old} onClick={() => showOld(!old)}>
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
                {dayWords(t, language, session, now)}
                <small>
                  <span className="num">{spanWords(session)}</span>
                </small>
              </p>
              <p className={styles.what}>
                <strong>
                  <bdi>{title}</bdi>
                </strong>
                <small>{sizeOf(counts)}</small>
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

export const PhaseChip = ({ session: { phase, rehearsal, archived } }: { session: Pick<Summary, 'phase' | 'rehearsal' | 'archived'> }) => {
  const { t } = useText()
  if (rehearsal) return <Chip tone="warn">{t('home.rehearsal')}</Chip>
  if (archived) return <Chip>{t('home.archived')}</Chip>
  return (
    <Chip tone={tones[phase]} icon={phase === 'closed' ? 'check' : undefined}>
      {t(`home.${phase}`)}
    </Chip>
  )
}

/** The one that matters now: open, else the next one, else the last. */
export const foremost = (sessions: readonly Summary[], now: number): Summary | undefined => {
  const byStart = sessions.filter(({ rehearsal, archived }) => !rehearsal && !archived).sort((a, b) => a.startsAt - b.startsAt)
  return (
    byStart.findLast(({ phase }) => meets(phase)) ??
    byStart.find(({ phase, endsAt }) => phase === 'planned' && endsAt > now) ??
    byStart.findLast(({ phase }) => phase === 'planned') ??
    byStart.at(-1)
  )
}
