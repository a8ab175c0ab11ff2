/** Values derived from the queue after every event: the order, pins, points of order, rights of reply, the next speaker. */

import { compareAtEnd, isAtEnd } from '../../contract/called-in-vain.ts'
import { type EntryChange, listChangedEntries } from '../../contract/changed-entries.ts'
import { listTiedEntries } from '../../contract/entry-index.ts'
import { firmPositions } from '../../contract/enums.ts'
import type { EntryId } from '../../contract/ids.ts'
import { getEntryRule, type SideList, waitsInOrder } from '../../contract/kinds.ts'
import { isLastWordGiven } from '../../contract/last-word.ts'
import type { Entry, Position, QueueState } from '../../contract/queue.ts'
import { type FieldTable, listFieldsWith } from '../../kernel/fields.ts'
import { putEntries } from './entries.ts'
import { bearsOnOrder } from './entry-fields.ts'
import { computeOrder, suggestNext } from './speaking-order.ts'

/** Finds an intervention that is waiting in the order. Null for an entry that is on hold, of another kind, or not in the queue. */
export const findInOrder = ({ entries }: QueueState, id: EntryId | null): Entry | null => {
  const entry = id === null ? undefined : entries.get(id)
  return entry && waitsInOrder(entry.kind) && !entry.held ? entry : null
}

const waitsIn = (entry: Entry | undefined, where: SideList): boolean => entry !== undefined && getEntryRule(entry.kind).waitsIn === where

/** True while both entries of a swap offer are waiting in the order. */
export const hasSwapOffer = (queue: QueueState, from: EntryId, to: EntryId): boolean =>
  findInOrder(queue, from)?.swapOfferedTo === to && findInOrder(queue, to) !== null

/** Derives the waiting points of order and replies, the next speaker, and the order if the event affects it. */
export const deriveOrder = (before: QueueState, after: QueueState): QueueState => {
  if (before === after) return after
  const changed = listChangedEntries(before.entries, after.entries)
  const isSameOrder = orderInputs.every((key) => before[key] === after[key]) && !changed.some(changesOrder)
  const ordered = isSameOrder ? after : computeOrderAgain(before, after)
  const { entries } = ordered
  const listWaiting = (where: SideList): readonly EntryId[] =>
    changed.some(({ was, now }) => waitsIn(now ?? was, where)) ? listWaitingEntries(entries, where) : after[where]
  const sideLists: Readonly<Record<SideList, readonly EntryId[]>> = {
    replies: listWaiting('replies'),
    pointsOfOrder: listWaiting('pointsOfOrder'),
  }
  const derived = { ...ordered, ...sideLists, repliesFirst: after.repliesFirst && sideLists.replies.length > 0 }
  return { ...derived, next: findNext(derived) }
}

/**
 * Computes the order again. The first two entries of `after.order` that are still there keep their positions. They do not after a change of
 * the order mode. An event that changes the order itself has already set the pins to match. In all other cases the pins are shifted here.
 */
const computeOrderAgain = (before: QueueState, after: QueueState): QueueState => {
  const modeChanged = before.mode !== after.mode || before.suggestOnly !== after.suggestOnly
  const isPinned = listTiedEntries(after.entries).some(({ pin }) => pin !== null)
  const adjusted = isPinned && after.order === before.order ? { ...after, entries: shiftPins(before.order, after) } : after
  const firm = modeChanged && after.order === before.order ? [] : listFirstWaiting(after)
  const order = computeOrder(adjusted, firm, before.order)
  const entries = isPinned ? alignPins(order, adjusted.entries) : adjusted.entries
  return { ...adjusted, entries, order, suggestion: suggestNext(adjusted) }
}

const orderFields = listFieldsWith(bearsOnOrder, true)

const changesOrder = ({ was, now }: EntryChange): boolean => {
  if (!waitsInOrder(was?.kind) && !waitsInOrder(now?.kind)) return false
  return was === undefined || now === undefined || orderFields.some((key) => was[key] !== now[key])
}

/** Lists those of the firm positions of the order whose entries are still waiting in it. */
const listFirstWaiting = (queue: QueueState): readonly Position[] => {
  const first: Position[] = []
  for (const position of queue.order) {
    if (findInOrder(queue, position.entry) !== null) first.push(position)
    if (first.length === firmPositions) break
  }
  return first
}

/** Returns the next entry. After the last word nobody in the order is next, but a right of reply still is. */
const findNext = ({ order, replies, repliesFirst, status }: QueueState): EntryId | null => {
  const reply = replies[0] ?? null
  const first = isLastWordGiven(status) ? null : (order[0]?.entry ?? null)
  return repliesFirst ? (reply ?? first) : (first ?? reply)
}

/** The fields that bear on the order. Some fields of `entries` do, and are compared one by one. */
const orderInputs = listFieldsWith(
  {
    mode: 'input',
    suggestOnly: 'input',
    maxOvertakes: 'input',
    status: 'none',
    entries: 'entries',
    order: 'input',
    suggestion: 'derived',
    pointsOfOrder: 'derived',
    replies: 'derived',
    repliesFirst: 'none',
    next: 'derived',
    confirmed: 'input',
    repliesGiven: 'none',
    joint: 'none',
    floorsGiven: 'input',
    floorsGivenByChannel: 'input',
    notReached: 'none',
    removed: 'none',
    requests: 'none',
    requestsByChannel: 'input',
  } as const satisfies FieldTable<QueueState, 'input' | 'entries' | 'derived' | 'none'>,
  'input',
)

/** Moves each pin forward by the number of entries before it that have left the order. */
const shiftPins = (order: readonly Position[], after: QueueState): QueueState['entries'] => {
  const shifted: Entry[] = []
  let leftCount = 0
  for (const { entry: id } of order) {
    const entry = findInOrder(after, id)
    if (entry === null) leftCount += 1
    else if (entry.pin && leftCount > 0) shifted.push({ ...entry, pin: { ...entry.pin, position: entry.pin.position - leftCount } })
  }
  return putEntries(after.entries, ...shifted)
}

/** Sets each pin to the entry's position in this order. */
export const alignPins = (order: readonly Position[], entries: QueueState['entries']): QueueState['entries'] => {
  const moved: Entry[] = []
  for (const [position, { entry: id }] of order.entries()) {
    const entry = entries.get(id)
    if (entry?.pin && entry.pin.position !== position) moved.push({ ...entry, pin: { ...entry.pin, position } })
  }
  return putEntries(entries, ...moved)
}

/** Lists the earliest request first, and those called in vain last. Entries on hold are left out, except for points of order. */
const listWaitingEntries = (entries: QueueState['entries'], where: SideList): readonly EntryId[] =>
  [...entries.values()]
    .filter((entry) => waitsIn(entry, where) && (where === 'pointsOfOrder' || !entry.held))
    .sort((a, b) => Number(isAtEnd(a)) - Number(isAtEnd(b)) || compareAtEnd(a, b) || a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
