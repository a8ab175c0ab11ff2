import type { Note } from '@rostrum/shared/contract/notes'
import type { Author } from '@rostrum/shared/contract/questions'
import type { Speaker } from '@rostrum/shared/contract/queue'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { isoOf } from './times.ts'

/** In the order in which they were written, each with whoever said it. */
export const notesIn = (state: State): SessionRecord['notes'] =>
  [...state.notes.all.values()]
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((note) => {
      const { id, segment, tag, text, about, at } = note
      const by = saidBy(state, note)
      return {
        id,
        segment,
        tag,
        text,
        turn: about?.kind === 'turn' ? about.turn : null,
        question: about?.kind === 'question' ? about.question : null,
        entity: by?.entity ?? null,
        group: by?.group ?? null,
        at: isoOf(at),
      }
    })

function saidBy({ floor, questions }: State, { about }: Note): Speaker | Author | null {
  if (about === null) return null
  if (about.kind === 'question') return questions.all.get(about.question)?.author ?? null
  const running = [floor.current, floor.interrupted].find((turn) => turn?.id === about.turn)
  return running?.entry?.speaker ?? floor.past.find(({ id }) => id === about.turn)?.speaker ?? null
}
