/** What holds of the speaking order whatever happens: random requests, hands, calls, holds, absences and changes of rule. */
import type { Place, QueueState } from '@rostrum/shared/contract/queue'
import type { CommandType } from '@rostrum/shared/contract/registry'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { speakingOrder } from '@rostrum/shared/domain/order'
import type { EntryId } from '@rostrum/shared/kernel/ids'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { play, rolls, type Step } from '../support/dice.ts'
import { founded, planWith } from '../support/fixtures.ts'
import { listOpen, stateAfter } from '../support/given.ts'

const types: readonly CommandType[] = [
  'queue.join',
  'queue.add',
  'queue.hold',
  'queue.return',
  'queue.withdraw',
  'queue.remove',
  'queue.note',
  'queue.ready',
  'queue.order',
  'floor.call',
  'floor.start',
  'floor.end',
  'floor.absent',
  'agenda.go',
  'people.revoke',
]
const mixed = fc.record({
  mode: fc.constantFrom('received', 'balanced', 'balanced') as fc.Arbitrary<'received' | 'balanced'>,
  overtakes: fc.constantFrom(0, 1, 2, 4),
  many: rolls(20, 70),
})

/** Checks every accepted step of many random sessions. */
const always = (check: (step: Step, steps: readonly Step[]) => void, runs = 120): void =>
  fc.assert(
    fc.property(mixed, ({ mode, overtakes, many }) => {
      const steps = play(stateAfter(listOpen, founded(planWith(mode, overtakes))), many, types)
      for (const step of steps) if (step.decision.ok) check(step, steps)
    }),
    { numRuns: runs },
  )

const ids = (line: readonly Place[]): readonly EntryId[] => line.map(({ entry }) => entry)
const placed = ({ line, entries }: QueueState) =>
  line.flatMap((place) => {
    const entry = entries[place.entry]
    return entry ? [{ place, entry }] : []
  })
const present = (queue: QueueState) => placed(queue).filter(({ entry }) => entry.absent === 0)

test('[O10] everybody who waits has one place, nobody else has any', () =>
  always(({ after: { queue } }) => {
    const waiting = Object.values(queue.entries)
      .filter(({ kind, held }) => kind === 'intervention' && !held)
      .map(({ id }) => id)
    expect([...ids(queue.line)].sort()).toEqual(waiting.sort())
  }))

test('[O10] points of order that wait are kept beside the line, first raised first', () =>
  always(({ after: { queue } }) => {
    const points = Object.values(queue.entries).filter(({ kind }) => kind === 'point-of-order')
    expect(queue.points).toEqual(points.map(({ id }) => id))
    expect(points.map(({ askedAt }) => askedAt)).toEqual(points.map(({ askedAt }) => askedAt).sort((a, b) => a - b))
  }))

test('[O11] the same history makes the same order', () =>
  always(({ before, after, decision, at }) => {
    const again = evolveAll({ ...before, queue: JSON.parse(JSON.stringify(before.queue)) }, decision.ok ? decision.events : [], at)
    expect(again.queue).toEqual(after.queue)
  }, 40))

test('[O11] made anew where nothing has changed, it is what it was', () =>
  always(({ before, after, decision }) => {
    expect(speakingOrder(after.queue, after.queue.line)).toEqual(after.queue.line)
    const quiet =
      decision.ok && decision.events.every(({ type }) => !type.startsWith('queue.') || type === 'queue.noted' || type === 'queue.readied')
    if (quiet) expect(after.queue.line).toEqual(before.queue.line)
  }))

test('[O1] in order received, those present stand by request time, then the absent, by request time', () =>
  always(({ after: { queue } }) => {
    if (queue.mode !== 'received') return
    const keys = placed(queue).map(({ entry }) => (entry.absent > 0 ? 1e15 : 0) + entry.askedAt)
    expect(keys).toEqual([...keys].sort((a, b) => a - b))
    expect(present(queue).map(({ place }) => place.cause)).toEqual(present(queue).map(() => 'received'))
  }))

/** How far an entry may be passed: the cap, or what already stood firm before it when it came in. */
const boundsOf = (steps: readonly Step[], until: Step): ReadonlyMap<EntryId, number> => {
  const bounds = new Map<EntryId, number>()
  for (const { before, after } of steps.slice(0, steps.indexOf(until) + 1)) {
    const already = new Set(ids(before.queue.line))
    for (const { entry } of placed(after.queue)) {
      if (already.has(entry.id)) continue
      const firm = present(before.queue)
        .slice(0, 2)
        .filter((other) => other.entry.askedAt > entry.askedAt && other.entry.id in after.queue.entries).length
      bounds.set(entry.id, Math.max(after.queue.overtakes, entry.passed + (before.queue.mode === 'balanced' ? firm : 0)))
    }
  }
  return bounds
}

test('[O6] nobody is passed more often than the cap, in deed or in plan, save by places that stood firm already', () =>
  always((step, steps) => {
    const bounds = boundsOf(steps, step)
    for (const { place, entry } of present(step.after.queue)) {
      expect(entry.passed + place.placed).toBeLessThanOrEqual(bounds.get(entry.id) ?? 0)
    }
  }, 60))

test('[O6] only being called in turn before somebody who asked earlier passes them', () =>
  always(({ before, after, command }) => {
    const first = before.queue.line[0]
    const inTurn = command.type === 'floor.call' && command.data.entry === first?.entry
    for (const entry of Object.values(after.queue.entries)) {
      const earlier = before.queue.line.find((place) => place.entry === entry.id)
      const once = inTurn && earlier !== undefined && earlier.asked < (first?.asked ?? 0) && entry.absent === 0
      const was = [before.queue.entries[entry.id], before.floor.current?.entry].find((one) => one?.id === entry.id)
      expect(entry.passed).toBe((was?.passed ?? 0) + (once ? 1 : 0))
    }
  }))

test('[O7] in balanced order the first two stay, until they leave, are held or were not there', () =>
  always(({ before, after }) => {
    if (before.queue.mode !== 'balanced' || after.queue.mode !== 'balanced') return
    const firm = present(before.queue)
      .slice(0, 2)
      .map(({ entry }) => after.queue.entries[entry.id])
      .filter((entry) => entry && !entry.held && entry.absent === 0)
    expect(ids(after.queue.line).slice(0, firm.length)).toEqual(firm.map((entry) => entry?.id))
  }))

test('[O12] calling the next one changes nobody else’s turn', () =>
  always(({ before, after, command }) => {
    if (command.type !== 'floor.call' || command.data.entry !== before.queue.line[0]?.entry) return
    expect(ids(after.queue.line)).toEqual(ids(before.queue.line).slice(1))
  }))

test('[O9] the figures of a place agree with the line', () =>
  always(({ after: { queue } }) => {
    expect(queue.line.map(({ asked }) => asked).sort((a, b) => a - b)).toEqual(queue.line.map((_, index) => index + 1))
    for (const [index, { place, entry }] of placed(queue).entries()) {
      expect(place.earlier + place.placed).toBe(index)
      const later = placed(queue)
        .slice(0, index)
        .filter((other) => other.place.asked > place.asked).length
      expect(place.placed).toBe(later)
      if (entry.absent === 0) expect(place.left).toBe(Math.max(0, queue.overtakes - entry.passed - place.placed))
    }
  }))

test('[O9] a cause says what is so', () =>
  always(({ after: { queue } }) => {
    for (const [index, { place, entry }] of placed(queue).entries()) {
      if (index < 2) continue // the first two keep the cause that brought them there
      const heard = [
        ...queue.served,
        ...placed(queue)
          .slice(0, index)
          .map((one) => one.entry.speaker),
      ]
      const spoke = heard.some(({ entity }) => entity === entry.speaker.entity)
      const ofGroup = heard.filter(({ group }) => group === entry.speaker.group).length
      if (place.cause === 'entity-first') expect(spoke).toBe(false)
      if (place.cause === 'entity-spoken') expect(spoke).toBe(true)
      if (place.cause === 'group-unheard') expect(ofGroup).toBe(0)
      if (place.cause === 'group-turn') expect(ofGroup).toBeGreaterThan(0)
      if (place.cause === 'channel-turn') expect(heard.at(-1)?.channel).not.toBe(entry.speaker.channel)
      if (place.cause === 'cap') expect(entry.passed + place.placed).toBeGreaterThanOrEqual(queue.overtakes)
      expect(place.cause === 'absent').toBe(entry.absent > 0)
    }
  }))

test('[O7] a change of the rule frees the first two: the line is as if nothing had stood firm', () =>
  always(({ before, after }) => {
    if (before.queue.mode !== after.queue.mode) expect(after.queue.line).toEqual(speakingOrder(after.queue, []))
  }))
