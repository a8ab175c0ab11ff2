/** The list of features as contracts: all commands, all events, the whole state. */
import type { z } from 'zod'
import type { Decision } from '../kernel/decision.ts'
import type { Revision } from '../kernel/revision.ts'
import type { Instant } from '../kernel/time.ts'
import { type AgendaEvents, type AgendaState, agendaCommands } from './agenda.ts'
import { type CaptionEvents, type CaptionsState, captionCommands } from './captions.ts'
import type { CommandSpec } from './command.ts'
import { type CueEvents, type CuesState, cueCommands } from './cues.ts'
import { type FloorEvents, type FloorState, floorCommands } from './floor.ts'
import type { CommandId } from './ids.ts'
import { type NoteEvents, type NotesState, noteCommands } from './notes.ts'
import { type PeopleEvents, type PeopleState, peopleCommands } from './people.ts'
import { type QuestionEvents, type QuestionsState, questionCommands } from './questions.ts'
import type { QueueEvents, QueueState } from './queue.ts'
import { queueCommands } from './queue-commands.ts'
import type { Rejection } from './rejections.ts'
import type { Actor } from './roles.ts'
import { type SenseEvents, type SenseState, senseCommands } from './sense.ts'
import type { SenseResult } from './sense-words.ts'
import { type SessionEvents, type SessionState, sessionCommands } from './session.ts'
import { type StatementEvents, type StatementsState, statementCommands } from './statements.ts'
import { type StepEvents, type StepsState, stepCommands } from './steps.ts'

/** All commands that a client may send, each with its fields and traits. */
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
  ...senseCommands,
  ...captionCommands,
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
  readonly sense: SenseState
  readonly captions: CaptionsState
  readonly steps: StepsState
}
export type Slice = keyof State

type SliceSpec = {
  /** `immediate`: a change is sent at once. `paced`: changes wait for the next round, so that many of them make one frame. */
  readonly delivery: 'immediate' | 'paced'
  /** Events that change a count and nothing else. They wait longer, because thousands may come within seconds. */
  readonly counted?: readonly EventType[]
}
export type SliceSpecs = Readonly<Record<Slice, SliceSpec>>
export const slices = {
  session: { delivery: 'immediate' },
  agenda: { delivery: 'immediate' },
  people: { delivery: 'paced' },
  queue: { delivery: 'paced' },
  floor: { delivery: 'immediate' },
  questions: { delivery: 'paced', counted: ['questions.supported', 'questions.unsupported'] },
  cues: { delivery: 'immediate' },
  notes: { delivery: 'paced' },
  statements: { delivery: 'paced' },
  sense: { delivery: 'immediate' },
  captions: { delivery: 'paced' },
  steps: { delivery: 'paced' },
} as const satisfies SliceSpecs

/** An event type begins with the name of the slice that the event changes. A type that does not is an error here. */
type Of<S extends Slice, E extends { readonly [K in keyof E]: K extends `${S}.${string}` ? unknown : never }> = E
export type Events = Of<'session', SessionEvents> &
  Of<'agenda', AgendaEvents> &
  Of<'people', PeopleEvents> &
  Of<'queue', QueueEvents> &
  Of<'floor', FloorEvents> &
  Of<'questions', QuestionEvents> &
  Of<'cues', CueEvents> &
  Of<'notes', NoteEvents> &
  Of<'statements', StatementEvents> &
  Of<'sense', SenseEvents> &
  Of<'captions', CaptionEvents> &
  Of<'steps', StepEvents>
export type EventType = keyof Events
export type Event = { [E in EventType]: { readonly type: E; readonly data: Events[E] } }[EventType]
export type EventOf<S extends Slice> = Extract<Event, { readonly type: `${S}.${string}` }>

/** Returns the slice that the event changes. */
export const getSlice = ({ type }: Pick<Event, 'type'>): Slice => type.slice(0, type.indexOf('.')) as Slice

export const isOfSlice = <S extends Slice>(event: Event, slice: S): event is EventOf<S> => getSlice(event) === slice

export type CommandType = keyof typeof commands
export type CommandData<C extends CommandType> = z.infer<(typeof commands)[C]['schema']>
export type Command = { [C in CommandType]: { readonly type: C; readonly data: CommandData<C> } }[CommandType]

/**
 * The inputs of a decision besides the state: who sends the command, when, and the command's id. For the sense of the room, from the
 * server's memory: `responders`, how many can respond now, and `result`, the result of the prompt.
 */
export type Context = {
  readonly actor: Actor
  readonly at: Instant
  readonly id: CommandId
  readonly responders?: number
  readonly result?: SenseResult
}

export type EventDecision = Decision<Event, Rejection>
export type Deciders<Commands extends Readonly<Record<string, CommandSpec>>> = {
  readonly [C in keyof Commands]: (state: State, data: z.infer<Commands[C]['schema']>, context: Context) => EventDecision
}
export type Evolvers<S, SliceEvents> = {
  readonly [E in keyof SliceEvents]: (slice: S, data: SliceEvents[E], at: Instant) => S
}

/** The result of one accepted command, as the log stores it. `chain` is a hash that covers this commit and all commits before it. */
export type Commit = {
  readonly revision: Revision
  readonly at: Instant
  readonly actor: Actor
  readonly command: {
    readonly id: CommandId
    readonly type: CommandType | ServerCommandType
    /** Tells a repeat from another command with the same id. Commits of the server and older ones have none. */
    readonly digest?: string
  }
  readonly events: readonly Event[]
  readonly chain: string
}

/** Acts of the server for its own HTTP routes. These commits have separate types and cannot come over a socket. */
type ServerCommandType =
  | 'session.create'
  | 'session.plan'
  | 'session.renew-code'
  | 'session.record-attendance'
  | 'session.record-profile'
  | 'session.record-loss'
  | 'sense.restart'
  | 'people.admit'
  | 'people.register'
  | 'people.change-channel'
  | 'people.reinstate'
  | 'people.renew-link'
  | 'people.set-duties'
  | 'people.set-walk-in-places'
