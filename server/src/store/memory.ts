import type { Store, Table } from './store.ts'

/** Keeps everything as long as the process lives. Values are kept as text, so that nobody shares an object with the store. */
export function openMemoryStore(): Store {
  const kept = new Map<Table, Map<string, string>>()
  const rows = (table: Table): Map<string, string> => {
    const found = kept.get(table) ?? new Map<string, string>()
    kept.set(table, found)
    return found
  }
  return {
    get: async (table, key) => JSON.parse(rows(table).get(key) ?? 'null'),
    put: async (table, key, value) => {
      rows(table).set(key, JSON.stringify(value))
    },
    putNew: async (table, key, value) => {
      if (rows(table).has(key)) return false
      rows(table).set(key, JSON.stringify(value))
      return true
    },
    putAll: async (table, all) => {
      for (const [key, value] of all) rows(table).set(key, JSON.stringify(value))
    },
    delete: async (table, key) => {
      rows(table).delete(key)
    },
    clear: async (table) => rows(table).clear(),
    nearby: null,
    list: async (table) => [...rows(table)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, JSON.parse(value)] as const),
    close: async () => kept.clear(),
  }
}
