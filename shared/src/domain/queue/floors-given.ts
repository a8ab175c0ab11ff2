/** The effect of a call on the queue: one more floor given, and overtakes for some who still wait. */

import { isAtEnd } from '../../contract/called-in-vain.ts'
import { type Channel, makeByChannel } from '../../contract/channels.ts'
import type { EntryId } from '../../contract/ids.ts'
import { countsAsIntervention, getEntryRule } from '../../contract/kinds.ts'
import type { Entry, FloorGiven, QueueState } from '../../contract/queue.ts'
import type { Event } from '../../contract/registry.ts'
import { getVoice, listClaimants } from '../../contract/voices.ts'
import { findInOrder } from './derive-order.ts'
import { putEntries } from './entries.ts'
import { causesOutsideRule } from './order-rules.ts'

const toFloorGiven = ({ id, speaker, onBehalfOf }: Entry): FloorGiven => ({
  entry: id,
  entities: [speaker, ...onBehalfOf].map(({ entity }) => entity),
  ...listClaimants([speaker, ...onBehalfOf]),
  group: speaker.group,
  channel: speaker.channel,
})

type Requests = Pick<QueueState, 'requests' | 'requestsByChannel'>

/** Points of order, rights of reply and programme speakers are not counted as requests. */
export const recordRequest = ({ requests, requestsByChannel }: Requests, entry: Entry): Requests => {
  const { channel } = entry.speaker
  return countsAsIntervention(entry.kind) && entry.programmeRank === null
    ? {
        requests: [...requests, toFloorGiven(entry)],
        requestsByChannel: { ...requestsByChannel, [channel]: requestsByChannel[channel] + 1 },
      }
    : { requests, requestsByChannel }
}

/** Removes the requests that count as one with an earlier request. */
export const retractRequests = (queue: QueueState, entries: readonly Entry[]): Requests => {
  const retracted = queue.requests.filter(({ entry }) => entries.some(({ id }) => id === entry))
  if (retracted.length === 0) return queue
  const subtract = (channel: Channel) => queue.requestsByChannel[channel] - retracted.filter((one) => one.channel === channel).length
  return {
    requests: queue.requests.filter((one) => !retracted.includes(one)),
    requestsByChannel: makeByChannel(subtract),
  }
}

/** Records a call. `queue.entries` no longer has the called entry; `queue.order` still has it. */
export const recordCall = (queue: QueueState, entry: Entry): QueueState => {
  const { kind, speaker } = entry
  const { countsAs } = getEntryRule(kind)
  if (countsAs === 'nothing') return queue
  if (countsAs === 'reply') return { ...queue, repliesGiven: [...queue.repliesGiven, getVoice(queue, speaker)] }
  const { channel } = speaker
  return {
    ...queue,
    entries: countOvertakes(queue, entry.id),
    floorsGiven: [...queue.floorsGiven, toFloorGiven(entry)],
    floorsGivenByChannel: wasRequested(queue, entry)
      ? { ...queue.floorsGivenByChannel, [channel]: queue.floorsGivenByChannel[channel] + 1 }
      : queue.floorsGivenByChannel,
  }
}

/** Returns the event that counts the floor of a speaker who begins without a call from the queue. A call from the queue counts at once. */
export const countDirectFloor = ({ floorsGiven }: QueueState, entry: Entry | null): readonly Event[] =>
  entry && countsAsIntervention(entry.kind) && !floorsGiven.some((floor) => floor.entry === entry.id)
    ? [{ type: 'queue.floor-given', data: { floor: toFloorGiven(entry), person: entry.speaker.person } }]
    : []

/** True if the entry was requested: neither the programme nor the Chair alone has brought it. */
const wasRequested = ({ requests }: QueueState, { id }: Entry): boolean => requests.some(({ entry }) => entry === id)

/** Removes the floors given and the replies of entries that were called and did not speak. */
export const retractFloors = (queue: QueueState, entries: readonly Entry[]): QueueState => {
  const ids = entries.map(({ id }) => id)
  const requested = entries.filter((entry) => wasRequested(queue, entry) && queue.floorsGiven.some((floor) => floor.entry === entry.id))
  const subtract = (channel: Channel) =>
    queue.floorsGivenByChannel[channel] - requested.filter(({ speaker }) => speaker.channel === channel).length
  const replies = entries.filter(({ kind }) => getEntryRule(kind).countsAs === 'reply').map(({ speaker }) => getVoice(queue, speaker))
  return {
    ...queue,
    repliesGiven: replies.reduce(removeLast, queue.repliesGiven),
    floorsGiven: queue.floorsGiven.filter(({ entry }) => !ids.includes(entry)),
    floorsGivenByChannel: requested.length === 0 ? queue.floorsGivenByChannel : makeByChannel(subtract),
  }
}

const removeLast = (all: readonly string[], one: string): readonly string[] => {
  const last = all.lastIndexOf(one)
  return all.filter((_, index) => index !== last)
}

/** Counts one more overtake for each earlier request that the rule places, if the rule called the entry before them. */
const countOvertakes = (queue: QueueState, id: EntryId): QueueState['entries'] => {
  const { order, suggestion, entries } = queue
  const cause = [order[0], suggestion].find((place) => place?.entry === id)?.cause
  const calledPosition = order.find(({ entry }) => entry === id)
  if (!calledPosition || !cause || causesOutsideRule.has(cause)) return entries
  const waitsFor = (other: EntryId | null) => {
    const waiting = findInOrder(queue, other)
    return other === id || (waiting !== null && !isAtEnd(waiting))
  }
  const overtaken = order.flatMap(({ entry, requestRank }): readonly Entry[] => {
    const one = entries.get(entry)
    const isOvertaken =
      one &&
      requestRank < calledPosition.requestRank &&
      !isAtEnd(one) &&
      one.pin === null &&
      one.programmeRank === null &&
      !waitsFor(one.deferredTo)
    return isOvertaken ? [{ ...one, timesOvertaken: one.timesOvertaken + 1 }] : []
  })
  return putEntries(entries, ...overtaken)
}
