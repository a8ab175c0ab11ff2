/** Promises of the queue: no request is lost, and an undone step leaves no trace, except what people did themselves. */
import { type EntryKind, entryKinds, orderModes } from '@rostrum/shared/contract/enums'
import type { EntryId, PersonId, TurnId } from '@rostrum/shared/contract/ids'
import { isSameList, waitsInOrder } from '@rostrum/shared/contract/kinds'
import type { Entry, QueueState } from '@rostrum/shared/contract/queue'
import type { CommandType, Event } from '@rostrum/shared/contract/registry'
import { compareByRequest } from '@rostrum/shared/contract/request-rank'
import type { CompensatingEvent } from '@rostrum/shared/contract/steps'
import { evolve } from '@rostrum/shared/domain/decider'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, makePlan } from '../support/fixtures.ts'
import { command, queueOpen, replay } from '../support/given.ts'
import type { Roll } from '../support/random-roll.ts'
import { arbitraryRolls, type PlayedCommand, playRolls } from '../support/random-session.ts'

const participantCommands: readonly CommandType[] = [
  'queue.join',
  'queue.set-topic',
  'queue.ready',
  'queue.withdraw',
  'queue.defer',
  'queue.offer-swap',
  'queue.accept-swap',
  'queue.refuse-swap',
]
const types: readonly CommandType[] = [
  ...participantCommands,
  'queue.join',
  'queue.add',
  'queue.hold',
  'queue.return',
  'queue.remove',
  'queue.set-order',
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
  'floor.mark-absent',
  'floor.decline',
  'floor.recognize',
  'agenda.go',
  'people.revoke',
]

test('random sessions have requests of every kind in the table', () => {
  const kinds = new Set<EntryKind>()
  forAllSessions((steps) => {
    for (const { after } of steps) for (const { kind } of after.queue.entries.values()) kinds.add(kind)
  }, 20)
  expect([...kinds].sort()).toEqual([...entryKinds].sort())
})

const forAllSessions = (
  check: (steps: readonly PlayedCommand[], more: readonly Roll[]) => void,
  runs = 80,
  also: readonly CommandType[] = [],
): void =>
  fc.assert(
    fc.property(
      fc.constantFrom(...orderModes),
      fc.constantFrom(false, false, true),
      fc.constantFrom(0, 1, 4),
      arbitraryRolls(20, 80),
      arbitraryRolls(4, 8),
      (mode, recommend, overtakes, many, more) => {
        const ordered = command('chair', 'queue.set-order', { mode, suggestOnly: recommend, expectedMode: mode })
        check(playRolls(replay([...queueOpen, ordered], createState(makePlan(mode, overtakes))), many, [...types, ...also]), more)
      },
    ),
    { numRuns: runs },
  )

const getEvents = ({ decision }: PlayedCommand): readonly Event[] => (decision.ok ? decision.events : [])

/** Returns the place of each request, from the state and from the events that removed it. */
const locateEntries = (steps: readonly PlayedCommand[]): ReadonlyMap<EntryId, readonly string[]> => {
  const places = new Map<EntryId, Set<string>>()
  const addPlace = (entry: EntryId | undefined, where: string) => {
    if (entry) places.get(entry)?.add(where)
  }
  const calledAs = new Map<TurnId, EntryId | undefined>()
  for (const { type, data } of steps.flatMap(getEvents)) {
    if (type === 'queue.joined') places.set(data.entry.id, new Set())
    if (type === 'floor.called') calledAs.set(data.turn, data.entry?.id)
    if (type === 'floor.ended') addPlace(calledAs.get(data.turn), 'heard')
    if (type === 'queue.left' && data.cause !== 'called') addPlace(data.entry, data.cause)
  }
  const after = steps.at(-1)?.after
  if (!after) return new Map()
  const { queue, floor } = after
  for (const { id, kind, held } of [...queue.entries.values()]) addPlace(id, held ? 'held' : kind)
  for (const id of Object.keys(queue.joint)) addPlace(id as EntryId, 'joint')
  for (const { id } of queue.notReached) addPlace(id, 'not-reached')
  for (const turn of [floor.current, floor.interrupted]) addPlace(turn?.entry?.id, 'floor')
  for (const [turn, entry] of calledAs) if (turn !== floor.current?.id && turn !== floor.interrupted?.id && entry) addPlace(entry, '')
  return new Map([...places].map(([id, where]) => [id, [...where].filter((one) => one !== '')]))
}

test('[F19] no request is lost: at every moment each request is in exactly one place', () =>
  forAllSessions((steps) => {
    for (const [index] of steps.entries()) {
      if (index % 7 !== 0 && index !== steps.length - 1) continue
      for (const [entry, places] of locateEntries(steps.slice(0, index + 1))) expect([entry, places]).toEqual([entry, [expect.any(String)]])
    }
  }, 60))

test('[Q20] joint entries are consistent: the speaking entry names each merged entity, and has the earliest of their times', () =>
  forAllSessions((steps) => {
    for (const { after } of steps) {
      const { entries, joint } = after.queue
      for (const entry of entries.values()) {
        const others = Object.values(joint)
          .filter(({ into }) => into === entry.id)
          .sort((one, other) => compareByRequest(one.entry, other.entry))
        expect(entry.onBehalfOf).toEqual(others.map((one) => one.entry.speaker))
        if (others.length === 0) continue
        const times = others.map((one) => one.entry.askedAt)
        expect(entry.askedAt).toBe(Math.min(others[0]?.hostAskedAt ?? 0, ...times))
        expect(new Set(others.map(({ hostAskedAt: asked }) => asked)).size).toBe(1)
      }
      for (const [id, { into, entry }] of Object.entries(joint))
        expect([id, into in joint, entry.onBehalfOf]).toEqual([entry.id, false, []])
    }
  }))

/** Omits what an undo does not restore: swap offers, and the removal reasons of people whose access had been revoked. */
const omitLasting = (queue: QueueState, { before }: PlayedCommand): unknown => ({
  ...queue,
  removed: Object.fromEntries(Object.entries(queue.removed).filter(([person]) => !before.people.all.get(person as PersonId)?.revoked)),
  entries: new Map([...queue.entries].map(([id, entry]) => [id, { ...entry, swapOfferedTo: null }])),
  joint: Object.fromEntries(Object.entries(queue.joint).map(([id, one]) => [id, { ...one, entry: { ...one.entry, swapOfferedTo: null } }])),
})
/** Applies what the step recorded for its undo, as it is stored. */
const restoreQueueBefore = (step: PlayedCommand, since = step.after): QueueState => {
  const undo = getEvents(step).flatMap(({ type, data }) => (type === 'steps.taken' ? data.undo : []))
  const events: readonly CompensatingEvent[] = JSON.parse(JSON.stringify(undo))
  return events.filter(({ type }) => type.startsWith('queue.')).reduce((state, event) => evolve(state, event, step.at), since).queue
}
const isUndoableStep = (step: PlayedCommand): boolean =>
  step.before.queue !== step.after.queue && getEvents(step).some(({ type }) => type === 'steps.taken')

test('[U1] a step that is undone at once leaves the queue as it was: every entry, position and cause', () =>
  forAllSessions(
    (steps) => {
      for (const step of steps.filter(isUndoableStep))
        expect(omitLasting(restoreQueueBefore(step), step), step.command.type).toEqual(omitLasting(step.before.queue, step))
    },
    120,
    ['session.close'],
  ))

test('[U3] acts of people themselves after the step are kept', () => {
  let met = 0
  forAllSessions((steps, more) => {
    for (const step of steps.filter(isUndoableStep).slice(-6)) {
      const since = playRolls(step.after, more, participantCommands, () => null, 'since')
      const now = since.at(-1)?.after
      if (!now || now.queue === step.after.queue) continue
      met += 1
      const queue = restoreQueueBefore(step, now)
      const left = new Set(since.flatMap(getEvents).flatMap(({ type, data }) => (type === 'queue.left' ? [data.entry] : [])))
      const open = [...queue.entries.values()]
      for (const id of left)
        expect([id, queue.entries.has(id), id in queue.joint && !(id in step.before.queue.joint)]).toEqual([id, false, false])
      for (const { id, speaker, kind } of [...step.before.queue.entries.values()]) {
        if (left.has(id)) continue
        expect([id, queue.entries.has(id) || id in queue.joint]).toEqual([id, true])
        const isOwn = (one: Entry) => speaker.person !== null && isSameList(one.kind, kind) && one.speaker.person === speaker.person
        if (queue.entries.has(id)) expect(open.filter(isOwn).length).toBeLessThanOrEqual(1)
      }
      for (const id of Object.keys(queue.joint)) expect([id, queue.entries.has(id as EntryId)]).toEqual([id, false])
      for (const entry of open) {
        const said = now.queue.entries.get(entry.id)
        if (said) expect([entry.topic, entry.deferredTo]).toEqual([said.topic, said.deferredTo])
        // A hold takes the readiness away, and its undo gives it back.
        if (said?.held === entry.held) expect(entry.ready).toBe(said.ready)
      }
      const waiting = open.filter(({ kind, held }) => waitsInOrder(kind) && !held).map(({ id }) => id)
      expect(queue.order.map(({ entry }) => entry).sort()).toEqual(waiting.sort())
    }
  })
  expect(met).toBeGreaterThan(50)
})

test('[P3] nobody who was revoked is waiting, alone or in a joint statement, whatever is called, taken back or undone afterwards', () =>
  forAllSessions(
    (steps) => {
      for (const { command: sent, after } of steps) {
        const { entries, joint } = after.queue
        const together = Object.values(joint).flatMap(({ into, entry }) => (entries.has(into) ? [entry] : []))
        for (const { speaker } of [...entries.values(), ...together])
          expect(speaker.person && after.people.all.get(speaker.person)?.revoked, sent.type).not.toBe(true)
      }
    },
    120,
    ['steps.undo', 'steps.undo', 'people.revoke', 'floor.mark-absent', 'floor.call'],
  ))
