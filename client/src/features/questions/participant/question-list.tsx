/** Published questions with their support. New questions and a new order wait behind a button, so that nothing moves under the finger. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import { awaitsAnswer, isBeingAnswered, isOver } from '@rostrum/shared/contract/question-statuses'
import { useLayoutEffect, useRef, useState } from 'react'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Written } from '../../../ui/written.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { type ListedQuestion, sortBySupport } from '../question-lists.ts'
import { QuestionMeta } from '../question-meta.tsx'
import styles from '../questions.module.css'
import { useQuestions } from '../use-questions.ts'
import { keepOrder, makeStableList, type StableList } from './stable-list.ts'
import { SupportToggle } from './support-toggle.tsx'

/** Sorts open questions first. Finished ones can still be read. */
const sortPublished = (rows: readonly ListedQuestion[]): readonly QuestionId[] =>
  [false, true].flatMap((over) => sortBySupport(rows.filter((row) => isOver(row) === over)).map(({ id }) => id))

const useStableList = (rows: readonly ListedQuestion[]): StableList<QuestionId> & { readonly update: () => void } => {
  const present = sortPublished(rows)
  const [shownIds, setShownIds] = useState(present)
  const now = keepOrder(shownIds, present)
  if (now !== shownIds && now.length + shownIds.length > 0) setShownIds(now)
  return { ...makeStableList(now, present), update: () => setShownIds(present) }
}

export const QuestionList = () => {
  const { t } = useAskedText()
  const rows = useQuestions()
  const { rows: shown, newCount, isOutdated, update } = useStableList(rows)
  const title = useRef<HTMLHeadingElement>(null)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (
    <>
      <div className={styles.listHead}>
        <h3 className={styles.order} ref={title} tabIndex={-1}>
          {shown.length === 0 ? t('questions.none') : t('questions.order')}
        </h3>
        {isOutdated ? (
          <Button
            look="quiet"
            size="inline"
            icon="up"
            onClick={() => {
              update()
              // The button disappears after the update, so the focus moves to the head of the list.
              title.current?.focus({ preventScroll: true })
            }}
          >
            {newCount > 0 ? t('questions.new', { n: newCount }) : t('questions.reorder')}
          </Button>
        ) : null}
      </div>
      {shown.map(({ id }) => (
        <QuestionItem key={id} row={byId.get(id)} />
      ))}
      <RefusalMessage area="question-list" />
    </>
  )
}

/** A question that is no longer shown keeps its place at the same height, without its text. */
const QuestionItem = ({ row }: { row: ListedQuestion | undefined }) => {
  const { t } = useAskedText()
  const item = useRef<HTMLElement>(null)
  const height = useRef<number>(undefined)
  // Read before the page changes, so that the focus is not lost with the content.
  const hadFocus = row === undefined && (item.current?.contains(document.activeElement) ?? false)
  useLayoutEffect(() => {
    if (row) height.current = item.current?.offsetHeight
    else if (hadFocus) item.current?.focus({ preventScroll: true })
  })
  if (!row) {
    return (
      <article className={styles.item} ref={item} tabIndex={-1} style={{ minBlockSize: height.current }}>
        <p className="quiet">{t('questions.gone')}</p>
      </article>
    )
  }
  return (
    <article className={styles.item} ref={item}>
      <div>
        <Written className={styles.text}>{row.text}</Written>
        <QuestionMeta row={row} groups={awaitsAnswer(row)}>
          {awaitsAnswer(row) ? null : (
            <Chip tone={isBeingAnswered(row) ? 'accent' : 'plain'}>
              {row.answer ? t(`questions.answer.${row.answer}`) : t(`questions.status.${row.status}`)}
            </Chip>
          )}
          {row.edited ? <span>{t('questions.edited')}</span> : null}
        </QuestionMeta>
      </div>
      <SupportToggle row={row} />
    </article>
  )
}
