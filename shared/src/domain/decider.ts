/** The rules of all features. A command is decided against the whole state; an event changes its own slice. */
import type { QueueState } from '../contract/queue.ts'
import {
  type Command,
  type Context,
  type commands,
  type Deciders,
  type Event,
  type EventDecision,
  type EventType,
  getSlice,
  type Slice,
  type State,
} from '../contract/registry.ts'
import { accept, reject } from '../kernel/decision.ts'
import type { Instant } from '../kernel/time.ts'
import { findActor } from './actor.ts'
import { agendaDeciders } from './agenda/decide.ts'
import { agendaEvolvers, initialAgenda } from './agenda/evolve.ts'
import { captionDeciders } from './captions/decide.ts'
import { captionEvolvers, initialCaptions } from './captions/evolve.ts'
import { cueDeciders } from './cues/decide.ts'
import { cueEvolvers, initialCues } from './cues/evolve.ts'
import { floorDeciders } from './floor/decide.ts'
import { floorEvolvers, initialFloor } from './floor/evolve.ts'
import { noteDeciders } from './notes/decide.ts'
import { initialNotes, noteEvolvers } from './notes/evolve.ts'
import { peopleDeciders } from './people/decide.ts'
import { initialPeople, peopleEvolvers } from './people/evolve.ts'
import { isAllowed } from './permissions.ts'
import { questionDeciders } from './questions/decide.ts'
import { initialQuestions, questionEvolvers } from './questions/evolve.ts'
import { queueDeciders } from './queue/decide.ts'
import { initialQueue, queueEvolvers } from './queue/evolve.ts'
import { senseDeciders } from './sense/decide.ts'
import { initialSense, senseEvolvers } from './sense/evolve.ts'
import { sessionDeciders } from './session/decide.ts'
import { initialSession, sessionEvolvers } from './session/evolve.ts'
import { statementDeciders } from './statements/decide.ts'
import { initialStatements, statementEvolvers } from './statements/evolve.ts'
import { isStep, stepDeciders } from './steps/decide.ts'
import { initialSteps, stepEvolvers } from './steps/evolve.ts'
import { recordStep, type UndoableStep } from './steps/record-step.ts'

const deciders: Deciders<typeof commands> = {
  ...sessionDeciders,
  ...agendaDeciders,
  ...peopleDeciders,
  ...queueDeciders,
  ...floorDeciders,
  ...questionDeciders,
  ...cueDeciders,
  ...noteDeciders,
  ...statementDeciders,
  ...senseDeciders,
  ...captionDeciders,
  ...stepDeciders,
}

const evolvers = {
  session: sessionEvolvers,
  agenda: agendaEvolvers,
  people: peopleEvolvers,
  queue: queueEvolvers,
  floor: floorEvolvers,
  questions: questionEvolvers,
  cues: cueEvolvers,
  notes: noteEvolvers,
  statements: statementEvolvers,
  sense: senseEvolvers,
  captions: captionEvolvers,
  steps: stepEvolvers,
} satisfies Record<Slice, object>

/** The state before the founding commit, which replaces these values. */
export const initialState: State = {
  session: initialSession,
  agenda: initialAgenda,
  people: initialPeople,
  queue: initialQueue,
  floor: initialFloor,
  questions: initialQuestions,
  cues: initialCues,
  notes: initialNotes,
  statements: initialStatements,
  sense: initialSense,
  captions: initialCaptions,
  steps: initialSteps,
}

/** `after`: the state with the events, if it was computed to decide. */
export type AppliedDecision = EventDecision & { readonly after?: State }

/** Decides a command of this actor in this state. The permission is checked against the state, not against the connection. */
export const decide = (state: State, command: Command, context: Context): AppliedDecision => {
  const person = findActor(state, context.actor)
  if (context.actor.person !== 'system' && (person === null || person.revoked)) return reject('person-revoked')
  if (!isAllowed(state, person, command)) return reject('forbidden')
  const decider = deciders[command.type] as (state: State, data: Command['data'], context: Context) => EventDecision
  const decision = decider(state, command.data, context)
  return isStep(command, person) ? appendStep(state, command, context, decision) : decision
}

/** Adds the event that records the step together with the events that undo it. */
const appendStep = (state: State, command: UndoableStep, context: Context, decision: EventDecision): AppliedDecision => {
  if (!decision.ok || decision.events.length === 0) return decision
  const { events } = decision
  const after = evolveAll(state, events, context.at)
  const step = recordStep(command, state, events, after, context, findQueueBeforeCall(state, events, context.at))
  return { ...accept(...events, step), after: evolve(after, step, context.at) }
}

/** Returns the queue directly before a call, if the same step took an earlier call back first. */
const findQueueBeforeCall = (state: State, events: readonly Event[], at: Instant): QueueState | null => {
  const earlier = events.slice(
    0,
    Math.max(
      0,
      events.findIndex(({ type }) => type === 'floor.called'),
    ),
  )
  return earlier.some(({ type }) => type === 'queue.postponed') ? evolveAll(state, earlier, at).queue : null
}

/** Applies one event to the slice named in its prefix. All other slices keep their identity. */
export const evolve = (state: State, event: Event, at: Instant): State => {
  const slice = getSlice(event)
  const evolver = (evolvers[slice] as Record<EventType, (slice: unknown, data: unknown, at: Instant) => unknown>)[event.type]
  return { ...state, [slice]: evolver(state[slice], event.data, at) }
}

export const evolveAll = (state: State, events: readonly Event[], at: Instant): State =>
  events.reduce((evolved, event) => evolve(evolved, event, at), state)
