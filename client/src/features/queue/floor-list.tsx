/** The rows of the floor list: one tab stop, arrows move, Enter opens what can be done. */
import type { EntryId } from '@rostrum/shared/kernel/ids'
import { Fragment, type KeyboardEvent, useRef, useState } from 'react'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { CutLine } from '../../ui/list-row.tsx'
import styles from './queue.module.css'
import { QueueRow } from './queue-row.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { useCalm } from './use-calm.ts'

/** `heard`: how many will be; the rest stands below the line that `cut` words. */
export const FloorList = ({ heard, cut }: { heard: number; cut: string }) => {
  const { t } = useText()
  const entries = useView((view) => view.entries)
  const list = useRef<HTMLOListElement>(null)
  const { shown: line, touched } = useCalm(useView((view) => view.line))
  const [removing, setRemoving] = useState<EntryId | null>(null)
  const [stop, setStop] = useState<string | null>(null)
  const placed = line.filter(({ entry }) => entries[entry])
  const held = (Object.keys(entries) as EntryId[]).filter((id) => entries[id]?.desk?.held && entries[id]?.kind === 'intervention')
  const ids = [...placed.map(({ entry }) => entry), ...held]
  const tabStop = ids.find((id) => id === stop) ?? ids[0]
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    touched()
    // The rows inside take the focus; in an open menu it is elsewhere.
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    if (!row) return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const to = targetOf(event.key, rows.indexOf(row), rows.length)
    const opens = event.key === 'Enter' && row === document.activeElement
    if (opens) row.querySelector('button')?.click()
    if (!opens && to === null) return
    event.preventDefault()
    event.stopPropagation()
    if (to !== null) rows[to]?.focus()
  }
  return (
    <>
      <ol
        ref={list}
        className={styles.rows}
        aria-label={t('queue.title')}
        onKeyDownCapture={onKeyDown}
        onPointerDown={touched}
        onFocus={({ target }) => setStop(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null)}
      >
        {placed.map((place, index) => {
          const row = entries[place.entry]
          return row ? (
            <Fragment key={place.entry}>
              {index === heard ? <CutLine count={t('queue.notHeard', { n: placed.length - heard })}>{cut}</CutLine> : null}
              <QueueRow
                id={place.entry}
                row={row}
                place={place}
                index={index}
                after={index >= heard}
                stop={place.entry === tabStop}
                onRemove={setRemoving}
              />
            </Fragment>
          ) : null
        })}
        {held.map((id) => {
          const row = entries[id]
          return row ? (
            <QueueRow key={id} id={id} row={row} place={null} index={-1} after={false} stop={id === tabStop} onRemove={setRemoving} />
          ) : null
        })}
      </ol>
      {removing === null ? null : <RemoveDialog entry={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}

const targetOf = (key: string, from: number, count: number): number | null => {
  if (key === 'ArrowDown') return Math.min(count - 1, from + 1)
  if (key === 'ArrowUp') return Math.max(0, from - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
