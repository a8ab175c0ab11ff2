/** The staff add, edit and remove notes. A version check prevents them from overwriting each other's changes. */
import type { NoteId } from '../../contract/ids.ts'
import type { Note, NoteSubject, noteCommands } from '../../contract/notes.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { toPersonId } from '../actor.ts'

export const noteDeciders: Deciders<typeof noteCommands> = {
  'notes.add': (state, { text, tag, segment, about }, { actor, at, id }) => {
    if (!hasTag(state, tag)) return reject('no-such-tag')
    if (segment !== null && !state.agenda.segments.some((planned) => planned.id === segment)) return reject('no-such-segment')
    if (about?.kind === 'turn' && !hasTurn(state, about)) return reject('no-such-turn')
    if (about?.kind === 'question' && !state.questions.all.has(about.question)) return reject('no-such-question')
    const note: Note = { id: id as string as NoteId, text, tag, segment, about, by: toPersonId(actor), at, version: 0, edited: null }
    return accept<Event>({ type: 'notes.added', data: { note } })
  },
  'notes.edit': (state, { note, text, tag, expectedVersion }, { actor }) =>
    requireVersion(state, note, expectedVersion, (existing) => {
      if (existing.text === text && existing.tag === tag) return noChange
      if (!hasTag(state, tag)) return reject('no-such-tag')
      return accept<Event>({ type: 'notes.edited', data: { note, text, tag, by: toPersonId(actor) } })
    }),
  'notes.remove': (state, { note, expectedVersion }) =>
    requireVersion(state, note, expectedVersion, () => accept<Event>({ type: 'notes.removed', data: { note } })),
}

const hasTag = ({ session }: State, tag: string | null): boolean => tag === null || session.plan.notes.tags.includes(tag)

const hasTurn = ({ floor }: State, { turn }: Extract<NoteSubject, { kind: 'turn' }>): boolean =>
  floor.current?.id === turn || floor.interrupted?.id === turn || floor.past.some(({ id }) => id === turn)

const requireVersion = (state: State, id: NoteId, version: number, decide: (note: Note) => EventDecision): EventDecision => {
  const note = state.notes.all.get(id)
  if (!note) return reject('no-such-note')
  return note.version === version ? decide(note) : reject('conflict')
}
