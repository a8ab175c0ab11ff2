/** Small durable tables beside the log: what is not part of a session's story and may be changed or forgotten. */

export const tables = ['sessions', 'links', 'codes', 'keys', 'tokens', 'rehearsals'] as const
/** People of a session, what was imported of them, and who has come, have tables of their own, so that they can be forgotten at once. */
export type Table = (typeof tables)[number] | `${'roster' | 'imports' | 'arrivals'}/${string}`

/** What a node says of itself to the others for a moment: never durable, and gone by itself when the node is. */
export interface Nearby {
  /** Keeps `said` for `lifetime` milliseconds, and tells what the other nodes say under the same topic. */
  tell(topic: string, node: string, said: string, lifetime: number): Promise<readonly string[]>
}

/** Values are JSON. Every write is durable when it resolves and rejects with the log's `Unavailable` where it cannot be stored. */
export interface Store {
  /** Null where there is nothing. Whoever asks proves the shape. */
  get(table: Table, key: string): Promise<unknown>
  put(table: Table, key: string, value: unknown): Promise<void>
  /** False, and nothing changed, where the key is taken. */
  putNew(table: Table, key: string, value: unknown): Promise<boolean>
  /** All of them or none. */
  putAll(table: Table, rows: readonly (readonly [key: string, value: unknown])[]): Promise<void>
  delete(table: Table, key: string): Promise<void>
  /** Nothing is left in the table. Stopped in the middle, it can be repeated. */
  clear(table: Table): Promise<void>
  /** All entries of a table, ordered by key. */
  list(table: Table): Promise<readonly (readonly [key: string, value: unknown])[]>
  /** Null where no other node can share the store. */
  readonly nearby: Nearby | null
  close(): Promise<void>
}
