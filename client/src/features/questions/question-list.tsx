/** Published questions with support. The order holds still: what is new waits behind a button, so that nothing moves under the finger. */
import { meets } from '@rostrum/shared/contract/choices'
import type { QuestionId } from '@rostrum/shared/kernel/ids'
import { useRef, useState } from 'react'
import { useScreen } from '../../session/store.ts'
import { useSend, useView } from '../../session/hooks.tsx'
import { questionLabel } from '../../text/person-words.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { SupportButton } from '../../ui/support-button.tsx'
import { QuestionMeta } from './meta.tsx'
import styles from './questions.module.css'
import { Refusal } from './refusal.tsx'
import { bySupport, type Listed, listed, withStatus } from './rows.ts'

/** The order that was last asked for; the rest waits. */
const useHeld = (rows: readonly Listed[]) => {
  const [order, setOrder] = useState<readonly QuestionId[] | null>(null)
  const first = useRef(bySupport(rows).map(({ id }) => id))
  // An empty list has nothing to hold still: the first questions appear by themselves.
  if (order === null && first.current.length === 0) first.current = bySupport(rows).map(({ id }) => id)
  const held = order ?? first.current
  const byId = new Map(rows.map((row) => [row.id, row]))
  const shown = held.flatMap((id) => byId.get(id) ?? [])
  return { shown, fresh: rows.length - shown.length, show: () => setOrder(bySupport(rows).map(({ id }) => id)) }
}

export const QuestionList = () => {
  const { t } = useText()
  const all = useView(({ questions }) => questions)
  const { shown, fresh, show } = useHeld(withStatus(listed(all), 'approved', 'answering', 'answered', 'not-reached'))
  const open = shown.filter(({ status }) => status !== 'answered')
  const answered = shown.filter(({ status }) => status === 'answered')
  return (
    <>
      {fresh > 0 ? (
        <Button look="quiet" block icon="up" className={styles.fresh} onClick={show}>
          {t('questions.new', { n: fresh })}
        </Button>
      ) : null}
      {shown.length === 0 && fresh === 0 ? <p className={styles.none}>{t('questions.none')}</p> : null}
      {[...open, ...answered].map((row) => (
        <QuestionItem key={row.id} row={row} />
      ))}
      <Refusal of={['questions.support', 'questions.unsupport']} />
    </>
  )
}

const QuestionItem = ({ row }: { row: Listed }) => {
  const { t } = useText()
  return (
    <article className={styles.item}>
      <div>
        <p dir="auto">{row.text}</p>
        <QuestionMeta row={row}>
          {row.status === 'approved' ? null : (
            <Chip tone={row.status === 'answering' ? 'accent' : 'plain'}>
              {row.answer ? t(`questions.answer.${row.answer}`) : t(`questions.status.${row.status}`)}
            </Chip>
          )}
        </QuestionMeta>
      </div>
      <Support row={row} />
    </article>
  )
}

const Support = ({ row: { id, number, status, support } }: { row: Listed }) => {
  const { t } = useText()
  const send = useSend()
  const own = useView(({ myQuestions }) => myQuestions.some((mine) => mine.id === id))
  const supported = useView(({ mySupports }) => mySupports.includes(id))
  const over = useView(({ session }) => !meets(session.phase))
  const sending = useScreen(({ pending }) =>
    pending.some(({ envelope }) => envelope.type.startsWith('questions.') && 'question' in envelope.data && envelope.data.question === id),
  )
  const count = { number: questionLabel(t, number), n: support.total }
  return (
    <SupportButton
      count={support.total}
      label={t(own ? 'questions.supportOwn' : 'questions.supportButton', count)}
      pressed={supported}
      disabled={own || over || status === 'answered' || status === 'not-reached'}
      onPress={() => {
        if (sending) return
        void send({ type: supported ? 'questions.unsupport' : 'questions.support', data: { question: id } })
      }}
    />
  )
}
