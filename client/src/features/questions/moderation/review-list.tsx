/** What waits for a decision, driven from the keyboard: one tab stop, arrows, and a letter for each decision. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { outcomeWords } from '../outcome-text.ts'
import type { Listed } from '../question-lists.ts'
import { useLostRow } from '../use-lost-row.ts'
import { Bulk } from './bulk-approve.tsx'
import { deskKeyOf, placeAfter } from './moderation-keys.ts'
import styles from './moderation-workplace.module.css'
import { From } from './question-origin.tsx'
import written from './question-text.module.css'
import { PageTurner, usePages } from './use-pages.tsx'
import type { Selection } from './use-selection.ts'

export type Deciding = 'approve' | 'hold' | 'decline'

type ReviewListProps = {
  labelledBy: string
  rows: readonly Listed[]
  at: QuestionId | null
  /** Whether the one under review is what is shown beside the list. */
  shown: boolean
  selection: Selection
  onOpen: (id: QuestionId) => void
  onKey: (deciding: Deciding) => void
  onTouch: () => void
}

export const ReviewList = ({ labelledBy, rows, at, shown, selection, onOpen, onKey, onTouch }: ReviewListProps) => {
  const { t } = useText()
  const list = useRef<HTMLUListElement>(null)
  const place = rows.findIndex(({ id }) => id === at)
  const pages = usePages(rows, Math.max(0, place), at)
  const stop = pages.page.some(({ id }) => id === at) ? at : (pages.page[0]?.id ?? null)
  const kept = useLostRow(list, labelledBy)
  const onKeyDown = (event: KeyboardEvent) => {
    const key = deskKeyOf(event)
    if (key === null || event.nativeEvent.isComposing) return
    const from = rows.findIndex(({ id }) => id === rowOf(event.target))
    const to = placeAfter(key, from, rows.length)
    event.preventDefault()
    if (to === null) {
      if (rows[from]?.id === at) onKey(key as Deciding)
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
      <Bulk shown={pages.page.filter(({ status }) => status === 'pending').map(({ id }) => id)} selection={selection} />
      <ul
        ref={list}
        className={styles.scroll}
        aria-labelledby={labelledBy}
        onKeyDown={onKeyDown}
        onKeyDownCapture={onTouch}
        onPointerDown={onTouch}
        onFocus={kept.onFocus}
        onBlur={kept.onBlur}
      >
        {pages.page.map((row) => (
          <li key={row.id} data-row={row.id} className={styles.row}>
            {row.status === 'pending' ? (
              <input
                type="checkbox"
                className={styles.check}
                tabIndex={row.id === stop ? 0 : -1}
                aria-label={t('questions.desk.select', { text: row.text })}
                checked={selection.chosen.has(row.id)}
                onChange={(event) => {
                  const reaching = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey
                  selection.choose(row.id, event.currentTarget.checked, reaching)
                }}
              />
            ) : (
              <span />
            )}
            <button
              type="button"
              className={styles.pick}
              tabIndex={row.id === stop ? 0 : -1}
              aria-current={(shown && row.id === at) || undefined}
              onClick={() => onOpen(row.id)}
            >
              <span className={written.text} dir="auto">
                {row.text}
              </span>
              <From row={row}>{row.status === 'pending' ? null : <State row={row} />}</From>
            </button>
          </li>
        ))}
      </ul>
      <PageTurner {...pages} />
    </>
  )
}

const State = ({ row }: { row: Listed }) => {
  const { t } = useText()
  return <Chip tone={row.status === 'on-hold' ? 'warn' : 'plain'}>{outcomeWords(t, row)}</Chip>
}

const rowOf = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined

/** On the same page at once; on another, it gets the focus when it has been drawn. */
const focusRow = (list: RefObject<HTMLElement | null>, id: QuestionId): void => {
  list.current?.querySelector<HTMLElement>(`[data-row="${id}"] button`)?.focus()
}
