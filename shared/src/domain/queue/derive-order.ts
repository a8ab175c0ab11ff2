/** What is derived from the floor list on every step: the line and its pins, the other kinds, and who is next. */
import type { EntryKind } from '../../contract/enums.ts'
import type { EntryId } from '../../contract/ids.ts'
import type { Entry, Place, QueueState } from '../../contract/queue.ts'
import { speakingOrder, suggestionIn } from './speaking-order.ts'

/** Who waits in the line, by id; null for one that is held, of another kind, or not there. */
export const inLine = ({ entries }: QueueState, id: EntryId | null): Entry | null => {
  const entry = id === null ? undefined : entries[id]
  return entry?.kind === 'intervention' && !entry.held ? entry : null
}

/** An offer stands while both wait in the line. */
export const offers = (queue: QueueState, from: EntryId, to: EntryId): boolean =>
  inLine(queue, from)?.swap === to && inLine(queue, to) !== null

/**
 * Every step ends with the order made anew from what the slice holds. The line that the step has left is the one whose first two
 * places stand firm: where it is not the line as it was, the step has also set the pins to it.
 */
export const inOrder = (before: QueueState, after: QueueState): QueueState => {
  if (derivedFrom.every((key) => before[key] === after[key])) return after
  const stood = after.line.filter(({ entry }) => inLine(after, entry) !== null)
  const freed = before.mode !== after.mode || before.recommend !== after.recommend
  const adjusted = after.line === before.line ? { ...after, entries: closedUp(before.line, after) } : after
  const line = kept(before.line, speakingOrder(adjusted, freed && after.line === before.line ? [] : stood))
  const entries = pinnedIn(line, adjusted.entries)
  const replies = waitingOf(entries, 'right-of-reply')
  const repliesFirst = after.repliesFirst && replies.length > 0
  const first = line[0]?.entry ?? null
  return {
    ...adjusted,
    entries,
    line,
    suggestion: suggestionIn(adjusted),
    points: waitingOf(entries, 'point-of-order'),
    replies,
    repliesFirst,
    next: repliesFirst ? (replies[0] ?? first) : (first ?? replies[0] ?? null),
  }
}

const derivedFrom = ['entries', 'line', 'mode', 'recommend', 'overtakes', 'served', 'given', 'requests', 'repliesFirst'] as const

/** Where some have left the line before one that is held at a place, its place is so much nearer. */
const closedUp = (line: readonly Place[], after: QueueState): QueueState['entries'] => {
  const nearer: Record<EntryId, Entry> = {}
  let gone = 0
  for (const { entry: id } of line) {
    const entry = inLine(after, id)
    if (entry === null) gone += 1
    else if (entry.pin && gone > 0) nearer[id] = { ...entry, pin: { ...entry.pin, place: entry.pin.place - gone } }
  }
  return Object.keys(nearer).length === 0 ? after.entries : { ...after.entries, ...nearer }
}

/** Whoever is held at a place is held where they stand in this line. */
export const pinnedIn = (line: readonly Place[], entries: QueueState['entries']): QueueState['entries'] => {
  const real = line.flatMap(({ entry: id }, place): [EntryId, Entry][] => {
    const entry = entries[id]
    return entry?.pin && entry.pin.place !== place ? [[id, { ...entry, pin: { ...entry.pin, place } }]] : []
  })
  return real.length === 0 ? entries : { ...entries, ...Object.fromEntries(real) }
}

/** First asked first, those who were not there last. Held ones wait for no call, but a point of order is heard. */
const waitingOf = (entries: QueueState['entries'], kind: EntryKind): readonly EntryId[] =>
  Object.values(entries)
    .filter((entry) => entry.kind === kind && (kind === 'point-of-order' || !entry.held))
    .sort((a, b) => Math.sign(a.absent) - Math.sign(b.absent) || a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)

/** Places that are as they were keep their identity. */
const kept = (before: readonly Place[], after: readonly Place[]): readonly Place[] => {
  const line = after.map((place, index) => (alike(before[index], place) ? (before[index] as Place) : place))
  return line.length === before.length && line.every((place, index) => place === before[index]) ? before : line
}

const alike = (a: Place | undefined, b: Place): boolean =>
  a !== undefined && (Object.keys(b) as (keyof Place)[]).every((key) => a[key] === b[key])
