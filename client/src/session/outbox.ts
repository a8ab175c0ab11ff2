/** What was pressed and has not been answered. Survives a reload; each thing is sent until answered, and takes effect once. */

import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { Envelope } from '@rostrum/shared/protocol/messages'

export type Pending = { readonly envelope: Envelope; readonly pressedAt: number; readonly standing: 'sending' | 'waiting' }

export const newCommandId = (): CommandId => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '') as CommandId
}

/** Where a browser keeps things for a page; both ways may be blocked, and then nothing survives a reload. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Older than this, what was pressed is not sent any more: the moment has passed. */
const freshFor = 10 * 60_000

export class Outbox {
  readonly #shelf: Shelf | null
  readonly #key: string
  #pending: readonly Pending[]

  constructor(shelf: Shelf | null, key: string, now: number) {
    this.#shelf = shelf
    this.#key = key
    this.#pending = read(shelf, key).filter(({ pressedAt }) => now - pressedAt < freshFor)
  }

  get pending(): readonly Pending[] {
    return this.#pending
  }

  put(id: CommandId, command: Command, pressedAt: number, standing: Pending['standing']): Pending {
    const pending: Pending = { envelope: { id, ...command }, pressedAt, standing }
    this.#keep([...this.#pending, pending])
    return pending
  }

  mark(standing: Pending['standing']): void {
    this.#keep(this.#pending.map((one) => ({ ...one, standing })))
  }

  drop(id: CommandId): void {
    this.#keep(this.#pending.filter(({ envelope }) => envelope.id !== id))
  }

  #keep(pending: readonly Pending[]): void {
    this.#pending = pending
    if (pending.length === 0) this.#shelf?.removeItem(this.#key)
    else this.#shelf?.setItem(this.#key, JSON.stringify(pending))
  }
}

const read = (shelf: Shelf | null, key: string): readonly Pending[] => {
  const kept = shelf?.getItem(key)
  if (!kept) return []
  try {
    const pending: unknown = JSON.parse(kept)
    return Array.isArray(pending) ? pending.filter(isPending).map((one) => ({ ...one, standing: 'waiting' })) : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

const isPending = (one: unknown): one is Pending => {
  if (typeof one !== 'object' || one === null || !('envelope' in one) || !('pressedAt' in one)) return false
  const { envelope } = one
  return typeof envelope === 'object' && envelope !== null && 'id' in envelope && typeof envelope.id === 'string' && 'type' in envelope
}
