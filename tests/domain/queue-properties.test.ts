/** What holds of the floor list whatever happens: no request is lost, and a step taken back leaves no trace but what people did themselves. */
import { orderModes } from '@rostrum/shared/contract/enums'
import type { EntryId, PersonId, TurnId } from '@rostrum/shared/contract/ids'
import type { Entry, QueueState } from '@rostrum/shared/contract/queue'
import type { CommandType, Event } from '@rostrum/shared/contract/registry'
import { evolve } from '@rostrum/shared/domain/decider'
import { queueBefore } from '@rostrum/shared/domain/queue/snapshot'
import { isStep } from '@rostrum/shared/domain/steps/decide'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { founded, planWith } from '../support/fixtures.ts'
import { listOpen, said, stateAfter } from '../support/given.ts'
import type { Roll } from '../support/random-command.ts'
import { play, rolls, type Step } from '../support/random-session.ts'

const ofPeople: readonly CommandType[] = [
  'queue.join',
  'queue.note',
  'queue.ready',
  'queue.withdraw',
  'queue.defer',
  'queue.offer-swap',
  'queue.take-swap',
  'queue.refuse-swap',
]
const types: readonly CommandType[] = [
  ...ofPeople,
  'queue.join',
  'queue.add',
  'queue.hold',
  'queue.return',
  'queue.remove',
  'queue.order',
  'queue.move',
  'queue.unpin',
  'queue.swap',
  'queue.merge',
  'queue.merge',
  'queue.separate',
  'queue.separate',
  'queue.advance-replies',
  'floor.call',
  'floor.start',
  'floor.end',
  'floor.absent',
  'floor.recognize',
  'agenda.go',
  'people.revoke',
]

const sessions = (check: (steps: readonly Step[], more: readonly Roll[]) => void, runs = 80): void =>
  fc.assert(
    fc.property(
      fc.constantFrom(...orderModes),
      fc.constantFrom(false, false, true),
      fc.constantFrom(0, 1, 4),
      rolls(20, 80),
      rolls(4, 8),
      (mode, recommend, overtakes, many, more) => {
        const ordered = said('chair', 'queue.order', { mode, recommend, expectedMode: mode })
        check(play(stateAfter([...listOpen, ordered], founded(planWith(mode, overtakes))), many, types), more)
      },
    ),
    { numRuns: runs },
  )

const eventsOf = ({ decision }: Step): readonly Event[] => (decision.ok ? decision.events : [])

/** Where each request that was ever made is, by the state and by what the log says of its leaving. */
const whereabouts = (steps: readonly Step[]): ReadonlyMap<EntryId, readonly string[]> => {
  const places = new Map<EntryId, Set<string>>()
  const is = (entry: EntryId | undefined, where: string) => {
    if (entry) places.get(entry)?.add(where)
  }
  const calledAs = new Map<TurnId, EntryId | undefined>()
  for (const { type, data } of steps.flatMap(eventsOf)) {
    if (type === 'queue.joined') places.set(data.entry.id, new Set())
    if (type === 'floor.called') calledAs.set(data.turn, data.entry?.id)
    if (type === 'floor.ended') is(calledAs.get(data.turn), 'heard')
    if (type === 'queue.left' && data.leaving !== 'called') is(data.entry, data.leaving)
  }
  const after = steps.at(-1)?.after
  if (!after) return new Map()
  const { queue, floor } = after
  for (const { id, kind, held } of Object.values(queue.entries)) is(id, held ? 'held' : kind)
  for (const id of Object.keys(queue.joint)) is(id as EntryId, 'joint')
  for (const { id } of queue.unheard) is(id, 'unheard')
  for (const turn of [floor.current, floor.interrupted]) is(turn?.entry?.id, 'floor')
  for (const [turn, entry] of calledAs) if (turn !== floor.current?.id && turn !== floor.interrupted?.id && entry) is(entry, '')
  return new Map([...places].map(([id, where]) => [id, [...where].filter((one) => one !== '')]))
}

test('[F19] no request is lost: each is in exactly one place, at every moment', () =>
  sessions((steps) => {
    for (const [index] of steps.entries()) {
      if (index % 7 !== 0 && index !== steps.length - 1) continue
      for (const [entry, places] of whereabouts(steps.slice(0, index + 1))) expect([entry, places]).toEqual([entry, [expect.any(String)]])
    }
  }, 60))

test('[Q20] who speaks for whom agrees: each one spoken for is named by the one that speaks, at the earliest of their times', () =>
  sessions((steps) => {
    for (const { after } of steps) {
      const { entries, joint } = after.queue
      for (const entry of Object.values(entries)) {
        const others = Object.values(joint).filter(({ into }) => into === entry.id)
        expect(entry.behalf).toEqual(others.map((one) => one.entry.speaker))
        if (others.length === 0) continue
        const times = others.map((one) => one.entry.askedAt)
        expect(entry.askedAt).toBe(Math.min(others[0]?.asked ?? 0, ...times))
        expect(new Set(others.map(({ asked }) => asked)).size).toBe(1)
      }
      for (const [id, { into, entry }] of Object.entries(joint)) expect([id, into in joint, entry.behalf]).toEqual([entry.id, false, []])
    }
  }))

/** Offers fall with what they were about; all else is there again. */
const withoutOffers = (queue: QueueState): unknown => ({
  ...queue,
  entries: Object.fromEntries(Object.entries(queue.entries).map(([id, entry]) => [id, { ...entry, swap: null }])),
  joint: Object.fromEntries(Object.entries(queue.joint).map(([id, one]) => [id, { ...one, entry: { ...one.entry, swap: null } }])),
})
const takenBack = ({ before, after, at }: Step, since = after): QueueState => {
  const data = JSON.parse(JSON.stringify(queueBefore(before.queue, after.queue)))
  return evolve(since, { type: 'queue.restored', data }, at).queue
}
const wasStep = ({ command, by, at, id, decision, before, after }: Step): boolean =>
  decision.ok && before.queue !== after.queue && isStep(command.type, { actor: { person: by as PersonId }, at, id })

test('[U1] a step taken back at once leaves the list as it was: everybody, every place and every cause', () =>
  sessions((steps) => {
    for (const step of steps.filter(wasStep)) expect(withoutOffers(takenBack(step))).toEqual(withoutOffers(step.before.queue))
  }))

test('[U3] what people have done themselves since the step stays', () => {
  let met = 0
  sessions((steps, more) => {
    for (const step of steps.filter(wasStep).slice(-6)) {
      const since = play(step.after, more, ofPeople, () => null, 'since')
      const now = since.at(-1)?.after
      if (!now || now.queue === step.after.queue) continue
      met += 1
      const queue = takenBack(step, now)
      const left = new Set(since.flatMap(eventsOf).flatMap(({ type, data }) => (type === 'queue.left' ? [data.entry] : [])))
      const open = Object.values(queue.entries)
      for (const id of left)
        expect([id, id in queue.entries, id in queue.joint && !(id in step.before.queue.joint)]).toEqual([id, false, false])
      for (const { id, speaker, kind } of Object.values(step.before.queue.entries)) {
        if (left.has(id)) continue
        expect([id, id in queue.entries || id in queue.joint]).toEqual([id, true])
        const own = (one: Entry) => speaker.person !== null && one.kind === kind && one.speaker.person === speaker.person
        if (id in queue.entries) expect(open.filter(own).length).toBeLessThanOrEqual(1)
      }
      for (const id of Object.keys(queue.joint)) expect([id, id in queue.entries]).toEqual([id, false])
      for (const entry of open) {
        const said = now.queue.entries[entry.id]
        if (said) expect([entry.topic, entry.ready, entry.behind]).toEqual([said.topic, said.ready, said.behind])
      }
      const waiting = open.filter(({ kind, held }) => kind === 'intervention' && !held).map(({ id }) => id)
      expect(queue.line.map(({ entry }) => entry).sort()).toEqual(waiting.sort())
    }
  })
  expect(met).toBeGreaterThan(50)
})
