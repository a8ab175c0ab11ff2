/** The Chair at work: calls who is next, starts and ends turns, and changes the limit. Each act is timed until it is answered. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Millis } from '@rostrum/shared/kernel/time'
import type { Reply } from '@rostrum/shared/protocol/messages'
import type { Samples } from '../../bench/measure/statistics.ts'
import type { TestClient } from '../../support/test-client.ts'

/** Changes of the limit a second. They are sent on time, also where earlier ones are not answered yet. */
const limitsPerSecond = 40
/** The milliseconds between two acts of a turn. */
const turnPace = 250

type Floor = {
  readonly limits: { readonly everyone: number }
  readonly current: { readonly id: string; readonly startedAt: number | null } | null
}

export class ChairWork {
  readonly #chair: TestClient
  #limit: number

  constructor(chair: TestClient) {
    this.#chair = chair
    this.#limit = this.#floor.limits.everyone
  }

  /** Works for so long. Adds the times of all answers in milliseconds. Rejects if an act is refused. */
  async work(milliseconds: number, samples: Samples): Promise<void> {
    const until = performance.now() + milliseconds
    await Promise.all([this.#changeLimits(samples, until), this.#runTurns(samples, until)])
  }

  async #changeLimits(samples: Samples, until: number): Promise<void> {
    const sent: Promise<void>[] = []
    for (let due = performance.now(); due < until; due += 1000 / limitsPerSecond) {
      await pause(Math.max(0, due - performance.now()))
      const expectedLimit = this.#limit as Millis
      this.#limit = 60_000 + ((expectedLimit + 1_000) % 600_000)
      const data = { scope: { kind: 'everyone' as const }, limit: this.#limit as Millis, expectedLimit }
      sent.push(this.#time(samples, 'floor.set-limit', () => this.#chair.send('floor.set-limit', data)))
    }
    await Promise.all(sent)
  }

  async #runTurns(samples: Samples, until: number): Promise<void> {
    while (performance.now() < until) {
      const { current } = this.#floor
      const { next } = this.#chair.getPart<{ readonly next: never }>('queue')
      const turn = (current?.id ?? null) as never
      if (current === null)
        await this.#time(samples, 'floor.call', () =>
          this.#chair.send('floor.call', { entry: next, expectedCurrent: null, expectedNext: next }),
        )
      else if (current.startedAt === null) await this.#time(samples, 'floor.start', () => this.#chair.send('floor.start', { turn }))
      else await this.#time(samples, 'floor.end', () => this.#chair.send('floor.end', { turn }))
      await pause(turnPace)
    }
  }

  get #floor(): Floor {
    return this.#chair.getPart<Floor>('floor')
  }

  async #time(samples: Samples, what: string, send: () => Promise<Reply>): Promise<void> {
    const began = performance.now()
    const reply = await send()
    samples.add(performance.now() - began)
    if (!reply.ok) throw new Error(`${what} of the Chair: ${reply.reason}`)
  }
}
