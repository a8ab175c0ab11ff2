/** What is counted while the server runs: numbers and codes of the protocol, never a person, a session or a text. */

import type { CommandType } from '@rostrum/shared/contract/registry'
import type { Audience, Channel, Role } from '@rostrum/shared/contract/roles'
import type { ConnectionRefusal, Reply } from '@rostrum/shared/protocol/messages'

export type Meter = {
  connected(role: Role, channel: Channel): void
  disconnected(role: Role, channel: Channel): void
  connectionRefused(reason: ConnectionRefusal): void
  /** `null`: the message is not a command of this protocol. */
  replySent(type: CommandType | null, reply: Reply): void
  /** A frame was written to one screen of this audience. */
  frameSent(audience: Audience, bytes: number): void
  droppedSlow(): void
  droppedFlood(): void
  /** From an append to its durability, in seconds, and how many commits it stored. */
  appended(seconds: number, commits: number): void
  /** A message of a webhook was sent: `rests` and `ended` are failures after which it is not tried again. */
  webhookTried(outcome: 'delivered' | 'failed' | 'rests' | 'ended'): void
  /** The processor time of a round of frames, in seconds. */
  roundTimed(audience: Audience, pace: string, seconds: number): void
}
