/** Small durable tables beside the log: what is not part of a session's story and may be changed or forgotten. */

export const tables = ['sessions', 'links', 'codes', 'roster', 'keys'] as const
export type Table = (typeof tables)[number]

/** Values are JSON. Every write is durable when it resolves and rejects with the log's `Unavailable` where it cannot be stored. */
export interface Store {
  /** Null where there is nothing. Whoever asks proves the shape. */
  get(table: Table, key: string): Promise<unknown>
  put(table: Table, key: string, value: unknown): Promise<void>
  /** False, and nothing changed, where the key is taken. */
  putNew(table: Table, key: string, value: unknown): Promise<boolean>
  delete(table: Table, key: string): Promise<void>
  /** All entries of a table, ordered by key. */
  list(table: Table): Promise<readonly (readonly [key: string, value: unknown])[]>
  close(): Promise<void>
}
