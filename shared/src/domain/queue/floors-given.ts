/** What a call comes to for those who still wait: a floor given, and some passed by the rule. */

import type { EntryId } from '../../contract/ids.ts'
import type { Entry, QueueState, Served } from '../../contract/queue.ts'
import type { Channel } from '../../contract/roles.ts'
import { inLine } from './derive-order.ts'
import { notByRule } from './order-rules.ts'

export const servedBy = ({ id, speaker, behalf }: Entry): Served => ({
  entry: id,
  entities: [speaker, ...behalf].map(({ entity }) => entity),
  group: speaker.group,
  channel: speaker.channel,
})

/** `queue` is the list without the one that was called, in the line that still has it. */
export const called = (queue: QueueState, entry: Entry): QueueState => {
  const { kind, listed, speaker } = entry
  if (kind === 'point-of-order') return queue
  if (kind === 'right-of-reply') return { ...queue, replied: [...queue.replied, speaker.entity] }
  const { channel } = speaker
  return {
    ...queue,
    entries: passedBy(queue, entry.id),
    served: [...queue.served, servedBy(entry)],
    given: listed === null ? { ...queue.given, [channel]: queue.given[channel] + 1 } : queue.given,
  }
}

/** They were called and were not there: it was no floor given, and no reply. */
export const notGiven = (queue: QueueState, entries: readonly Entry[]): QueueState => {
  const ids = entries.map(({ id }) => id)
  const asked = entries.filter(({ kind, listed }) => kind === 'intervention' && listed === null)
  const less = (channel: Channel) => queue.given[channel] - asked.filter(({ speaker }) => speaker.channel === channel).length
  const replies = entries.filter(({ kind }) => kind === 'right-of-reply').map(({ speaker }) => speaker.entity)
  return {
    ...queue,
    replied: replies.reduce(withoutLast, queue.replied),
    served: queue.served.filter(({ entry }) => !ids.includes(entry)),
    given: asked.length === 0 ? queue.given : { room: less('room'), remote: less('remote') },
  }
}

const withoutLast = (all: readonly string[], one: string): readonly string[] => {
  const last = all.lastIndexOf(one)
  return all.filter((_, index) => index !== last)
}

/** Called by the rule before some that asked earlier: each that was the rule's to place has been passed once more. */
const passedBy = (queue: QueueState, id: EntryId): QueueState['entries'] => {
  const { line, suggestion, entries } = queue
  const cause = [line[0], suggestion].find((place) => place?.entry === id)?.cause
  const own = line.find(({ entry }) => entry === id)
  if (!own || !cause || notByRule.has(cause)) return entries
  const waitsFor = (other: EntryId | null) => other === id || inLine(queue, other)?.absent === 0
  const passed = line.flatMap(({ entry, asked }): [EntryId, Entry][] => {
    const one = entries[entry]
    const counts = one && asked < own.asked && one.absent === 0 && one.pin === null && one.listed === null && !waitsFor(one.behind)
    return counts ? [[entry, { ...one, passed: one.passed + 1 }]] : []
  })
  return passed.length === 0 ? entries : { ...entries, ...Object.fromEntries(passed) }
}
