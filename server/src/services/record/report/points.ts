/** The notes as points. Notes with the same text and tag on one part of the agenda are one point that several people made. */
import type { SessionRecord } from '@rostrum/shared/contract/record'

type Note = SessionRecord['notes'][number]

export type Point = {
  readonly id: string
  readonly ids: readonly string[]
  readonly segment: string | null
  readonly tag: string | null
  readonly text: string
  readonly sources: readonly Pick<Note, 'turn' | 'question' | 'entity' | 'group'>[]
  /** The distinct groups, in the order of the sources. */
  readonly groups: readonly (string | null)[]
  /** The number of organizations that made the point. 0 for a note on the part as a whole. */
  readonly speakers: number
}

/** Lists the points by tag, then by the most speakers, then by the first intervention. */
export function listPoints({ notes, tags }: SessionRecord, turns: SessionRecord['turns']): readonly Point[] {
  const rankOfTurn = new Map(turns.map(({ id, number }) => [id, number]))
  const rankNote = ({ turn }: Note): number => (turn === null ? 0 : (rankOfTurn.get(turn) ?? 0)) || Number.MAX_SAFE_INTEGER
  const sorted = [...notes].sort((a, b) => rankNote(a) - rankNote(b) || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const rankTag = (tag: string | null): number => (tag === null || !tags.includes(tag) ? tags.length : tags.indexOf(tag))
  const alike = new Map<string, Note[]>()
  for (const note of sorted) {
    const key = JSON.stringify([note.segment, note.tag, note.text.trim()])
    alike.set(key, [...(alike.get(key) ?? []), note])
  }
  return [...alike.values()].map(makePoint).sort((a, b) => rankTag(a.tag) - rankTag(b.tag) || b.speakers - a.speakers)
}

function makePoint(notes: readonly Note[]): Point {
  const [first] = notes
  if (first === undefined) throw new Error('a point has at least one note')
  const sources = notes.filter(({ turn, question }) => turn !== null || question !== null)
  return {
    id: first.id,
    ids: notes.map(({ id }) => id),
    segment: first.segment,
    tag: first.tag,
    text: first.text,
    sources,
    groups: [...new Set(sources.map(({ group }) => group))],
    // A person whose name is hidden or unknown counts as one.
    speakers: new Set(sources.map(({ entity, turn, question }) => entity ?? turn ?? question)).size,
  }
}
