/** Published questions with support. What is new, and a new order, waits behind a button, so that nothing moves under the finger. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { bySupport, type Listed, withStatus } from '../question-lists.ts'
import { QuestionMeta } from '../question-meta.tsx'
import styles from '../questions.module.css'
import { Refusal } from '../refusal.tsx'
import { useListed } from '../use-questions.ts'
import { type HeldList, heldList, restsOn } from './stable-list.ts'
import { SupportToggle } from './support-toggle.tsx'

/** Open ones first; what is over stays to be read. */
const inOrder = (rows: readonly Listed[]): readonly QuestionId[] =>
  [...bySupport(withStatus(rows, 'approved', 'answering')), ...bySupport(withStatus(rows, 'answered', 'not-reached'))].map(({ id }) => id)

const useHeld = (rows: readonly Listed[]): HeldList<QuestionId> & { readonly bring: () => void } => {
  const present = inOrder(rows)
  const [atRest, rest] = useState(present)
  const now = restsOn(atRest, present)
  if (now !== atRest && now.length + atRest.length > 0) rest(now)
  return { ...heldList(now, present), bring: () => rest(present) }
}

export const QuestionList = () => {
  const { t } = useText()
  const rows = useListed()
  const { shown, fresh, behind, bring } = useHeld(rows)
  const title = useRef<HTMLHeadingElement>(null)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (
    <>
      <div className={styles.listHead}>
        <h3 className={styles.order} ref={title} tabIndex={-1}>
          {shown.length === 0 ? t('questions.none') : t('questions.order')}
        </h3>
        {behind ? (
          <Button
            look="quiet"
            size="inline"
            icon="up"
            onClick={() => {
              bring()
              // The button goes with what it has brought; whoever pressed it is then at the head of the list.
              title.current?.focus({ preventScroll: true })
            }}
          >
            {fresh > 0 ? t('questions.new', { n: fresh }) : t('questions.reorder')}
          </Button>
        ) : null}
      </div>
      {shown.map(({ id }) => (
        <QuestionItem key={id} row={byId.get(id)} />
      ))}
      <Refusal of={['questions.support', 'questions.unsupport']} />
    </>
  )
}

/** One that is shown no longer leaves its place as high as it was, and nothing of its words. */
const QuestionItem = ({ row }: { row: Listed | undefined }) => {
  const { t } = useText()
  const item = useRef<HTMLElement>(null)
  const height = useRef<number>(undefined)
  // Looked at before the page changes: focus must not go with what had it.
  const hadFocus = row === undefined && (item.current?.contains(document.activeElement) ?? false)
  useLayoutEffect(() => {
    if (row) height.current = item.current?.offsetHeight
    else if (hadFocus) item.current?.focus({ preventScroll: true })
  })
  if (!row) {
    return (
      <article className={styles.item} ref={item} tabIndex={-1} style={{ minBlockSize: height.current }}>
        <p className={styles.small}>{t('questions.gone')}</p>
      </article>
    )
  }
  return (
    <article className={styles.item} ref={item}>
      <div>
        <p className={styles.text} dir="auto">
          {row.text}
        </p>
        <QuestionMeta row={row} groups={row.status === 'approved'}>
          {row.status === 'approved' ? null : (
            <Chip tone={row.status === 'answering' ? 'accent' : 'plain'}>
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
