/** The reason why a session cannot take commands now, since when, and the listeners for it. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { DamagedLogError, LostCommitsError } from '../log/log-errors.ts'
import type { Logger } from '../telemetry/logger.ts'

/**
 * `silent`: this node may not know what other nodes store, so it accepts no commands. `lost`: confirmed commits are gone, and the remaining
 * ones are being read. `damaged`: the log cannot be read.
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

  /** Calls the listener with every new fault, and with null when the fault has ended. Returns a function that removes it. */
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
