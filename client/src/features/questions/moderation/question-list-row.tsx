/** A question in the list of all: what became of it, and what can still be done without opening it. */
import { meets } from '@rostrum/shared/contract/enums'
import { useSend, useView } from '../../../session/hooks.tsx'
import { questionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { outcomeWords } from '../outcome-text.ts'
import type { Listed } from '../question-lists.ts'
import { QuestionMeta } from '../question-meta.tsx'
import { NotDone, useSendingOf } from './last-action-text.tsx'
import styles from './moderation-workplace.module.css'
import { From } from './question-origin.tsx'
import written from './question-text.module.css'

type KeptProps = {
  row: Listed
  /** The one that it is asked with. */
  host: Listed | undefined
  onOpen: () => void
}

export const KeptQuestion = ({ row, host, onOpen }: KeptProps) => {
  const { t } = useText()
  const { id, text, number, status, from, merged } = row
  const next = useView(({ answering }) => answering.next === id)
  return (
    <li className={styles.kept}>
      <div>
        <button type="button" className={styles.title} onClick={onOpen}>
          <span className={written.text} dir="auto">
            {text}
          </span>
        </button>
        <From row={row}>{from ? <bdi>{from.entity}</bdi> : <span>{t('questions.desk.noAuthor')}</span>}</From>
        {number > 0 ? <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} /> : null}
        {merged > 0 ? <p className={written.quiet}>{t('questions.desk.alsoAsked', { n: merged })}</p> : null}
        {host ? <AskedWith host={host} /> : null}
        <NotDone row={row} />
      </div>
      <div className={styles.acts}>
        {next ? <Chip tone="accent">{t('questions.next')}</Chip> : null}
        {status === 'approved' ? null : (
          <Chip tone={status === 'answering' ? 'accent' : status === 'on-hold' ? 'warn' : 'plain'}>{outcomeWords(t, row)}</Chip>
        )}
        <Acts row={row} next={next} />
      </div>
    </li>
  )
}

const AskedWith = ({ host: { number, text } }: { host: Listed }) => {
  const { t } = useText()
  return (
    <p className={written.quiet}>{t('questions.desk.askedWith', { which: number > 0 ? questionLabel(t, number) : text.slice(0, 80) })}</p>
  )
}

const Acts = ({ row, next }: { row: Listed; next: boolean }) => {
  const { t } = useText()
  const send = useSend()
  const busy = useSendingOf(row.id)
  const open = useView(({ session }) => meets(session.phase))
  const question = { question: row.id }
  const which = <span className="sr"> {row.number > 0 ? questionLabel(t, row.number) : row.text}</span>
  if (!open) return null
  switch (row.status) {
    case 'approved':
      return <Ahead row={row} next={next} busy={busy} />
    case 'answering':
      return (
        <Button size="small" disabled={busy} onClick={() => void send({ type: 'questions.unshow', data: question })}>
          {t('questions.takeOff')}
        </Button>
      )
    case 'declined':
      return (
        <Button look="quiet" size="inline" disabled={busy} onClick={() => void send({ type: 'questions.reopen', data: question })}>
          {t('questions.desk.reopen')}
          {which}
        </Button>
      )
    case 'merged':
      return (
        <Button look="quiet" size="inline" disabled={busy} onClick={() => void send({ type: 'questions.unmerge', data: question })}>
          {t('questions.desk.separate')}
          {which}
        </Button>
      )
    default:
      return null
  }
}

/** A published one is marked next, shown, or settled without the screen. */
const Ahead = ({ row: { id, number }, next, busy }: { row: Listed; next: boolean; busy: boolean }) => {
  const { t } = useText()
  const send = useSend()
  const onScreen = useView(({ answering }) => answering.current)
  const taken = useView(({ floor }) => floor.interrupted !== null || (floor.current !== null && floor.current.kind !== 'answer'))
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
