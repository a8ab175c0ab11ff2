/** The staff write notes, and say who made each point. A version check prevents them from overwriting each other's changes. */
import type { NoteId } from '../../contract/ids.ts'
import { getSubjectKey, type NoteSubject } from '../../contract/note-subjects.ts'
import type { Note, NoteSentence, noteCommands } from '../../contract/notes.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import { isSameBasis } from '../../contract/sentence-basis.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { toPersonId } from '../actor.ts'

export const noteDeciders: Deciders<typeof noteCommands> = {
  'notes.add': (state, { text, tag, segment, about }, { actor, at, id }) => {
    if (!hasTag(state, tag)) return reject('no-such-tag')
    if (segment !== null && !state.agenda.segments.some((planned) => planned.id === segment)) return reject('no-such-segment')
    const missing = about && findMissing(state, about)
    if (missing) return reject(missing)
    const note: Note = { id: id as string as NoteId, text, tag, segment, about, by: toPersonId(actor), at, version: 0, edited: null }
    return accept<Event>({ type: 'notes.added', data: { note } })
  },
  'notes.edit': (state, { note, text, tag, expectedVersion }, { actor }) =>
    requireVersion(state, note, expectedVersion, (existing) => {
      if (existing.text === text && existing.tag === tag) return noChange
      if (!hasTag(state, tag)) return reject('no-such-tag')
      return accept<Event>({ type: 'notes.edited', data: { note, text, tag, by: toPersonId(actor) } })
    }),
  'notes.set-also': (state, { note, also, expectedVersion }, { actor }) =>
    requireVersion(state, note, expectedVersion, (existing) => {
      const distinct = listDistinct(also).filter((one) => getSubjectKey(one) !== getSubjectKey(existing.about))
      if (areSameSubjects(distinct, existing.also ?? [])) return noChange
      const missing = distinct.map((one) => findMissing(state, one)).find((reason) => reason !== null)
      if (missing) return reject(missing)
      return accept<Event>({ type: 'notes.also-set', data: { note, also: distinct, by: toPersonId(actor) } })
    }),
  'notes.join': (state, { note, into, expectedVersion }, { actor }) =>
    requireVersion(state, note, expectedVersion, (existing) => {
      if ((existing.into ?? null) === into) return noChange
      const host = into === null ? null : state.notes.all.get(into)
      if (host === undefined) return reject('no-such-note')
      // A point has one text. So a note joins only a point, and a note that is joined is taken out first.
      if (host !== null && (host.id === note || host.into !== undefined || existing.into !== undefined)) return reject('already-joined')
      return accept<Event>({ type: 'notes.joined', data: { note, into, by: toPersonId(actor) } })
    }),
  'notes.set-sentence': (state, { note, language, text, basis, expectedText }) => {
    const existing = state.notes.all.get(note)
    if (!existing) return reject('no-such-note')
    const current = existing.sentences?.[language] ?? null
    if ((current?.text ?? null) !== expectedText) return reject('conflict')
    const sentence = text === null ? null : { text, basis }
    if (isSameSentence(current, sentence)) return noChange
    return accept<Event>({ type: 'notes.sentence-set', data: { note, language, sentence } })
  },
  'notes.remove': (state, { note, expectedVersion }) =>
    requireVersion(state, note, expectedVersion, () => accept<Event>({ type: 'notes.removed', data: { note } })),
}

/** A sentence that is accepted again for a point that has changed is another one. */
const isSameSentence = (one: NoteSentence | null, other: NoteSentence | null): boolean =>
  one === null || other === null ? one === other : one.text === other.text && isSameBasis(one.basis, other.basis)

const hasTag = ({ session }: State, tag: string | null): boolean => tag === null || session.plan.notes.tags.includes(tag)

const findMissing = (state: State, about: NoteSubject): 'no-such-turn' | 'no-such-statement' | 'no-such-question' | null => {
  switch (about.kind) {
    case 'turn':
      return hasTurn(state, about) ? null : 'no-such-turn'
    case 'statement':
      return state.statements.all.some(({ id }) => id === about.statement) ? null : 'no-such-statement'
    default:
      return state.questions.all.has(about.question) ? null : 'no-such-question'
  }
}

const listDistinct = (all: readonly NoteSubject[]): readonly NoteSubject[] => [
  ...new Map(all.map((one) => [getSubjectKey(one), one])).values(),
]

const areSameSubjects = (some: readonly NoteSubject[], others: readonly NoteSubject[]): boolean =>
  some.map(getSubjectKey).join() === others.map(getSubjectKey).join()

const hasTurn = ({ floor }: State, { turn }: Extract<NoteSubject, { kind: 'turn' }>): boolean =>
  floor.current?.id === turn || floor.interrupted?.id === turn || floor.past.some(({ id }) => id === turn)

const requireVersion = (state: State, id: NoteId, version: number, decide: (note: Note) => EventDecision): EventDecision => {
  const note = state.notes.all.get(id)
  if (!note) return reject('no-such-note')
  return note.version === version ? decide(note) : reject('conflict')
}
