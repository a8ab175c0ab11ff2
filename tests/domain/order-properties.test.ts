/** Promises of the speaking order: random requests, hands, calls, holds, moves, deferrals, joint statements, mode changes. */

import { firmPositions } from '@rostrum/shared/contract/enums'
import type { EntryId } from '@rostrum/shared/contract/ids'
import { waitsInOrder } from '@rostrum/shared/contract/kinds'
import type { Entry } from '@rostrum/shared/contract/queue'
import { countLaterAhead, rankByRequest } from '@rostrum/shared/contract/request-rank'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { computeOrder, previewOrder } from '@rostrum/shared/domain/queue/speaking-order'
import { isEqual } from '@rostrum/shared/kernel/equality'
import { projectAudience } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import {
  causesOutsideRule,
  findInOrder,
  forAllSessions,
  getByRule,
  getEventTypes,
  getIds,
  getIndex,
  getPlaced,
  hasReturned,
  hasRule,
  isByHand,
  isByRule,
  isDeferring,
} from '../support/order-properties.ts'
import type { PlayedCommand } from '../support/random-session.ts'

test('[O10] everybody who waits has exactly one position, and nobody else has any', () =>
  forAllSessions(({ after: { queue } }) => {
    const waiting = [...queue.entries.values()].filter(({ kind, held }) => waitsInOrder(kind) && !held).map(({ id }) => id)
    expect([...getIds(queue.order)].sort()).toEqual(waiting.sort())
  }))

test('[O10] points of order and rights of reply wait outside the order, first asked first', () =>
  forAllSessions(({ after: { queue } }) => {
    const of = (wanted: Entry['kind']) => [...queue.entries.values()].filter(({ kind }) => kind === wanted)
    const waiting = { pointsOfOrder: of('point-of-order'), replies: of('right-of-reply').filter(({ held }) => !held) }
    for (const kind of ['pointsOfOrder', 'replies'] as const) {
      expect([...queue[kind]].sort()).toEqual(waiting[kind].map(({ id }) => id).sort())
      // Speakers who were absent come after the others, and those who declined after them, by when they declined.
      const keys = queue[kind].map((id) => {
        const { missedCalls = 0, declinedAt = null, askedAt = 0 } = queue.entries.get(id) ?? {}
        return declinedAt === null ? [missedCalls > 0 ? 1 : 0, askedAt] : [2, declinedAt]
      })
      expect(keys).toEqual([...keys].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d))
    }
  }))

test('[O11] the same history gives the same order', () =>
  forAllSessions(({ before, after, decision, at }) => {
    const again = evolveAll({ ...before, queue: structuredClone(before.queue) }, decision.ok ? decision.events : [], at)
    expect(again.queue).toEqual(after.queue)
  }, 40))

test('[O11] computed again with nothing changed, the order is the same object', () =>
  forAllSessions(({ before, after, decision }) => {
    expect(computeOrder(after.queue, after.queue.order)).toEqual(after.queue.order)
    const quiet =
      decision.ok &&
      decision.events.every(({ type }) => !type.startsWith('queue.') || type === 'queue.topic-set' || type === 'queue.readied')
    if (quiet) expect(after.queue.order).toBe(before.queue.order)
  }))

test('[O11] unchanged positions are the same objects, and so is the order if all of them are unchanged', () =>
  forAllSessions(({ before, after }) => {
    const { order } = after.queue
    expect(computeOrder(after.queue, order, order)).toBe(order)
    for (const [index, position] of computeOrder(after.queue, order, before.queue.order).entries()) {
      const was = before.queue.order[index]
      if (isEqual(was, position)) expect(position).toBe(was)
    }
  }))

test('[O1, O14] in order received, or if the rule only suggests, an entry that nothing else moves is placed by request time', () =>
  forAllSessions(({ after: { queue } }) => {
    if (hasRule(queue)) return
    const plain = getByRule(queue).filter(({ entry }) => !isDeferring(queue, entry))
    const times = plain.map(({ entry }) => entry.askedAt)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    for (const { place } of plain) expect(['received', 'deferred']).toContain(place.cause)
  }))

/**
 * Returns how often each entry may be overtaken: the limit, or more because of firm positions. They were ahead of it when it joined,
 * returned, or stopped deferring.
 */
const computeBounds = (steps: readonly PlayedCommand[], until: PlayedCommand): ReadonlyMap<EntryId, number> => {
  const bounds = new Map<EntryId, number>()
  for (const step of steps.slice(0, steps.indexOf(until) + 1)) {
    const { before, after } = step
    const was = new Map(getByRule(before.queue).map(({ entry }) => [entry.id, entry]))
    const firm = hasRule(before.queue) ? getPlaced(before.queue).filter(({ entry }) => findInOrder(after.queue, entry.id)) : []
    for (const { entry } of getByRule(after.queue)) {
      const earlier = was.get(entry.id)
      const stayed = earlier && earlier.askedAt === entry.askedAt && !isDeferring(before.queue, earlier)
      if (stayed && bounds.has(entry.id) && !hasReturned(step)) continue
      const ahead = hasReturned(step) ? firmPositions : firm.slice(0, firmPositions).filter((other) => other.entry.id !== entry.id).length
      bounds.set(entry.id, Math.max(bounds.get(entry.id) ?? 0, after.queue.maxOvertakes, entry.timesOvertaken + ahead))
    }
  }
  return bounds
}

test('[O6] the rule overtakes nobody beyond the limit, in fact or in the plan, except by positions already firm', () =>
  forAllSessions((step, steps) => {
    const bounds = computeBounds(steps, step)
    for (const { place, entry } of getByRule(step.after.queue)) {
      expect(entry.timesOvertaken + place.aheadByRule).toBeLessThanOrEqual(bounds.get(entry.id) ?? 0)
    }
  }, 80))

test('[O6, O14] only a call by the rule overtakes: of the first position in its turn, or of the suggested one', () =>
  forAllSessions((step) => {
    const { before, after, command } = step
    if (hasReturned(step)) return
    const called = command.type === 'floor.call' ? command.data.entry : null
    const own = before.queue.order.find(({ entry }) => entry === called)
    const by = [before.queue.order[0], before.queue.suggestion].find((one) => one?.entry === called)
    const inTurn = own && by && !causesOutsideRule.includes(by.cause)
    for (const entry of [...after.queue.entries.values()]) {
      const was = before.queue.entries.get(entry.id)
      const place = before.queue.order.find((one) => one.entry === entry.id)
      const counts = inTurn && was && place && place.requestRank < own.requestRank && isByRule(was) && !isDeferring(before.queue, was)
      const turn = before.floor.current?.entry
      const known = was ?? (turn?.id === entry.id ? turn : before.queue.joint[entry.id]?.entry)
      expect(entry.timesOvertaken).toBe((known?.timesOvertaken ?? 0) + (counts ? 1 : 0))
    }
  }))

test('[O7] the first two positions stay until they leave, are held, were absent, or are moved', () =>
  forAllSessions((step) => {
    const { before, after } = step
    if (!hasRule(before.queue) || !hasRule(after.queue) || isByHand(step) || getEventTypes(step).includes('queue.segment-started')) return
    const firm = getPlaced(before.queue)
      .filter(({ entry }) => findInOrder(after.queue, entry.id))
      .slice(0, 2)
      .filter(({ place }) => !causesOutsideRule.includes(place.cause))
      .flatMap(({ entry }) => findInOrder(after.queue, entry.id) ?? [])
      .filter(isByRule)
    if (firm.some((entry) => isDeferring(after.queue, entry))) return
    const first = getPlaced(after.queue)
      .slice(0, 2)
      .filter(({ entry }) => isByRule(entry))
      .map(({ entry }) => entry.id)
    const stay = firm.map(({ id }) => id).slice(0, first.length)
    expect(first.slice(0, stay.length)).toEqual(stay)
  }))

test('[O12] calling the next one does not change the order of the others', () =>
  forAllSessions((step) => {
    const { before, after, command } = step
    if (command.type !== 'floor.call' || command.data.entry !== before.queue.next || hasReturned(step)) return
    expect(getIds(after.queue.order)).toEqual(getIds(before.queue.order).filter((id) => id !== command.data.entry))
  }, 200))

test('[O9] the figures of a position agree with the order, using only what everybody can see', () =>
  forAllSessions(({ after }) => {
    const { order: seen, causes, entries, queue: list } = projectAudience(after, 'public').view
    const line = after.queue.order
    const ranked = rankByRequest(seen, causes, entries)
    expect(ranked.map(({ entry, requestRank }) => [entry, requestRank])).toEqual(line.map(({ entry, requestRank }) => [entry, requestRank]))
    expect(line.map(({ requestRank: asked }) => asked).sort((a, b) => a - b)).toEqual(line.map((_, index) => index + 1))
    const byTime = [...line].sort((a, b) => a.requestRank - b.requestRank).map(({ entry }) => entries[entry]?.askedAt ?? 0)
    expect(byTime).toEqual([...byTime].sort((a, b) => a - b))
    for (const [index, place] of line.entries()) {
      const before = line.slice(0, index)
      const later = before.filter((other) => other.requestRank > place.requestRank)
      const settled = later.filter(({ cause }) => causesOutsideRule.includes(cause)).length
      expect([place.aheadEarlier, place.aheadByRule + place.aheadOther]).toEqual([index - later.length, later.length])
      expect(countLaterAhead(ranked, index)).toBe(later.length)
      expect(ranked[index]?.cause).toBe(place.cause)
      if (causesOutsideRule.includes(place.cause)) expect(place.aheadByRule).toBe(0)
      else expect(place.aheadOther).toBeGreaterThanOrEqual(settled)
      const own = after.queue.entries.get(place.entry)
      if (own?.deferredTo === null && !causesOutsideRule.includes(place.cause)) expect(place.aheadOther).toBe(settled)
      expect(place.overtakesLeft).toBe(Math.max(0, list.maxOvertakes - (own?.timesOvertaken ?? 0) - place.aheadByRule))
      const row = entries[place.entry]
      const moved = { chair: 'moved', consent: 'swapped' } as const
      if (row?.pinnedBy) expect(place.cause).toBe(moved[row.pinnedBy])
      else if (own?.declinedAt != null) expect(place.cause).toBe('declined')
      else if (row?.missedCalls) expect(place.cause).toBe('absent')
      else expect(place.cause === 'programme').toBe(row?.inProgramme)
    }
  }))

test('[O9] each cause is true', () =>
  forAllSessions(({ after: { queue } }) => {
    if (!hasRule(queue)) return
    for (const [index, { place, entry }] of getPlaced(queue).entries()) {
      if (place.cause === 'kept') expect(index).toBeLessThan(firmPositions)
      const ahead = getPlaced(queue)
        .slice(0, index)
        .map((one) => one.entry)
      const entities = [
        ...queue.floorsGiven.flatMap((one) => one.entities),
        ...ahead.flatMap((one) => [one.speaker, ...one.onBehalfOf].map((by) => by.entity)),
      ]
      const heard = [...queue.floorsGiven, ...ahead.map(({ speaker }) => speaker)]
      const ofGroup = heard.filter(({ group }) => group === entry.speaker.group).length
      const spoke = entities.includes(entry.speaker.entity)
      const given = { ...queue.floorsGivenByChannel }
      for (const { programmeRank: listed, speaker } of ahead) if (listed === null) given[speaker.channel] += 1
      const asked = { room: 0, remote: 0 }
      for (const { channel } of queue.requests) asked[channel] += 1
      const getShare = (one: 'room' | 'remote') => asked[one] / queue.requests.length
      const getDue = (one: 'room' | 'remote') => getShare(one) * (given.room + given.remote + 1) - given[one]
      const other = entry.speaker.channel === 'room' ? 'remote' : 'room'
      if (place.cause === 'entity-first') expect(spoke).toBe(false)
      if (place.cause === 'entity-spoken') expect(spoke).toBe(true)
      if (place.cause === 'group-first') expect(ofGroup).toBe(0)
      if (place.cause === 'group-turn') expect(ofGroup).toBeGreaterThan(0)
      if (place.cause === 'channel-turn' && queue.mode === 'balanced') expect(heard.at(-1)?.channel).not.toBe(entry.speaker.channel)
      if (place.cause === 'channel-turn' && queue.mode === 'alternate')
        expect(getDue(entry.speaker.channel)).toBeGreaterThan(getDue(other) - 1e-9)
      if (place.cause === 'overtake-limit') expect(entry.timesOvertaken + place.aheadByRule).toBeGreaterThanOrEqual(queue.maxOvertakes)
      if (place.cause === 'deferred') expect(entry.deferredTo).not.toBeNull()
    }
  }))

test('[O7] changing the mode frees the first two: the order is computed without firm positions, as in the preview', () =>
  forAllSessions(({ before, after, decision }) => {
    if (!decision.ok || !decision.events.some(({ type }) => type === 'queue.order-set')) return
    expect(after.queue.order).toEqual(computeOrder(after.queue, []))
    expect(previewOrder(before.queue, after.queue.mode, after.queue.suggestOnly)).toEqual(after.queue.order)
  }))

test('[O14] the suggestion is the first position in the rule’s order', () =>
  forAllSessions(({ after: { queue } }) => {
    const [first] = previewOrder(queue, queue.mode, false)
    const wanted = queue.suggestOnly && queue.mode !== 'received' && first ? { entry: first.entry, cause: first.cause } : null
    expect(queue.suggestion).toEqual(wanted)
  }))

test('[O15] a moved entry keeps its position, and comes nearer only when entries ahead of it leave', () =>
  forAllSessions((step) => {
    const { before, after } = step
    if (isByHand(step)) return
    for (const [index, { entry }] of getPlaced(after.queue).entries()) {
      expect(entry.pin === null ? index : entry.pin.position).toBe(index)
      const was = before.queue.entries.get(entry.id)?.pin
      if (!entry.pin || !was) continue
      const left = before.queue.order.slice(0, was.position).filter((place) => !findInOrder(after.queue, place.entry)).length
      const atTheEnd = getPlaced(after.queue)
        .slice(index)
        .every((one) => one.entry.pin)
      if (index !== was.position - left) expect([atTheEnd, index < was.position - left]).toEqual([true, true])
    }
  }))

test('[O15] a moved entry is at its new position, and the first two positions stay firm around it', () =>
  forAllSessions(({ before, after, decision }) => {
    const moved = decision.ok ? decision.events.find(({ type }) => type === 'queue.moved') : undefined
    if (moved?.type !== 'queue.moved') return
    const { entry, before: next } = moved.data
    const index = getIndex(after.queue, entry)
    const others = getIds(before.queue.order).filter((id) => id !== entry)
    expect(index).toBe(next === null ? others.length : others.indexOf(next))
    const firm = hasRule(after.queue) ? [...others.slice(0, index), entry, ...others.slice(index)].slice(0, firmPositions) : []
    const free = firm.every((id) => {
      const one = after.queue.entries.get(id)
      return (
        one &&
        (one.pin !== null ||
          (one.programmeRank === null && one.missedCalls === 0 && one.declinedAt === null && !isDeferring(after.queue, one)))
      )
    })
    if (free && others.every((id) => after.queue.entries.get(id)?.programmeRank === null)) {
      const keeps = firm.filter(
        (id) =>
          after.queue.entries.get(id)?.pin ||
          !causesOutsideRule.includes(before.queue.order.find((one) => one.entry === id)?.cause ?? 'moved'),
      )
      if (keeps.length === firm.length) expect(getIds(after.queue.order).slice(0, firm.length)).toEqual(firm)
    }
  }))

test('[O16] deferring only ever moves an entry back, behind the one that it lets go first', () =>
  forAllSessions(({ before, after, decision }) => {
    const deferred = decision.ok ? decision.events.find(({ type }) => type === 'queue.deferred') : undefined
    if (deferred?.type !== 'queue.deferred') return
    const { entry, after: other } = deferred.data
    const place = before.queue.order[getIndex(before.queue, entry)]
    const inCircle = [...before.queue.entries.values()].some(({ deferredTo: behind }) => behind === entry)
    const pressed = getPlaced(after.queue).some(
      (one) => one.entry.id !== entry && isByRule(one.entry) && isDeferring(after.queue, one.entry),
    )
    if (inCircle || pressed) return
    if (getIndex(after.queue, entry) < getIndex(after.queue, other)) {
      // The rule could not choose anybody else for this position, and the other entry is pinned further back.
      const left = getPlaced(after.queue).slice(getIndex(after.queue, entry))
      expect(after.queue.entries.get(other)?.pin).not.toBeNull()
      expect(left.filter((one) => isByRule(one.entry) && !isDeferring(after.queue, one.entry))).toEqual([])
      return
    }
    const capped = (before.queue.entries.get(entry)?.timesOvertaken ?? 0) + (place?.aheadByRule ?? 0) >= before.queue.maxOvertakes
    if (!capped) expect(getIndex(after.queue, entry)).toBeGreaterThan(getIndex(before.queue, entry))
  }, 200))
