/** Everything that the parts of a simulation share: time, random numbers, the log, the ledger, and the failures. */
import type { State } from '@rostrum/shared/contract/registry'
import type { SeededRandom } from '../../support/seeded-random.ts'
import type { Served } from './check-answers.ts'
import type { Ledger } from './ledger.ts'
import type { LogServer } from './log-server.ts'
import type { SimulatedProcess } from './simulated-process.ts'
import type { VirtualTime } from './virtual-time.ts'

export class Stage {
  readonly time: VirtualTime
  readonly random: SeededRandom
  readonly server: LogServer
  readonly ledger: Ledger
  readonly failures: string[] = []
  /** The number of frames that arrived at screens. */
  deliveries = 0
  gaps = 0
  /** No more faults: everything broken is mended, and nothing gets lost. */
  isHealed = false
  /** Some of the states that nodes had during the run. */
  readonly states: { readonly revision: number; readonly held: State }[] = []
  /** The states that nodes served after each start, and in the end. */
  readonly served: Served[] = []
  /** The true times at which nodes started, and at which each revision was first seen. */
  readonly starts: number[] = []
  readonly seenAt = new Map<number, number>()
  /** The noted times of the session, which are stored next to the log. */
  readonly marks = new Map<string, unknown>()
  /** Commits that nodes have seen and the log has lost. */
  readonly losses: { readonly process: SimulatedProcess; readonly hasReported: () => boolean; readonly what: string }[] = []
  readonly #onTrace: ((line: string) => void) | null
  #trace = 2_166_136_261

  constructor(
    parts: Pick<Stage, 'time' | 'random' | 'server' | 'ledger'>,
    /** Gets everything that happens, line by line. */
    onTrace: ((line: string) => void) | null,
  ) {
    this.time = parts.time
    this.random = parts.random
    this.server = parts.server
    this.ledger = parts.ledger
    this.#onTrace = onTrace
  }

  /** Notes a broken promise. */
  fail(what: string): void {
    this.failures.push(what)
    this.trace(`FAILED ${what}`)
  }

  /** Notes an event. Two runs of a seed have the same trace. */
  trace(line: string): void {
    for (let index = 0; index < line.length; index += 1) this.#trace = Math.imul(this.#trace ^ line.charCodeAt(index), 16_777_619)
    this.#onTrace?.(`${this.time.now.toFixed(3).padStart(12)} ${line}`)
  }

  /** The hash of the whole trace. */
  get traceHash(): string {
    return (this.#trace >>> 0).toString(16).padStart(8, '0')
  }

  /** Draws a length of time: mostly near `usual`, rarely many times as long. */
  drawLength(usual: number): number {
    return -Math.log(1 - this.random.next()) * usual
  }
}
