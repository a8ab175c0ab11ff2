/** All that happened in a part. It stays where it is read; only at its end it goes on by itself. */
import { useEffect, useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import type { PointActs } from '../edit/note-row.tsx'
import { keyOf, type Target, targetOf } from '../note-list.ts'
import styles from '../notes.module.css'
import type { Turn } from '../turns.ts'
import type { Entry } from './timeline-entries.ts'
import { EntryRow } from './timeline-entry-row.tsx'

type ListProps = {
  entries: readonly Entry[]
  /** Whoever has the floor. */
  now: Turn | null
  onAim: (target: Target) => void
  acts: PointActs
}

/** So near the end it is the end. */
const near = 24

export const EntryList = ({ entries, now, onAim, acts }: ListProps) => {
  const { t } = useText()
  const list = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const last = entries.at(-1)
  const end = `${last?.key} ${last?.points.length}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the end has grown, and at no other time
  useEffect(() => {
    const box = list.current
    if (box && atEnd.current && !box.contains(document.activeElement)) box.scrollTop = box.scrollHeight
  }, [end])
  // The part as a whole is there to be written for, and shown once something is.
  const shown = entries.filter(({ target, points }) => target.about !== null || points.length > 0)
  const nowKey = now ? keyOf(targetOf(now).about) : null
  return (
    <div
      ref={list}
      className={styles.list}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        atEnd.current = scrollTop + clientHeight >= scrollHeight - near
      }}
    >
      <ul>
        {shown.map((entry) => (
          <EntryRow
            key={entry.key}
            entry={entry}
            speaks={entry.key === nowKey && entry.turn?.id === now?.id}
            onAim={() => onAim(entry.target)}
            acts={acts}
          />
        ))}
      </ul>
      {shown.length === 0 ? <p className={styles.empty}>{t('notes.empty')}</p> : null}
    </div>
  )
}
