/** The same sentence on the other nodes: their responses while it is open, and one result for all nodes after it. */
import { once } from 'node:events'
import type { PromptId, SessionId } from '@rostrum/shared/contract/ids'
import type { Result } from '@rostrum/shared/domain/sense/breadth'
import { ownNodeKey, startExchange } from '../../engine/presence/node-exchange.ts'
import type { Heartbeat } from '../../engine/presence/node-heartbeat.ts'
import type { NodeChannel } from '../../engine/store/store.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'
import type { Response, Responses } from './responses.ts'

/** `isKnown`: the node has it from the start, or from one that had. `isClosed`: it takes no more, so what is here is all that it has. */
type NodeReport = {
  readonly prompt: PromptId
  readonly isKnown: boolean
  readonly isClosed: boolean
  readonly responses: readonly (readonly [string, Response])[]
  readonly result: (Omit<Result, 'shown'> & { readonly shown: readonly (readonly string[])[] }) | null
}

export type OtherNodesPorts = {
  readonly nodes: NodeChannel
  readonly session: SessionId
  readonly prompt: PromptId
  readonly responses: Responses
  readonly isClosed: () => boolean
  readonly getResult: () => Result | null
  /** Responses of other nodes have come, of these responders. */
  readonly onMerged: (responders: readonly string[]) => void
  readonly logger: Logger
}

/** Milliseconds after which nodes that tell nothing count as not there. Two messages each way need less. */
const patience = 4_000

export class OtherNodes {
  readonly #ports: OtherNodesPorts
  readonly #exchange: Heartbeat
  readonly #heard = new EventTarget()
  #reports: ReadonlyMap<string, NodeReport | null> = new Map()
  #isKnown = true

  constructor(ports: OtherNodesPorts) {
    this.#ports = ports
    this.#exchange = startExchange({
      ...{ nodes: ports.nodes, logger: ports.logger, topic: `sense:${ports.session}` },
      tell: () => JSON.stringify(this.#tell()),
      hear: (reports) => this.#hear(reports),
    })
  }

  /** Whether another node has what was responded before this one knew of the sentence. */
  async isKnown(): Promise<boolean> {
    this.#isKnown = false
    this.#isKnown = await this.#waitFor(() => this.#others.some((report) => report?.isKnown === true))
    return this.#isKnown
  }

  /**
   * Waits until every node that is there has reported all that it has. Returns the result of the node that makes it for all of them, or null if
   * that is this node.
   */
  async collect(): Promise<Result | null> {
    this.#exchange.sendNow()
    const isFirst = () => [...this.#reports.keys()].every((key) => ownNodeKey < key)
    await this.#waitFor(() => this.#findResult() !== null || (isFirst() && this.#others.every((report) => report?.isClosed === true)))
    return this.#findResult()
  }

  sendNow(): void {
    this.#exchange.sendNow()
  }

  stop(): void {
    this.#exchange.stop()
  }

  get #others(): readonly (NodeReport | null)[] {
    return [...this.#reports.values()]
  }

  #findResult(): Result | null {
    const found = this.#others.find((one) => one !== null && one.result !== null)?.result
    return found ? { ...found, shown: found.shown.map((people) => new Set(people)) } : null
  }

  #tell(): NodeReport {
    const { prompt, responses, isClosed, getResult } = this.#ports
    const result = getResult()
    return {
      ...{ prompt, isKnown: this.#isKnown, isClosed: isClosed() },
      responses: result === null ? [...responses.entries()] : [],
      result: result && { ...result, shown: result.shown.map((people) => [...people]) },
    }
  }

  #hear(reports: ReadonlyMap<string, string | null>): void {
    const { prompt, responses, onMerged } = this.#ports
    this.#reports = new Map(
      [...reports].map(([key, clear]) => {
        const one = clear === null || clear === '' ? null : (JSON.parse(clear) as NodeReport)
        return [key, one?.prompt === prompt ? one : null]
      }),
    )
    const changed = this.#others.flatMap((one) => (one === null ? [] : responses.merge(one.responses)))
    if (changed.length > 0) onMerged(changed)
    this.#heard.dispatchEvent(new Event('heard'))
  }

  /** Resolves with false when patience is over. */
  async #waitFor(isSo: () => boolean): Promise<boolean> {
    const signal = AbortSignal.timeout(patience)
    try {
      await once(this.#heard, 'heard', { signal }) // at least one answer of the store
      while (!isSo()) await once(this.#heard, 'heard', { signal })
      return true
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return isSo()
      throw error
    }
  }
}
