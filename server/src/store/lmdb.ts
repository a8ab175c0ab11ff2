import type { Database } from 'lmdb'
import type { LmdbEnvironment } from '../log/lmdb-environment.ts'
import type { Store, StoreTable } from './store.ts'

type TableKey = [table: string, key: string]

/** Tables in the same LMDB environment as the log. */
export function openLmdbStore(environment: LmdbEnvironment): Store {
  const rows: Database<unknown, TableKey> = environment.open<unknown, TableKey>('tables', 'json')
  return {
    get: async (table, key) => rows.get([table, key]) ?? null,
    put: (table, key, value) =>
      environment.write(() => {
        rows.put([table, key], value)
      }),
    putNew: async (table, key, value) => {
      let isNew = true
      await environment.transact(() => {
        isNew = !rows.doesExist([table, key])
        if (isNew) rows.put([table, key], value)
      })
      return isNew
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
        for (const [key] of listRows(rows, table)) rows.remove([table, key])
      }),
    nodes: null,
    list: async (table) => listRows(rows, table),
    close: () => environment.close(),
  }
}

function listRows(rows: Database<unknown, TableKey>, table: StoreTable): readonly (readonly [string, unknown])[] {
  const entries: (readonly [string, unknown])[] = []
  for (const { key, value } of rows.getRange({ start: [table, ''] })) {
    if (key[0] !== table) break
    entries.push([key[1], value])
  }
  return entries
}
