/** Causes and counts after a hold, a floor given directly, a call that is taken back, and an undo. */
import type { EntryId, PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { expect, test } from 'vitest'
import { createState, makePlan } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, type SentCommand, toEntryId, toTurnId } from '../support/given.ts'

const getCauses = ({ queue }: State) => queue.order.map(({ entry, cause }) => `${entry.replaceAll('-', '')} ${cause}`)
const play = (history: readonly SentCommand[], start = createState()) => replay([...queueOpen, ...history], start)
const ofEntry = (by: string, type: 'queue.hold' | 'queue.return' | 'queue.withdraw') => command(by, type, { entry: toEntryId(by) })
const give = (person: string) =>
  command('chair', 'floor.give', { person: person as PersonId, expectedCurrent: null, expectedNext: null }, { id: `give-${person}` })
const start = (turn: string) => command('chair', 'floor.start', { turn: toTurnId(turn) })
const undo = (step: string) => command('chair', 'steps.undo', { step: toTurnId(step) as never })
const getCount = ({ queue }: State, entry: string) => queue.entries.get(toEntryId(entry))?.timesOvertaken

test('[O23] two who are ahead of a request that returned do not say that they are there by the time of request', () => {
  const asked = [join('gov-1', 1), join('gov-2', 2), join('gov-1b', 3)]
  const held = [...asked, ofEntry('gov-1', 'queue.hold')]
  const rotate = createState(makePlan('rotate'))
  expect(getCauses(play(held, rotate))).toEqual(['gov2 received', 'gov1b received'])
  expect(getCauses(play([...held, ofEntry('gov-1', 'queue.return')], rotate))).toEqual(['gov2 kept', 'gov1b kept', 'gov1 received'])
})

test('[O25] a floor given without a request counts on the segment for entity and group from its start, and the undo of the start takes that back', () => {
  const called = [join('gov-1b', 1), join('civil-1', 2), give('gov-1')].map((one) =>
    one.type === 'floor.give' ? { ...one, data: { ...one.data, expectedNext: 'gov-1b----------------' as EntryId } } : one,
  )
  expect(getCauses(play(called))).toEqual(['gov1b received', 'civil1 group-first'])
  const started = play([...called, start('give-gov-1')])
  expect(getCauses(started)).toEqual(['gov1b kept', 'civil1 group-first'])
  expect(started.queue.floorsGiven.map(({ entities, group }) => [entities, group])).toEqual([[['Delegation 1'], 'government']])
  expect(started.queue.floorsGivenByChannel).toEqual({ room: 0, remote: 0 })
  expect(play([...called, { ...start('give-gov-1'), id: 'start' }, undo('start')]).queue.floorsGiven).toEqual([])
})

test('[O25] a person who was given the floor without a request and was absent takes no floor from those who asked', () => {
  const absent = play([give('gov-1'), command('chair', 'floor.mark-absent', { turn: toTurnId('give-gov-1') })])
  expect([getCauses(absent), absent.queue.floorsGivenByChannel]).toEqual([['givegov1 absent'], { room: 0, remote: 0 }])
})

test('[O26] a call that is taken back has overtaken nobody, even if it took an earlier call back itself', () => {
  const asked = [join('gov-1', 1), join('gov-2', 2), join('civil-1', 3), ofEntry('gov-1', 'queue.hold'), ofEntry('gov-1', 'queue.return')]
  const once = [...asked, call('gov-2')]
  expect(getCount(play(once), 'gov-1')).toBe(1)
  const twice = [...once, call('gov-1', { current: 'turn-gov-2', next: 'civil-1' })]
  const backAgain = play([...twice, call('civil-1', { current: 'turn-gov-1', next: 'gov-2' })])
  expect(getCount(backAgain, 'gov-1')).toBe(0)
  const absent = play([...twice, command('chair', 'floor.mark-absent', { turn: toTurnId('turn-gov-1') })])
  expect(getCount(absent, 'gov-1')).toBe(0)
  expect(getCount(play([...twice, undo('turn-gov-1')]), 'gov-1')).toBe(1)
})

test('[O26] an undone call that took an earlier one back leaves that one counted', () => {
  const calls = [join('gov-1', 1), join('gov-1b', 2), join('gov-2', 3), call('gov-2', { next: 'gov-1' })]
  const retaken = [...calls, call('gov-1b', { current: 'turn-gov-2', next: 'gov-1' })]
  const { floorsGiven, floorsGivenByChannel } = play([...retaken, undo('turn-gov-1b')]).queue
  expect([floorsGiven.map(({ entry }) => entry), floorsGivenByChannel]).toEqual([[toEntryId('gov-2')], { room: 0, remote: 1 }])
})

test('[O26] a call that is taken back has overtaken nobody, also nobody who was merged since', () => {
  const asked = [join('gov-1', 1), join('gov-2', 2), join('civil-1', 3), ofEntry('gov-1', 'queue.hold'), ofEntry('gov-1', 'queue.return')]
  const merged = [...asked, call('gov-2'), command('chair', 'queue.merge', { into: toEntryId('civil-1'), entry: toEntryId('gov-1') })]
  expect(play(merged).queue.joint[toEntryId('gov-1')]?.entry.timesOvertaken).toBe(1)
  const { queue } = play([...merged, call('civil-1', { current: 'turn-gov-2' })])
  expect(queue.joint[toEntryId('gov-1')]?.entry.timesOvertaken).toBe(0)
})

test('[O28] a speaker who has no group reads of the turn of those without one, and not of a group', () => {
  const floors = [join('gov-1', 1), call('gov-1'), start('turn-gov-1')]
  expect(getCauses(play([...floors, join('gov-2', 2), join('guest-1', 3)]))).toEqual(['gov2 kept', 'guest1 without-group'])
})
