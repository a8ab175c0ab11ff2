/** Joint statements: one entry (the host) also speaks for others. If it does not speak, the others return with their own times. */

import { listTiedEntries } from '../../contract/entry-index.ts'
import type { EntryId } from '../../contract/ids.ts'
import type { Entry, JointEntry, QueueState } from '../../contract/queue.ts'
import { compareByRequest } from '../../contract/request-rank.ts'
import { listEntries } from '../../kernel/fields.ts'
import { type Instant, toInstant } from '../../kernel/time.ts'
import { omitEntries, putEntries } from './entries.ts'

type JointEntries = QueueState['joint']

/** Lists joint entries in the order in which they asked, which an undo does not change. */
const listJointEntries = (joint: JointEntries, host: EntryId): readonly [EntryId, JointEntry][] =>
  listEntries(joint)
    .filter(([, { into }]) => into === host)
    .sort(([, one], [, other]) => compareByRequest(one.entry, other.entry))

const omitJointEntries = (joint: JointEntries, own: readonly (readonly [EntryId, JointEntry])[]): JointEntries => {
  if (own.length === 0) return joint
  const gone = new Set(own.map(([id]) => id))
  return Object.fromEntries(Object.entries(joint).filter(([id]) => !gone.has(id as EntryId)))
}

/** Returns the host's own request time. Its `askedAt` can be the earlier time of an entry that it speaks for. */
export const findOwnRequestTime = (joint: JointEntries, host: Entry): Instant =>
  listJointEntries(joint, host.id)[0]?.[1].hostAskedAt ?? host.askedAt

/** Returns the host with the speakers and the earliest request time of its joint entries. */
export const applyJointEntries = (joint: JointEntries, host: Entry, hostAskedAt: Instant): Entry => {
  const others = listJointEntries(joint, host.id).map(([, { entry }]) => entry)
  return {
    ...host,
    onBehalfOf: others.map(({ speaker }) => speaker),
    askedAt: toInstant(Math.min(hostAskedAt, ...others.map(({ askedAt }) => askedAt))),
  }
}

/** Clears the swap offers made to an entry. */
export const clearSwapOffers = (entries: QueueState['entries'], id: EntryId): QueueState['entries'] => {
  const offered = listTiedEntries(entries).filter(({ swapOfferedTo }) => swapOfferedTo === id)
  return putEntries(entries, ...offered.map((entry) => ({ ...entry, swapOfferedTo: null })))
}

/** Merges an entry into a host, which takes over the entries that it spoke for. */
export const mergeEntry = (queue: QueueState, into: EntryId, entry: EntryId): QueueState => {
  const [host, other] = [queue.entries.get(into), queue.entries.get(entry)]
  if (!host || !other) return queue
  const hostAskedAt = findOwnRequestTime(queue.joint, host)
  const own = listJointEntries(queue.joint, entry)
  const joint: JointEntries = {
    ...omitJointEntries(queue.joint, own),
    [entry]: { into, hostAskedAt, entry: { ...other, askedAt: findOwnRequestTime(queue.joint, other), onBehalfOf: [] } },
    ...Object.fromEntries(own.map(([id, one]) => [id, { ...one, into, hostAskedAt }])),
  }
  return { ...queue, joint, entries: putEntries(omitEntries(queue.entries, entry), applyJointEntries(joint, host, hostAskedAt)) }
}

/** Removes an entry from a joint statement that has not been made. The entry does not return to the list. */
export const withdrawJointEntry = (queue: QueueState, id: EntryId): QueueState => {
  const record = queue.joint[id]
  const host = record && queue.entries.get(record.into)
  if (!host) return queue
  const joint = omitJointEntries(queue.joint, [[id, record]])
  return { ...queue, joint, entries: putEntries(queue.entries, applyJointEntries(joint, host, record.hostAskedAt)) }
}

export const separateJointEntry = (queue: QueueState, id: EntryId): QueueState => {
  const rest = withdrawJointEntry(queue, id)
  const record = queue.joint[id]
  return rest === queue || !record ? queue : { ...rest, entries: restoreJointEntry(rest.entries, record) }
}

/** Removes an entry from the queue. The entries that it spoke for wait on their own again. */
export const removeEntry = (queue: QueueState, host: EntryId): QueueState => {
  const own = listJointEntries(queue.joint, host)
  const entries = own.reduce((back, [, record]) => restoreJointEntry(back, record), omitEntries(queue.entries, host))
  return { ...queue, entries, joint: omitJointEntries(queue.joint, own) }
}

const restoreJointEntry = (entries: QueueState['entries'], { entry }: JointEntry): QueueState['entries'] =>
  putEntries(clearSwapOffers(entries, entry.id), { ...entry, pin: null, deferredTo: null, swapOfferedTo: null, ready: false })

/** Returns the entries for which these hosts speak, which share the outcome of the host, and the remaining joint entries. */
export const collectJointEntries = (
  joint: JointEntries,
  hosts: readonly EntryId[],
): { readonly others: readonly Entry[]; readonly joint: JointEntries } => {
  const own = hosts.flatMap((host) => listJointEntries(joint, host))
  return { others: own.map(([, { entry }]) => entry), joint: omitJointEntries(joint, own) }
}
