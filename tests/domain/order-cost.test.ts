/**
 * The cost of an order: how often entries are read, and the time against the oracle. The oracle looks at every entry for every position.
 */

import { decideBatch } from '@rostrum/server/engine/session/decide-batch'
import { ReplyCache } from '@rostrum/server/engine/session/reply-cache'
import type { OrderMode } from '@rostrum/shared/contract/enums'
import { orderModes } from '@rostrum/shared/contract/enums'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { Entry, Position, QueueState } from '@rostrum/shared/contract/queue'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { putEntries } from '@rostrum/shared/domain/queue/entries'
import { computeOrder } from '@rostrum/shared/domain/queue/speaking-order'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { expect, test } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import { call, command, decideCommand, join, queueOpen, replay, toEntryId, toTurnId } from '../support/given.ts'
import * as oracle from '../support/oracle/speaking-order.ts'
import { makeQueue } from '../support/queue-tables.ts'
import { watchReads } from '../support/watch-reads.ts'

const groups = ['government', 'civil', 'private', 'technical', 'international']
const makeLongQueue = (mode: OrderMode, count: number): QueueState =>
  makeQueue(
    mode,
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `e${index}`,
        {
          entity: `entity ${(index * 7) % Math.ceil(count / 2)}`,
          group: groups[(index * index) % 5] as string,
          channel: index % 3 === 0 ? 'remote' : 'room',
          ...(index % 50 === 9 ? { deferredTo: `e${index + 4}` } : {}),
          ...(index % 50 === 17 ? { pin: { position: index, by: 'chair' } as const } : {}),
        },
      ]),
    ),
    [{ entity: 'entity 1' }, { entity: 'entity 2', group: 'civil' }],
  )

type Compute = (queue: QueueState, before: readonly Position[]) => readonly Position[]

/** Counts how often a field of an entry is read while the order is computed: the average per entry. */
const countReads = (compute: Compute, mode: OrderMode, count: number): number => {
  let reads = 0
  const watch = (entry: Entry): Entry =>
    watchReads(entry, () => {
      reads += 1
    })
  const queue = makeLongQueue(mode, count)
  const entries = new Map([...queue.entries].map(([id, entry]) => [id, watch(entry)]))
  compute({ ...queue, entries }, [])
  return reads / count
}

test.each(orderModes)('[O21] %s: with eight times as many entries, each entry is read no more often', (mode) => {
  const [few, many] = [countReads(computeOrder, mode, 100), countReads(computeOrder, mode, 800)]
  // Sorting by request time reads each entry a little more often if there are more of them.
  expect(many).toBeLessThan(few * 1.5)
  expect(countReads(oracle.computeOrder, 'balanced', 800)).toBeGreaterThan(many * 8)
})

test('[O21] with five hundred entries it takes less than half the time of looking at all of them for every position', () => {
  const queue = makeLongQueue('balanced', 500)
  const measure = (compute: Compute): number => {
    const from = performance.now()
    compute(queue, [])
    return performance.now() - from
  }
  const [own, others] = [[] as number[], [] as number[]]
  for (let turn = 0; turn < 40; turn += 1) {
    own.push(measure(computeOrder))
    others.push(measure(oracle.computeOrder))
  }
  expect(Math.min(...own)).toBeLessThan(Math.min(...others) / 2)
})

test('[O22] a step is applied to the queue once: when it is decided', () => {
  const state = replay([...queueOpen, join('gov-1'), join('civil-1'), join('private-1')])
  const steps = [call('gov-1'), command('chair', 'queue.move', { entry: toEntryId('private-1'), before: toEntryId('gov-1') })]
  for (const step of steps) {
    const at = afterNoon(60)
    const decision = decideCommand(state, step, at)
    if (!decision.ok || decision.after === undefined) throw new Error('it was not applied')
    expect(decision.after.queue).not.toBe(state.queue)
    // Events read from the log are applied again, with the same result.
    expect(evolveAll(state, JSON.parse(JSON.stringify(decision.events)), at)).toEqual(decision.after)
    const pending = {
      actor: { person: 'chair' as PersonId },
      command: { id: 'step' as CommandId, type: step.type },
      resolve: () => undefined,
    }
    const { states } = decideBatch([{ ...pending, decide: () => decision }], { state, revision: revisionZero, at }, new ReplyCache())
    expect(states[0]).toBe(decision.after)
  }
})

test('[O22] a command that does not affect the order leaves it as it is, and no position is computed', () => {
  const state = replay([...queueOpen, join('gov-1'), join('civil-1'), join('private-1'), call('gov-1')])
  const [entry, other] = [toEntryId('civil-1'), toEntryId('private-1')]
  let placed = 0
  const watched = watchReads(state.queue.entries.get(other) as Entry, (key) => {
    if (key === 'deferredTo') placed += 1
  })
  const start = { ...state, queue: { ...state.queue, entries: putEntries(state.queue.entries, watched) } }
  const quiet = [
    command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
    command('chair', 'queue.close', {}),
    command('civil-1', 'queue.join', { kind: 'point-of-order', topic: null }, { id: 'point' }),
    command('civil-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' }),
    command('civil-1', 'queue.set-topic', { entry, topic: 'Cables' }),
    command('civil-1', 'queue.ready', { entry }),
    command('civil-1', 'queue.offer-swap', { entry, with: other }),
  ]
  for (const one of quiet) {
    const { queue } = replay([one], start)
    expect([one.type, placed, queue.order === state.queue.order]).toEqual([one.type, 0, true])
  }
  replay([command('civil-1', 'queue.withdraw', { entry })], start)
  expect(placed).toBeGreaterThan(0)
})
