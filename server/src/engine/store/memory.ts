import type { Store, StoreTable } from './store.ts'

/** Holds everything in memory until the process ends. Values are held as text, so that no caller shares an object with the store. */
export function openMemoryStore(): Store {
  const tables = new Map<StoreTable, Map<string, string>>()
  const getRows = (table: StoreTable): Map<string, string> => {
    const tableRows = tables.get(table) ?? new Map<string, string>()
    tables.set(table, tableRows)
    return tableRows
  }
  return {
    get: async (table, key) => JSON.parse(getRows(table).get(key) ?? 'null'),
    put: async (table, key, value) => {
      getRows(table).set(key, JSON.stringify(value))
    },
    putNew: async (table, key, value) => {
      if (getRows(table).has(key)) return false
      getRows(table).set(key, JSON.stringify(value))
      return true
    },
    replaceAll: async (table, all) => {
      const others = all.filter(({ key, before }) => (getRows(table).get(key) ?? 'null') !== JSON.stringify(before))
      for (const row of all) if (!others.includes(row)) getRows(table).set(row.key, JSON.stringify(row.value))
      return others.map(({ key }) => key)
    },
    putAll: async (table, all) => {
      for (const [key, value] of all) getRows(table).set(key, JSON.stringify(value))
    },
    exchange: async (table, gone, all) => {
      for (const key of gone) getRows(table).delete(key)
      for (const [key, value] of all) getRows(table).set(key, JSON.stringify(value))
    },
    delete: async (table, key) => {
      getRows(table).delete(key)
    },
    clear: async (table) => getRows(table).clear(),
    nodes: null,
    list: async (table) =>
      [...getRows(table)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, JSON.parse(value)] as const),
    close: async () => tables.clear(),
  }
}
