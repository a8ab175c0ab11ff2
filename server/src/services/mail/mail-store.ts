/** The state of mail in each session: the current mailing, and the outcome of each invitation. It contains no address and no link. */

import { createHash } from 'node:crypto'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { deliveryRules, deliveryStatuses, mailKinds, mailProblems } from '@rostrum/shared/contract/invitations'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { z } from 'zod'
import { listRows, parseRow, readRow } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'
import { normalizeEmail } from '../../people/roster/person-matcher.ts'
import { particularsSchema } from './particulars.ts'

const mailingRow = z.strictObject({
  id: z.string(),
  status: z.enum(['running', 'stopped', 'done']),
  startedAt: z.number(),
  language: z.enum(languageIds),
  /** A sentence of the sender's own, in every mail of this mailing. */
  message: z.string().nullable().default(null),
  /** Nothing is sent before this time. */
  waitUntil: z.number().nullable(),
  /** The reason why the mailing waits or was stopped automatically. */
  problem: z.enum(mailProblems).nullable(),
  /** The number of attempts in a row in which the mail server was not available. */
  failures: z.number(),
})
/** One act of sending invitations to many people. */
export type Mailing = Readonly<z.infer<typeof mailingRow>>

const deliveryRow = z.strictObject({
  mailing: z.string(),
  /** The request for this invitation. The same request again sends nothing. */
  request: z.string(),
  /** `refused`: the address does not accept it. `failed`: given up after many attempts. `returned`: it was sent, and came back later. */
  status: z.enum(deliveryStatuses),
  attempts: z.number(),
  /** When the outcome was decided, or when the next attempt is due. */
  at: z.number(),
  /** The last answer of the mail server, or null. */
  code: z.number().nullable(),
  /** Changes with the address, so that a corrected address is tried again. */
  address: z.string(),
  kind: z.enum(mailKinds).default('invitation'),
  /** The particulars in the last mail that was sent to this address. Null: none was sent, or they were not recorded. */
  particulars: particularsSchema.nullable().default(null),
})
/** The state of one person's invitation. */
export type Delivery = Readonly<z.infer<typeof deliveryRow>>

export const hashAddress = (email: string): string => createHash('sha256').update(normalizeEmail(email)).digest('base64url').slice(0, 16)
export const isAt = ({ address }: Delivery, email: string | null): boolean => email !== null && address === hashAddress(email)

/** True until its outcome is known. */
export const isOpen = ({ status }: Delivery): boolean => deliveryRules[status].outcome === 'open'

const pieceSize = 1_000

export class MailStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Whether several nodes share the store. */
  get isShared(): boolean {
    return this.#store.nodes !== null
  }

  async getMailing(session: SessionId): Promise<Mailing | null> {
    return await readRow(this.#store, 'mailings', session, mailingRow)
  }

  async saveMailing(session: SessionId, mailing: Mailing): Promise<void> {
    await this.#store.put('mailings', session, mailing)
  }

  async listRunning(): Promise<readonly (readonly [SessionId, Mailing])[]> {
    const rows = (await this.#store.list('mailings')).filter(([key]) => !key.startsWith(turnPrefix))
    return rows
      .map(([session, row]) => [session as SessionId, parseRow('mailings', mailingRow, row)] as const)
      .filter(([, { status }]) => status === 'running')
  }

  async getDelivery(session: SessionId, person: PersonId): Promise<Delivery | null> {
    return await readRow(this.#store, `mail/${session}`, person, deliveryRow)
  }

  async saveDelivery(session: SessionId, person: PersonId, delivery: Delivery): Promise<void> {
    await this.#store.put(`mail/${session}`, person, delivery)
  }

  async saveDeliveries(session: SessionId, deliveries: readonly (readonly [PersonId, Delivery])[]): Promise<void> {
    for (let begin = 0; begin < deliveries.length; begin += pieceSize)
      await this.#store.putAll(`mail/${session}`, deliveries.slice(begin, begin + pieceSize))
  }

  async deleteDelivery(session: SessionId, person: PersonId): Promise<void> {
    await this.#store.delete(`mail/${session}`, person)
  }

  async listDeliveries(session: SessionId): Promise<ReadonlyMap<PersonId, Delivery>> {
    const rows = await listRows(this.#store, `mail/${session}`, deliveryRow)
    return new Map(rows.map(([person, row]) => [person as PersonId, row]))
  }

  /** Whether this node sends in this turn. Only one node gets a turn, so that the limit of the rate holds for all nodes together. */
  async takeTurn(turn: number): Promise<boolean> {
    if (!this.isShared) return true
    const isOurs = await this.#store.putNew('mailings', `${turnPrefix}${turn}`, true)
    if (isOurs) await this.#store.delete('mailings', `${turnPrefix}${turn - 2}`)
    return isOurs
  }
}

/** Ids of sessions contain no slash, so these keys differ from them. */
const turnPrefix = 'turn/'
