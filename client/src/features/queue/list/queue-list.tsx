/** The rows of the floor list, and the dialogs of what is done with them. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { Fragment, useMemo, useRef, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { reasonWords } from '../../../text/position-cause-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { CutLine } from '../../../ui/speaker-row.tsx'
import { useCalm } from '../../../ui/use-stable-while-touched.ts'
import { QueueRow } from './queue-row.tsx'
import type { RowActs } from './row-actions.ts'
import { type Asked, RowDialog } from './row-dialog.tsx'
import { useMoving } from './use-move.ts'
import { useRowKeys } from './use-row-keys.ts'

/** `heard`: how many will be; the rest stands below the line that `cut` words. */
export const FloorList = ({ heard, cut }: { heard: number; cut: string }) => {
  const { t } = useText()
  const entries = useView((view) => view.entries)
  const { overtakes, next } = useView((view) => view.list)
  const list = useRef<HTMLOListElement>(null)
  const { shown: line, touched, released } = useCalm(useView((view) => view.line))
  const moving = useMoving()
  const shift = (entry: EntryId, step: -1 | 1) => {
    released()
    moving.by(entry, step)
  }
  const { stopIn, handlers } = useRowKeys(list, { touched, shift })
  const [asked, setAsked] = useState<Asked | null>(null)
  const acts = useLasting({ ask: (what, entry) => setAsked({ what, entry }), move: shift })
  const placed = line.filter(({ entry }) => entries[entry])
  const held = (Object.keys(entries) as EntryId[]).filter((id) => entries[id]?.desk?.held && entries[id]?.kind === 'intervention')
  const stop = stopIn([...placed.map(({ entry }) => entry), ...held])
  return (
    <>
      <ol ref={list} aria-label={t('queue.title')} {...handlers}>
        {placed.map((place, index) => {
          const row = entries[place.entry]
          return row ? (
            <Fragment key={place.entry}>
              {index === heard ? <CutLine count={t('queue.notHeard', { n: placed.length - heard })}>{cut}</CutLine> : null}
              <QueueRow
                id={place.entry}
                row={row}
                number={index + 1}
                index={index}
                why={reasonWords(t, place, overtakes)}
                next={place.entry === next}
                after={index >= heard}
                stop={place.entry === stop}
                acts={acts}
              />
            </Fragment>
          ) : null
        })}
        {held.map((id) => {
          const row = entries[id]
          return row ? (
            <QueueRow key={id} id={id} row={row} number={null} index={null} why={t('queue.why.held')} stop={id === stop} acts={acts} />
          ) : null
        })}
      </ol>
      {asked === null ? null : <RowDialog asked={asked} onMoved={released} onClose={() => setAsked(null)} />}
    </>
  )
}

/** The same object for as long as the list lives, so that rows which have not changed are not drawn again. */
const useLasting = (acts: RowActs): RowActs => {
  const latest = useRef(acts)
  latest.current = acts
  return useMemo(
    () => ({
      ask: (what, entry) => latest.current.ask(what, entry),
      move: (entry, step) => latest.current.move(entry, step),
    }),
    [],
  )
}
