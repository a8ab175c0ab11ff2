/**
 * The notes as points. Notes that were joined, and notes with the same text and tag on one part of the agenda, are one point that several
 * people made.
 */
import type { SessionRecord } from '@rostrum/shared/contract/record'

type Note = SessionRecord['notes'][number]
export type PointSource = Note['sources'][number]

/** `note`: the note to which the sentence belongs. */
export type PointSentence = NonNullable<Note['sentences']>[number] & { readonly note: string }

export type Point = {
  readonly id: string
  readonly ids: readonly string[]
  readonly segment: string | null
  readonly tag: string | null
  readonly text: string
  /** Each source once. */
  readonly sources: readonly PointSource[]
  /** The distinct groups of everybody but the panel, in the order of the sources. */
  readonly groups: readonly (string | null)[]
  /** True if the panel made the point in an answer. */
  readonly isFromPanel: boolean
  /** The number of organizations that made the point. 0 for a note on the part as a whole. */
  readonly speakers: number
  readonly afterClose: boolean
  /** The sentences of its notes, those of the note that gives the text first. */
  readonly sentences: readonly PointSentence[]
}

/** Lists the points by tag, then by the most speakers, then by the first intervention. */
export function listPoints({ notes, tags }: SessionRecord, turns: SessionRecord['turns']): readonly Point[] {
  const rankOfTurn = new Map(turns.map(({ id, number }) => [id, number]))
  const rankNote = ({ sources: [first] }: Note): number =>
    (first?.kind === 'turn' && first.turn !== null ? (rankOfTurn.get(first.turn) ?? 0) : 0) || Number.MAX_SAFE_INTEGER
  const sorted = [...notes].sort((a, b) => rankNote(a) - rankNote(b) || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const rankTag = (tag: string | null): number => (tag === null || !tags.includes(tag) ? tags.length : tags.indexOf(tag))
  const byId = new Map(notes.map((note) => [note.id, note]))
  const findHost = (note: Note): Note => {
    const host = note.into === null ? undefined : byId.get(note.into)
    return host === undefined ? note : findHost(host)
  }
  const alike = new Map<string, Note[]>()
  for (const note of sorted) {
    const host = findHost(note)
    const key = JSON.stringify([host.segment, host.tag, host.text.trim()])
    alike.set(key, [...(alike.get(key) ?? []), note])
  }
  return [...alike.values()].map(makePoint).sort((a, b) => rankTag(a.tag) - rankTag(b.tag) || b.speakers - a.speakers)
}

function makePoint(notes: readonly Note[]): Point {
  // The text of a point is that of the note into which the others were joined.
  const first = notes.find(({ into }) => into === null) ?? notes[0]
  if (first === undefined) throw new Error('a point has at least one note')
  const sources = [...new Map(notes.flatMap((note) => note.sources).map((source) => [getSourceKey(source), source])).values()]
  return {
    id: first.id,
    ids: notes.map(({ id }) => id),
    segment: first.segment,
    tag: first.tag,
    text: first.text,
    sources,
    groups: [...new Set(sources.flatMap(({ kind, group }) => (kind === 'answer-to' ? [] : [group])))],
    isFromPanel: sources.some(({ kind }) => kind === 'answer-to'),
    // A person whose name is hidden or unknown counts as one.
    speakers: new Set(sources.map((source) => source.entity ?? getSourceKey(source))).size,
    afterClose: notes.some((note) => note.afterClose),
    sentences: [first, ...notes.filter((note) => note !== first)].flatMap(({ id, sentences = [] }) =>
      sentences.map((sentence) => ({ ...sentence, note: id })),
    ),
  }
}

const getSourceKey = ({ kind, turn, question, statement }: PointSource): string => `${kind} ${question ?? turn ?? statement}`
