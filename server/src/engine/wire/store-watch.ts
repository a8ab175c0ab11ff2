/**
 * Watches whether this node can store. A command that could not be stored raises the doubt, and small writes are tried until one succeeds.
 * In the meantime screens can read everything, and show why nothing else works.
 */
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Logger } from '../telemetry/logger.ts'

export type StoreWatchPorts = {
  /** Rejects if nothing can be stored. */
  readonly probe: () => Promise<void>
  readonly now: () => Instant
  readonly logger: Pick<Logger, 'warn' | 'error'>
}

/** The time, in milliseconds, between two tries. */
const interval = 1_000

export class StoreWatch {
  readonly #ports: StoreWatchPorts
  readonly #listeners = new Set<() => void>()
  #failingSince: Instant | null = null
  #timer: NodeJS.Timeout | undefined
  #isProbing = false
  #isClosed = false

  constructor(ports: StoreWatchPorts) {
    this.#ports = ports
  }

  /** The time since when nothing can be stored, or null. */
  get failingSince(): Instant | null {
    return this.#failingSince
  }

  /** Calls the listener with every change. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** Notes that something could not be stored. */
  doubt(): void {
    if (this.#isProbing || this.#isClosed || this.#timer !== undefined) return
    void this.#probe()
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  async #probe(): Promise<void> {
    this.#isProbing = true
    this.#timer = undefined
    const began = this.#ports.now()
    const cause = await this.#ports.probe().then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    this.#isProbing = false
    if (this.#isClosed) return
    if (cause !== null) this.#timer = setTimeout(() => void this.#probe(), interval)
    if ((cause !== null) === (this.#failingSince !== null)) return
    this.#failingSince = cause === null ? null : began
    if (cause === null) this.#ports.logger.warn({}, 'the store can write again')
    else this.#ports.logger.error({ cause }, 'the store cannot write: commands are refused until it can')
    for (const listener of this.#listeners) listener()
  }
}
