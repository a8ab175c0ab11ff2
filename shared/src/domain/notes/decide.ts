/** Points are written down, changed and taken out by whoever keeps the record; never over what another has written meanwhile. */
import { Map as Table } from 'immutable'
import type { NoteId } from '../../contract/ids.ts'
import type { About, Note, NoteEvents, NotesState, noteCommands } from '../../contract/notes.ts'
import type { Decide, Event, Evolve, State } from '../../contract/registry.ts'
import { accept, type Decision, nothing, reject } from '../../kernel/decision.ts'
import { moderator } from '../questions/moderate.ts'

export const noNotes: NotesState = { all: Table() }

export const notesDecide: Decide<typeof noteCommands> = {
  'notes.add': (state, { text, tag, segment, about }, { actor, at, id }) => {
    if (!knows(state, tag)) return reject('no-such-tag')
    if (segment !== null && !state.agenda.segments.some((planned) => planned.id === segment)) return reject('no-such-segment')
    if (about?.kind === 'turn' && !hasTurn(state, about)) return reject('no-such-turn')
    if (about?.kind === 'question' && !state.questions.all.has(about.question)) return reject('no-such-question')
    const note: Note = { id: id as string as NoteId, text, tag, segment, about, by: moderator(actor), at, version: 0, edited: null }
    return accept<Event>({ type: 'notes.added', data: { note } })
  },
  'notes.edit': (state, { note, text, tag, expectedVersion }, { actor }) =>
    unchanged(state, note, expectedVersion, (there) => {
      if (there.text === text && there.tag === tag) return nothing
      if (!knows(state, tag)) return reject('no-such-tag')
      return accept<Event>({ type: 'notes.edited', data: { note, text, tag, by: moderator(actor) } })
    }),
  'notes.remove': (state, { note, expectedVersion }) =>
    unchanged(state, note, expectedVersion, () => accept<Event>({ type: 'notes.removed', data: { note } })),
}

const knows = ({ session }: State, tag: string | null): boolean => tag === null || session.plan.notes.tags.includes(tag)

const hasTurn = ({ floor }: State, { turn }: Extract<About, { kind: 'turn' }>): boolean =>
  floor.current?.id === turn || floor.interrupted?.id === turn || floor.past.some(({ id }) => id === turn)

const unchanged = (state: State, id: NoteId, version: number, decide: (note: Note) => Decision<Event>): Decision<Event> => {
  const note = state.notes.all.get(id)
  if (!note) return reject('no-such-note')
  return note.version === version ? decide(note) : reject('moved-on')
}

export const notesEvolve: Evolve<NotesState, NoteEvents> = {
  'notes.added': ({ all }, { note }) => ({ all: all.set(note.id, note) }),
  'notes.edited': ({ all }, { note, text, tag, by }, at) => {
    const there = all.get(note)
    return there ? { all: all.set(note, { ...there, text, tag, version: there.version + 1, edited: { by, at } }) } : { all }
  },
  'notes.removed': ({ all }, { note }) => ({ all: all.delete(note) }),
}
