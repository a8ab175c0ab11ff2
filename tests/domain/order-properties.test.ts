/** What holds of the speaking order whatever happens: random requests, hands, calls, holds, moves, wishes, joint statements and changes of rule. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Entry } from '@rostrum/shared/contract/queue'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { orderUnder, speakingOrder } from '@rostrum/shared/domain/queue/speaking-order'
import { projectAudience } from '@rostrum/shared/projection/registry'
import { expect, test } from 'vitest'
import {
  always,
  byHand,
  cameBack,
  ids,
  indexOf,
  inLine,
  isRuled,
  isWaiting,
  notByRule,
  placed,
  ruled,
  rules,
  typesIn,
} from '../support/order-properties.ts'
import type { Step } from '../support/random-session.ts'

test('[O10] everybody who waits has one place, nobody else has any', () =>
  always(({ after: { queue } }) => {
    const waiting = Object.values(queue.entries)
      .filter(({ kind, held }) => kind === 'intervention' && !held)
      .map(({ id }) => id)
    expect([...ids(queue.line)].sort()).toEqual(waiting.sort())
  }))

test('[O10] points of order and rights of reply that wait are kept beside the line, first asked first', () =>
  always(({ after: { queue } }) => {
    const of = (wanted: Entry['kind']) => Object.values(queue.entries).filter(({ kind }) => kind === wanted)
    const waiting = { points: of('point-of-order'), replies: of('right-of-reply').filter(({ held }) => !held) }
    for (const kind of ['points', 'replies'] as const) {
      expect([...queue[kind]].sort()).toEqual(waiting[kind].map(({ id }) => id).sort())
      const keys = queue[kind].map((id) => (queue.entries[id]?.absent ? 1e15 : 0) + (queue.entries[id]?.askedAt ?? 0))
      expect(keys).toEqual([...keys].sort((a, b) => a - b))
    }
  }))

test('[O11] the same history makes the same order', () =>
  always(({ before, after, decision, at }) => {
    const again = evolveAll({ ...before, queue: JSON.parse(JSON.stringify(before.queue)) }, decision.ok ? decision.events : [], at)
    expect(again.queue).toEqual(after.queue)
  }, 40))

test('[O11] made anew where nothing has changed, it is what it was, down to the object', () =>
  always(({ before, after, decision }) => {
    expect(speakingOrder(after.queue, after.queue.line)).toEqual(after.queue.line)
    const quiet =
      decision.ok && decision.events.every(({ type }) => !type.startsWith('queue.') || type === 'queue.noted' || type === 'queue.readied')
    if (quiet) expect(after.queue.line).toBe(before.queue.line)
  }))

test('[O1, O14] in order received, and where the rule only suggests, whom nothing else moves stands by request time', () =>
  always(({ after: { queue } }) => {
    if (rules(queue)) return
    const plain = ruled(queue).filter(({ entry }) => !isWaiting(queue, entry))
    const times = plain.map(({ entry }) => entry.askedAt)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    for (const { place } of plain) expect(['received', 'own-wish']).toContain(place.cause)
  }))

/** How far an entry may be passed: the cap, or what already stood firm before it when it came in, or back, or let nobody go first any more. */
const boundsOf = (steps: readonly Step[], until: Step): ReadonlyMap<EntryId, number> => {
  const bounds = new Map<EntryId, number>()
  for (const step of steps.slice(0, steps.indexOf(until) + 1)) {
    const { before, after } = step
    const was = new Map(ruled(before.queue).map(({ entry }) => [entry.id, entry]))
    const firm = rules(before.queue) ? placed(before.queue).filter(({ entry }) => inLine(after.queue, entry.id)) : []
    for (const { entry } of ruled(after.queue)) {
      const earlier = was.get(entry.id)
      const stayed = earlier && earlier.askedAt === entry.askedAt && !isWaiting(before.queue, earlier)
      if (stayed && bounds.has(entry.id) && !cameBack(step)) continue
      const ahead = cameBack(step) ? 2 : firm.slice(0, 2).filter((other) => other.entry.id !== entry.id).length
      bounds.set(entry.id, Math.max(bounds.get(entry.id) ?? 0, after.queue.overtakes, entry.passed + ahead))
    }
  }
  return bounds
}

test('[O6] nobody is passed by the rule more often than the cap, in deed or in plan, save by places that stood firm already', () =>
  always((step, steps) => {
    const bounds = boundsOf(steps, step)
    for (const { place, entry } of ruled(step.after.queue)) {
      expect(entry.passed + place.placed).toBeLessThanOrEqual(bounds.get(entry.id) ?? 0)
    }
  }, 80))

test('[O6, O14] only a call by the rule passes: of the first in its turn, or of the one suggested', () =>
  always((step) => {
    const { before, after, command } = step
    if (cameBack(step)) return
    const called = command.type === 'floor.call' ? command.data.entry : null
    const own = before.queue.line.find(({ entry }) => entry === called)
    const by = [before.queue.line[0], before.queue.suggestion].find((one) => one?.entry === called)
    const inTurn = own && by && !notByRule.includes(by.cause)
    for (const entry of Object.values(after.queue.entries)) {
      const was = before.queue.entries[entry.id]
      const place = before.queue.line.find((one) => one.entry === entry.id)
      const counts = inTurn && was && place && place.asked < own.asked && isRuled(was) && !isWaiting(before.queue, was)
      const turn = before.floor.current?.entry
      const known = was ?? (turn?.id === entry.id ? turn : before.queue.joint[entry.id]?.entry)
      expect(entry.passed).toBe((known?.passed ?? 0) + (counts ? 1 : 0))
    }
  }))

test('[O7] the first two places stay, until they leave, are held, were not there, or are moved', () =>
  always((step) => {
    const { before, after } = step
    if (!rules(before.queue) || !rules(after.queue) || byHand(step) || typesIn(step).includes('queue.moved-on')) return
    const firm = placed(before.queue)
      .filter(({ entry }) => inLine(after.queue, entry.id))
      .slice(0, 2)
      .filter(({ place }) => !notByRule.includes(place.cause))
      .flatMap(({ entry }) => inLine(after.queue, entry.id) ?? [])
      .filter(isRuled)
    if (firm.some((entry) => isWaiting(after.queue, entry))) return
    const first = placed(after.queue)
      .slice(0, 2)
      .filter(({ entry }) => isRuled(entry))
      .map(({ entry }) => entry.id)
    const stay = firm.map(({ id }) => id).slice(0, first.length)
    expect(first.slice(0, stay.length)).toEqual(stay)
  }))

test('[O12] calling the next one changes nobody else’s turn', () =>
  always((step) => {
    const { before, after, command } = step
    if (command.type !== 'floor.call' || command.data.entry !== before.queue.next || cameBack(step)) return
    expect(ids(after.queue.line)).toEqual(ids(before.queue.line).filter((id) => id !== command.data.entry))
  }, 200))

test('[O9] the figures of a place agree with the line, from what everybody can see', () =>
  always(({ after }) => {
    const { line, entries, list } = projectAudience(after, 'public').view
    expect(line.map(({ asked }) => asked).sort((a, b) => a - b)).toEqual(line.map((_, index) => index + 1))
    const byTime = [...line].sort((a, b) => a.asked - b.asked).map(({ entry }) => entries[entry]?.askedAt ?? 0)
    expect(byTime).toEqual([...byTime].sort((a, b) => a - b))
    for (const [index, place] of line.entries()) {
      const before = line.slice(0, index)
      const later = before.filter((other) => other.asked > place.asked)
      const settled = later.filter(({ cause }) => notByRule.includes(cause)).length
      expect([place.earlier, place.placed + place.aside]).toEqual([index - later.length, later.length])
      if (notByRule.includes(place.cause)) expect(place.placed).toBe(0)
      else expect(place.aside).toBeGreaterThanOrEqual(settled)
      const own = after.queue.entries[place.entry]
      if (own?.behind === null && !notByRule.includes(place.cause)) expect(place.aside).toBe(settled)
      expect(place.left).toBe(Math.max(0, list.overtakes - (own?.passed ?? 0) - place.placed))
      const row = entries[place.entry]
      const moved = { chair: 'moved', consent: 'swapped' } as const
      if (row?.moved) expect(place.cause).toBe(moved[row.moved])
      else if (row?.absent) expect(place.cause).toBe('absent')
      else expect(place.cause === 'listed').toBe(row?.listed)
    }
  }))

test('[O9] a cause says what is so', () =>
  always(({ after: { queue } }) => {
    if (!rules(queue)) return
    for (const [index, { place, entry }] of placed(queue).entries()) {
      if (index < 2) continue // the first two keep the cause that brought them there
      const ahead = placed(queue)
        .slice(0, index)
        .map((one) => one.entry)
      const entities = [
        ...queue.served.flatMap((one) => one.entities),
        ...ahead.flatMap((one) => [one.speaker, ...one.behalf].map((by) => by.entity)),
      ]
      const heard = [...queue.served, ...ahead.map(({ speaker }) => speaker)]
      const ofGroup = heard.filter(({ group }) => group === entry.speaker.group).length
      const spoke = entities.includes(entry.speaker.entity)
      const given = { ...queue.given }
      for (const { listed, speaker } of ahead) if (listed === null) given[speaker.channel] += 1
      const asked = { room: 0, remote: 0 }
      for (const { channel } of queue.requests) asked[channel] += 1
      const share = (one: 'room' | 'remote') => asked[one] / queue.requests.length
      const due = (one: 'room' | 'remote') => share(one) * (given.room + given.remote + 1) - given[one]
      const other = entry.speaker.channel === 'room' ? 'remote' : 'room'
      if (place.cause === 'entity-first') expect(spoke).toBe(false)
      if (place.cause === 'entity-spoken') expect(spoke).toBe(true)
      if (place.cause === 'group-unheard') expect(ofGroup).toBe(0)
      if (place.cause === 'group-turn') expect(ofGroup).toBeGreaterThan(0)
      if (place.cause === 'channel-turn' && queue.mode === 'balanced') expect(heard.at(-1)?.channel).not.toBe(entry.speaker.channel)
      if (place.cause === 'channel-turn' && queue.mode === 'alternate')
        expect(due(entry.speaker.channel)).toBeGreaterThan(due(other) - 1e-9)
      if (place.cause === 'cap') expect(entry.passed + place.placed).toBeGreaterThanOrEqual(queue.overtakes)
      if (place.cause === 'own-wish') expect(entry.behind).not.toBeNull()
    }
  }))

test('[O7] a change of the rule frees the first two: the line is as if nothing had stood firm, and as it was shown before', () =>
  always(({ before, after, decision }) => {
    if (!decision.ok || !decision.events.some(({ type }) => type === 'queue.ordered')) return
    expect(after.queue.line).toEqual(speakingOrder(after.queue, []))
    expect(orderUnder(before.queue, after.queue.mode, after.queue.recommend)).toEqual(after.queue.line)
  }))

test('[O14] what is suggested is the first place of what the rule would make', () =>
  always(({ after: { queue } }) => {
    const [first] = orderUnder(queue, queue.mode, false)
    const wanted = queue.recommend && queue.mode !== 'received' && first ? { entry: first.entry, cause: first.cause } : null
    expect(queue.suggestion).toEqual(wanted)
  }))

test('[O15] whoever was moved stays at their place, nearer only by those who leave before them', () =>
  always((step) => {
    const { before, after } = step
    if (byHand(step)) return
    for (const [index, { entry }] of placed(after.queue).entries()) {
      expect(entry.pin === null ? index : entry.pin.place).toBe(index)
      const was = before.queue.entries[entry.id]?.pin
      if (!entry.pin || !was) continue
      const left = before.queue.line.slice(0, was.place).filter((place) => !inLine(after.queue, place.entry)).length
      const atTheEnd = placed(after.queue)
        .slice(index)
        .every((one) => one.entry.pin)
      if (index !== was.place - left) expect([atTheEnd, index < was.place - left]).toEqual([true, true])
    }
  }))

test('[O15] moved to a place, one stands there, and nobody else’s turn changes but by that', () =>
  always(({ before, after, decision }) => {
    const moved = decision.ok ? decision.events.find(({ type }) => type === 'queue.moved') : undefined
    if (moved?.type !== 'queue.moved') return
    const { entry, before: next } = moved.data
    const index = indexOf(after.queue, entry)
    const others = ids(before.queue.line).filter((id) => id !== entry)
    expect(index).toBe(next === null ? others.length : others.indexOf(next))
    const firm = rules(after.queue) ? [...others.slice(0, index), entry, ...others.slice(index)].slice(0, 2) : []
    const free = firm.every((id) => {
      const one = after.queue.entries[id]
      return one && (one.pin !== null || (one.listed === null && one.absent === 0 && !isWaiting(after.queue, one)))
    })
    if (free && others.every((id) => after.queue.entries[id]?.listed === null)) {
      const keeps = firm.filter(
        (id) => after.queue.entries[id]?.pin || !notByRule.includes(before.queue.line.find((one) => one.entry === id)?.cause ?? 'moved'),
      )
      if (keeps.length === firm.length) expect(ids(after.queue.line).slice(0, firm.length)).toEqual(firm)
    }
  }))

test('[O16] own wishes only ever move down, behind the one that goes first', () =>
  always(({ before, after, decision }) => {
    const deferred = decision.ok ? decision.events.find(({ type }) => type === 'queue.deferred') : undefined
    if (deferred?.type !== 'queue.deferred') return
    const { entry, after: other } = deferred.data
    const place = before.queue.line[indexOf(before.queue, entry)]
    const inCircle = Object.values(before.queue.entries).some(({ behind }) => behind === entry)
    const pressed = placed(after.queue).some((one) => one.entry.id !== entry && isRuled(one.entry) && isWaiting(after.queue, one.entry))
    if (inCircle || pressed) return
    expect(indexOf(after.queue, entry)).toBeGreaterThan(indexOf(after.queue, other))
    const capped = (before.queue.entries[entry]?.passed ?? 0) + (place?.placed ?? 0) >= before.queue.overtakes
    if (!capped) expect(indexOf(after.queue, entry)).toBeGreaterThan(indexOf(before.queue, entry))
  }, 200))
