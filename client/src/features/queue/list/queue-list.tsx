/** The rows of the list of speakers, and the dialogs of their actions. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { Fragment, useMemo, useRef, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { getPositionCauseText } from '../../../text/position-cause-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { TimeLimitLine } from '../../../ui/speaker-row.tsx'
import { useStableWhileTouched } from '../../../ui/use-stable-while-touched.ts'
import { useRankedOrder } from '../../../widgets/ranked-order.ts'
import { QueueRow } from './queue-row.tsx'
import type { QueueRowActions } from './row-actions.ts'
import { type OpenRowDialog, RowDialog } from './row-dialog.tsx'
import { useMove } from './use-move.ts'
import { useRowKeys } from './use-row-keys.ts'

/** `reachedCount`: how many entries will be reached. The others are below a line with the text `cut`. */
export const QueueList = ({ reachedCount, cut }: { reachedCount: number; cut: string }) => {
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
  const { findTabStop: stopIn, handlers } = useRowKeys(list, { touched, shift })
  const [openedDialog, setOpenedDialog] = useState<OpenRowDialog | null>(null)
  const actions = useStableActions({ openDialog: (what, entry) => setOpenedDialog({ action: what, entry }), move: shift })
  const ordered = order.filter(({ entry }) => entries[entry])
  const held = (Object.keys(entries) as EntryId[]).filter((id) => entries[id]?.staff?.held && entries[id]?.kind === 'intervention')
  const tabStop = stopIn([...ordered.map(({ entry }) => entry), ...held])
  return (
    <>
      <ol ref={list} aria-label={t('queue.title')} {...handlers}>
        {ordered.map((place, index) => {
          const row = entries[place.entry]
          return row ? (
            <Fragment key={place.entry}>
              {index === reachedCount ? (
                <TimeLimitLine count={t('queue.notHeard', { n: ordered.length - reachedCount })}>{cut}</TimeLimitLine>
              ) : null}
              <QueueRow
                id={place.entry}
                row={row}
                number={index + 1}
                index={index}
                cause={getPositionCauseText(t, ordered, index, maxOvertakes)}
                isNext={place.entry === next && !isLastWordGiven(status)}
                isBelowLimit={index >= reachedCount}
                isTabStop={place.entry === tabStop}
                actions={actions}
              />
            </Fragment>
          ) : null
        })}
        {held.map((id) => {
          const row = entries[id]
          return row ? (
            <QueueRow
              key={id}
              id={id}
              row={row}
              number={null}
              index={null}
              cause={t('queue.cause.held')}
              isTabStop={id === tabStop}
              actions={actions}
            />
          ) : null
        })}
      </ol>
      {openedDialog === null ? null : <RowDialog open={openedDialog} onMoved={released} onClose={() => setOpenedDialog(null)} />}
    </>
  )
}

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
