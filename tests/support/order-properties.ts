/** Random sessions that are rich in moves and wishes, and what can be asked of their line. */
import { orderModes } from '@rostrum/shared/contract/enums'
import type { EntryId, GroupId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Cause, Entry, Place, QueueState } from '@rostrum/shared/contract/queue'
import type { CommandType } from '@rostrum/shared/contract/registry'
import fc from 'fast-check'
import { founded, planWith } from './fixtures.ts'
import { listOpen, said, stateAfter } from './given.ts'
import { play, rolls, type Step } from './random-session.ts'

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
  'queue.move',
  'queue.unpin',
  'queue.defer',
  'queue.offer-swap',
  'queue.take-swap',
  'queue.swap',
  'queue.merge',
  'queue.separate',
  'queue.advance-replies',
  'floor.call',
  'floor.start',
  'floor.end',
  'floor.absent',
  'agenda.go',
  'people.revoke',
]
const mixed = fc.record({
  mode: fc.constantFrom(...orderModes),
  recommend: fc.constantFrom(false, false, true),
  overtakes: fc.constantFrom(0, 1, 2, 4),
  many: rolls(20, 70),
})

/** The second part of the agenda has two listed speakers; one of them is the panellist. */
const withListed = (plan: Plan): Plan => ({
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

/** Checks every accepted step of many random sessions. */
export const always = (check: (step: Step, steps: readonly Step[]) => void, runs = 120): void =>
  fc.assert(
    fc.property(mixed, ({ mode, recommend, overtakes, many }) => {
      const start = stateAfter(
        [...listOpen, said('chair', 'queue.order', { mode, recommend, expectedMode: mode })],
        founded(withListed(planWith(mode, overtakes))),
      )
      const steps = play(start, many, types)
      for (const step of steps) if (step.decision.ok) check(step, steps)
    }),
    { numRuns: runs },
  )

export const ids = (line: readonly Place[]): readonly EntryId[] => line.map(({ entry }) => entry)
export const placed = ({ line, entries }: QueueState) =>
  line.flatMap((place) => {
    const entry = entries[place.entry]
    return entry ? [{ place, entry }] : []
  })
export const isRuled = ({ pin, listed, absent }: Entry): boolean => pin === null && listed === null && absent === 0
export const notByRule: readonly Cause[] = ['moved', 'swapped', 'listed', 'absent']
export const inLine = ({ entries }: QueueState, id: EntryId | null): Entry | null => {
  const entry = id === null ? undefined : entries[id]
  return entry?.kind === 'intervention' && !entry.held ? entry : null
}
/** Lets somebody go first who is there. */
export const isWaiting = (queue: QueueState, entry: Entry): boolean => inLine(queue, entry.behind)?.absent === 0
export const ruled = (queue: QueueState) => placed(queue).filter(({ entry }) => isRuled(entry))
export const rules = (queue: QueueState): boolean => queue.mode !== 'received' && !queue.recommend
export const indexOf = (queue: QueueState, id: EntryId): number => ids(queue.line).indexOf(id)
export const typesIn = ({ decision }: Step): readonly string[] => (decision.ok ? decision.events.map(({ type }) => type) : [])
/** Another had been called before, had not started, and is put back. */
export const cameBack = (step: Step): boolean => step.command.type === 'floor.call' && typesIn(step).includes('queue.restored')
export const byHand = (step: Step): boolean =>
  typesIn(step).some((type) => ['queue.moved', 'queue.swapped', 'queue.deferred', 'queue.ordered', 'queue.restored'].includes(type))
