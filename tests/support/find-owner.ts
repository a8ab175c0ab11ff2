/** Tells who owns a thing. It reads the state, because the table of permissions is under test. */
import type { State } from '@rostrum/shared/contract/registry'

export const isOwnedBy = ({ queue, floor, questions, cues }: State, data: object, by: string): boolean => {
  const its = data as { readonly entry?: string; readonly turn?: string; readonly question?: string; readonly cue?: string }
  const entries = [...queue.entries.values()].filter(({ id }) => id === its.entry).map(({ speaker }) => speaker.person)
  const turns = floor.current && floor.current.id === its.turn ? [floor.current.entry?.speaker.person] : []
  const authors = [...questions.all.values()].filter(({ id }) => id === its.question).map(({ author }) => author?.person)
  const cuedTurn = cues.last?.id === its.cue ? cues.last?.turn : undefined
  const cued = [
    ...(floor.current?.id === cuedTurn ? [floor.current?.entry?.speaker.person] : []),
    ...floor.past.filter(({ id }) => id === cuedTurn).map(({ speaker }) => speaker?.person),
  ]
  return [...entries, ...turns, ...authors, ...cued].some((person) => person === by)
}
