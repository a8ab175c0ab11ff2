/**
 * Takes the commands of clients over a socket or over HTTP in the same way. A person has one account of credits, and a command has one
 * answer.
 */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import { type CommandType, commands } from '@rostrum/shared/contract/registry'
import { isStaff } from '@rostrum/shared/contract/roles'
import type { Envelope, Refusal, RefusalReason, Reply } from '@rostrum/shared/protocol/messages'
import { parseEnvelope } from '@rostrum/shared/protocol/parse'
import type { Session } from '../session/session.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Meter } from '../telemetry/meter.ts'
import { type RateLane, RateLimiter } from './rate-limiter.ts'

export type IntakePorts = {
  readonly execute: (session: Session, person: PersonId, envelope: Envelope) => Promise<Reply>
  readonly meter: Pick<Meter, 'replySent'>
  readonly logger: Logger
  /** A command could not be stored. */
  readonly onUnstored: () => void
}

export class CommandIntake {
  readonly #ports: IntakePorts
  readonly #rateLimiter = new RateLimiter()
  /** The commands that have no reply yet. */
  readonly #pending = new Set<Promise<Reply>>()
  #isStopping = false

  constructor(ports: IntakePorts) {
    this.#ports = ports
  }

  /** Answers a command. `message`: anything. It never rejects. */
  take(session: Session, person: Person, message: unknown): Promise<Reply> {
    const pendingReply = this.#answer(session, person, message)
    this.#pending.add(pendingReply)
    void pendingReply.finally(() => this.#pending.delete(pendingReply))
    return pendingReply
  }

  /** Refuses new commands. Returns those that are in progress. */
  stop(): ReadonlySet<Promise<Reply>> {
    this.#isStopping = true
    return this.#pending
  }

  async #answer(session: Session, person: Person, message: unknown): Promise<Reply> {
    const { logger, meter, onUnstored } = this.#ports
    const type = readCommandType(message)
    try {
      const reply = await this.#execute(session, person, type, message)
      meter.replySent(type, reply)
      if (!reply.ok && reply.reason === 'unavailable') onUnstored()
      return reply
    } catch (error) {
      onUnstored()
      logger.error({ err: error, session: session.id }, 'a message failed')
      return makeRefusal('unavailable')
    }
  }

  async #execute(session: Session, person: Person, type: CommandType | null, message: unknown): Promise<Reply> {
    if (this.#isStopping) return makeRefusal('unavailable')
    const wait = this.#rateLimiter.take(getHolder(session, person), getRateLane(person), type, performance.now())
    if (wait > 0) return { ...makeRefusal('too-fast'), retryAfter: wait }
    const envelope = parseEnvelope(message)
    return envelope.ok ? await this.#ports.execute(session, person.id, envelope.value) : envelope
  }
}

/** The name under which all that a person sends is counted. */
export const getHolder = (session: Session, person: Person): string => `${session.id} ${person.id}`

export const getRateLane = ({ role }: Person): RateLane => (isStaff(role) ? 'staff' : 'participant')

const makeRefusal = (reason: RefusalReason): Refusal => ({ ok: false, reason })

/** Reads one field of a message that is not validated yet. Only the rate limiter uses it. */
const readCommandType = (message: unknown): CommandType | null => {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null
  return typeof message.type === 'string' && Object.hasOwn(commands, message.type) ? (message.type as CommandType) : null
}
