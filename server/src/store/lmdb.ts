import type { Database } from 'lmdb'
import type { Environment } from '../log/lmdb-environment.ts'
import type { Store, Table } from './store.ts'

type Key = [table: string, key: string]

/** Tables in the environment that the log lives in. */
export function openLmdbStore(environment: Environment): Store {
  const rows: Database<unknown, Key> = environment.open<unknown, Key>('tables', 'json')
  return {
    get: async (table, key) => rows.get([table, key]) ?? null,
    put: (table, key, value) =>
      environment.write(() => {
        rows.put([table, key], value)
      }),
    putNew: async (table, key, value) => {
      let kept = true
      await environment.transact(() => {
        kept = !rows.doesExist([table, key])
        if (kept) rows.put([table, key], value)
      })
      return kept
    },
    putAll: (table, all) =>
      environment.transact(() => {
        for (const [key, value] of all) rows.put([table, key], value)
      }),
    delete: (table, key) =>
      environment.write(() => {
        rows.remove([table, key])
      }),
    clear: (table) =>
      environment.transact(() => {
        for (const [key] of list(rows, table)) rows.remove([table, key])
      }),
    nearby: null,
    list: async (table) => list(rows, table),
    close: () => environment.close(),
  }
}

function list(rows: Database<unknown, Key>, table: Table): readonly (readonly [string, unknown])[] {
  const found: (readonly [string, unknown])[] = []
  for (const { key, value } of rows.getRange({ start: [table, ''] })) {
    if (key[0] !== table) break
    found.push([key[1], value])
  }
  return found
}
