/** The webhooks of all sessions: the actions of organizers on them, and the deliverers of this node. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Session } from '../../engine/session/session.ts'
import type { AllowedAddresses } from './allowed-addresses.ts'
import { attempt, Deliverer, type DelivererPorts } from './deliverer.ts'
import type { PostResult } from './post-message.ts'
import { deriveSecret, makeHeaders } from './signature.ts'
import type { StoredMessage, Subscription, WebhookPlace } from './webhook-store.ts'

export type WebhookPorts = Omit<DelivererPorts, 'node' | 'random'> & { readonly allowed: AllowedAddresses; readonly random?: () => number }

export type NewSubscription = Pick<Subscription, 'address' | 'topics' | 'contents'>
export type Webhook = Subscription & { readonly place: WebhookPlace }
type NewWebhook = Webhook & { readonly secret: string; readonly test: PostResult }
type CreateRefusal = {
  readonly refusal: 'address-not-allowed' | 'address-unreachable' | 'too-many-webhooks'
  /** The answer to the test, if one was sent. */
  readonly answer: PostResult | null
}

/** The most webhooks of one session. */
const maxWebhooks = 8
/** How often, in milliseconds, a node looks for webhooks that were made or deleted on another one. */
const scanInterval = 5_000
/** How long, in milliseconds, somebody on a page waits for an attempt. */
const patience = 8_000

export class Webhooks {
  readonly #ports: DelivererPorts
  readonly #allowed: AllowedAddresses
  readonly #deliverers = new Map<string, Deliverer>()
  #timer: NodeJS.Timeout | undefined
  #scanning: Promise<void> = Promise.resolve()
  #isClosing = false

  constructor({ allowed, ...ports }: WebhookPorts) {
    this.#ports = { random: Math.random, ...ports, node: randomUUID() }
    this.#allowed = allowed
  }

  /** The entries that an administrator allows, as they were written. */
  get allowedEntries(): readonly string[] {
    return this.#allowed.entries
  }

  start(): void {
    this.#scan()
    if (this.#ports.store.isShared) this.#timer = setInterval(() => this.#scan(), scanInterval)
  }

  async close(): Promise<void> {
    this.#isClosing = true
    clearInterval(this.#timer)
    await this.#scanning
    await Promise.all([...this.#deliverers.values()].map((deliverer) => deliverer.close()))
  }

  /** Lists the webhooks in the order in which they were made. */
  async list(session: SessionId): Promise<readonly Webhook[]> {
    const hooks = (await this.#ports.store.list()).filter((hook) => hook.session === session)
    const found = await Promise.all(hooks.map((hook) => this.#withPlace(hook)))
    return found.filter((hook) => hook !== null)
  }

  /** Returns null if the session has no webhook with this id. */
  async find(session: SessionId, id: string): Promise<Webhook | null> {
    const hook = await this.#ports.store.get(id)
    return hook?.session === session ? await this.#withPlace(hook) : null
  }

  /**
   * Creates a webhook. Sends a test, and then everything that happens from now on. A receiver that does not know the secret yet may refuse
   * the test.
   */
  async create(session: Session, wanted: NewSubscription): Promise<NewWebhook | CreateRefusal> {
    const { store, log, now, key } = this.#ports
    if (this.#allowed.findReceiver(wanted.address) === null) return { refusal: 'address-not-allowed', answer: null }
    if ((await this.list(session.id)).length >= maxWebhooks) return { refusal: 'too-many-webhooks', answer: null }
    const id = randomBytes(9).toString('base64url')
    const hook = { id, session: session.id, ...wanted, madeAt: now(), renewals: 0, renewedAt: null }
    const test = await this.#test(hook)
    if (test.status === null || test.status >= 500 || [404, 410].includes(test.status) || (test.status >= 300 && test.status < 400))
      return { refusal: test.problem === 'not-allowed' ? 'address-not-allowed' : 'address-unreachable', answer: test }
    const { revision } = session
    const chain = await log.readChain(session.id, revision)
    if (chain === null) throw new Error(`commit ${revision} is not there`)
    const place: WebhookPlace = { status: 'running', revision, chain, last: 0, next: 1, failures: 0, failingSince: null, retryAt: null }
    await store.create(hook, place)
    this.#scan()
    return { ...hook, place, secret: deriveSecret(key, hook), test }
  }

  /** Sends a test now. Returns the answer, or null if there is no such webhook. */
  async test(session: SessionId, id: string): Promise<(PostResult & { readonly id: string }) | null> {
    const hook = await this.find(session, id)
    return hook && (await this.#test(hook))
  }

  /** Returns a new secret. For a day the old one signs too. Null if there is no such webhook, or if it was changed in the meantime. */
  async renew(session: SessionId, id: string): Promise<(Webhook & { readonly secret: string }) | null> {
    const hook = await this.find(session, id)
    if (hook === null) return null
    const { place, ...before } = hook
    const renewed = { ...before, renewals: before.renewals + 1, renewedAt: this.#ports.now() }
    if (!(await this.#ports.store.replace(before, renewed))) return null
    return { ...renewed, place, secret: deriveSecret(this.#ports.key, renewed) }
  }

  /** Deletes a webhook. When this resolves, nothing more is sent, except what is already on its way. Returns false if there is none. */
  async delete(session: SessionId, id: string): Promise<boolean> {
    if ((await this.find(session, id)) === null) return false
    await this.#delete(id)
    return true
  }

  /** Deletes the webhooks of a session that is being deleted. If it is interrupted, it can be repeated. */
  async deleteAll(session: SessionId): Promise<void> {
    for (const hook of await this.#ports.store.list()) if (hook.session === session) await this.#delete(hook.id)
  }

  /** Tries now, even if the webhook rests or has ended. Returns null if there is none. */
  async resume(session: SessionId, id: string): Promise<Webhook | null> {
    return await this.#move(session, id, (place) => ({
      ...(place.status === 'running' ? {} : { failures: 0, failingSince: null }),
      ...{ status: 'running', retryAt: null },
    }))
  }

  /** Sends this message and all later ones again, in order and with their ids. Returns null if the message is no longer kept. */
  async sendAgainFrom(session: SessionId, id: string, number: number): Promise<Webhook | null> {
    if ((await this.#ports.store.getMessage(id, number)) === null) return null
    return await this.#move(session, id, (place) =>
      number > place.next ? {} : { status: 'running', next: number, failures: 0, failingSince: null, retryAt: null },
    )
  }

  /** Sends one delivered message again, now and with its id. Returns null if there is none to send again. */
  async sendAgain(session: SessionId, id: string, number: number): Promise<PostResult | null> {
    const hook = await this.find(session, id)
    const message = hook && (await this.#ports.store.getMessage(id, number))
    // Waiting messages are sent in order.
    if (hook === null || message === null || number >= hook.place.next) return null
    return await attempt(this.#ports, hook, message, AbortSignal.timeout(patience))
  }

  /** Lists the waiting messages and the last hundred that were sent, the latest first. */
  async listMessages(id: string): Promise<readonly StoredMessage[]> {
    return await this.#ports.store.listMessages(id)
  }

  async #test(hook: Subscription): Promise<PostResult & { readonly id: string }> {
    const { now, post, key } = this.#ports
    const id = `msg_test_${randomUUID()}`
    const body = JSON.stringify({
      type: 'webhook.test',
      timestamp: new Date(now()).toISOString(),
      session: hook.session,
      number: 0,
      data: {},
    })
    return { id, ...(await post(hook.address, makeHeaders(key, hook, id, body, now()), body, AbortSignal.timeout(patience))) }
  }

  async #withPlace(hook: Subscription): Promise<Webhook | null> {
    const place = await this.#ports.store.getPlace(hook.id)
    return place && { ...hook, place }
  }

  async #move(session: SessionId, id: string, change: (place: WebhookPlace) => Partial<WebhookPlace>): Promise<Webhook | null> {
    for (;;) {
      const hook = await this.find(session, id)
      if (hook === null) return null
      // A deliverer may move the place at the same time.
      if (!(await this.#ports.store.movePlace(id, hook.place, change(hook.place)))) continue
      this.#scan()
      this.#deliverers.get(id)?.wake()
      return await this.find(session, id)
    }
  }

  async #delete(id: string): Promise<void> {
    const deliverer = this.#deliverers.get(id)
    this.#deliverers.delete(id)
    await deliverer?.close()
    await this.#ports.store.delete(id)
  }

  /** Keeps one deliverer for each webhook that has something to do. */
  #scan(): void {
    this.#scanning = this.#scanning.then(async () => {
      try {
        await this.#adjust()
      } catch (error) {
        this.#ports.logger.error({ err: error }, 'webhooks could not be listed; it is tried again')
      }
    })
  }

  async #adjust(): Promise<void> {
    const { store } = this.#ports
    const hooks = await store.list()
    const places = await Promise.all(hooks.map(({ id }) => store.getPlace(id)))
    const wanted = new Set(hooks.filter((_, index) => places[index]?.status === 'running').map(({ id }) => id))
    for (const [id, deliverer] of this.#deliverers) {
      if (wanted.has(id)) continue
      this.#deliverers.delete(id)
      void deliverer.close()
    }
    for (const id of wanted) if (!this.#isClosing && !this.#deliverers.has(id)) this.#deliverers.set(id, new Deliverer(this.#ports, id))
  }
}
