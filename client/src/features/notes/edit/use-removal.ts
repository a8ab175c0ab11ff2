/** Removing notes. The user can undo it for a few seconds, and only then is the command sent. */
import type { NoteId } from '@rostrum/shared/contract/ids'
import { useEffect, useRef, useState } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import type { ListedNote } from '../note-list.ts'

const undoMs = 6000

/** `going`: the command was sent but is not answered yet. */
type RemovalStatus = 'leaving' | 'going'

export type NoteRemoval = {
  readonly getStatus: (id: NoteId) => RemovalStatus | null
  readonly remove: (point: Pick<ListedNote, 'id' | 'version'>) => void
  readonly takeBack: (id: NoteId) => void
}

type ScheduledRemoval = { readonly version: number; readonly timer: ReturnType<typeof setTimeout> }

export const useRemoval = (): NoteRemoval => {
  const send = useSend('note-remove')
  const waiting = useRef(new Map<NoteId, ScheduledRemoval>())
  const [statuses, setStatuses] = useState<ReadonlyMap<NoteId, RemovalStatus>>(new Map())
  const setStatus = (id: NoteId, status: RemovalStatus | null) =>
    setStatuses((before) => new Map([...before].filter(([one]) => one !== id).concat(status === null ? [] : [[id, status]])))
  const sendRemoval = (id: NoteId) => {
    const version = waiting.current.get(id)?.version ?? 0
    waiting.current.delete(id)
    return send({ type: 'notes.remove', data: { note: id, expectedVersion: version } })
  }
  const latest = useRef(sendRemoval)
  useEffect(() => {
    latest.current = sendRemoval
  })
  useEffect(() => {
    const all = waiting.current
    // Leaving the workplace confirms the removal.
    return () => {
      for (const [id, { timer }] of [...all]) {
        clearTimeout(timer)
        void latest.current(id)
      }
    }
  }, [])
  const remove = ({ id, version }: Pick<ListedNote, 'id' | 'version'>) => {
    const timer = setTimeout(() => {
      setStatus(id, 'going')
      // If the server refuses, the note comes back.
      void latest.current(id).then(() => setStatus(id, null))
    }, undoMs)
    waiting.current.set(id, { version, timer })
    setStatus(id, 'leaving')
  }
  const takeBack = (id: NoteId) => {
    clearTimeout(waiting.current.get(id)?.timer)
    waiting.current.delete(id)
    setStatus(id, null)
  }
  return { getStatus: (id) => statuses.get(id) ?? null, remove, takeBack }
}
