/** The commands that have not been answered yet. They survive a reload. Each is sent until it is answered, and takes effect once. */

import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { isOfMoment, type RefusalArea, toRefusalArea } from './refusal-areas.ts'

/** `area`: where on the page a refusal of the command is shown. */
export type PendingCommand = {
  readonly envelope: Envelope
  readonly area: RefusalArea
  readonly pressedAt: number
  readonly status: 'sending' | 'waiting'
  /** Set while the server cannot have it: it was pressed without a connection, and has not been sent since. */
  readonly isUnsent?: true
}

/** How a new command waits. `isOpen`: true if it is sent at once. */
export const makeWait = (isOpen: boolean): Pick<PendingCommand, 'status' | 'isUnsent'> =>
  isOpen ? { status: 'sending' } : { status: 'waiting', isUnsent: true }

export const newCommandId = (): CommandId => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '') as CommandId
}

/** The part of the browser's storage that is used. If the browser blocks it, nothing survives a reload. */
export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The age from which a command is no longer sent after a reload, because the meeting has moved on. */
const maxAgeMs = 10 * 60_000

/** The age from which a press of the moment is no longer sent, if the server cannot have it yet. */
const momentMs = 5000

export class Outbox {
  readonly #storage: BrowserStorage | null
  readonly #key: string
  #pending: readonly PendingCommand[]

  constructor(storage: BrowserStorage | null, key: string, now: number) {
    this.#storage = storage
    this.#key = key
    this.#pending = readPending(storage, key).filter(({ pressedAt }) => now - pressedAt < maxAgeMs)
  }

  get pending(): readonly PendingCommand[] {
    return this.#pending
  }

  add(id: CommandId, command: Command, details: Omit<PendingCommand, 'envelope'>): PendingCommand {
    const pending: PendingCommand = { envelope: { id, ...command }, ...details }
    this.#save([...this.#pending, pending])
    return pending
  }

  markSent(id: CommandId): void {
    this.#save(this.#pending.map((one) => (one.envelope.id === id ? withoutMark(one) : one)))
  }

  /** Lists what may take effect no more: the meeting has moved on since the press, and nobody would expect it now. */
  listOverdue(now: number): readonly PendingCommand[] {
    return this.#pending.filter(({ isUnsent, area, pressedAt }) => isUnsent && isOfMoment(area) && now - pressedAt > momentMs)
  }

  markAll(status: PendingCommand['status']): void {
    this.#save(this.#pending.map((one) => ({ ...one, status })))
  }

  remove(id: CommandId): void {
    this.#save(this.#pending.filter(({ envelope }) => envelope.id !== id))
  }

  #save(pending: readonly PendingCommand[]): void {
    this.#pending = pending
    if (pending.length === 0) this.#storage?.removeItem(this.#key)
    else this.#storage?.setItem(this.#key, JSON.stringify(pending))
  }
}

const withoutMark = ({ isUnsent: _, ...one }: PendingCommand): PendingCommand => one

const readPending = (storage: BrowserStorage | null, key: string): readonly PendingCommand[] => {
  const stored = storage?.getItem(key)
  if (!stored) return []
  try {
    const pending: unknown = JSON.parse(stored)
    return Array.isArray(pending)
      ? pending.filter(isPending).map((one) => ({ ...one, area: toRefusalArea(one.area), status: 'waiting' }))
      : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

const isPending = (one: unknown): one is PendingCommand => {
  if (typeof one !== 'object' || one === null || !('envelope' in one) || !('pressedAt' in one)) return false
  const { envelope } = one
  return typeof envelope === 'object' && envelope !== null && 'id' in envelope && typeof envelope.id === 'string' && 'type' in envelope
}
