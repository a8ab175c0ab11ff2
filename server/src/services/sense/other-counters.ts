/**
 * The other nodes that count the same sentence. They report whether one of them has all responses, and agree on one result after the close.
 */

import type { PromptId, SessionId } from '@rostrum/shared/contract/ids'
import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import { amounts, type SenseResult, spreads, turnouts } from '@rostrum/shared/contract/sense-words'
import { z } from 'zod'
import type { Nodes } from '../../engine/nodes/nodes.ts'
import type { Share, ShareKind } from '../../engine/nodes/share.ts'

const words = z.strictObject({ amount: z.enum(amounts), spread: z.enum(spreads).nullable() })
const result = z.strictObject({ turnout: z.enum(turnouts).nullable(), words: z.record(z.enum(responseKinds), words).nullable() })

/** `isWhole`: the node has the responses from the start, or from a node that had them. `isClosed`: it takes no more of them. */
const counter = z.strictObject({ isWhole: z.boolean(), isClosed: z.boolean(), result: result.nullable() })
type Counter = Readonly<z.infer<typeof counter>>

/** The counters of the nodes, by the nodes' own names. */
export const counterShare: ShareKind<Counter> = {
  name: 'response-counters',
  value: counter,
  merge: (one, other) => (JSON.stringify(one) > JSON.stringify(other) ? one : other),
  keptBy: 'its-node',
  sent: 'at-once',
  maxKeys: 1,
}

export class OtherCounters {
  readonly #nodes: Nodes
  readonly #responses: Share<unknown>
  readonly #share: Share<Counter>
  #own: Counter = { isWhole: true, isClosed: false, result: null }

  constructor(nodes: Nodes, session: SessionId, prompt: PromptId, responses: Share<unknown>) {
    this.#nodes = nodes
    this.#responses = responses
    this.#share = nodes.open(counterShare, `${session} ${prompt}`)
    this.#tell({})
  }

  /** Asks for the responses from before this node knew of the sentence. Resolves with whether another node has them. */
  async askForWhole(): Promise<boolean> {
    this.#tell({ isWhole: false })
    const isWhole = await this.#nodes.waitUntil(() =>
      this.#others.some(([node, one]) => one?.isWhole === true && this.#responses.isWholeFrom(node)),
    )
    this.#tell({ isWhole })
    return isWhole
  }

  /**
   * Waits until every other node has sent everything that it has. Resolves with the result of the node that computes it for all of them.
   * Null if that is this node.
   */
  async collect(): Promise<SenseResult | null> {
    this.#tell({ isClosed: true })
    await this.#nodes.waitUntil(() => this.#findResult() !== null || (this.#isFirst && this.#areAllWhole))
    return this.#findResult()
  }

  tellResult(made: SenseResult): void {
    this.#tell({ result: made })
  }

  stop(): void {
    this.#share.close()
  }

  /** A node on which the session is not open has no counter. */
  get #others(): readonly (readonly [node: string, counter: Counter | undefined])[] {
    return this.#nodes.others.map((node) => [node, this.#share.getFromOthers(node)])
  }

  get #isFirst(): boolean {
    return this.#others.every(([node, one]) => one === undefined || this.#nodes.own < node)
  }

  get #areAllWhole(): boolean {
    const isWhole = (node: string) => this.#share.isWholeFrom(node) && this.#responses.isWholeFrom(node)
    return this.#nodes.knowsOthers && this.#others.every(([node, one]) => isWhole(node) && one?.isClosed !== false)
  }

  #findResult(): SenseResult | null {
    return this.#others.find(([, one]) => one !== undefined && one.result !== null)?.[1]?.result ?? null
  }

  #tell(changes: Partial<Counter>): void {
    this.#own = { ...this.#own, ...changes }
    this.#share.put(this.#nodes.own, this.#own)
  }
}
