import type { Note } from '@rostrum/shared/contract/notes'
import type { Author } from '@rostrum/shared/contract/questions'
import type { Speaker } from '@rostrum/shared/contract/queue'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import type { RecordTimes } from './times.ts'

/** Builds the notes in the order in which they were written, each with the person who said it. */
export const buildNotes = (state: State, { toIso }: RecordTimes): SessionRecord['notes'] =>
  [...state.notes.all.values()]
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((note) => {
      const { id, segment, tag, text, about, at } = note
      const speaker = findSpeaker(state, note)
      return {
        id,
        segment,
        tag,
        text,
        turn: about?.kind === 'turn' ? about.turn : null,
        question: about?.kind === 'question' ? about.question : null,
        entity: speaker?.entity ?? null,
        group: speaker?.group ?? null,
        at: toIso(at),
      }
    })

function findSpeaker({ floor, questions }: State, { about }: Note): Speaker | Author | null {
  if (about === null) return null
  if (about.kind === 'question') return questions.all.get(about.question)?.author ?? null
  const running = [floor.current, floor.interrupted].find((turn) => turn?.id === about.turn)
  return running?.entry?.speaker ?? floor.past.find(({ id }) => id === about.turn)?.speaker ?? null
}
