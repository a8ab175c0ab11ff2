/** Questions beside the floor: what is on the screen or next, then the approved ones by support. */
import { meets } from '@rostrum/shared/contract/choices'
import { type ReactNode, useId, useState } from 'react'
import { usePending, useSend, useView } from '../../session/hooks.tsx'
import { questionLabel } from '../../text/person-words.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { QuestionMeta } from './meta.tsx'
import styles from './questions-card.module.css'
import { Refusal } from './refusal.tsx'
import { bySupport, type Listed, listed, withStatus } from './rows.ts'

/** How many are shown before "5 more". */
const few = 2

export const QuestionsCard = ({ className }: { className?: string | undefined }) => {
  const { t } = useText()
  const rows = listed(useView(({ questions }) => questions))
  const { current, next } = useView(({ answering }) => answering)
  const [all, showAll] = useState(false)
  const waiting = withStatus(rows, 'pending', 'on-hold').length
  const others = bySupport(withStatus(rows, 'approved')).filter(({ id }) => id !== next)
  const shown = all ? others : others.slice(0, few)
  return (
    <Card className={`${styles.card} ${className ?? ''}`} aria-labelledby="questions-title">
      <CardHead id="questions-title" title={t('questions.title')}>
        {waiting > 0 ? <Chip tone="warn">{t('questions.withModerators', { n: waiting })}</Chip> : null}
      </CardHead>
      <Ahead onScreen={rows.find(({ id }) => id === current)} next={rows.find(({ id }) => id === next)} />
      <div className={styles.scroll}>
        {shown.map((row) => (
          <Approved key={row.id} row={row} />
        ))}
        {others.length === 0 && !current && !next ? <p className={styles.none}>{t('questions.noneApproved')}</p> : null}
      </div>
      {others.length > few ? (
        <Button look="quiet" iconEnd={all ? 'up' : 'down'} className={styles.more} aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? t('questions.less') : t('questions.more', { n: others.length - few })}
        </Button>
      ) : null}
    </Card>
  )
}

/** One place for the question that matters now; beside it what can be done with it. */
const Ahead = ({ onScreen, next }: { onScreen: Listed | undefined; next: Listed | undefined }) => {
  const { t } = useText()
  const send = useSend()
  const busy = [usePending('questions.show'), usePending('questions.unshow'), usePending('questions.settle')].some(Boolean)
  const open = useView(({ session }) => meets(session.phase))
  const taken = useView(({ floor }) => floor.interrupted !== null || (floor.current !== null && floor.current.kind !== 'answer'))
  const reason = useId()
  const total = useView(({ session }) => session.groups.length)
  if (onScreen) {
    const { id, number, support } = onScreen
    const said = { number: questionLabel(t, number), n: support.total, groups: support.groups.length, total }
    return (
      <Block eyebrow={t('questions.onScreen')}>
        <p className={styles.line}>{t('questions.supportIn', said)}</p>
        <Button block disabled={busy} onClick={() => void send({ type: 'questions.unshow', data: { question: id } })}>
          {t('questions.takeOff')}
        </Button>
      </Block>
    )
  }
  if (!next) return null
  return (
    <Block eyebrow={t('questions.next')}>
      <p className={styles.text} dir="auto">
        {next.text}
      </p>
      <QuestionMeta row={next} total={t('questions.support', { n: next.support.total })} />
      <Button
        block
        icon="screen"
        disabled={busy || !open || taken}
        aria-describedby={taken ? reason : undefined}
        onClick={() => void send({ type: 'questions.show', data: { question: next.id, expectedCurrent: null } })}
      >
        {t('questions.show')}
      </Button>
      {taken ? (
        <p id={reason} className={styles.quiet}>
          {t('refusal.floor-taken')}
        </p>
      ) : null}
    </Block>
  )
}

const Block = ({ eyebrow, children }: { eyebrow: ReactNode; children: ReactNode }) => (
  <div className={styles.ahead}>
    <h3 className="eyebrow">{eyebrow}</h3>
    {children}
    <Refusal of={['questions.show', 'questions.unshow', 'questions.settle', 'questions.queue']} />
  </div>
)

const Approved = ({ row }: { row: Listed }) => {
  const { t } = useText()
  const send = useSend()
  const busy = usePending('questions.queue') !== undefined
  return (
    <article className={styles.quest}>
      <p dir="auto">{row.text}</p>
      <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} groups={false}>
        <Button
          look="quiet"
          size="inline"
          className={styles.end}
          disabled={busy}
          onClick={() => void send({ type: 'questions.queue', data: { question: row.id } })}
        >
          {t('questions.makeNext')}
          <span className="sr"> {questionLabel(t, row.number)}</span>
        </Button>
      </QuestionMeta>
    </article>
  )
}
