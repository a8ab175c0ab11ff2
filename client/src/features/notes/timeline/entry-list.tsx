/** All entries of a segment. The scroll position stays while the user reads; at the end the list follows new entries. */
import { getSubjectKey } from '@rostrum/shared/contract/note-subjects'
import { useEffect, useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import type { NoteActions } from '../edit/note-row.tsx'
import { getTurnTarget, type NoteTarget } from '../note-list.ts'
import styles from '../notes.module.css'
import type { NoteTurn } from '../turns.ts'
import type { TimelineEntry } from './timeline-entries.ts'
import { TimelineEntryRow } from './timeline-entry-row.tsx'

type EntryListProps = {
  entries: readonly TimelineEntry[]
  /** The turn that has the floor. */
  currentTurn: NoteTurn | null
  onAddNote: (target: NoteTarget) => void
  actions: NoteActions
}

/** Within this distance the list counts as scrolled to its end. */
const nearEndPx = 24

export const EntryList = ({ entries, currentTurn, onAddNote, actions }: EntryListProps) => {
  const { t } = useText()
  const list = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const last = entries.at(-1)
  const end = `${last?.key} ${last?.points.length}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the last entry has grown
  useEffect(() => {
    const box = list.current
    if (box && atEnd.current && !box.contains(document.activeElement)) box.scrollTop = box.scrollHeight
  }, [end])
  // The entry for the whole segment is a possible subject, but it is shown only if it has notes.
  const visible = entries.filter(({ target, points }) => target.about !== null || points.length > 0)
  const nowKey = currentTurn ? getSubjectKey(getTurnTarget(currentTurn).about) : null
  return (
    <div
      ref={list}
      className={styles.list}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        atEnd.current = scrollTop + clientHeight >= scrollHeight - nearEndPx
      }}
    >
      <ul>
        {visible.map((entry) => (
          <TimelineEntryRow
            key={entry.key}
            entry={entry}
            isSpeaking={entry.key === nowKey && entry.turn?.id === currentTurn?.id}
            onAddNote={() => onAddNote(entry.target)}
            actions={actions}
          />
        ))}
      </ul>
      {visible.length === 0 ? <p className={styles.empty}>{t('notes.empty')}</p> : null}
    </div>
  )
}
