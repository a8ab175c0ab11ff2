/** Points as they are listed: under the turn, the question or the part of the agenda that they belong to. */

import type { NoteId, SegmentId } from '@rostrum/shared/contract/ids'
import type { About } from '@rostrum/shared/contract/notes'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { NoteView } from '@rostrum/shared/projection/notes'
import type { View } from '@rostrum/shared/projection/registry'
import type { Pending } from '../../session/outbox.ts'
import type { Turn } from './turns.ts'

/** What a point is written for. */
export type Target = { readonly segment: SegmentId | null; readonly about: About | null }
export type Point = Pick<NoteView, 'text' | 'tag' | 'segment' | 'about' | 'at' | 'version'> & {
  readonly id: NoteId
  /** Pressed and not answered. */
  readonly unsent?: Pending['standing']
}

export const inOrder = (points: readonly Point[]): readonly Point[] => [...points].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

/** Those that the session has, and those that it will have. */
export const pointsIn = (notes: View['notes'] = {}, pending: readonly Pending[] = []): readonly Point[] => {
  const kept = Object.entries(notes).flatMap(([id, note]) => (note ? [{ ...note, id: id as NoteId }] : []))
  return inOrder([...kept, ...pending.flatMap(unsentIn).filter(({ id }) => notes[id] === undefined)])
}

const unsentIn = ({ envelope, pressedAt, standing }: Pending): readonly Point[] =>
  envelope.type === 'notes.add'
    ? [{ ...envelope.data, id: envelope.id as string as NoteId, at: pressedAt as Instant, version: 0, unsent: standing }]
    : []

/** The same for the same thing. */
export const keyOf = (about: About | null): string =>
  about === null ? 'part' : about.kind === 'turn' ? `turn-${about.turn}` : `question-${about.question}`

export const sameTarget = (a: Target, b: Target): boolean => a.segment === b.segment && keyOf(a.about) === keyOf(b.about)

/** What is said in a turn belongs to it; what is said on a question, to the question. */
export const targetOf = ({ id, segment, question }: Turn): Target => ({
  segment,
  about: question === null ? { kind: 'turn', turn: id } : { kind: 'question', question },
})

/** By part of the agenda. */
export const countsIn = (points: readonly Point[]): ReadonlyMap<SegmentId | null, number> => {
  const counts = new Map<SegmentId | null, number>()
  for (const { segment } of points) counts.set(segment, (counts.get(segment) ?? 0) + 1)
  return counts
}
