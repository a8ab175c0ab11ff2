/** Builds the log of a session: the creation of the session, its people, and everything that was decided after that. */
import { chainCommits, emptyChain } from '@rostrum/server/engine/log/chain'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Commit, Event, State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { decide, evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { admitPeople } from '@rostrum/shared/domain/people/register'
import { makeFoundingEvents } from '@rostrum/shared/domain/session/plan'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { addMillis, type Instant, seconds } from '@rostrum/shared/kernel/time'
import { allPeople, createState, getEvents, noon } from './fixtures.ts'
import { type SentCommand, toCommandId } from './given.ts'
import type { PlayedCommand } from './random-session.ts'

type UnchainedStep = {
  readonly at: Instant
  readonly by: string
  readonly id: CommandId
  readonly type: Commit['command']['type']
  readonly events: readonly Event[]
}

const makeFounding = (plan: Plan, admissions = allPeople): readonly UnchainedStep[] => {
  const first = makeFoundingEvents(plan)
  const people = getEvents(admitPeople(evolveAll(initialState, first, noon), admissions))
  const made = (type: UnchainedStep['type'], events: readonly Event[]): UnchainedStep => ({
    at: noon,
    by: 'system',
    id: toCommandId(type),
    type,
    events,
  })
  return [made('session.create', first), made('people.admit', people)]
}

const chainSteps = (all: readonly UnchainedStep[]): readonly Commit[] =>
  chainCommits(
    emptyChain,
    all.map(({ at, by, id, type, events }, index) => ({
      revision: (index + 1) as Revision,
      at,
      actor: by === 'system' ? systemActor : { person: by as PersonId },
      command: { id, type },
      events,
    })),
  )

/** Builds the log of the played commands that were accepted and had an effect. */
export const buildPlayedLog = (plan: Plan, steps: readonly PlayedCommand[]): readonly Commit[] =>
  chainSteps([
    ...makeFounding(plan),
    ...steps.flatMap(({ at, by, id, command, decision }) =>
      decision.ok && decision.events.length > 0 ? [{ at, by, id, type: command.type, events: decision.events }] : [],
    ),
  ])

/** A function that makes a command which depends on the current state. */
export type CommandFactory = (state: State) => SentCommand

/** Builds the log of this history. A command without a time comes one second after the previous one. An event is a commit of the server. */
export const buildLog = (plan: Plan, history: readonly (SentCommand | CommandFactory | Event)[], people = allPeople): readonly Commit[] => {
  let [state, at] = [createState(plan, people), noon]
  const made = history.map((one, index): UnchainedStep => {
    if (typeof one === 'object' && !('by' in one)) {
      state = evolveAll(state, [one], at)
      return { at, by: 'system', id: toCommandId(`event-${index}`), type: 'people.admit', events: [one] }
    }
    const { by, type, data, id, at: when } = typeof one === 'function' ? one(state) : one
    at = when === null ? addMillis(at, seconds(1)) : addMillis(noon, seconds(when))
    const decision = decide(state, { type, data } as never, { actor: { person: by as PersonId }, at, id: toCommandId(id) })
    if (!decision.ok) throw new Error(`${type} by ${by} was refused: ${decision.reason}`)
    state = evolveAll(state, decision.events, at)
    return { at, by, id: toCommandId(id), type, events: decision.events }
  })
  return chainSteps([...makeFounding(plan, people), ...made])
}
