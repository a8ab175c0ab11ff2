/** The questions that matter now, and beside each what can be done with it: the one on the screen, and the one that comes next. */
import { meets } from '@rostrum/shared/contract/enums'
import { type ReactNode, useId } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { questionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Listed } from '../question-lists.ts'
import { QuestionMeta } from '../question-meta.tsx'
import { Refusal } from '../refusal.tsx'
import styles from './questions-card.module.css'
import { usePutTo } from './use-assignee.ts'

const useBusy = (): boolean => [usePending('questions.show'), usePending('questions.unshow'), usePending('questions.settle')].some(Boolean)

/** Its words stand large in the floor block beside it. */
export const OnScreen = ({ row: { id, number, support, desk } }: { row: Listed }) => {
  const { t } = useText()
  const send = useSend()
  const busy = useBusy()
  const to = usePutTo(desk?.to ?? null)
  const total = useView(({ session }) => session.groups.length)
  const said = { number: questionLabel(t, number), n: support.total, groups: support.groups.length, total }
  return (
    <Block eyebrow={t('questions.onScreen')} refusals={['questions.unshow', 'questions.settle']}>
      <p className={styles.line}>{t('questions.supportIn', said)}</p>
      {to === null ? null : <p className={styles.quiet}>{t('questions.putTo', { who: to })}</p>}
      <Button block disabled={busy} onClick={() => void send({ type: 'questions.unshow', data: { question: id } })}>
        {t('questions.takeOff')}
      </Button>
    </Block>
  )
}

/** Shown while another is on the screen, it answers that one; until then it stands `small` below it. */
export const NextToAnswer = ({ row, small }: { row: Listed; small: boolean }) => {
  const { t } = useText()
  const send = useSend()
  const busy = useBusy()
  const to = usePutTo(row.desk?.to ?? null)
  const open = useView(({ session }) => meets(session.phase))
  const onScreen = useView(({ answering }) => answering.current)
  const taken = useView(({ floor }) => floor.interrupted !== null || (floor.current !== null && floor.current.kind !== 'answer'))
  const reason = useId()
  return (
    <Block eyebrow={t('questions.next')} refusals={['questions.show', 'questions.queue']}>
      <p className={small ? styles.words : styles.text} dir="auto">
        {row.text}
      </p>
      <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} groups={!small} />
      {to === null ? null : <p className={styles.quiet}>{t('questions.putTo', { who: to })}</p>}
      <Button
        block
        size={small ? 'small' : undefined}
        icon="screen"
        disabled={busy || !open || taken}
        aria-describedby={taken ? reason : undefined}
        onClick={() => void send({ type: 'questions.show', data: { question: row.id, expectedCurrent: onScreen } })}
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

type BlockProps = { eyebrow: ReactNode; refusals: Parameters<typeof Refusal>[0]['of']; children: ReactNode }

const Block = ({ eyebrow, refusals, children }: BlockProps) => (
  <div className={styles.ahead}>
    <h3 className="eyebrow">{eyebrow}</h3>
    {children}
    <Refusal of={refusals} />
  </div>
)
