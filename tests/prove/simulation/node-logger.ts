/** The logger of a node. An error is a failure, unless it reports a fault that the simulation caused. */
import { StorageUnavailableError } from '@rostrum/server/engine/log/log-errors'
import type { Logger } from '@rostrum/server/engine/telemetry/logger'
import type { Stage } from './stage.ts'

const lossMessage = 'commits that were confirmed are not in the log any more'
const refusingMessage = 'commands are refused until the log can be followed'
const unreadableMessage = 'the log cannot be read; commands are refused until it can'

export class NodeLogger implements Logger {
  readonly #stage: Stage
  readonly #name: string
  /** Whether the node has reported that confirmed commits are lost. */
  hasReportedLoss = false

  constructor(stage: Stage, name: string) {
    this.#stage = stage
    this.#name = name
  }

  info(_facts: object, message: string): void {
    this.#stage.trace(`${this.#name}: ${message}`)
  }

  warn(_facts: object, message: string): void {
    this.#stage.trace(`${this.#name}: ${message}`)
  }

  error(facts: object, message: string): void {
    const { err, reason } = facts as { readonly err?: unknown; readonly reason?: unknown }
    this.#stage.trace(`${this.#name}: ${message}`)
    if (message === lossMessage && this.#stage.server.mayLose) this.hasReportedLoss = true
    else if (message === refusingMessage && (this.#stage.server.mayLose || reason === 'silent')) return
    else if (!(message === unreadableMessage && (this.#stage.server.mayLose || err instanceof StorageUnavailableError)))
      this.#stage.fail(`${this.#name}: ${message} ${err instanceof Error ? err.stack : ''}`)
  }
}
