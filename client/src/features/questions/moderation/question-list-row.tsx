/** A question in the list of all: its outcome, and the actions that do not need the review. */

import { isInSession } from '@rostrum/shared/contract/enums'
import { isAnswer } from '@rostrum/shared/contract/kinds'
import { awaitsAnswer, isBeingAnswered, isDeclined, isMerged } from '@rostrum/shared/contract/question-statuses'
import { useSend, useView } from '../../../session/hooks.tsx'
import { formatQuestionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import { QuestionMeta } from '../question-meta.tsx'
import { DecisionRefusal, useIsQuestionPending } from './last-action-text.tsx'
import styles from './question-list-row.module.css'
import { QuestionOrigin } from './question-origin.tsx'
import written from './question-text.module.css'
import { StatusChip } from './status-chip.tsx'

type QuestionListRowProps = {
  row: ListedQuestion
  /** The question into which this one was merged. */
  host: ListedQuestion | undefined
  onOpen: () => void
}

export const QuestionListRow = ({ row, host, onOpen }: QuestionListRowProps) => {
  const { t } = useText()
  const { id, text, number, from, merged } = row
  const next = useView(({ answering }) => answering.next === id)
  return (
    <li className={styles.kept}>
      <div>
        <button type="button" className={styles.title} onClick={onOpen}>
          <Written as="span" className={written.text}>
            {text}
          </Written>
        </button>
        <QuestionOrigin row={row}>{from ? <Name>{from.entity}</Name> : <span>{t('questions.moderation.noAuthor')}</span>}</QuestionOrigin>
        {number > 0 ? <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} /> : null}
        {merged > 0 ? <p className="quiet">{t('questions.moderation.alsoAsked', { n: merged })}</p> : null}
        {host ? <MergedInto host={host} /> : null}
        <DecisionRefusal row={row} />
      </div>
      <div className={styles.acts}>
        {next ? <Chip tone="accent">{t('questions.next')}</Chip> : null}
        {awaitsAnswer(row) ? null : <StatusChip row={row} />}
        <QuestionActions row={row} next={next} />
      </div>
    </li>
  )
}

const MergedInto = ({ host: { number, text } }: { host: ListedQuestion }) => {
  const { t } = useText()
  return (
    <p className="quiet">
      {t('questions.moderation.askedWith', { which: number > 0 ? formatQuestionLabel(t, number) : text.slice(0, 80) })}
    </p>
  )
}

const QuestionActions = ({ row, next }: { row: ListedQuestion; next: boolean }) => {
  const { t } = useText()
  const send = useSend('question-table')
  const busy = useIsQuestionPending(row.id)
  const open = useView(({ session }) => isInSession(session.phase))
  const question = { question: row.id }
  const which = <span className="sr"> {row.number > 0 ? formatQuestionLabel(t, row.number) : row.text}</span>
  if (!open) return null
  if (awaitsAnswer(row)) return <ApprovedActions row={row} next={next} busy={busy} />
  if (isBeingAnswered(row))
    return (
      <Button size="small" disabled={busy} onClick={() => void send({ type: 'questions.unshow', data: question })}>
        {t('questions.takeOff')}
      </Button>
    )
  if (isDeclined(row))
    return (
      <Button look="quiet" size="inline" disabled={busy} onClick={() => void send({ type: 'questions.reopen', data: question })}>
        {t('questions.moderation.reopen')}
        {which}
      </Button>
    )
  if (!isMerged(row)) return null
  return (
    <Button look="quiet" size="inline" disabled={busy} onClick={() => void send({ type: 'questions.unmerge', data: question })}>
      {t('questions.moderation.separate')}
      {which}
    </Button>
  )
}

/** An approved question can be set as next, shown, or marked as answered without the screen. */
const ApprovedActions = ({ row: { id, number }, next, busy }: { row: ListedQuestion; next: boolean; busy: boolean }) => {
  const { t } = useText()
  const send = useSend('question-table')
  const current = useView(({ answering }) => answering.current)
  const floorTaken = useView(({ floor }) => floor.interrupted !== null || (floor.current !== null && !isAnswer(floor.current.kind)))
  return (
    <>
      {next ? (
        <Button
          size="small"
          icon="screen"
          disabled={busy || floorTaken}
          title={floorTaken ? t('refusal.floor-taken') : undefined}
          onClick={() => void send({ type: 'questions.show', data: { question: id, expectedCurrent: current } })}
        >
          {t('questions.show')}
        </Button>
      ) : null}
      <Button
        look="quiet"
        size="inline"
        disabled={busy}
        onClick={() => void send({ type: 'questions.set-next', data: { question: next ? null : id } })}
      >
        {t(next ? 'questions.notNext' : 'questions.makeNext')}
        <span className="sr"> {formatQuestionLabel(t, number)}</span>
      </Button>
      <Button
        look="quiet"
        size="inline"
        disabled={busy}
        onClick={() => void send({ type: 'questions.mark-answered', data: { question: id, answer: 'taken-on-notice' } })}
      >
        {t('questions.takeOnNotice')}
        <span className="sr"> {formatQuestionLabel(t, number)}</span>
      </Button>
    </>
  )
}
