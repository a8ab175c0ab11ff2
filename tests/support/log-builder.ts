/** A session as its log holds it: founding, people, and whatever was decided after that. */
import { beginning, linked } from '@rostrum/server/log/chain'
import type { CommandId, PersonId, Revision } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Commit, Event, State } from '@rostrum/shared/contract/registry'
import { system } from '@rostrum/shared/contract/roles'
import { decide, emptyState, evolveAll } from '@rostrum/shared/domain/decider'
import { admit } from '@rostrum/shared/domain/people/register'
import { found } from '@rostrum/shared/domain/session/decide'
import { type Instant, plus, seconds } from '@rostrum/shared/kernel/time'
import { eventsOf, everybody, founded, noon } from './fixtures.ts'
import { commandOf, type Said } from './given.ts'
import type { Step } from './random-session.ts'

type Made = {
  readonly at: Instant
  readonly by: string
  readonly id: CommandId
  readonly type: Commit['command']['type']
  readonly events: readonly Event[]
}

const founding = (plan: Plan, admissions = everybody): readonly Made[] => {
  const first = found(plan)
  const people = eventsOf(admit(evolveAll(emptyState, first, noon), admissions))
  const made = (type: Made['type'], events: readonly Event[]): Made => ({ at: noon, by: 'system', id: commandOf(type), type, events })
  return [made('session.create', first), made('people.admit', people)]
}

const chained = (all: readonly Made[]): readonly Commit[] =>
  linked(
    beginning,
    all.map(({ at, by, id, type, events }, index) => ({
      revision: (index + 1) as Revision,
      at,
      actor: by === 'system' ? system : { person: by as PersonId },
      command: { id, type },
      events,
    })),
  )

/** What was played, as far as it was accepted and did something. */
export const writtenPlay = (plan: Plan, steps: readonly Step[]): readonly Commit[] =>
  chained([
    ...founding(plan),
    ...steps.flatMap(({ at, by, id, command, decision }) =>
      decision.ok && decision.events.length > 0 ? [{ at, by, id, type: command.type, events: decision.events }] : [],
    ),
  ])

/** Said in the light of what there is. */
export type Answer = (state: State) => Said

/** What was said, a second apart unless it says when. */
export const written = (plan: Plan, history: readonly (Said | Answer)[], people = everybody): readonly Commit[] => {
  let [state, at] = [founded(plan, people), noon]
  const made = history.map((one): Made => {
    const { by, type, data, id, at: when } = typeof one === 'function' ? one(state) : one
    at = when === null ? plus(at, seconds(1)) : plus(noon, seconds(when))
    const decision = decide(state, { type, data } as never, { actor: { person: by as PersonId }, at, id: commandOf(id) })
    if (!decision.ok) throw new Error(`${type} by ${by} was refused: ${decision.why}`)
    state = evolveAll(state, decision.events, at)
    return { at, by, id: commandOf(id), type, events: decision.events }
  })
  return chained([...founding(plan, people), ...made])
}
