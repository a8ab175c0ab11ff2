/** Limits on the size of one change of a long queue on the wire. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Position } from '@rostrum/shared/contract/queue'
import type { State } from '@rostrum/shared/contract/registry'
import { minutes } from '@rostrum/shared/kernel/time'
import { diffViews, projectAudience } from '@rostrum/shared/projection/project'
import { projectMyQueue } from '@rostrum/shared/projection/queue/mine'
import { beforeAll, describe, expect, test } from 'vitest'
import { allPeople, createState, makeAdmission, makePlan } from '../support/fixtures.ts'
import { command, join, queueOpen, replay, type SentCommand, toEntryId } from '../support/given.ts'
import { watchReads } from '../support/watch-reads.ts'

const waitingCount = 490
const groups = ['government', 'civil', 'private', 'technical', 'international'] as const
const people = Array.from({ length: waitingCount + 1 }, (_, index) => `speaker-${index}`)

let before: State
beforeAll(() => {
  const members = people.map((id, index) =>
    makeAdmission(
      id,
      'participant',
      `Delegation of the country number ${index}`,
      groups[index % groups.length] as string,
      index % 3 === 0 ? 'remote' : 'room',
    ),
  )
  before = replay(
    [...queueOpen, ...people.slice(0, waitingCount).map((id) => join(id))],
    createState(makePlan('balanced'), [...allPeople, ...members]),
  )
})

/** Returns the bytes of the delta that this command makes for an audience. */
const weigh = (sent: SentCommand, audience: 'public' | 'staff'): number => {
  const after = replay([sent], before)
  expect(after).not.toBe(before)
  return JSON.stringify(diffViews(projectAudience(before, audience).view, projectAudience(after, audience).view)).length
}

describe('[V50] with 490 waiting, one change is at most 1 kB for a participant and 5 kB for the staff', () => {
  test.each([
    ['a join', () => join(people.at(-1) as string, 600)],
    [
      'a withdrawal of the first',
      () => command(people[0] as string, 'queue.withdraw', { entry: toEntryId(people[0] as string) }, { at: 600 }),
    ],
    [
      'a withdrawal in the middle',
      () => command(people[200] as string, 'queue.withdraw', { entry: toEntryId(people[200] as string) }, { at: 600 }),
    ],
    [
      'a move by the Chair',
      () =>
        command('chair', 'queue.move', { entry: before.queue.order[400]?.entry as never, before: before.queue.order[3]?.entry as never }),
    ],
    [
      'a limit for everyone',
      () => command('chair', 'floor.set-limit', { scope: { kind: 'everyone' }, limit: minutes(2), expectedLimit: minutes(3) }),
    ],
  ] as const)('%s', (name, makeCommand) => {
    const sizes = [weigh(makeCommand(), 'public'), weigh(makeCommand(), 'staff')] as const
    console.info(`${name}: ${sizes[0]} bytes to a participant, ${sizes[1]} to the staff`)
    expect(sizes[0]).toBeLessThanOrEqual(1000)
    expect(sizes[1]).toBeLessThanOrEqual(5000)
  })
})

test('[V112] a change that affects all who wait reads each position once, and not once for each of them', () => {
  const { queue, floor } = before
  let reads = 0
  const watch = (position: Position): Position =>
    watchReads(position, () => {
      reads += 1
    })
  const watched = { ...queue, order: queue.order.map(watch) }
  for (const id of people) expect(projectMyQueue(watched, floor, id as PersonId)).toEqual(projectMyQueue(queue, floor, id as PersonId))
  expect(reads).toBeLessThan(3 * waitingCount)
})
