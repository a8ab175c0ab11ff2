import { isAnswer } from '@rostrum/shared/contract/kinds'
import type { NoteSubject } from '@rostrum/shared/contract/note-subjects'
import type { Note } from '@rostrum/shared/contract/notes'
import type { Speaker } from '@rostrum/shared/contract/queue'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { languageIds } from '@rostrum/shared/kernel/wording'
import type { AfterClose } from './after-close.ts'
import { findAnswerer } from './answerer.ts'
import { markNotConfirmed } from './not-confirmed.ts'
import type { RecordTimes } from './times.ts'

type Source = SessionRecord['notes'][number]['sources'][number]
type Said = Pick<Source, 'entity' | 'notConfirmed' | 'group'>

const nobody: Said = { entity: null, group: null }

/** Builds the notes in the order in which they were written, each with everybody who made the point. */
export const buildNotes = (state: State, afterClose: AfterClose, { toIso }: RecordTimes): SessionRecord['notes'] =>
  [...state.notes.all.values()]
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((note) => {
      const { id, segment, tag, text, into = null, at } = note
      const sources = listSubjects(note).flatMap((about) => findSource(state, about) ?? [])
      return { id, segment, tag, text, into, at: toIso(at), afterClose: afterClose.has(id), sources, ...listSentences(note) }
    })

const listSentences = ({ sentences }: Note): Pick<SessionRecord['notes'][number], 'sentences'> =>
  sentences === undefined
    ? {}
    : {
        sentences: languageIds.flatMap((language) => {
          const sentence = sentences[language]
          return sentence ? [{ language, ...sentence }] : []
        }),
      }

const listSubjects = ({ about, also = [] }: Note): readonly NoteSubject[] => [...(about === null ? [] : [about]), ...also]

/** Returns null for a statement that its author has withdrawn. */
function findSource(state: State, about: NoteSubject): Source | null {
  const none = { turn: null, question: null, statement: null }
  switch (about.kind) {
    case 'question':
      return { kind: 'question', ...none, question: about.question, ...pickAuthor(state, state.questions.all.get(about.question)?.author) }
    case 'answer-to':
      return makeAnswer(state, about.question)
    case 'statement': {
      const statement = state.statements.all.find(({ id }) => id === about.statement)
      return statement ? { kind: 'statement', ...none, statement: statement.id, ...pickAuthor(state, statement.author) } : null
    }
    case 'turn': {
      const past = state.floor.past.find(({ id }) => id === about.turn)
      const running = [state.floor.current, state.floor.interrupted].find((turn) => turn?.id === about.turn)
      const { kind, question } = past ?? running ?? { kind: undefined, question: null }
      if (isAnswer(kind) && question !== null) return makeAnswer(state, question)
      return { kind: 'turn', ...none, turn: about.turn, ...pickAuthor(state, running?.entry?.speaker ?? past?.speaker) }
    }
  }
}

function makeAnswer(state: State, question: Parameters<typeof findAnswerer>[1]): Source {
  const { turn, person } = findAnswerer(state, question)
  return { kind: 'answer-to', turn, question, statement: null, ...pickSaid(person) }
}

const pickSaid = (person: Said | null | undefined): Said => (person ? { entity: person.entity, group: person.group } : nobody)

const pickAuthor = (state: State, author: Pick<Speaker, 'person' | 'entity' | 'group'> | null | undefined): Said =>
  author ? { entity: author.entity, ...markNotConfirmed(state, author), group: author.group } : nobody
