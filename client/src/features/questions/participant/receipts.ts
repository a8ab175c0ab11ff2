/** Questions whose author nobody keeps: what this device alone can tell of them, and by which it takes them back. */
import type { CommandId, QuestionId } from '@rostrum/shared/contract/ids'
import { newCommandId, type Shelf } from '../../../session/outbox.ts'
import type { Screen } from '../../../session/store.ts'

export type Receipt = {
  readonly id: QuestionId
  /** 128 random bits. */
  readonly receipt: string
  readonly text: string
  readonly askedAt: number
  /** The session said that it has the question. */
  readonly arrived: boolean
  /** It was among the published ones. */
  readonly seen: boolean
}

/** What became of it, as far as this device can know. */
export type Fate = 'unsent' | 'unsure' | 'waiting' | 'published' | 'gone'

type Heard = Pick<Screen, 'pending' | 'refused'> & { readonly view: Pick<NonNullable<Screen['view']>, 'questions'> | null }

export const fateOf = ({ id, arrived, seen }: Receipt, { pending, view }: Omit<Heard, 'refused'>): Fate => {
  if (pending.some(({ envelope }) => idOf(envelope) === id)) return 'unsent'
  if (view?.questions[id]) return 'published'
  if (seen) return 'gone'
  return arrived ? 'waiting' : 'unsure'
}

/** What was kept, after the screen went from one state to the next: refused and taken back ones go, arrived and seen ones are marked. */
export const heeded = (kept: readonly Receipt[], before: Pick<Heard, 'pending'>, after: Heard): readonly Receipt[] => {
  const refused = after.refused?.pending.envelope.id
  const answered = before.pending.filter(({ envelope }) => after.pending.every((one) => one.envelope.id !== envelope.id))
  const next = kept.flatMap((one) => {
    const ask = answered.find(({ envelope }) => idOf(envelope) === one.id)
    if (ask && ask.envelope.id === refused) return []
    if (answered.some(({ envelope }) => takesBack(envelope, one.id) && envelope.id !== refused)) return []
    const arrived = one.arrived || ask !== undefined
    const seen = one.seen || after.view?.questions[one.id] !== undefined
    return arrived === one.arrived && seen === one.seen ? [one] : [{ ...one, arrived, seen }]
  })
  return next.length === kept.length && next.every((one, index) => one === kept[index]) ? kept : next
}

type Sent = Screen['pending'][number]['envelope']
const idOf = ({ id }: Sent): QuestionId => id as string as QuestionId
const takesBack = (sent: Sent, question: QuestionId): boolean => sent.type === 'questions.take-back' && sent.data.question === question

/** Kept on the device, per session and person; other pages of the same device see what this one writes. */
export class Receipts {
  readonly #shelf: Shelf | null
  readonly #key: string
  readonly #listeners = new Set<() => void>()
  #kept: readonly Receipt[]

  constructor(shelf: Shelf | null, place: string) {
    this.#shelf = shelf
    this.#key = `rostrum.receipts.${place}`
    this.#kept = read(shelf, this.#key)
  }

  kept = (): readonly Receipt[] => this.#kept

  follow = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** To be sent with the question, whose id is the id of the command that asks it. */
  add(command: CommandId, text: string, askedAt: number): string {
    // An id of a command is as long and as random as a receipt has to be.
    const receipt: string = newCommandId()
    this.change((kept) => [...kept, { id: command as string as QuestionId, receipt, text, askedAt, arrived: false, seen: false }])
    return receipt
  }

  /** It was never sent, and will not be. */
  dropUnsent(command: CommandId): void {
    this.change((kept) => kept.filter(({ id }) => id !== (command as string)))
  }

  change(make: (kept: readonly Receipt[]) => readonly Receipt[]): void {
    const kept = this.#shelf === null ? this.#kept : read(this.#shelf, this.#key)
    const next = make(kept)
    if (next !== kept) this.#shelf?.setItem(this.#key, JSON.stringify(next))
    this.#show(next)
  }

  /** Another page of this device has written; null where it has cleared everything. */
  refresh(key: string | null): void {
    if (this.#shelf !== null && (key === this.#key || key === null)) this.#show(read(this.#shelf, this.#key))
  }

  #show(kept: readonly Receipt[]): void {
    this.#kept = kept
    for (const listener of this.#listeners) listener()
  }
}

const read = (shelf: Shelf | null, key: string): readonly Receipt[] => {
  const written = shelf?.getItem(key)
  if (!written) return []
  try {
    const kept: unknown = JSON.parse(written)
    return Array.isArray(kept) ? kept.filter(isReceipt) : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

const isReceipt = (one: unknown): one is Receipt =>
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
