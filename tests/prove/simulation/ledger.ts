/** The commands that the session got, with their senders, times and answers. A commit is right if it is what was asked for. */
import type { Session } from '@rostrum/server/engine/session/session'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Commit, EventDecision, State } from '@rostrum/shared/contract/registry'
import type { Actor } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Reply } from '@rostrum/shared/protocol/messages'

export type Asked = {
  readonly id: CommandId
  readonly actor: Actor
  readonly type: Commit['command']['type']
  readonly decide: (state: State, at: Instant) => EventDecision
  readonly execute: (session: Session) => Promise<Reply>
  /** When it was first sent, in the order of all events. */
  readonly sentIn: number
  /** The last revision of the log at that time that nothing can take back. */
  readonly sentAfter: number
  /** The number of times it was sent. */
  sent: number
  /** When nodes got it and when they answered, in the time of the session. Includes answers that were lost. */
  readonly times: Instant[]
  readonly answers: Answer[]
}

/** An answer other than `unavailable`. */
export type Answer = {
  readonly reply: Reply
  readonly node: string
  /** When the node gave it, in the order of all events. */
  readonly decidedIn: number
  /** When it arrived, in the order of all events. */
  readonly in: number
  /** The last revision of the log at that time. */
  readonly head: number
}

export type Ledger = Map<CommandId, Asked>

export const isUnavailable = (reply: Reply): boolean => !reply.ok && reply.reason === 'unavailable'
