/** The list of features, as rules: a command against the whole state, an event on its own slice. */
import { Map as Table } from 'immutable'
import type { Command, Context, commands, Decide, Event, EventType, Slice, State } from '../contract/registry.ts'
import { accept, type Decision, reject } from '../kernel/decision.ts'
import { type Instant, instantOf } from '../kernel/time.ts'
import { agendaDecide, agendaEvolve, emptyAgenda } from './agenda/decide.ts'
import { cuesDecide, cuesEvolve, noCues } from './cues/decide.ts'
import { floorDecide } from './floor/decide.ts'
import { emptyFloor, floorEvolve } from './floor/evolve.ts'
import { noNotes, notesDecide, notesEvolve } from './notes/decide.ts'
import { actorIn, peopleDecide, peopleEvolve } from './people/register.ts'
import { allowed, type Seat } from './permissions.ts'
import { questionDecide } from './questions/ask.ts'
import { emptyQuestions, questionsEvolve } from './questions/evolve.ts'
import { queueDecide } from './queue/decide.ts'
import { emptyQueue, queueEvolve } from './queue/evolve.ts'
import { sessionDecide, sessionEvolve } from './session/decide.ts'
import { noStatements, statementsDecide, statementsEvolve } from './statements/decide.ts'
import { isStep, noSteps, stepsDecide, stepsEvolve, stepTaken } from './steps/decide.ts'

const deciders: Decide<typeof commands> = {
  ...sessionDecide,
  ...agendaDecide,
  ...peopleDecide,
  ...queueDecide,
  ...floorDecide,
  ...questionDecide,
  ...cuesDecide,
  ...notesDecide,
  ...statementsDecide,
  ...stepsDecide,
}

const evolvers = {
  session: sessionEvolve,
  agenda: agendaEvolve,
  people: peopleEvolve,
  queue: queueEvolve,
  floor: floorEvolve,
  questions: questionsEvolve,
  cues: cuesEvolve,
  notes: notesEvolve,
  statements: statementsEvolve,
  steps: stepsEvolve,
} satisfies Record<Slice, object>

/** Before the founding commit; what it says here is replaced by it. */
export const emptyState: State = {
  session: {
    phase: 'planned',
    openedAt: null,
    closedAt: null,
    codes: 0,
    groups: [],
    plan: {
      title: '',
      short: '',
      series: null,
      host: null,
      venue: null,
      place: '',
      timeZone: 'UTC',
      startsAt: instantOf(0),
      endsAt: instantOf(0),
      about: null,
      notes: { tags: [] },
      statements: { words: 500, anytime: false },
      walkIns: false,
      deletePersonalDataAfterDays: 30,
      rehearsal: false,
      meetingLink: null,
      captionsLink: null,
    },
    questions: { moderation: 'before', attribution: 'named', length: 280, cap: null },
  },
  agenda: { ...emptyAgenda, endsAt: instantOf(0) },
  people: { all: Table(), numbered: 0 },
  queue: emptyQueue,
  floor: emptyFloor,
  questions: emptyQuestions,
  cues: noCues,
  notes: noNotes,
  statements: noStatements,
  steps: noSteps,
}

/** What a command comes to, for this actor, in this state. The actor's right is read from the state itself. */
export const decide = (state: State, command: Command, context: Context): Decision<Event> => {
  const person = actorIn(state, context.actor)
  if (context.actor.person !== 'system' && (person === null || person.revoked)) return reject('person-revoked')
  const seat: Seat = person?.role ?? 'system'
  if (!allowed(state, seat, person?.id ?? null, command)) return reject('forbidden')
  const decideOne = deciders[command.type] as (state: State, data: Command['data'], context: Context) => Decision<Event>
  const decision = decideOne(state, command.data, context)
  return isStep(command.type, context) ? recorded(state, command, context, decision) : decision
}

/** What is driven can be taken back: its undoing is written down with it. */
const recorded = (state: State, command: Command, context: Context, decision: Decision<Event>): Decision<Event> => {
  if (!decision.ok || decision.events.length === 0) return decision
  return accept(...decision.events, stepTaken(command, state, evolveAll(state, decision.events, context.at), context))
}

/** One event, on the slice that its name begins with; all other slices keep their identity. */
export const evolve = (state: State, event: Event, at: Instant): State => {
  const slice = event.type.slice(0, event.type.indexOf('.')) as Slice
  const step = (evolvers[slice] as Record<EventType, (slice: unknown, data: unknown, at: Instant) => unknown>)[event.type]
  return { ...state, [slice]: step(state[slice], event.data, at) }
}

export const evolveAll = (state: State, events: readonly Event[], at: Instant): State =>
  events.reduce((evolved, event) => evolve(evolved, event, at), state)
