/** Makes random queues of any size, with everything that affects the order: pins, programme, deferrals, absences, floors given. */

import type { Channel } from '@rostrum/shared/contract/channels'
import { entryKinds, orderModes } from '@rostrum/shared/contract/enums'
import type { EntryId, GroupId } from '@rostrum/shared/contract/ids'
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import type { Entry, FloorGiven, Position, QueueState, Speaker } from '@rostrum/shared/contract/queue'
import { initialQueue } from '@rostrum/shared/domain/queue/evolve'
import { createEntry } from '@rostrum/shared/domain/queue/new-entry'
import { afterNoon } from './fixtures.ts'
import type { SeededRandom } from './seeded-random.ts'

/** The frequency of everything that a queue can contain. Each share ranges from none to much, so that there are plain queues too. */
type Mix = {
  readonly entities: number
  readonly groups: number
  readonly remote: number
  readonly pinned: number
  readonly listed: number
  readonly deferring: number
  readonly calledInVain: number
  readonly overtaken: number
  readonly joint: number
}

const pickShare = (random: SeededRandom): number => random.pick([0, 0, 0.03, 0.2, 0.6])
const pickMix = (random: SeededRandom, size: number): Mix => ({
  entities: random.pick([1, 3, Math.ceil(size / 2), size * 3]),
  groups: random.pick([1, 2, 5, 30]),
  remote: random.pick([0, 0.1, 0.5, 1]),
  pinned: pickShare(random),
  listed: pickShare(random),
  deferring: pickShare(random),
  calledInVain: pickShare(random),
  overtaken: pickShare(random),
  joint: pickShare(random),
})

const toId = (index: number): EntryId => `entry-${index}` as EntryId
const makeSpeaker = (random: SeededRandom, { entities, groups, remote }: Mix): Speaker => {
  const group = random.nextBelow(groups + 1)
  const channel: Channel = random.isLikely(remote) ? 'remote' : 'room'
  const entity = `entity-${random.nextBelow(entities)}`
  return { person: null, entity, nameId: null, number: 0, group: group === 0 ? null : (`group-${group}` as GroupId), channel }
}

const makeEntry = (random: SeededRandom, mix: Mix, index: number, size: number): Entry => {
  const speaker = makeSpeaker(random, mix)
  // Some are not recorded in the order of asking: raised hands are seen later, and an undo brings entries back.
  const askedAt = afterNoon(random.isLikely(0.1) ? random.nextBelow(size) : Math.floor(index / random.pick([1, 1, 3])))
  const made = createEntry({
    id: toId(index),
    kind: random.isLikely(0.5) ? ordinaryKind : random.pick(entryKinds),
    speaker,
    askedAt,
    sequence: index,
    requestChannel: speaker.channel,
    segment: null,
  })
  return {
    ...made,
    kind: random.isLikely(0.9) ? ordinaryKind : made.kind,
    held: random.isLikely(0.03),
    pin: random.isLikely(mix.pinned) ? { position: random.nextBelow(size + 3), by: random.pick(['chair', 'consent']) } : null,
    programmeRank: random.isLikely(mix.listed) ? random.nextBelow(5) : null,
    // The other entry may be any entry, this entry itself, or one that does not exist. So chains and circles occur by chance.
    deferredTo: random.isLikely(mix.deferring) ? toId(random.isLikely(0.5) ? index + 1 : random.nextBelow(size + 1)) : null,
    missedCalls: random.isLikely(mix.calledInVain) ? 1 : 0,
    declinedAt: random.isLikely(mix.calledInVain / 2) ? afterNoon(random.nextBelow(1_000)) : null,
    timesOvertaken: random.isLikely(mix.overtaken) ? random.nextBelow(8) : 0,
    onBehalfOf: random.isLikely(mix.joint) ? [makeSpeaker(random, mix), makeSpeaker(random, mix)].slice(random.nextBelow(2)) : [],
  }
}

const makeFloor = (random: SeededRandom, mix: Mix, index: number): FloorGiven => {
  const { entity, group, channel } = makeSpeaker(random, mix)
  return { entry: `gone-${index}` as EntryId, entities: [entity], group, channel }
}

const makeMany = <Thing>(count: number, make: (index: number) => Thing): Thing[] => Array.from({ length: count }, (_, index) => make(index))

export const makeRandomQueue = (random: SeededRandom, size: number): QueueState => {
  const mix = pickMix(random, size)
  const entries = makeMany(size, (index) => makeEntry(random, mix, index, size))
  const floorsGiven = makeMany(random.pick([0, 1, 5, 40]), (index) => makeFloor(random, mix, index))
  const requestsByChannel = { room: random.nextBelow(size + 20), remote: random.nextBelow(size + 20) }
  const makeRequests = (channel: Channel) =>
    makeMany(requestsByChannel[channel], (index) => ({ ...makeFloor(random, mix, index), channel }))
  return {
    ...initialQueue,
    mode: random.pick(orderModes),
    suggestOnly: random.isLikely(0.2),
    maxOvertakes: random.nextBelow(7),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    floorsGiven,
    floorsGivenByChannel: { room: random.nextBelow(30), remote: random.nextBelow(30) },
    requests: [...makeRequests('room'), ...makeRequests('remote')],
    requestsByChannel,
  }
}

/** Makes positions that were filled before, by the rule or otherwise. Most of the entries are waiting. */
export const makeFirmPositions = (random: SeededRandom, size: number): readonly Position[] =>
  makeMany(random.nextBelow(4), () => ({
    entry: toId(random.nextBelow(size + 1)),
    cause: random.pick(['received', 'group-first', 'channel-turn', 'overtake-limit', 'deferred', 'kept', 'moved', 'programme', 'absent']),
    requestRank: 1,
    aheadEarlier: 0,
    aheadByRule: 0,
    aheadOther: 0,
    overtakesLeft: 0,
  }))
