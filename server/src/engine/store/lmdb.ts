import { setImmediate as yielded } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Database } from 'lmdb'
import type { LmdbEnvironment } from '../log/lmdb-environment.ts'
import { DamagedTableError, type Store, type StoreTable } from './store.ts'

type TableKey = [table: string, key: string]
type TableRow = readonly [key: string, value: unknown]

/** The number of rows that are read or deleted at a time. In between, the event loop does other work. */
const pieceSize = 1_000

/** Tables in the same LMDB environment as the log. */
export function openLmdbStore(environment: LmdbEnvironment): Store {
  const rows: Database<unknown, TableKey> = environment.open<unknown, TableKey>('tables', 'json')
  const read = <T>(table: StoreTable, from: () => T): T => environment.read(from, (problem) => new DamagedTableError(table, problem))
  return {
    get: async (table, key) => read(table, () => rows.get([table, key])) ?? null,
    put: (table, key, value) => environment.write(() => [rows.put([table, key], value)]),
    putNew: async (table, key, value) => {
      let isNew = true
      await environment.transact(() => {
        isNew = !read(table, () => rows.doesExist([table, key]))
        if (isNew) rows.put([table, key], value)
      })
      return isNew
    },
    replaceAll: async (table, all) => {
      let others: readonly string[] = []
      await environment.transact(() => {
        const same = all.filter(({ key, before }) => isDeepStrictEqual(read(table, () => rows.get([table, key])) ?? null, before))
        for (const { key, value } of same) rows.put([table, key], value)
        others = all.filter((row) => !same.includes(row)).map(({ key }) => key)
      })
      return others
    },
    putAll: (table, all) =>
      environment.transact(
        () => {
          for (const [key, value] of all) rows.put([table, key], value)
        },
        Buffer.byteLength(JSON.stringify(all)),
      ),
    exchange: (table, gone, all) =>
      environment.transact(
        () => {
          for (const key of gone) rows.remove([table, key])
          for (const [key, value] of all) rows.put([table, key], value)
        },
        Buffer.byteLength(JSON.stringify(all)),
      ),
    delete: (table, key) => environment.write(() => [rows.remove([table, key])]),
    clear: async (table) => {
      const listFirst = () => read(table, () => listRows(rows, table, null))
      for (let piece = listFirst(); piece.length > 0; piece = listFirst()) {
        const removed = piece
        await environment.transact(() => {
          for (const [key] of removed) rows.remove([table, key])
          environment.markErased()
        })
      }
    },
    nodes: null,
    list: async (table) => {
      const entries: TableRow[] = []
      const listAfter = (after: string | null) => read(table, () => listRows(rows, table, after))
      for (let piece = listAfter(null); piece.length > 0; piece = listAfter(entries.at(-1)?.[0] ?? null)) {
        entries.push(...piece)
        if (piece.length < pieceSize) break
        await yielded()
      }
      return entries
    },
    close: () => environment.close(),
  }
}

/** Returns the next rows after this key. Null: from the start. */
function listRows(rows: Database<unknown, TableKey>, table: StoreTable, after: string | null): readonly TableRow[] {
  const piece: TableRow[] = []
  for (const { key, value } of rows.getRange({ start: [table, after ?? ''] })) {
    if (key[0] !== table || piece.length === pieceSize) break
    if (key[1] !== after) piece.push([key[1], value])
  }
  return piece
}
