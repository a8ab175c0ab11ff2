/** Ends a connection that sends more messages or more bytes than any screen does, whatever they contain, and before anything reads them. */
import { Bucket, type Rate } from './bucket.ts'
import type { RateLane } from './rate-limiter.ts'

/**
 * Messages a second. These rates are above those of commands, so that a person who is too fast is answered first. `entering`: until the
 * connection is let in.
 */
const messageRates: Readonly<Record<RateLane | 'entering', Rate>> = {
  entering: { perSecond: 1, burst: 10 },
  participant: { perSecond: 20, burst: 100 },
  staff: { perSecond: 200, burst: 500 },
}
/** The bytes of a connection that was not let in. A ticket, two cursors and the names around them are 800. */
const maxEnteringBytes = 4096

/** Takes bytes from an account that connections may share. Returns false if it does not have so many. */
export type TakeBytes = (bytes: number, now: number) => boolean

export class FloodGuard {
  #rate = messageRates.entering
  #messages: Bucket
  #takeBytes: TakeBytes

  /** `now`: monotonic milliseconds. */
  constructor(now: number) {
    this.#messages = new Bucket(this.#rate, now)
    let left = maxEnteringBytes
    this.#takeBytes = (bytes) => {
      left -= bytes
      return left >= 0
    }
  }

  /** Notes that the connection was let in. */
  letIn(lane: RateLane, takeBytes: TakeBytes, now: number): void {
    this.#rate = messageRates[lane]
    this.#messages = new Bucket(this.#rate, now)
    this.#takeBytes = takeBytes
  }

  /** Counts one message. Returns false if it, or its bytes, are too many. */
  take(bytes: number, now: number): boolean {
    if (this.#messages.measureWait(this.#rate, 1, now) > 0) return false
    this.#messages.take()
    return this.#takeBytes(bytes, now)
  }
}
