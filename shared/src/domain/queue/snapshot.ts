/** Undo for the queue: restores it as it was before a step. Acts of people themselves since then are kept. */

import { firmPositions } from '../../contract/enums.ts'
import type { EntryId, PersonId } from '../../contract/ids.ts'
import { isSameList } from '../../contract/kinds.ts'
import type { Entry, JointEntry, Pin, QueueSnapshot, QueueState } from '../../contract/queue.ts'
import { isEqual } from '../../kernel/equality.ts'
import { listEntries, takeFields } from '../../kernel/fields.ts'
import { omitEntries, putEntries } from './entries.ts'
import { restoredFields, staffFields } from './entry-fields.ts'
import { retractRequests } from './floors-given.ts'
import { applyJointEntries, findOwnRequestTime, removeEntry } from './joint-statements.ts'

/**
 * Takes the old values of everything that a step changed. Values are compared by content, and tables have the order of the log. The reason:
 * a node that read earlier steps from the log has copies of the objects of other nodes.
 */
export const takeQueueSnapshot = (before: QueueState, after: QueueState): QueueSnapshot => {
  const entries = [...before.entries.values()]
  const ifChanged = <K extends keyof QueueState>(key: K): QueueState[K] | null => (isEqual(before[key], after[key]) ? null : before[key])
  const { mode, suggestOnly } = before
  const changed = entries.filter((entry) => {
    const now = after.entries.get(entry.id)
    return now !== undefined && now !== entry && staffFields.some((key) => !isEqual(now[key], entry[key]))
  })
  return {
    left: [...entries.filter(({ id }) => !after.entries.has(id)), ...listRemovedJointEntries(before, after)],
    came: [...after.entries.keys()].filter((id) => !before.entries.has(id)),
    changed,
    holds: changed.flatMap(({ id, held }) => (after.entries.get(id)?.held === held ? [] : [id])),
    pins: sortByKey(Object.fromEntries(changed.map(({ id }) => [id, after.entries.get(id)?.pin ?? null]))),
    floorsGiven: ifChanged('floorsGiven'),
    // A speaker who declines since then changes both, so both are taken even if a call and a recall leave the numbers as they were.
    floorsGivenByChannel: isEqual(before.floorsGiven, after.floorsGiven) ? null : before.floorsGivenByChannel,
    repliesGiven: ifChanged('repliesGiven'),
    joint: sortByKey(ifChanged('joint')),
    notReached: ifChanged('notReached'),
    removed: sortByKey(ifChanged('removed')),
    status: ifChanged('status'),
    rule: mode === after.mode && suggestOnly === after.suggestOnly ? null : { mode, suggestOnly },
    repliesFirst: ifChanged('repliesFirst'),
    first: before.order.slice(0, firmPositions),
  }
}

/** Lists the joint entries that the step removed permanently, such as those of a person who is no longer admitted. */
const listRemovedJointEntries = (before: QueueState, after: QueueState): readonly Entry[] => {
  const isKept = (id: EntryId) => id in after.joint || after.entries.has(id) || after.notReached.some((entry) => entry.id === id)
  return Object.values(sortByKey(before.joint)).flatMap(({ entry }) => (isKept(entry.id) ? [] : [entry]))
}

const sortByKey = <Table extends object | null>(table: Table): Table =>
  table && (Object.fromEntries(Object.entries(table).sort(([one], [other]) => (one < other ? -1 : 1))) as Table)

/** A snapshot that restores nothing. */
export const emptyQueueSnapshot: Omit<QueueSnapshot, 'changed' | 'pins' | 'first'> = {
  left: [],
  came: [],
  floorsGiven: null,
  floorsGivenByChannel: null,
  repliesGiven: null,
  joint: null,
  notReached: null,
  removed: null,
  status: null,
  rule: null,
  repliesFirst: null,
}

export const restoreQueue = (now: QueueState, before: QueueSnapshot): QueueState => {
  const back = before.left.filter((was) => before.joint?.[was.id] === undefined && canReturn(now, before, was))
  const repeated = back.flatMap((was) => [...now.entries.values()].filter((one) => isSameRequest(was, one)))
  const queue = repeated.reduce((rest, { id }) => removeEntry(rest, id), now)
  const joint = restoreCounts(before.joint ? restoreJointEntries(queue, before, before.joint, back) : queue.joint, before)
  const gone = before.came.filter((id) => !before.joint?.[id] || joint[id])
  const kept = omitEntries(queue.entries, ...gone)
  const changed = before.changed.flatMap((was) => {
    const one = kept.get(was.id)
    return one ? [restoreEntry(one, was, before)] : []
  })
  const withTopic = (was: Entry): Entry => ({ ...was, topic: repeated.find((one) => isSameRequest(was, one))?.topic ?? was.topic })
  const entries = putEntries(new Map([...indexById(back.map(withTopic)), ...kept]), ...changed)
  const { requests, requestsByChannel } = retractRequests(queue, repeated)
  const { mode, suggestOnly } = before.rule ?? queue
  const { maxOvertakes, confirmed, suggestion, pointsOfOrder, replies, next } = queue
  // Every field is named, so that a new one does not compile before it says what an undo makes of it.
  return {
    mode,
    suggestOnly,
    maxOvertakes,
    confirmed,
    suggestion,
    pointsOfOrder,
    replies,
    next,
    entries: before.joint ? putEntries(entries, ...restoreHosts(entries, joint, before, before.joint)) : entries,
    order: before.first,
    requests,
    requestsByChannel,
    floorsGiven: before.floorsGiven ?? queue.floorsGiven,
    floorsGivenByChannel: before.floorsGivenByChannel ?? queue.floorsGivenByChannel,
    repliesGiven: before.repliesGiven ?? queue.repliesGiven,
    joint,
    notReached: before.notReached ?? queue.notReached,
    removed: before.removed ? restoreRemovals(queue, before.removed, before) : queue.removed,
    status: before.status ?? queue.status,
    repliesFirst: before.repliesFirst ?? queue.repliesFirst,
  }
}

const indexById = (entries: readonly Entry[]): QueueState['entries'] => new Map(entries.map((entry) => [entry.id, entry]))

/** True if an entry that left by the step can return. It cannot if the step merged it and the owner has withdrawn it since. */
const canReturn = ({ entries, joint }: QueueState, before: QueueSnapshot, { id }: Entry): boolean => {
  const wasMerged = before.joint !== null && before.came.length === 0 && before.notReached === null
  return !entries.has(id) && (!wasMerged || joint[id] !== undefined)
}

/** True if the person has asked again in the same list since the step. Both requests then count as one, at the earlier time. */
const isSameRequest = (was: Entry, now: Entry): boolean =>
  now.id !== was.id && isSameList(now.kind, was.kind) && was.speaker.person !== null && now.speaker.person === was.speaker.person

const restoreEntry = (one: Entry, was: Entry, step: QueueSnapshot): Entry => ({
  ...one,
  ...takeFields(was, restoredFields),
  ...restoreHold(one, was, step),
  pin: restorePin(one, was, step.pins[was.id] ?? null),
})

const restoreHold = ({ id, held, ready }: Entry, was: Entry, { holds = [] }: QueueSnapshot): Pick<Entry, 'held' | 'ready'> =>
  holds.includes(id) && held !== was.held ? { held: was.held, ready: was.ready } : { held, ready }

/**
 * Returns the earlier pin, moved forward as far as the entry has moved since the step. A pin that was set or removed after the step is
 * kept.
 */
const restorePin = ({ pin }: Entry, was: Entry, left: Pin | null): Pin | null => {
  if (pin?.by !== left?.by) return pin
  if (pin === null || left === null || was.pin === null) return was.pin
  return { ...was.pin, position: Math.max(0, pin.position + was.pin.position - left.position) }
}

/** Restores what the staff or the rule set in entries that were merged since the step. */
const restoreCounts = (joint: QueueState['joint'], { changed }: QueueSnapshot): QueueState['joint'] => {
  const merged = changed.filter(({ id }) => id in joint)
  if (merged.length === 0) return joint
  const restored = merged.map((was): [EntryId, JointEntry] => {
    const one = joint[was.id] as JointEntry
    return [was.id, { ...one, entry: { ...one.entry, ...takeFields(was, restoredFields) } }]
  })
  return { ...joint, ...Object.fromEntries(restored) }
}

/** Restores the joint entries from before the step, if the entry and its host are still there. */
const restoreJointEntries = (
  queue: QueueState,
  before: QueueSnapshot,
  were: QueueState['joint'],
  back: readonly Entry[],
): QueueState['joint'] => {
  const waits = (id: EntryId) => queue.entries.has(id) || back.some((entry) => entry.id === id)
  // A host that the step has neither changed nor taken from the list was not in it, but had the floor. The undo gives the floor back.
  const hadFloor = (id: EntryId) => ![...before.changed, ...before.left].some((entry) => entry.id === id)
  return Object.fromEntries(
    listEntries(were).flatMap(([id, was]): [EntryId, JointEntry][] => {
      const current = queue.joint[id]
      if (current) return [[id, waits(was.into) ? was : current]]
      const addedByStep = before.came.includes(id) && queue.entries.has(id) && (waits(was.into) || hadFloor(was.into))
      const notReachedByStep = before.notReached !== null && queue.notReached.some((entry) => entry.id === id)
      const removedByStep = before.left.some((entry) => entry.id === id)
      return addedByStep || notReachedByStep || removedByStep ? [[id, was]] : []
    }),
  )
}

/** Restores the hosts from before and after the step, with their speakers and request times. */
const restoreHosts = (
  entries: QueueState['entries'],
  joint: QueueState['joint'],
  { changed, left }: QueueSnapshot,
  were: QueueState['joint'],
): readonly Entry[] =>
  [...changed, ...left].flatMap((was) => {
    const host = entries.get(was.id)
    return host ? [applyJointEntries(joint, host, findOwnRequestTime(were, was))] : []
  })

/**
 * Restores the reasons of the people whose requests ended by the step, or to whom it gave the floor, and leaves the others unchanged. A person who
 * has asked again since was not given the floor by the step.
 */
const restoreRemovals = (
  now: QueueState,
  before: QueueState['removed'],
  { left, notReached, floorsGiven }: QueueSnapshot,
): QueueState['removed'] => {
  const missed = notReached === null ? [] : now.notReached.filter(({ id }) => !notReached.some((entry) => entry.id === id))
  const waiting = [...now.entries.values()].map(({ speaker }) => speaker.person)
  const given = floorsGiven === null ? [] : Object.keys(before).filter((id) => !waiting.includes(id as PersonId))
  const people = new Set([...[...left, ...missed].map(({ speaker }) => speaker.person), ...given])
  const entries = (all: QueueState['removed'], isOfStep: boolean) =>
    Object.entries(all).filter(([person]) => people.has(person as PersonId) === isOfStep)
  return Object.fromEntries([...entries(now.removed, false), ...entries(before, true)])
}
