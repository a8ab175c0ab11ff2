/** The other sessions, each with its day, its size and where it stands. */
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip, type Tone } from '../../ui/chip.tsx'
import styles from './sessions.module.css'
import type { Summary } from './use-organiser.ts'
import { dayWords, spanWords } from './when.ts'

const tones = { planned: 'plain', open: 'accent', closed: 'good' } as const satisfies Readonly<Record<Summary['phase'], Tone>>

type ListProps = { sessions: readonly Summary[]; now: number; onOpen: (id: string) => void }

export const SessionList = ({ sessions, now, onOpen }: ListProps) => {
  const { t, language } = useText()
  return (
    <Card aria-labelledby="sessions-title">
      <CardHead id="sessions-title" title={t('home.sessions')} />
      <ul>
        {sessions.map((session) => {
          const { id, title, phase, counts } = session
          return (
            <li key={id} className={styles.session}>
              <p className={styles.day}>
                {dayWords(t, language, session, now)}
                <small className="num">{spanWords(session)}</small>
              </p>
              <p className={styles.what}>
                <strong dir="auto">{title}</strong>
                <small>
                  {t('home.parts', { n: counts.segments })}
                  {counts.people > 0 ? `, ${t('home.people', { n: counts.people })}` : null}
                </small>
              </p>
              <Chip tone={tones[phase]} icon={phase === 'closed' ? 'check' : undefined}>
                {t(`home.${phase}`)}
              </Chip>
              <Button size="small" onClick={() => onOpen(id)}>
                {t('app.open')}
                <span className="sr"> {title}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** The one that matters now: open, else the next one, else the last. */
export const foremost = (sessions: readonly Summary[], now: number): Summary | undefined => {
  const byStart = [...sessions].sort((a, b) => a.startsAt - b.startsAt)
  return (
    byStart.findLast(({ phase }) => phase === 'open') ??
    byStart.find(({ phase, endsAt }) => phase === 'planned' && endsAt > now) ??
    byStart.findLast(({ phase }) => phase === 'planned') ??
    byStart.at(-1)
  )
}
