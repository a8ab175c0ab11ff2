/** The rows of the list of speakers, and the dialogs of their actions. Only the visible part of a long list is drawn. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { getEntryRule } from '@rostrum/shared/contract/kinds'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { Millis } from '@rostrum/shared/kernel/time'
import { memo, type ReactNode, useMemo, useRef, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { getPositionCauseText } from '../../../text/position-cause-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { TimeLimitLine } from '../../../ui/speaker-row.tsx'
import { type RowWindow, useRowWindow } from '../../../ui/use-row-window.ts'
import { useStableWhileTouched } from '../../../ui/use-stable-while-touched.ts'
import { useRankedOrder } from '../../../widgets/ranked-order.ts'
import { useExpectedTimes } from '../forecast/use-expected-times.ts'
import styles from '../queue.module.css'
import { type ListedRow, listQueueRows } from './listed-rows.ts'
import { QueueRow } from './queue-row.tsx'
import type { QueueRowActions } from './row-actions.ts'
import { type OpenRowDialog, RowDialog } from './row-dialog.tsx'
import { useFoundRows } from './use-found-rows.ts'
import { useMove } from './use-move.ts'
import { useRowKeys } from './use-row-keys.ts'

type QueueListProps = {
  /** How many entries will be reached. The others are below a line that shows `cut`. */
  reachedCount: number
  /** The limit for everybody, or the one that is previewed. */
  limit: Millis
  cut: ReactNode
  /** The search text. If empty, all rows are shown. */
  find?: string
}

/** In pixels: a name on one line, and a line below it. */
const rowHeight = 47
const cutLine = 'cut'

export const QueueList = memo(({ limit, reachedCount, cut, find = '' }: QueueListProps) => {
  const { t } = useText()
  const entries = useView((view) => view.entries)
  const { maxOvertakes, next, status } = useView((view) => view.queue)
  const list = useRef<HTMLOListElement>(null)
  const { value: order, onTouch: touched, release: released } = useStableWhileTouched(useRankedOrder())
  const move = useMove()
  const shift = (entry: EntryId, step: -1 | 1) => {
    released()
    move.byStep(entry, step)
  }
  const [openedDialog, setOpenedDialog] = useState<OpenRowDialog | null>(null)
  const actions = useStableActions({ openDialog: (what, entry) => setOpenedDialog({ action: what, entry }), move: shift })
  const rows = useMemo(() => listQueueRows(order, entries), [order, entries])
  const found = useFoundRows(rows, find)
  const ids = useMemo(() => found.map(({ id }) => id), [found])
  const { tabStop, handlers } = useRowKeys(list, ids, { touched, shift })
  const cutAt = found.findIndex(({ index }) => index !== null && index >= reachedCount)
  const keys = useMemo(() => (cutAt < 0 ? ids : [...ids.slice(0, cutAt), cutLine, ...ids.slice(cutAt)]), [ids, cutAt])
  const replies = useMemo(
    () => Object.values(entries).filter((row) => row && getEntryRule(row.kind).waitsIn === 'replies').length,
    [entries],
  )
  const { drawn, listStyle, measure } = useRowWindow(list, keys, {
    rowHeight,
    keep: keys.indexOf(tabStop ?? ''),
    above: `${replies} ${find === ''}`,
  })
  const getExpected = useExpectedTimes(limit)
  const notReached = rows.filter(({ index }) => index !== null).length - reachedCount
  const drawRow = ({ id, row, place, index: rank }: ListedRow, at: number, drawing: DrawnAs) => (
    <QueueRow
      key={id}
      id={id}
      row={row}
      number={rank === null ? null : rank + 1}
      cause={place === null ? t('queue.cause.held') : getPositionCauseText(t, order, rank ?? 0, maxOvertakes)}
      expected={rank === null ? undefined : getExpected(rank)}
      isNext={id === next && !isLastWordGiven(status)}
      isBelowLimit={rank !== null && rank >= reachedCount}
      isTabStop={id === tabStop}
      isMovable={place !== null}
      actions={actions}
      rank={at + 1}
      count={found.length}
      {...drawing}
    />
  )
  return (
    <>
      <p role="status" className={styles.found}>
        {find.trim() === '' ? null : found.length === 0 ? t('give.none') : t('queue.found', { n: found.length, of: rows.length })}
      </p>
      <ol
        ref={list}
        className={classNames(styles.list, rows.length > 99 && styles.hundreds)}
        aria-label={t('queue.title')}
        style={listStyle}
        data-queue
        {...handlers}
      >
        {drawn.map(({ index, gap }) => {
          if (keys[index] === cutLine)
            return (
              <TimeLimitLine key={cutLine} ref={measure} data-index={index} gap={gap} count={t('queue.notHeard', { n: notReached })}>
                {cut}
              </TimeLimitLine>
            )
          const at = cutAt >= 0 && index > cutAt ? index - 1 : index
          const one = found[at]
          return one ? drawRow(one, at, { index, gap, measure }) : null
        })}
      </ol>
      {openedDialog === null ? null : <RowDialog open={openedDialog} onMoved={released} onClose={() => setOpenedDialog(null)} />}
    </>
  )
})

type DrawnAs = { readonly index: number; readonly gap: number; readonly measure: RowWindow['measure'] }

/** The same object for the lifetime of the list, so that unchanged rows do not render again. */
const useStableActions = (actions: QueueRowActions): QueueRowActions => {
  const latest = useRef(actions)
  latest.current = actions
  return useMemo(
    () => ({
      openDialog: (action, entry) => latest.current.openDialog(action, entry),
      move: (entry, step) => latest.current.move(entry, step),
    }),
    [],
  )
}
