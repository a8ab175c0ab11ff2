/** A step of those who drive, taken back: the list as it was before, save for what people have done themselves since then. */

import type { EntryId, PersonId } from '../../contract/ids.ts'
import type { Entry, Joint, Pin, QueueBefore, QueueState } from '../../contract/queue.ts'
import { departed, ownTime, withJoint, without } from './joint-statements.ts'

/** What a step changed. */
export const queueBefore = (before: QueueState, after: QueueState): QueueBefore => {
  const were = Object.values(before.entries)
  const ifChanged = <K extends keyof QueueState>(key: K): QueueState[K] | null => (before[key] === after[key] ? null : before[key])
  const { mode, recommend } = before
  const changed = were.filter((entry) => {
    const now = after.entries[entry.id]
    return now !== undefined && now !== entry && said.some((key) => now[key] !== entry[key])
  })
  return {
    left: were.filter(({ id }) => !after.entries[id]),
    came: Object.values(after.entries).flatMap(({ id }) => (before.entries[id] ? [] : [id])),
    changed,
    pins: Object.fromEntries(changed.map(({ id }) => [id, after.entries[id]?.pin ?? null])),
    served: ifChanged('served'),
    given: ifChanged('given'),
    replied: ifChanged('replied'),
    joint: ifChanged('joint'),
    unheard: ifChanged('unheard'),
    removed: ifChanged('removed'),
    standing: ifChanged('standing'),
    rule: mode === after.mode && recommend === after.recommend ? null : { mode, recommend },
    repliesFirst: ifChanged('repliesFirst'),
    first: before.line.slice(0, 2),
  }
}

/** Nothing of it. */
export const unchanged: Omit<QueueBefore, 'changed' | 'pins' | 'first'> = {
  left: [],
  came: [],
  served: null,
  given: null,
  replied: null,
  joint: null,
  unheard: null,
  removed: null,
  standing: null,
  rule: null,
  repliesFirst: null,
}

/** What the Chair and the rule say of an entry; the rest is its owner's. */
const said = ['passed', 'absent', 'pin', 'askedAt', 'behalf'] as const

export const restored = (now: QueueState, before: QueueBefore): QueueState => {
  const back = before.left.filter((was) => comesBack(now, before, was))
  const again = back.flatMap((was) => Object.values(now.entries).filter((one) => sameRequest(was, one)))
  const queue = again.reduce((rest, { id }) => departed(rest, id), now)
  const joint = before.joint ? jointAgain(queue, before, before.joint, back) : queue.joint
  const gone = before.came.filter((id) => !before.joint?.[id] || joint[id])
  const stays = without(queue.entries, ...gone)
  const changed = before.changed.flatMap((was) => {
    const one = stays[was.id]
    return one ? [{ ...one, passed: was.passed, absent: was.absent, pin: pinAgain(one, was, before.pins[was.id] ?? null) }] : []
  })
  const withTopic = (was: Entry): Entry => ({ ...was, topic: again.find((one) => sameRequest(was, one))?.topic ?? was.topic })
  const entries = { ...byId(back.map(withTopic)), ...stays, ...byId(changed) }
  return {
    ...queue,
    ...before.rule,
    entries: before.joint ? { ...entries, ...byId(hostsAgain(entries, joint, before, before.joint)) } : entries,
    line: before.first,
    requests: again.length === 0 ? queue.requests : queue.requests.filter(({ entry }) => !again.some(({ id }) => id === entry)),
    served: before.served ?? queue.served,
    given: before.given ?? queue.given,
    replied: before.replied ?? queue.replied,
    joint,
    unheard: before.unheard ?? queue.unheard,
    removed: before.removed ? removedAgain(queue.removed, before.removed, before.left) : queue.removed,
    standing: before.standing ?? queue.standing,
    repliesFirst: before.repliesFirst ?? queue.repliesFirst,
  }
}

const byId = (entries: readonly Entry[]): QueueState['entries'] => Object.fromEntries(entries.map((entry) => [entry.id, entry]))

/** Whoever was merged by the step, and has left by themselves since, does not. */
const comesBack = ({ entries, joint }: QueueState, before: QueueBefore, { id }: Entry): boolean => {
  const wasMerged = before.joint !== null && before.came.length === 0
  return !entries[id] && (!wasMerged || joint[id] !== undefined)
}

/** Whoever has asked again meanwhile has asked once: at the earlier time. */
const sameRequest = (was: Entry, now: Entry): boolean =>
  now.id !== was.id && now.kind === was.kind && was.speaker.person !== null && now.speaker.person === was.speaker.person

/** Where it was held, as far as it has only been nearer since; a place given up or taken after the step is not undone with it. */
const pinAgain = ({ pin }: Entry, was: Entry, left: Pin | null): Pin | null => {
  if (pin?.by !== left?.by) return pin
  if (pin === null || left === null || was.pin === null) return was.pin
  return { ...was.pin, place: Math.max(0, pin.place + was.pin.place - left.place) }
}

/** Who is spoken for, where both are still there to do so. */
const jointAgain = (queue: QueueState, before: QueueBefore, were: QueueState['joint'], back: readonly Entry[]): QueueState['joint'] => {
  const waits = (id: EntryId) => queue.entries[id] !== undefined || back.some((entry) => entry.id === id)
  return Object.fromEntries(
    (Object.entries(were) as [EntryId, Joint][]).flatMap(([id, was]): [EntryId, Joint][] => {
      const is = queue.joint[id]
      if (is) return [[id, waits(was.into) ? was : is]]
      const cameByTheStep = before.came.includes(id) && queue.entries[id] && waits(was.into)
      const unheardByTheStep = before.unheard !== null && queue.unheard.some((entry) => entry.id === id)
      return cameByTheStep || unheardByTheStep ? [[id, was]] : []
    }),
  )
}

/** Those who speak for others, or did before or after the step, with their times. */
const hostsAgain = (
  entries: QueueState['entries'],
  joint: QueueState['joint'],
  { changed, left }: QueueBefore,
  were: QueueState['joint'],
): readonly Entry[] =>
  [...changed, ...left].flatMap((was) => {
    const host = entries[was.id]
    return host ? [withJoint(joint, host, ownTime(were, was))] : []
  })

/** Why somebody was taken off is told again, or no more, to those of the step alone. */
const removedAgain = (now: QueueState['removed'], before: QueueState['removed'], left: readonly Entry[]): QueueState['removed'] => {
  const own = new Set(left.map(({ speaker }) => speaker.person))
  const entries = (all: QueueState['removed'], its: boolean) =>
    Object.entries(all).filter(([person]) => own.has(person as PersonId) === its)
  return Object.fromEntries([...entries(now, false), ...entries(before, true)])
}
