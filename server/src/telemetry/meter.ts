/** What is counted while the server runs: numbers and words of the protocol; never a person, a session or a text. */

import type { CommandType } from '@rostrum/shared/contract/registry'
import type { Channel, Role } from '@rostrum/shared/contract/roles'
import type { Reply, TurnedAway } from '@rostrum/shared/protocol/messages'

export type Meter = {
  arrived(role: Role, channel: Channel): void
  left(role: Role, channel: Channel): void
  turnedAway(why: TurnedAway): void
  /** `null`: it was no command of this protocol. */
  answered(type: CommandType | null, reply: Reply): void
  /** A frame that was written to one screen. */
  sent(bytes: number): void
  letGo(): void
  /** Seconds that an append, or a round of frames, took. */
  appended(seconds: number): void
  round(seconds: number): void
}
