/** What was asked of the session, by whom and when, and what was answered. A commit is right if it is what was asked for. */
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
  /** When it was first sent, in the order of all that happened. */
  readonly sentIn: number
  /** The last revision of the log then, of those that nothing can take back. */
  readonly sentAfter: number
  /** How often it was sent. */
  sent: number
  /** When nodes got it and when they answered, in the time of the session; also where the answer was lost. */
  readonly times: Instant[]
  readonly answers: Answer[]
}

/** An answer other than `unavailable`. */
export type Answer = {
  readonly reply: Reply
  readonly node: string
  /** When the node gave it, in the order of all that happened. */
  readonly decidedIn: number
  /** When it came, in the order of all that happened. */
  readonly in: number
  /** The last revision of the log then. */
  readonly head: number
}

export type Ledger = Map<CommandId, Asked>

export const isUnavailable = (reply: Reply): boolean => !reply.ok && reply.reason === 'unavailable'
