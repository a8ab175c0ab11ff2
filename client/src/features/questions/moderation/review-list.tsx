/** Questions that wait for a decision, with keyboard control: one tab stop, arrows, and a letter for each decision. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import { canBeHeld } from '@rostrum/shared/contract/question-statuses'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Written } from '../../../ui/written.tsx'
import { useRowFocus } from '../../../widgets/use-row-focus.ts'
import type { ListedQuestion } from '../question-lists.ts'
import { SelectShown } from './bulk-bar.tsx'
import { computeNextIndex, getModerationKey } from './moderation-keys.ts'
import styles from './moderation-workplace.module.css'
import { QuestionOrigin } from './question-origin.tsx'
import written from './question-text.module.css'
import { StatusChip } from './status-chip.tsx'
import { PageTurner, pageSizes, usePages } from './use-pages.tsx'
import type { QuestionSelection } from './use-selection.ts'

export type ReviewDecision = 'approve' | 'hold' | 'decline'

type ReviewListProps = {
  labelledBy: string
  rows: readonly ListedQuestion[]
  currentId: QuestionId | null
  /** True if the question under review is shown next to the list. */
  isReviewShown: boolean
  selection: QuestionSelection
  onOpen: (id: QuestionId) => void
  onKey: (deciding: ReviewDecision) => void
  onTouch: () => void
}

export const ReviewList = ({ labelledBy, rows, currentId, isReviewShown, selection, onOpen, onKey, onTouch }: ReviewListProps) => {
  const { t } = useText()
  const list = useRef<HTMLUListElement>(null)
  const index = rows.findIndex(({ id }) => id === currentId)
  const pages = usePages(rows, Math.max(0, index), currentId, pageSizes.review)
  const tabStop = pages.page.some(({ id }) => id === currentId) ? currentId : (pages.page[0]?.id ?? null)
  const rowFocus = useRowFocus(list)
  const onKeyDown = (event: KeyboardEvent) => {
    const key = getModerationKey(event)
    if (key === null || event.nativeEvent.isComposing) return
    const from = rows.findIndex(({ id }) => id === findRowId(event.target))
    const to = computeNextIndex(key, from, rows.length)
    event.preventDefault()
    if (to === null) {
      if (rows[from]?.id === currentId) onKey(key as ReviewDecision)
      return
    }
    const next = rows[to]
    if (!next) return
    if (event.shiftKey && rows[from]) selection.chooseAll([rows[from].id, next.id], true)
    focusRow(list, next.id)
    onOpen(next.id)
  }
  return (
    <>
      <SelectShown shown={pages.page.filter(canBeHeld).map(({ id }) => id)} selection={selection} />
      <ul
        ref={list}
        className="scroll"
        aria-labelledby={labelledBy}
        onKeyDown={onKeyDown}
        onKeyDownCapture={onTouch}
        onPointerDown={onTouch}
        onFocus={rowFocus.onFocus}
        onBlur={rowFocus.onBlur}
      >
        {pages.page.map((row) => (
          <li key={row.id} data-row={row.id} className={styles.row}>
            {canBeHeld(row) ? (
              <input
                type="checkbox"
                className={styles.check}
                tabIndex={row.id === tabStop ? 0 : -1}
                aria-label={t('questions.moderation.select', { text: row.text })}
                checked={selection.chosen.has(row.id)}
                onChange={(event) => {
                  const isRange = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey
                  selection.choose(row.id, event.currentTarget.checked, isRange)
                }}
              />
            ) : (
              <span />
            )}
            <button
              type="button"
              className={styles.pick}
              title={row.text}
              tabIndex={row.id === tabStop ? 0 : -1}
              aria-current={(isReviewShown && row.id === currentId) || undefined}
              onClick={() => onOpen(row.id)}
            >
              <Written as="span" className={written.text}>
                {row.text}
              </Written>
              <QuestionOrigin row={row}>{canBeHeld(row) ? null : <StatusChip row={row} />}</QuestionOrigin>
            </button>
          </li>
        ))}
      </ul>
      <PageTurner {...pages} />
    </>
  )
}

const findRowId = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined

/** Focuses a row on this page. A row on another page gets the focus once it is rendered. */
const focusRow = (list: RefObject<HTMLElement | null>, id: QuestionId): void => {
  list.current?.querySelector<HTMLElement>(`[data-row="${id}"] button`)?.focus()
}
