/**
 * Reads rows of tables through their schema. A row of another shape was changed in the store: it is reported as damaged, and never used.
 */
import type { z } from 'zod'
import { DamagedTableError, type Store, type StoreTable } from './store.ts'

/** Returns a row, or null if there is none. */
export async function readRow<T>(store: Pick<Store, 'get'>, table: StoreTable, key: string, schema: z.ZodType<T>): Promise<T | null> {
  const value = await store.get(table, key)
  return value === null ? null : parseRow(table, schema, value)
}

/** Returns all rows of a table in which every row has this schema, ordered by key. */
export async function listRows<T>(
  store: Store,
  table: StoreTable,
  schema: z.ZodType<T>,
): Promise<readonly (readonly [key: string, row: T])[]> {
  return (await store.list(table)).map(([key, value]) => [key, parseRow(table, schema, value)] as const)
}

/** Parses a value that was already read from the table. Throws `DamagedTableError`. */
export function parseRow<T>(table: StoreTable, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new DamagedTableError(table, `a row is not what was written: ${result.error.issues.map(formatRowIssue)[0]}`)
}

/**
 * Describes a problem without the content of the row, which may be personal. The name of a field that does not belong there is part of the
 * content.
 */
function formatRowIssue({ code, path, message }: z.core.$ZodIssue): string {
  const problem = code === 'unrecognized_keys' ? 'it has a field too many' : message
  return path.length === 0 ? problem : `${path.join('.')}: ${problem}`
}
