/**
 * Delivers the messages of one subscription in order, each until it is accepted, across restarts. Each result is stored before the next
 * message is sent, and only if nothing has changed in between. So no node sends a message before the previous one is done.
 */
import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Log } from '../../engine/log/log.ts'
import type { Session } from '../../engine/session/session.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'
import type { ServerKey } from '../../people/access/server-key.ts'
import { MessageReader } from './message-reader.ts'
import type { PostMessage, PostResult } from './post-message.ts'
import { makeHeaders } from './signature.ts'
import type { StoredMessage, Subscription, WebhookPlace, WebhookStore } from './webhook-store.ts'

export type DelivererPorts = {
  readonly store: WebhookStore
  readonly log: Log
  readonly key: ServerKey
  readonly post: PostMessage
  readonly openSession: (id: SessionId) => Promise<Session | null>
  readonly now: () => Instant
  /** Returns a number from 0 to 1. */
  readonly random: () => number
  /** The name of this process. */
  readonly node: string
  readonly onTried: (outcome: DeliveryOutcome) => void
  readonly logger: Logger
}
type DeliveryOutcome = 'delivered' | 'failed' | 'rests' | 'ended'

/** The most messages that wait in the store. Beyond that, no more are read from the log. */
const maxWaiting = 100
/** The number of commits without a message after which the place is stored all the same. */
const maxUnstored = 500
/** The pause, in milliseconds, before a node checks again whether another has left a subscription, and after an error. */
const idleTime = 5_000
/** In milliseconds. At the start of an attempt, a lease lasts longer than the attempt can. */
const leaseTime = 30_000
const leastLease = 20_000
const firstPause = 1_000
const maxPause = 15 * 60_000
const day = 24 * 60 * 60_000

/**
 * Returns the pause after a failure. It grows with each failure and differs from node to node. So not all nodes ask a receiver at once when
 * it returns.
 */
export const computePause = (failures: number, random: number): number =>
  Math.round(Math.min(maxPause, firstPause * 2 ** Math.min(failures - 1, 20)) * (0.75 + random / 2))

export class Deliverer {
  readonly #ports: DelivererPorts
  readonly #id: string
  readonly #running: Promise<void>
  #reader: MessageReader | null = null
  #isClosing = false
  #isWoken = false
  #resume: (() => void) | null = null
  #stopListening: (() => void) | null = null
  #leasedUntil = 0
  #sending = new AbortController()

  constructor(ports: DelivererPorts, id: string) {
    this.#ports = ports
    this.#id = id
    this.#running = this.#run()
  }

  /** Wakes the deliverer, because there may be something to do. */
  wake(): void {
    this.#isWoken = true
    this.#resume?.()
  }

  /** Closes the deliverer. A running attempt is aborted, and made again by the next node or after the restart. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#sending.abort()
    this.#resume?.()
    await this.#running
  }

  /** `reset`: the log has another history, so the state that is held does not belong to it. */
  #noteChange(reset: boolean): void {
    if (reset) this.#reader = null
    this.wake()
  }

  async #run(): Promise<void> {
    while (!this.#isClosing) {
      this.#isWoken = false
      await this.#pause(await this.#tryStep())
    }
    this.#stopListening?.()
    if (this.#leasedUntil > 0 && this.#ports.store.isShared) await this.#releaseLease()
  }

  async #tryStep(): Promise<number> {
    try {
      return await this.#step()
    } catch (error) {
      this.#ports.logger.error({ err: error, webhook: this.#id }, 'a webhook could not go on; it is tried again')
      this.#reader = null
      return idleTime
    }
  }

  /** Reads and sends. Returns the milliseconds until there may be more to do. */
  async #step(): Promise<number> {
    const { store, openSession, now } = this.#ports
    if (!(await this.#hasLease())) return this.#rest()
    const hook = await store.get(this.#id)
    const place = await store.getPlace(this.#id)
    const session = hook && (await openSession(hook.session))
    if (hook === null || session === null) {
      // The webhook or its session, such as a rehearsal, was deleted, perhaps on another node.
      await store.delete(this.#id)
      return this.#rest()
    }
    if (place === null || place.status !== 'running') return this.#rest()
    this.#stopListening ??= session.onChange(({ reset }) => this.#noteChange(reset))
    if (place.last - place.next + 1 < maxWaiting && session.fault === null) {
      const hasStored = await this.#read(hook, place, session)
      if (hasStored) return 0
    } else this.#reader?.release()
    if (place.next > place.last) return await this.#finish(place, session)
    const wait = (place.retryAt ?? 0) - now()
    if (wait > 0) return store.isShared ? Math.min(wait, idleTime) : wait
    await this.#send(hook, place)
    return 0
  }

  /** Reads messages from the log. Returns whether there is more to do at once. */
  async #read(hook: Subscription, place: WebhookPlace, session: Session): Promise<boolean> {
    const { store } = this.#ports
    this.#reader ??= new MessageReader(this.#ports, hook)
    const { messages, revision, chain, isAtHead } = await this.#reader.read(session, place)
    if (messages.length === 0 && Math.abs(revision - place.revision) < maxUnstored) return false
    // Messages are stored before the place moves. Storing them twice does no harm, but everything before the place must be there.
    if (messages.length > 0) await store.addMessages(hook.id, messages)
    await store.movePlace(hook.id, place, { revision, chain, last: place.last + messages.length })
    return messages.length > 0 || !isAtHead
  }

  /** Handles a place whose messages were all sent. Once the close is final there will be no more. */
  async #finish(place: WebhookPlace, session: Session): Promise<number> {
    const { closedAt } = session.state.session
    if (closedAt === null) return this.#idle()
    const wait = getCloseFinalAt(closedAt) - session.now()
    if (wait > 0) return Math.min(wait, this.#idle())
    await this.#ports.store.movePlace(this.#id, place, { status: 'done' })
    return 0
  }

  async #send(hook: Subscription, place: WebhookPlace): Promise<void> {
    const { store, logger, onTried } = this.#ports
    const message = await store.getMessage(hook.id, place.next)
    if (message === null) throw new Error(`message ${place.next} is not there`)
    const result = await attempt(this.#ports, hook, message, this.#sending.signal)
    if (this.#isClosing && result.status === null) return
    const isDelivered = isAccepted(result)
    const changes = isDelivered ? advance(place) : this.#fail(place, result)
    // If somebody else moved the place in the meantime, the attempt counts only in the row of its message.
    if (!(await store.movePlace(hook.id, place, changes))) return
    if (isDelivered) await store.trim(hook.id, place.next)
    const outcome = isDelivered ? 'delivered' : changes.status === 'resting' ? 'rests' : changes.status === 'ended' ? 'ended' : 'failed'
    onTried(outcome)
    if (outcome === 'rests' || outcome === 'ended') logger.warn({ session: hook.session, webhook: hook.id, outcome }, 'a webhook stopped')
  }

  #fail(place: WebhookPlace, { status }: PostResult): Partial<WebhookPlace> {
    const now = this.#ports.now()
    const failures = place.failures + 1
    const failingSince = place.failingSince ?? now
    // The receiver wants no more messages (410 Gone).
    if (status === 410) return { status: 'ended', failures, failingSince, retryAt: null }
    if (now - failingSince >= day) return { status: 'resting', failures, failingSince, retryAt: null }
    return { failures, failingSince, retryAt: (now + computePause(failures, this.#ports.random())) as Instant }
  }

  async #hasLease(): Promise<boolean> {
    const { store, node, now } = this.#ports
    if (!store.isShared || this.#leasedUntil - now() >= leastLease) return true
    const until = now() + leaseTime
    const isOurs = await store.takeLease(this.#id, node, now(), until)
    this.#leasedUntil = isOurs ? until : 0
    return isOurs
  }

  async #releaseLease(): Promise<void> {
    try {
      await this.#ports.store.releaseLease(this.#id, this.#ports.node)
    } catch (error) {
      this.#ports.logger.warn({ err: error, webhook: this.#id }, 'another node takes this webhook over when its lease is over')
    }
  }

  #rest(): number {
    this.#reader = null
    return this.#idle()
  }

  #idle(): number {
    return this.#ports.store.isShared ? idleTime : Number.POSITIVE_INFINITY
  }

  async #pause(ms: number): Promise<void> {
    if (ms <= 0 || this.#isClosing || this.#isWoken) return
    await new Promise<void>((resolve) => {
      const timer = Number.isFinite(ms) ? setTimeout(resolve, ms) : undefined
      this.#resume = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#resume = null
  }
}

const isAccepted = ({ status }: PostResult): boolean => status !== null && status >= 200 && status < 300

const advance = ({ next }: WebhookPlace): Partial<WebhookPlace> => ({ next: next + 1, failures: 0, failingSince: null, retryAt: null })

/** Sends a message once, and stores the result. */
export async function attempt(
  { key, now, post, store }: Pick<DelivererPorts, 'key' | 'now' | 'post' | 'store'>,
  hook: Subscription,
  message: StoredMessage,
  signal?: AbortSignal,
): Promise<PostResult> {
  const at = now()
  const result = await post(hook.address, makeHeaders(key, hook, message.id, message.body, at), message.body, signal)
  const { ms, status, problem } = result
  const isDelivered = message.isDelivered || isAccepted(result)
  const last = { at, ms, status, problem }
  await store.replaceMessage(hook.id, message, { ...message, attempts: message.attempts + 1, isDelivered, last })
  return result
}
