/**
 * The history of a session, from its commits alone: who asked when, who was given the floor, who was placed by hand. An undone
 * step has not happened, and neither has a call that was taken back. No code of the order is used.
 */
import { type Channel, makeByChannel } from '@rostrum/shared/contract/channels'
import type { EntryId, GroupId, StepId, TurnId } from '@rostrum/shared/contract/ids'
import { waitsInOrder } from '@rostrum/shared/contract/kinds'
import type { Entry, QueueState } from '@rostrum/shared/contract/queue'
import type { CommandType, Event } from '@rostrum/shared/contract/registry'

/** `stated`: the queue directly before each event, with the order that the product states there. */
export type PastCommit = { readonly type: CommandType; readonly events: readonly { readonly event: Event; readonly stated: QueueState }[] }

/** A request for an intervention, by the acts of everybody so far. */
export type Request = {
  readonly id: EntryId
  readonly person: string | null
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly ownAskedAt: number
  readonly sequence: number
  readonly inProgramme: boolean
  /** False for the floor that was given without a request. */
  readonly wasRequested: boolean
  isOpen: boolean
  placedBy: 'chair' | 'consent' | null
  /** Everybody who ever placed it by hand. */
  readonly hands: Set<'chair' | 'consent'>
  inVain: 'absent' | 'declined' | null
  letsFirst: EntryId | null
  /** The request that also speaks for it. */
  spokenForBy: EntryId | null
  timesOvertaken: number
}

type GivenFloor = {
  readonly turn: TurnId
  readonly entry: EntryId
  readonly entities: readonly string[]
  readonly group: GroupId | null
  readonly channel: Channel
}

export type Facts = {
  readonly hasUndo: boolean
  readonly requests: Map<EntryId, Request>
  /** The floors given on the current item. */
  given: GivenFloor[]
  /** The floor that was given without a request and has not started. */
  direct: { readonly turn: TurnId; readonly entry: Entry } | null
  /** Since the opening, for those who asked: requests, and floors given to them. */
  readonly asked: Record<Channel, number>
  readonly heard: Record<Channel, number>
}

/** Returns the commits that have happened: without the undone steps and without the undoing of them. */
const omitUndone = (commits: readonly PastCommit[]): readonly PastCommit[] => {
  const happened: PastCommit[] = []
  for (const { type, events } of commits) {
    const undone = events.flatMap(({ event }) => (event.type === 'steps.undone' ? [event.data.step] : []))
    if (undone.length === 0) happened.push({ type, events })
    else {
      const at = happened.findLastIndex((one) => undone.some((step) => isStepOf(one, step)))
      if (at >= 0) happened.splice(at, 1)
      happened.push({ type, events: events.filter(({ event }) => event.type === 'queue.left' || event.type === 'queue.restored') })
    }
  }
  return happened
}

const isUndo = ({ type }: PastCommit): boolean => type === 'steps.undo'

const isStepOf = ({ events }: PastCommit, step: StepId): boolean =>
  events.some(({ event }) => event.type === 'steps.taken' && event.data.step === step)

/** A call that the staff took back by going on: it was released by a command that says nothing of the speaker. */
const listRecalled = (commits: readonly PastCommit[]): ReadonlySet<TurnId> =>
  new Set(
    commits.flatMap(({ type, events }) =>
      saysOfSpeaker(type) ? [] : events.flatMap(({ event }) => (event.type === 'floor.released' ? [event.data.turn] : [])),
    ),
  )

const saysOfSpeaker = (type: CommandType): boolean => type === 'floor.mark-absent' || type === 'floor.decline'

export const gatherFacts = (commits: readonly PastCommit[]): Facts => {
  const happened = omitUndone(commits)
  const recalled = listRecalled(happened)
  const facts: Facts = {
    hasUndo: commits.some(isUndo),
    requests: new Map(),
    given: [],
    direct: null,
    asked: makeByChannel(() => 0),
    heard: makeByChannel(() => 0),
  }
  for (const { type, events } of happened) {
    const called = events.flatMap(({ event }) => (event.type === 'floor.called' ? [event.data] : []))
    const takenBack = called.filter(({ turn }) => recalled.has(turn)).map(({ entry }) => entry?.id)
    for (const { event, stated } of events) {
      if (event.type === 'queue.left' && event.data.cause === 'called' && takenBack.includes(event.data.entry)) continue
      if (event.type === 'floor.called' && recalled.has(event.data.turn)) continue
      if (event.type === 'queue.postponed' && !saysOfSpeaker(type)) continue
      addEvent(facts, event, stated, type)
    }
  }
  return facts
}

const addEvent = (facts: Facts, { type, data }: Event, stated: QueueState, command: CommandType): void => {
  const { requests } = facts
  switch (type) {
    case 'queue.joined':
      if (waitsInOrder(data.entry.kind)) addRequest(facts, data.entry)
      return
    case 'floor.called':
      if (!data.entry || !waitsInOrder(data.entry.kind)) return
      if (requests.has(data.entry.id)) giveFloor(facts, data.turn, data.entry)
      else facts.direct = { turn: data.turn, entry: data.entry }
      return
    case 'floor.started':
      if (facts.direct?.turn === data.turn) giveFloor(facts, data.turn, facts.direct.entry)
      return
    case 'floor.released':
      takeFloorBack(facts, data.turn)
      return
    case 'queue.left':
      if (data.cause === 'called') countOvertaken(facts, data.entry, stated)
      else close(facts, data.entry)
      return
    case 'queue.postponed':
      if (waitsInOrder(data.entry.kind)) waitAgain(facts, data.entry, command === 'floor.decline' ? 'declined' : 'absent')
      return
    case 'queue.restored':
      if (command === 'steps.undo') countOnce(facts, data.left, stated)
      return
    case 'queue.not-reached':
      for (const { id } of data.entries) closeAll(facts, id)
      return
    case 'queue.segment-started':
      facts.given = []
      return
    case 'queue.moved':
      placeByHand(requests, data.entry, 'chair')
      return
    case 'queue.swapped':
      // Without an undone absence, one of the two has the floor and no place.
      for (const id of [data.entry, data.with]) if (requests.get(id)?.isOpen) placeByHand(requests, id, 'consent')
      return
    case 'queue.unpinned':
      change(requests, data.entry, { placedBy: null })
      return
    case 'queue.held':
      giveUpPlace(requests, data.entry, stated)
      return
    case 'queue.deferred':
      if (requests.get(data.after)?.letsFirst === data.entry) change(requests, data.after, { letsFirst: null })
      change(requests, data.entry, { letsFirst: data.after })
      giveUpPlace(requests, data.entry, stated)
      return
    case 'queue.merged':
      for (const one of listSpokenFor(facts, data.entry)) one.spokenForBy = data.into
      // A request that is merged waits, also if an undo has put a withdrawn request back on the floor since.
      change(requests, data.entry, { spokenForBy: data.into, isOpen: true })
      return
    case 'queue.separated':
      waitAlone(requests.get(data.entry))
      return
  }
}

const change = (requests: Facts['requests'], id: EntryId, changes: Partial<Request>): void => {
  Object.assign(requests.get(id) ?? {}, changes)
}

const placeByHand = (requests: Facts['requests'], id: EntryId, placedBy: 'chair' | 'consent'): void => {
  requests.get(id)?.hands.add(placedBy)
  change(requests, id, { placedBy })
}

/** Its owner gives up the place that the request was given by hand, if it has that place then: the staff may have lifted it by an undone step. */
const giveUpPlace = (requests: Facts['requests'], id: EntryId, stated: QueueState): void => {
  if (stated.entries.get(id)?.pin) change(requests, id, { placedBy: null })
}

const makeRequest = (entry: Entry, wasRequested: boolean): Request => ({
  id: entry.id,
  person: entry.speaker.person,
  entity: entry.speaker.entity,
  group: entry.speaker.group,
  channel: entry.speaker.channel,
  ownAskedAt: entry.askedAt,
  sequence: entry.sequence,
  inProgramme: entry.programmeRank !== null,
  wasRequested,
  isOpen: true,
  placedBy: null,
  hands: new Set(),
  inVain: null,
  letsFirst: null,
  spokenForBy: null,
  timesOvertaken: 0,
})

const addRequest = ({ requests, asked }: Facts, entry: Entry): void => {
  const made = makeRequest(entry, entry.programmeRank === null)
  if (made.wasRequested) asked[made.channel] += 1
  requests.set(made.id, made)
}

/** A person who has asked again since a step that took their request has asked once, when its undo brings that request back. */
const countOnce = ({ requests, asked }: Facts, back: readonly Entry[], stated: QueueState): void => {
  const isAgain = ({ id, person }: Request) =>
    person !== null &&
    stated.entries.has(id) &&
    back.some((was) => was.id !== id && was.speaker.person === person && waitsInOrder(was.kind))
  for (const { wasRequested, channel } of [...requests.values()].filter(isAgain)) if (wasRequested) asked[channel] -= 1
}

const giveFloor = (facts: Facts, turn: TurnId, { id, speaker, onBehalfOf }: Entry): void => {
  const request = facts.requests.get(id)
  const entities = [speaker, ...onBehalfOf].map(({ entity }) => entity)
  facts.given.push({ turn, entry: id, entities, group: speaker.group, channel: speaker.channel })
  if (request?.wasRequested) facts.heard[speaker.channel] += 1
}

const takeFloorBack = (facts: Facts, turn: TurnId): void => {
  const given = facts.given.find((one) => one.turn === turn)
  if (!given) return
  facts.given = facts.given.filter((one) => one !== given)
  if (facts.requests.get(given.entry)?.wasRequested) facts.heard[given.channel] -= 1
}

const waitAgain = ({ requests, given }: Facts, entry: Entry, inVain: 'absent' | 'declined'): void => {
  // Where the call was undone that it answered, the floor of an earlier call may stand.
  if (given.some((floor) => floor.entry === entry.id)) return
  const request = requests.get(entry.id) ?? makeRequest(entry, false)
  requests.set(entry.id, Object.assign(request, { isOpen: true, placedBy: null, letsFirst: null, inVain }))
}

const listSpokenFor = ({ requests }: Facts, host: EntryId): readonly Request[] =>
  [...requests.values()].filter(({ spokenForBy, isOpen }) => spokenForBy === host && isOpen)

const waitAlone = (request: Request | undefined): void => {
  if (request) Object.assign(request, { spokenForBy: null, placedBy: null, letsFirst: null })
}

const close = (facts: Facts, id: EntryId): void => {
  for (const one of listSpokenFor(facts, id)) waitAlone(one)
  change(facts.requests, id, { isOpen: false, spokenForBy: null })
}

const closeAll = (facts: Facts, id: EntryId): void => {
  for (const one of listSpokenFor(facts, id)) one.isOpen = false
  change(facts.requests, id, { isOpen: false })
}

/** True if nothing but the rule and the time of the request places it. */
export const isPlacedByRule = ({ placedBy, inProgramme, inVain }: Request): boolean => placedBy === null && !inProgramme && inVain === null

/** The time that counts for a request: the earliest of those for whom it speaks. */
export const getAskedAt = (facts: Facts, request: Request): number =>
  Math.min(request.ownAskedAt, ...listSpokenFor(facts, request.id).map(({ ownAskedAt }) => ownAskedAt))

export const askedBefore = (facts: Facts, one: Request, other: Request): boolean => {
  const difference = getAskedAt(facts, one) - getAskedAt(facts, other)
  return difference === 0 ? one.sequence < other.sequence : difference < 0
}

export const listEntities = (facts: Facts, { id, entity }: Request): readonly string[] => [
  entity,
  ...listSpokenFor(facts, id).map((one) => one.entity),
]

/** The request that this one lets go first, as long as that one waits and was not called in vain. */
export const findLetFirst = ({ requests }: Facts, { letsFirst }: Request, line: readonly EntryId[]): EntryId | null => {
  const other = letsFirst !== null && line.includes(letsFirst) ? requests.get(letsFirst) : undefined
  return other && other.inVain === null ? other.id : null
}

/** The rule overtakes those who asked earlier when it calls somebody whom it has put first. */
const countOvertaken = (facts: Facts, id: EntryId, { order, suggestion }: QueueState): void => {
  const { requests } = facts
  const called = requests.get(id)
  const line = order.map(({ entry }) => entry)
  if (called && isPlacedByRule(called) && (line[0] === id || suggestion?.entry === id))
    for (const other of line) {
      const one = requests.get(other)
      if (one && other !== id && isPlacedByRule(one) && askedBefore(facts, one, called) && findLetFirst(facts, one, line) === null)
        one.timesOvertaken += 1
    }
  change(requests, id, { isOpen: false })
}
