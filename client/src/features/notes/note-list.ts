/** Notes in lists: under the turn, the question or the segment that they belong to. */

import type { NoteId, SegmentId } from '@rostrum/shared/contract/ids'
import { getSubjectKey, type NoteSubject } from '@rostrum/shared/contract/note-subjects'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { NoteView } from '@rostrum/shared/projection/notes'
import type { View } from '@rostrum/shared/projection/registry'
import type { PendingCommand } from '../../session/outbox.ts'
import type { NoteTurn } from './turns.ts'

/** The subject of a note. */
export type NoteTarget = { readonly segment: SegmentId | null; readonly about: NoteSubject | null }
export type ListedNote = Pick<NoteView, 'text' | 'tag' | 'segment' | 'about' | 'also' | 'into' | 'at' | 'version'> & {
  /** Null for one's own note that is not stored yet. */
  readonly by: NoteView['by'] | null
  readonly edited: NoteView['edited']
  readonly id: NoteId
  /** Sent but not answered yet. */
  readonly pendingStatus?: PendingCommand['status']
}

export const sortNotes = (notes: readonly ListedNote[]): readonly ListedNote[] =>
  [...notes].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

/** Lists the stored notes and the pending ones. */
export const listNotes = (notes: View['notes'] = {}, pending: readonly PendingCommand[] = []): readonly ListedNote[] => {
  const stored = Object.entries(notes).flatMap(([id, note]) => (note ? [{ ...note, id: id as NoteId }] : []))
  return sortNotes([...stored, ...pending.flatMap(toUnsentNote).filter(({ id }) => notes[id] === undefined)])
}

const toUnsentNote = ({ envelope, pressedAt, status }: PendingCommand): readonly ListedNote[] =>
  envelope.type === 'notes.add'
    ? [
        {
          ...envelope.data,
          id: envelope.id as string as NoteId,
          by: null,
          at: pressedAt as Instant,
          version: 0,
          edited: null,
          pendingStatus: status,
        },
      ]
    : []

export const isSameTarget = (a: NoteTarget, b: NoteTarget): boolean =>
  a.segment === b.segment && getSubjectKey(a.about) === getSubjectKey(b.about)

/** A note written in a turn belongs to that turn. While a question is answered it belongs to the answer, and not to the person who asked. */
export const getTurnTarget = ({ id, segment, question }: NoteTurn): NoteTarget => ({
  segment,
  about: question === null ? { kind: 'turn', turn: id } : { kind: 'answer-to', question },
})

/** Counts the notes of each segment. */
export const countBySegment = (notes: readonly ListedNote[]): ReadonlyMap<SegmentId | null, number> => {
  const counts = new Map<SegmentId | null, number>()
  for (const { segment } of notes) counts.set(segment, (counts.get(segment) ?? 0) + 1)
  return counts
}
