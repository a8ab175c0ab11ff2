/** Receipts of anonymous questions. The server stores no author, so only this device knows its questions and can withdraw them. */

import type { CommandId, QuestionId } from '@rostrum/shared/contract/ids'
import { Listeners } from '@rostrum/shared/kernel/listeners'
import { type BrowserStorage, newCommandId } from '../../../session/outbox.ts'
import type { SessionStore } from '../../../session/store.ts'

export type QuestionReceipt = {
  readonly id: QuestionId
  /** 128 random bits. */
  readonly receipt: string
  readonly text: string
  readonly askedAt: number
  /** The session confirmed that it has the question. */
  readonly arrived: boolean
  /** The question was among the published ones. */
  readonly seen: boolean
}

/** The status of the question, as far as this device can know. */
export type ReceiptStatus = 'unsent' | 'unsure' | 'waiting' | 'published' | 'gone'

type ReceiptView = Pick<SessionStore, 'pending' | 'lastRefusal'> & {
  readonly view: Pick<NonNullable<SessionStore['view']>, 'questions'> | null
}

export const getReceiptStatus = (
  { id, arrived, seen }: QuestionReceipt,
  { pending, view }: Omit<ReceiptView, 'lastRefusal'>,
): ReceiptStatus => {
  if (pending.some(({ envelope }) => getQuestionId(envelope) === id)) return 'unsent'
  if (view?.questions[id]) return 'published'
  if (seen) return 'gone'
  return arrived ? 'waiting' : 'unsure'
}

/**
 * Returns the receipts after a change of the session store. Refused and withdrawn questions are dropped; arrived and published ones are
 * marked.
 */
export const updateReceipts = (
  receipts: readonly QuestionReceipt[],
  before: Pick<ReceiptView, 'pending'>,
  after: ReceiptView,
): readonly QuestionReceipt[] => {
  const refused = after.lastRefusal?.pending.envelope.id
  const answered = before.pending.filter(({ envelope }) => after.pending.every((one) => one.envelope.id !== envelope.id))
  const next = receipts.flatMap((one) => {
    const ask = answered.find(({ envelope }) => getQuestionId(envelope) === one.id)
    if (ask && ask.envelope.id === refused) return []
    if (answered.some(({ envelope }) => isWithdrawal(envelope, one.id) && envelope.id !== refused)) return []
    const arrived = one.arrived || ask !== undefined
    const seen = one.seen || after.view?.questions[one.id] !== undefined
    return arrived === one.arrived && seen === one.seen ? [one] : [{ ...one, arrived, seen }]
  })
  return next.length === receipts.length && next.every((one, index) => one === receipts[index]) ? receipts : next
}

type SentCommand = SessionStore['pending'][number]['envelope']
const getQuestionId = ({ id }: SentCommand): QuestionId => id as string as QuestionId
const isWithdrawal = (sent: SentCommand, question: QuestionId): boolean =>
  sent.type === 'questions.withdraw-with-receipt' && sent.data.question === question

/** Receipts stored on the device, per session and person. Other pages of the same device see each change. */
export class ReceiptStore {
  readonly #storage: BrowserStorage | null
  readonly #key: string
  readonly #listeners = new Listeners()
  #receipts: readonly QuestionReceipt[]

  constructor(storage: BrowserStorage | null, storageKey: string) {
    this.#storage = storage
    this.#key = `rostrum.receipts.${storageKey}`
    this.#receipts = loadReceipts(storage, this.#key)
  }

  getAll = (): readonly QuestionReceipt[] => this.#receipts

  readonly subscribe = this.#listeners.subscribe

  /** Makes the receipt to send with the question. The question's id is the id of its command. */
  add(command: CommandId, text: string, askedAt: number): string {
    // A command id is as long and as random as a receipt has to be.
    const receipt: string = newCommandId()
    this.change((before) => [...before, { id: command as string as QuestionId, receipt, text, askedAt, arrived: false, seen: false }])
    return receipt
  }

  /** Forgets a question that was never sent and will not be. */
  dropUnsent(command: CommandId): void {
    this.change((before) => before.filter(({ id }) => id !== (command as string)))
  }

  change(make: (before: readonly QuestionReceipt[]) => readonly QuestionReceipt[]): void {
    const before = this.#storage === null ? this.#receipts : loadReceipts(this.#storage, this.#key)
    const next = make(before)
    if (next !== before) this.#storage?.setItem(this.#key, JSON.stringify(next))
    this.#publish(next)
  }

  /** Another page of this device has written. `key` is null if it has cleared everything. */
  refresh(key: string | null): void {
    if (this.#storage !== null && (key === this.#key || key === null)) this.#publish(loadReceipts(this.#storage, this.#key))
  }

  #publish(receipts: readonly QuestionReceipt[]): void {
    this.#receipts = receipts
    this.#listeners.notify()
  }
}

const loadReceipts = (storage: BrowserStorage | null, key: string): readonly QuestionReceipt[] => {
  const stored = storage?.getItem(key)
  if (!stored) return []
  try {
    const kept: unknown = JSON.parse(stored)
    return Array.isArray(kept) ? kept.filter(isReceipt) : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

const isReceipt = (one: unknown): one is QuestionReceipt =>
  typeof one === 'object' &&
  one !== null &&
  'id' in one &&
  typeof one.id === 'string' &&
  'receipt' in one &&
  typeof one.receipt === 'string' &&
  'text' in one &&
  typeof one.text === 'string' &&
  'askedAt' in one &&
  typeof one.askedAt === 'number' &&
  'arrived' in one &&
  'seen' in one
