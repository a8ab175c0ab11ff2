/** Random sessions with many moves, swaps and deferrals, and functions that read their order. */

import { orderModes } from '@rostrum/shared/contract/enums'
import type { EntryId, GroupId } from '@rostrum/shared/contract/ids'
import { waitsInOrder } from '@rostrum/shared/contract/kinds'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Entry, Position, PositionCause, QueueState } from '@rostrum/shared/contract/queue'
import type { CommandType } from '@rostrum/shared/contract/registry'
import fc from 'fast-check'
import { createState, makePlan } from './fixtures.ts'
import { command, queueOpen, replay } from './given.ts'
import { arbitraryRolls, type PlayedCommand, playRolls } from './random-session.ts'

/** The commands that place requests by hand, or by agreement. */
export const placingTypes: readonly CommandType[] = [
  'queue.move',
  'queue.unpin',
  'queue.defer',
  'queue.offer-swap',
  'queue.accept-swap',
  'queue.swap',
  'queue.merge',
  'queue.separate',
]

const types: readonly CommandType[] = [
  'queue.join',
  'queue.add',
  'queue.hold',
  'queue.return',
  'queue.withdraw',
  'queue.remove',
  'queue.set-topic',
  'queue.ready',
  'queue.set-order',
  ...placingTypes,
  'queue.advance-replies',
  'floor.call',
  'floor.start',
  'floor.end',
  'floor.mark-absent',
  'floor.decline',
  'agenda.go',
  'people.revoke',
]
const arbitrarySession = fc.record({
  mode: fc.constantFrom(...orderModes),
  suggestOnly: fc.constantFrom(false, false, true),
  overtakes: fc.constantFrom(0, 1, 2, 4),
  many: arbitraryRolls(20, 70),
})

/** Adds two programme speakers to the second agenda item. One of them is the panellist. */
export const addProgrammeSpeakers = (plan: Plan): Plan => ({
  ...plan,
  segments: plan.segments.map((segment, index) =>
    index === 1
      ? {
          ...segment,
          speakers: [
            { entity: 'Panel', group: null, limit: null },
            { entity: 'Guest speaker', group: 'civil' as GroupId, limit: null },
          ],
        }
      : segment,
  ),
})

/** Calls `check` for every accepted command of many random sessions. */
export const forAllSessions = (check: (step: PlayedCommand, steps: readonly PlayedCommand[]) => void, runs = 120): void =>
  fc.assert(
    fc.property(arbitrarySession, ({ mode, suggestOnly, overtakes, many }) => {
      const start = replay(
        [...queueOpen, command('chair', 'queue.set-order', { mode, suggestOnly, expectedMode: mode })],
        createState(addProgrammeSpeakers(makePlan(mode, overtakes))),
      )
      const steps = playRolls(start, many, types)
      for (const step of steps) if (step.decision.ok) check(step, steps)
    }),
    { numRuns: runs },
  )

export const getIds = (order: readonly Position[]): readonly EntryId[] => order.map(({ entry }) => entry)
export const getPlaced = ({ order, entries }: QueueState) =>
  order.flatMap((place) => {
    const entry = entries.get(place.entry)
    return entry ? [{ place, entry }] : []
  })
export const isByRule = ({ pin, programmeRank: listed, missedCalls: absent, declinedAt }: Entry): boolean =>
  pin === null && listed === null && absent === 0 && declinedAt === null
export const causesOutsideRule: readonly PositionCause[] = ['moved', 'swapped', 'programme', 'absent', 'declined']
export const findInOrder = ({ entries }: QueueState, id: EntryId | null): Entry | null => {
  const entry = id === null ? undefined : entries.get(id)
  return entry && waitsInOrder(entry.kind) && !entry.held ? entry : null
}
/** True if the entry lets another one go first, and that speaker was not called in vain. */
export const isDeferring = (queue: QueueState, entry: Entry): boolean => {
  const other = findInOrder(queue, entry.deferredTo)
  return other !== null && other.missedCalls === 0 && other.declinedAt === null
}
export const getByRule = (queue: QueueState) => getPlaced(queue).filter(({ entry }) => isByRule(entry))
export const hasRule = (queue: QueueState): boolean => queue.mode !== 'received' && !queue.suggestOnly
export const getIndex = (queue: QueueState, id: EntryId): number => getIds(queue.order).indexOf(id)
export const getEventTypes = ({ decision }: PlayedCommand): readonly string[] =>
  decision.ok ? decision.events.map(({ type }) => type) : []
/** True if this step put a speaker who was called and had not started back into the queue. A call does this, and a change of segment. */
export const hasReturned = (step: PlayedCommand): boolean => getEventTypes(step).includes('queue.restored')
export const isByHand = (step: PlayedCommand): boolean =>
  getEventTypes(step).some((type) => ['queue.moved', 'queue.swapped', 'queue.deferred', 'queue.order-set', 'queue.restored'].includes(type))
