/**
 * Numbers the chair's commands, so that screens can tell them apart. Command n sets the speaking limit for everyone to its own value. A
 * screen that is shown a limit holds the command that set it, and all commands before it.
 */
import type { Shown } from '../client/messages.ts'
import type { Screen } from '../client/screen.ts'

/** The lowest limit, in seconds, and the number of values after which the steps begin again. */
const [lowest, values] = [60, 3000]

export class LimitSteps {
  readonly #chair: Screen
  readonly #first: number
  #sent = 0

  /** Continues from the limit that the chair sees. */
  constructor(chair: Screen) {
    this.#chair = chair
    this.#first = (chair.limit ?? Number.NaN) / 1000 - lowest
    if (!(this.#first >= 0 && this.#first < values)) throw new Error(`the limit is ${chair.limit}`)
  }

  get sent(): number {
    return this.#sent
  }

  /** Calls `then` with the milliseconds until the answer. */
  send(then: (ms: number) => void): void {
    const expectedLimit = this.#toLimit(this.#sent)
    this.#sent += 1
    const began = performance.now()
    const data = { scope: { kind: 'everyone' }, limit: this.#toLimit(this.#sent), expectedLimit }
    this.#chair.send('floor.set-limit', data, (reply) => {
      if (!reply.ok) throw new Error(`the limit was refused: ${reply.reason}`)
      then(performance.now() - began)
    })
  }

  /** Returns the last command that a screen holds. `before`: the last command that it held until now. */
  find({ limit }: Shown, before: number): number {
    if (limit === null) return before
    const ahead = limit / 1000 - lowest - this.#first - before
    return before + (((ahead % values) + values) % values)
  }

  #toLimit(step: number): number {
    return (lowest + ((this.#first + step) % values)) * 1000
  }
}
