/** The counters of a running server: numbers and codes of the protocol, never a person, a session or a text. */

import type { Channel } from '@rostrum/shared/contract/channels'
import type { CommandType } from '@rostrum/shared/contract/registry'
import type { Audience, Role } from '@rostrum/shared/contract/roles'
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
  /** The time from an append to its durability, in seconds, and the number of commits that it stored. */
  appended(seconds: number, commits: number): void
  /** A message of a webhook was sent. After the failures `rests` and `ended` it is not tried again. */
  webhookTried(outcome: 'delivered' | 'failed' | 'rests' | 'ended'): void
  /** The processor time of a round of frames, in seconds. */
  roundTimed(audience: Audience, pace: string, seconds: number): void
}
