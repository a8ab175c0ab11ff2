/** Makes the messages of one subscription from the log, a small piece at a time. Between the pieces it holds only one state. */
import { setImmediate as yielded } from 'node:timers/promises'
import type { Commit, State } from '@rostrum/shared/contract/registry'
import { evolveAll } from '@rostrum/shared/domain/decider'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { listMessages } from '@rostrum/shared/projection/webhooks/messages'
import type { Log } from '../../engine/log/log.ts'
import { emptyCheckpoint, loadCheckpoint } from '../../engine/session/checkpoint.ts'
import type { Session } from '../../engine/session/session.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'
import type { ServerKey } from '../../people/access/server-key.ts'
import type { NewMessage, Subscription, WebhookPlace } from './webhook-store.ts'

/** The number of commits that are read at a time. */
const pieceSize = 100

export type ReaderPorts = { readonly log: Log; readonly key: ServerKey; readonly logger: Logger }
type LogPosition = Pick<WebhookPlace, 'revision' | 'chain'>
/** `base`: the stored place from which the reader continued. */
type HeldState = LogPosition & { readonly base: Revision; readonly state: State }

export type ReadResult = LogPosition & {
  readonly messages: readonly NewMessage[]
  readonly isAtHead: boolean
}

export class MessageReader {
  readonly #ports: ReaderPorts
  readonly #hook: Subscription
  #held: HeldState | null = null

  constructor(ports: ReaderPorts, hook: Subscription) {
    this.#ports = ports
    this.#hook = hook
  }

  /** Releases the state. It is computed again from the log when it is needed. */
  release(): void {
    this.#held = null
  }

  /** Reads from the place, or from where the reader stopped, until there are messages, or up to the head. */
  async read(session: Session, place: WebhookPlace): Promise<ReadResult> {
    let held =
      this.#held !== null && isFrom(this.#held, place) ? this.#held : { ...(await this.#open(session, place)), base: place.revision }
    for (;;) {
      const stored = await this.#ports.log.read(session.id, held.revision, pieceSize)
      // Commits that this node has not applied yet may not be confirmed yet.
      const commits = stored.filter(({ revision }) => revision <= session.revision)
      const messages: NewMessage[] = []
      for (const commit of commits) {
        const state = evolveAll(held.state, commit.events, commit.at)
        messages.push(...this.#makeMessages(held.state, state, commit, place.last + messages.length))
        held = { base: place.revision, revision: commit.revision, chain: commit.chain, state }
      }
      const isAtHead = commits.length < pieceSize
      // At the head, the reader holds the same objects as the session.
      if (isAtHead && session.revision === held.revision) held = { ...held, state: session.state }
      this.#held = messages.length === 0 ? held : { ...held, base: held.revision }
      if (isAtHead || messages.length > 0) return { revision: held.revision, chain: held.chain, messages, isAtHead }
      await yielded()
    }
  }

  /**
   * Returns the state at a place. If commits were lost and the place was after them, returns the state at the last commit before the loss.
   */
  async #open(session: Session, place: LogPosition): Promise<LogPosition & { readonly state: State }> {
    const { log, logger } = this.#ports
    const isKnown = place.revision === 0 || (await log.readChain(session.id, place.revision)) === place.chain
    const { revision, state } = session
    if (isKnown && revision === place.revision) return { revision, chain: place.chain, state }
    if (!isKnown)
      logger.warn({ session: session.id, webhook: this.#hook.id }, 'commits were lost; a webhook goes on after the last that is there')
    const goal = isKnown ? place.revision : (state.session.losses.at(-1)?.after ?? revision)
    const checkpoint = await loadCheckpoint(log, session.id, logger)
    let at: LogPosition & { readonly state: State } = checkpoint.revision <= goal ? checkpoint : emptyCheckpoint
    while (at.revision < goal) {
      const commits = await log.read(session.id, at.revision, Math.min(pieceSize, goal - at.revision))
      const last = commits.at(-1)
      if (last === undefined) break
      const state = commits.reduce((now, { events, at }) => evolveAll(now, events, at), at.state)
      at = { revision: last.revision, chain: last.chain, state }
      await yielded()
    }
    return at
  }

  #makeMessages(from: State, to: State, commit: Commit, last: number): readonly NewMessage[] {
    const { id, session, contents, topics } = this.#hook
    const { revision, chain, events, at } = commit
    const all = listMessages({ from, to, events, at }, contents).map((message, index) => ({ ...message, index }))
    return all
      .filter(({ topic }) => topics.includes(topic))
      .map(({ type, about, data, index }, order) => {
        const number = last + order + 1
        // The key does not show what it is derived from, so nobody can count commits by it.
        const key = this.#ports.key.derive('webhook-message', session, revision, chain, index, id).toString('base64url').slice(0, 32)
        const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), session, number, data })
        return { number, id: `msg_${key}`, type, about, at, body }
      })
  }
}

/** True if there was no message since the place, or if the place was moved to where the reader is. */
const isFrom = ({ base, revision, chain }: HeldState, place: WebhookPlace): boolean =>
  base === place.revision || (revision === place.revision && chain === place.chain)
