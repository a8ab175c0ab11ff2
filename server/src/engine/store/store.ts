/** Small durable tables next to the log. Their data is not part of a session's history and may be changed or deleted. */

type SharedTable =
  | 'sessions'
  | 'session-times'
  | 'links'
  | 'codes'
  | 'keys'
  | 'tokens'
  | 'session-tokens'
  | 'organizers'
  | 'rehearsals'
  | 'mailings'
  | 'webhooks'
  | 'webhook-places'
  | 'webhook-leases'
/** The tables with data about the people of a session. */
type PersonalTable = 'roster' | 'typed-names' | 'imports' | 'list-values' | 'check-ins' | 'mail'
/** The tables with what was said, in each language. */
type WordTable = 'captions'
/** Each of these tables belongs to one session or one webhook, so that it can be deleted at once. */
export type StoreTable =
  | SharedTable
  | `${PersonalTable | WordTable | 'session-tokens' | 'session-token-uses' | 'webhook-messages'}/${string}`

/** Passes messages between nodes. They are never on a disk, and a node that is not listening does not get them. */
export interface NodeChannel {
  /** Publishes a message. Rejects with `StorageUnavailableError` if it may not have been passed on. */
  publish(message: string): Promise<void>
  /**
   * Passes on messages in the order in which each node has published them, including those of this node. Returns a function that ends it.
   */
  subscribe(onMessage: (message: string) => void): () => void
}

/** `before`: the value that `get` returned. */
type Replacement = { readonly key: string; readonly before: unknown; readonly value: unknown }

/** A row or a page of a table was changed in the store. `problem`: describes it without the content of the row. */
export class DamagedTableError extends Error {
  override readonly name = 'DamagedTableError'
  constructor(table: StoreTable, problem: string) {
    super(`the table ${table} is damaged: it cannot be read (${problem}). Restore the store from a copy`)
  }
}

/** Values are JSON. A write is durable when it resolves, and rejects with `StorageUnavailableError` if it cannot be stored. */
export interface Store {
  /** Returns the value, or null if there is none. `rows.ts` reads it through a schema. */
  get(table: StoreTable, key: string): Promise<unknown>
  put(table: StoreTable, key: string, value: unknown): Promise<void>
  /** Stores a new value. Returns false and changes nothing if the key exists. */
  putNew(table: StoreTable, key: string, value: unknown): Promise<boolean>
  /**
   * Stores each value only if the present one is still `before`, or if there is none and `before` is null. Returns the keys of all others.
   */
  replaceAll(table: StoreTable, rows: readonly Replacement[]): Promise<readonly string[]>
  /** Stores all rows or none. */
  putAll(table: StoreTable, rows: readonly (readonly [key: string, value: unknown])[]): Promise<void>
  /** Deletes these keys and then stores these rows: both or neither. */
  exchange(table: StoreTable, gone: readonly string[], rows: readonly (readonly [key: string, value: unknown])[]): Promise<void>
  delete(table: StoreTable, key: string): Promise<void>
  /** Deletes everything in the table. If it is interrupted, it can be repeated. */
  clear(table: StoreTable): Promise<void>
  /** Returns all entries of a table, ordered by key. An entry that is written in the meantime may be the old or the new one. */
  list(table: StoreTable): Promise<readonly (readonly [key: string, value: unknown])[]>
  /** Null if no other node can share the store. */
  readonly nodes: NodeChannel | null
  close(): Promise<void>
}
