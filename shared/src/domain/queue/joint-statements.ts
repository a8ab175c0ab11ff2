/** Joint statements: one entry speaks also on behalf of others, who come back with their own times when it does not. */

import type { EntryId } from '../../contract/ids.ts'
import type { Entry, Joint, QueueState } from '../../contract/queue.ts'
import { type Instant, instantOf } from '../../kernel/time.ts'

type Joints = QueueState['joint']

const spokenForBy = (joint: Joints, host: EntryId): readonly [EntryId, Joint][] =>
  (Object.entries(joint) as [EntryId, Joint][]).filter(([, { into }]) => into === host)

/** When it asked itself, whatever earlier time it has from those it speaks for. */
export const ownTime = (joint: Joints, host: Entry): Instant => spokenForBy(joint, host.id)[0]?.[1].asked ?? host.askedAt

/** As it speaks for those that the joint statements name. */
export const withJoint = (joint: Joints, host: Entry, asked: Instant): Entry => {
  const others = spokenForBy(joint, host.id).map(([, { entry }]) => entry)
  return {
    ...host,
    behalf: others.map(({ speaker }) => speaker),
    askedAt: instantOf(Math.min(asked, ...others.map(({ askedAt }) => askedAt))),
  }
}

/** All but these. */
export const without = <T>(record: Readonly<Record<EntryId, T>>, ...ids: readonly EntryId[]): Readonly<Record<EntryId, T>> =>
  Object.fromEntries(Object.entries<T>(record).filter(([id]) => !ids.includes(id as EntryId)))

/** Offers made to it fall. */
export const withoutOffersTo = (entries: QueueState['entries'], id: EntryId): QueueState['entries'] =>
  Object.values(entries).some(({ swap }) => swap === id)
    ? Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, entry.swap === id ? { ...entry, swap: null } : entry]))
    : entries

/** Whom `entry` spoke for, `into` speaks for from now on. */
export const merged = (queue: QueueState, into: EntryId, entry: EntryId): QueueState => {
  const [host, other] = [queue.entries[into], queue.entries[entry]]
  if (!host || !other) return queue
  const asked = ownTime(queue.joint, host)
  const its = spokenForBy(queue.joint, entry)
  const joint: Joints = {
    ...without(queue.joint, ...its.map(([id]) => id)),
    [entry]: { into, asked, entry: { ...other, askedAt: ownTime(queue.joint, other), behalf: [] } },
    ...Object.fromEntries(its.map(([id, one]) => [id, { ...one, into, asked }])),
  }
  return { ...queue, joint, entries: { ...without(queue.entries, entry), [into]: withJoint(joint, host, asked) } }
}

/** Gone from a joint statement that has not been made, for good. */
export const withdrawnFrom = (queue: QueueState, id: EntryId): QueueState => {
  const record = queue.joint[id]
  const host = record && queue.entries[record.into]
  if (!host) return queue
  const joint = without(queue.joint, id)
  return { ...queue, joint, entries: { ...queue.entries, [host.id]: withJoint(joint, host, record.asked) } }
}

export const separated = (queue: QueueState, id: EntryId): QueueState => {
  const rest = withdrawnFrom(queue, id)
  const record = queue.joint[id]
  return rest === queue || !record ? queue : { ...rest, entries: cameBack(rest.entries, record) }
}

/** Gone from the list: all for whom it spoke stand for themselves again. */
export const departed = (queue: QueueState, host: EntryId): QueueState => {
  const its = spokenForBy(queue.joint, host)
  const entries = its.reduce((back, [, record]) => cameBack(back, record), without(queue.entries, host))
  return { ...queue, entries, joint: its.length === 0 ? queue.joint : without(queue.joint, ...its.map(([id]) => id)) }
}

const cameBack = (entries: QueueState['entries'], { entry }: Joint): QueueState['entries'] => ({
  ...withoutOffersTo(entries, entry.id),
  [entry.id]: { ...entry, pin: null, behind: null, swap: null, ready: false },
})

/** They share what became of the ones that spoke for them: both, and the joint statements that are left. */
export const sharing = (joint: Joints, hosts: readonly EntryId[]): { readonly others: readonly Entry[]; readonly joint: Joints } => {
  const its = hosts.flatMap((host) => spokenForBy(joint, host))
  return { others: its.map(([, { entry }]) => entry), joint: its.length === 0 ? joint : without(joint, ...its.map(([id]) => id)) }
}
