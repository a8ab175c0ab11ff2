/** Why a session cannot take commands now, since when, and who wants to know. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { DamagedLogError, LostCommitsError } from '../log/log-errors.ts'
import type { Logger } from '../telemetry/logger.ts'

/**
 * `silent`: what other nodes store may not be known here, so nothing of it is shown or decided. `lost`: confirmed commits are gone, and
 * what is there is being read. `damaged`: the log cannot be read.
 */
export type FaultReason = 'silent' | 'lost' | 'damaged'
export type SessionFault = { readonly reason: FaultReason; readonly since: Instant; readonly error: Error }

type FaultPorts = { readonly now: () => number; readonly logger: Pick<Logger, 'warn' | 'error'> }

export class FaultState {
  readonly #session: SessionId
  readonly #ports: FaultPorts
  readonly #listeners = new Set<(fault: SessionFault | null) => void>()
  #current: SessionFault | null = null

  constructor(session: SessionId, ports: FaultPorts) {
    this.#session = session
    this.#ports = ports
  }

  get current(): SessionFault | null {
    return this.#current
  }

  /** Called with every new fault, and with null when there is none any more. Returns a function that removes it. */
  onChange(listener: (fault: SessionFault | null) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(error: Error | null): void {
    const reason = error === null ? null : nameReason(error)
    if (reason === (this.#current?.reason ?? null)) return
    this.#current =
      error === null || reason === null
        ? null
        : { reason, since: this.#current?.since ?? (Math.round(this.#ports.now()) as Instant), error }
    const facts = { session: this.#session, reason, cause: error?.message }
    if (error === null) this.#ports.logger.warn(facts, 'commands are taken again')
    else this.#ports.logger.error(facts, 'commands are refused until the log can be followed')
    for (const listener of this.#listeners) listener(this.#current)
  }
}

const nameReason = (error: Error): FaultReason =>
  error instanceof DamagedLogError ? 'damaged' : error instanceof LostCommitsError ? 'lost' : 'silent'
