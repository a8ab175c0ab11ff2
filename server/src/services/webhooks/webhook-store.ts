/** The stored data of webhooks: subscriptions, the place of each in the log, and recent messages, sent or waiting. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import { postProblems, webhookContents, webhookStatuses, webhookTopics } from '@rostrum/shared/contract/webhooks'
import type { Revision } from '@rostrum/shared/kernel/revision'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { listRows, readRow } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'

const instant = z.number().transform((value) => value as Instant)
const subscriptionRow = z.strictObject({
  id: z.string(),
  session: z.string().transform((id) => id as SessionId),
  address: z.string(),
  topics: z.array(z.enum(webhookTopics)),
  contents: z.enum(webhookContents),
  madeAt: instant,
  /** How often the secret was renewed. */
  renewals: z.number().int(),
  renewedAt: instant.nullable(),
})
export type Subscription = Readonly<z.infer<typeof subscriptionRow>>

const placeRow = z.strictObject({
  status: z.enum(webhookStatuses),
  /** The last commit whose messages are stored, with its chain. */
  revision: z.number().transform((value) => value as Revision),
  chain: z.string(),
  /** The numbers of the last stored message and of the next one to send. */
  last: z.number().int(),
  next: z.number().int(),
  /** The number of failed attempts in a row, since when, and when the next one is due. */
  failures: z.number().int(),
  failingSince: instant.nullable(),
  retryAt: instant.nullable(),
})
export type WebhookPlace = Readonly<z.infer<typeof placeRow>>

const attemptRow = z.strictObject({
  at: instant,
  ms: z.number(),
  status: z.number().int().nullable(),
  problem: z.enum(postProblems).nullable(),
})
const messageRow = z.strictObject({
  number: z.number().int(),
  /** Lets a receiver recognize a repeat. */
  id: z.string(),
  type: z.string(),
  about: z.string(),
  /** The time of the event. */
  at: instant,
  body: z.string(),
  attempts: z.number().int(),
  isDelivered: z.boolean(),
  /** The last attempt. */
  last: attemptRow.nullable(),
})
export type StoredMessage = Readonly<z.infer<typeof messageRow>>
export type NewMessage = Pick<StoredMessage, 'number' | 'id' | 'type' | 'about' | 'at' | 'body'>

const leaseRow = z.strictObject({ node: z.string(), until: z.number() })

/** The number of messages that are kept after they were delivered. */
const maxKept = 100

const toKey = (number: number): string => String(number).padStart(12, '0')

export class WebhookStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Whether other nodes share the store. */
  get isShared(): boolean {
    return this.#store.nodes !== null
  }

  async list(): Promise<readonly Subscription[]> {
    const rows = await listRows(this.#store, 'webhooks', subscriptionRow)
    return rows.map(([, hook]) => hook).sort((a, b) => a.madeAt - b.madeAt)
  }

  async get(id: string): Promise<Subscription | null> {
    return await readRow(this.#store, 'webhooks', id, subscriptionRow)
  }

  async create(hook: Subscription, place: WebhookPlace): Promise<void> {
    await this.#store.put('webhook-places', hook.id, placeRow.parse(place))
    await this.#store.put('webhooks', hook.id, subscriptionRow.parse(hook))
  }

  /** Returns false if the webhook was changed or deleted in the meantime. */
  async replace(before: Subscription, hook: Subscription): Promise<boolean> {
    return (await this.#store.replaceAll('webhooks', [{ key: hook.id, before, value: subscriptionRow.parse(hook) }])).length === 0
  }

  /** Deletes a webhook. If it is interrupted, it can be repeated. */
  async delete(id: string): Promise<void> {
    await this.#store.clear(`webhook-messages/${id}`)
    await this.#store.delete('webhook-places', id)
    await this.#store.delete('webhook-leases', id)
    await this.#store.delete('webhooks', id)
  }

  async getPlace(id: string): Promise<WebhookPlace | null> {
    return await readRow(this.#store, 'webhook-places', id, placeRow)
  }

  /** Moves the place. Returns false and changes nothing if another node, or somebody on a page, changed it in the meantime. */
  async movePlace(id: string, before: WebhookPlace, changes: Partial<WebhookPlace>): Promise<boolean> {
    const value = placeRow.parse({ ...before, ...changes })
    return (await this.#store.replaceAll('webhook-places', [{ key: id, before, value }])).length === 0
  }

  /** Adds messages. Those that are already there remain as they are. */
  async addMessages(id: string, messages: readonly NewMessage[]): Promise<void> {
    const rows = messages.map((message) => ({
      key: toKey(message.number),
      before: null,
      value: messageRow.parse({ ...message, attempts: 0, isDelivered: false, last: null }),
    }))
    await this.#store.replaceAll(`webhook-messages/${id}`, rows)
  }

  async getMessage(id: string, number: number): Promise<StoredMessage | null> {
    return await readRow(this.#store, `webhook-messages/${id}`, toKey(number), messageRow)
  }

  /** Replaces a message, unless it was changed or deleted in the meantime. */
  async replaceMessage(id: string, before: StoredMessage, message: StoredMessage): Promise<void> {
    const key = toKey(message.number)
    await this.#store.replaceAll(`webhook-messages/${id}`, [{ key, before, value: messageRow.parse(message) }])
  }

  /** Lists the messages, the latest first. */
  async listMessages(id: string): Promise<readonly StoredMessage[]> {
    const rows = await listRows(this.#store, `webhook-messages/${id}`, messageRow)
    return rows.map(([, message]) => message).reverse()
  }

  /** Deletes the message that is no longer among the last hundred that were sent. */
  async trim(id: string, next: number): Promise<void> {
    if (next > maxKept) await this.#store.delete(`webhook-messages/${id}`, toKey(next - maxKept))
  }

  /** Whether this node may send until then. Only one of the nodes may. */
  async takeLease(id: string, node: string, now: number, until: number): Promise<boolean> {
    const before = await readRow(this.#store, 'webhook-leases', id, leaseRow)
    if (before !== null && before.node !== node && before.until > now) return false
    return (await this.#store.replaceAll('webhook-leases', [{ key: id, before, value: { node, until } }])).length === 0
  }

  async releaseLease(id: string, node: string): Promise<void> {
    const before = await readRow(this.#store, 'webhook-leases', id, leaseRow)
    if (before?.node === node) await this.#store.replaceAll('webhook-leases', [{ key: id, before, value: { node, until: 0 } }])
  }
}
