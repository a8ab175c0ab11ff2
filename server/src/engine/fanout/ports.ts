/** The interface of the screens that the fanout sends to, and of everything that it needs. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Audience } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Presence } from '../presence/presence.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { FrameCodec } from './frame-stream.ts'
import type { Pace } from './round-scheduler.ts'
import type { Transients } from './transients.ts'

/** One screen on this node. */
export type Subscriber<Encoded> = {
  readonly person: PersonId
  /** The screen can read packed frames. */
  readonly unpacks: boolean
  /** Must not throw. */
  readonly send: (frames: readonly Encoded[]) => void
  /** Closes the connection. */
  readonly end: () => void
}

export type FanoutPorts<Encoded> = {
  /** The key of all cursors: the same on all nodes and after a restart. */
  readonly cursorKey: Buffer
  readonly now: () => Instant
  readonly codec: FrameCodec<Encoded>
  readonly logger: Logger
  /** Gets the processor time of each round in seconds. */
  readonly onRoundTimed?: (audience: Audience, pace: Pace, seconds: number) => void
  /** Runs a round, and lets others know while it is being sent. */
  readonly runRound: (round: () => Promise<number>) => Promise<number>
  /** The presence of this session. The fanout reports its subscribers to it and sends its changes to screens. */
  readonly presence: Presence
  /** The parts that are sent to screens and are not in the log. */
  readonly transients: Transients
}
