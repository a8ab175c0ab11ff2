/** Every question received, with what became of it; a published one can still be marked next or settled without the screen. */
import { meets } from '@rostrum/shared/contract/choices'
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import { useState } from 'react'
import { usePending, useSend, useView } from '../../session/hooks.tsx'
import { questionLabel } from '../../text/person-words.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { ChoicePills } from '../../ui/choice-pills.tsx'
import { Chip } from '../../ui/chip.tsx'
import styles from './desk.module.css'
import { From } from './from.tsx'
import { QuestionMeta } from './meta.tsx'
import { Refusal } from './refusal.tsx'
import { bySupport, type Listed, withStatus } from './rows.ts'

const shelves = {
  approved: ['approved', 'answering', 'not-reached'],
  answered: ['answered'],
  declined: ['declined'],
  withdrawn: ['withdrawn'],
} as const satisfies Readonly<Partial<Record<QuestionStatus, readonly QuestionStatus[]>>>
type Shelf = keyof typeof shelves

export const AllQuestions = ({ rows }: { rows: readonly Listed[] }) => {
  const { t } = useText()
  const [shelf, choose] = useState<Shelf>('approved')
  const shown = bySupport(withStatus(rows, ...shelves[shelf]))
  const label = t('questions.seeAll')
  return (
    <Card className={styles.column} aria-label={label}>
      <CardHead title={t('questions.title')} note={<span className="num">{shown.length}</span>} />
      <div className={styles.shelves}>
        <ChoicePills
          label={label}
          value={shelf}
          onChange={choose}
          options={(Object.keys(shelves) as Shelf[]).map((value) => ({ value, label: t(`questions.status.${value}`) }))}
        />
      </div>
      <div className={styles.scroll}>
        <Refusal of={['questions.queue', 'questions.settle', 'questions.show', 'questions.unshow']} />
        {shown.length === 0 ? <p className={styles.empty}>{t('questions.none')}</p> : null}
        {shown.map((row) => (
          <Kept key={row.id} row={row} />
        ))}
      </div>
    </Card>
  )
}

const Kept = ({ row }: { row: Listed }) => {
  const { t } = useText()
  const { id, number, text, status, answer, desk, from } = row
  const next = useView(({ answering }) => answering.next === id)
  const outcome = answer ? t(`questions.answer.${answer}`) : t(`questions.status.${status}`)
  return (
    <article className={styles.kept}>
      <div>
        <p dir="auto">{text}</p>
        {from ? (
          <From row={row}>
            <bdi>{from.entity}</bdi>
          </From>
        ) : null}
        {number > 0 ? <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} /> : null}
      </div>
      <div className={styles.acts}>
        {next ? <Chip tone="accent">{t('questions.next')}</Chip> : null}
        {status === 'approved' ? null : (
          <Chip tone={status === 'answering' ? 'accent' : 'plain'}>
            {desk?.reason ? t('questions.declineAs', { reason: t(`questions.decline.${desk.reason}`) }) : outcome}
          </Chip>
        )}
        {status === 'approved' ? <Acts row={row} next={next} /> : null}
        {status === 'answering' ? <TakeOff row={row} /> : null}
      </div>
    </article>
  )
}

const Acts = ({ row: { id, number }, next }: { row: Listed; next: boolean }) => {
  const { t } = useText()
  const send = useSend()
  const open = useView(({ session }) => meets(session.phase))
  const onScreen = useView(({ answering }) => answering.current)
  const taken = useView(({ floor }) => floor.interrupted !== null || (floor.current !== null && floor.current.kind !== 'answer'))
  const busy = [usePending('questions.queue'), usePending('questions.settle'), usePending('questions.show')].some(Boolean)
  if (!open) return null
  return (
    <>
      {next ? (
        <Button
          size="small"
          icon="screen"
          disabled={busy || taken}
          title={taken ? t('refusal.floor-taken') : undefined}
          onClick={() => void send({ type: 'questions.show', data: { question: id, expectedCurrent: onScreen } })}
        >
          {t('questions.show')}
        </Button>
      ) : null}
      <Button
        look="quiet"
        size="inline"
        disabled={busy}
        onClick={() => void send({ type: 'questions.queue', data: { question: next ? null : id } })}
      >
        {t(next ? 'questions.notNext' : 'questions.makeNext')}
        <span className="sr"> {questionLabel(t, number)}</span>
      </Button>
      <Button
        look="quiet"
        size="inline"
        disabled={busy}
        onClick={() => void send({ type: 'questions.settle', data: { question: id, answer: 'taken-on-notice' } })}
      >
        {t('questions.takeOnNotice')}
        <span className="sr"> {questionLabel(t, number)}</span>
      </Button>
    </>
  )
}

const TakeOff = ({ row: { id } }: { row: Listed }) => {
  const { t } = useText()
  const send = useSend()
  const busy = usePending('questions.unshow') !== undefined
  return (
    <Button size="small" disabled={busy} onClick={() => void send({ type: 'questions.unshow', data: { question: id } })}>
      {t('questions.takeOff')}
    </Button>
  )
}
