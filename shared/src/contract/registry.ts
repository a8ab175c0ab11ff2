/** The list of features, as words: every command, every event, the whole state. */
import type { z } from 'zod'
import type { Decision } from '../kernel/decision.ts'
import type { Instant } from '../kernel/time.ts'
import { type AgendaEvents, type AgendaState, agendaCommands } from './agenda.ts'
import { type CueEvents, type CuesState, cueCommands } from './cues.ts'
import { type FloorEvents, type FloorState, floorCommands } from './floor.ts'
import type { CommandId, Revision } from './ids.ts'
import { type NoteEvents, type NotesState, noteCommands } from './notes.ts'
import { type PeopleEvents, type PeopleState, peopleCommands } from './people.ts'
import { type QuestionEvents, type QuestionsState, questionCommands } from './questions.ts'
import { type QueueEvents, type QueueState, queueCommands } from './queue.ts'
import type { Actor } from './roles.ts'
import { type SessionEvents, type SessionState, sessionCommands } from './session.ts'
import { type StatementEvents, type StatementsState, statementCommands } from './statements.ts'
import { type StepEvents, type StepsState, stepCommands } from './steps.ts'

/** Schemas of all commands that may come over a socket. */
export const commands = {
  ...sessionCommands,
  ...agendaCommands,
  ...peopleCommands,
  ...queueCommands,
  ...floorCommands,
  ...questionCommands,
  ...cueCommands,
  ...noteCommands,
  ...statementCommands,
  ...stepCommands,
}

export type State = {
  readonly session: SessionState
  readonly agenda: AgendaState
  readonly people: PeopleState
  readonly queue: QueueState
  readonly floor: FloorState
  readonly questions: QuestionsState
  readonly cues: CuesState
  readonly notes: NotesState
  readonly statements: StatementsState
  readonly steps: StepsState
}
export type Slice = keyof State

export type Events = SessionEvents &
  AgendaEvents &
  PeopleEvents &
  QueueEvents &
  FloorEvents &
  QuestionEvents &
  CueEvents &
  NoteEvents &
  StatementEvents &
  StepEvents
export type EventType = keyof Events
/** The prefix of an event is the slice it belongs to. */
export type Event = { [E in EventType]: { readonly type: E; readonly data: Events[E] } }[EventType]

export type CommandType = keyof typeof commands
export type CommandData<C extends CommandType> = z.infer<(typeof commands)[C]>
export type Command = { [C in CommandType]: { readonly type: C; readonly data: CommandData<C> } }[CommandType]

/** All that a decision may know beside the state: who asks, when, and the command's own id. */
export type Context = { readonly actor: Actor; readonly at: Instant; readonly id: CommandId }

export type Decide<Schemas extends Record<string, z.ZodType>> = {
  readonly [C in keyof Schemas]: (state: State, data: z.infer<Schemas[C]>, context: Context) => Decision<Event>
}
export type Evolve<S, SliceEvents> = {
  readonly [E in keyof SliceEvents]: (slice: S, data: SliceEvents[E], at: Instant) => S
}

/** What one accepted command made, as it is kept for ever. `chain` binds it to all before it. */
export type Commit = {
  readonly revision: Revision
  readonly at: Instant
  readonly actor: Actor
  readonly command: { readonly id: CommandId; readonly type: CommandType | Founding }
  readonly events: readonly Event[]
  readonly chain: string
}

/** What the server's own doors do, beside commands: create a session, plan it anew, admit people, keep the roster, make a link or the join code anew. */
export type Founding = 'session.create' | 'session.plan' | 'session.renew-code' | 'people.admit' | 'people.enrol' | 'people.relink'
