/** How the names of States and well-known organizations are said. The tables of all languages are loaded on demand, by pages of the staff. */
import { foldName } from '@rostrum/shared/kernel/fold-name'
import { indexNames, type NameTable } from '@rostrum/shared/kernel/organization-names'

const files = import.meta.glob<NameTable>('../../../shared/names/*.json', { import: 'default' })

/** Returns what is said after "the representative of" in this language. Null if the name is not known. */
export type SayName = (name: string, language: string) => string | null

export const makeSayName = (tables: Readonly<Record<string, NameTable>>): SayName => {
  const codes = indexNames(Object.values(tables))
  return (name, language) => {
    const code = codes.get(foldName(name))
    return (code !== undefined && tables[language]?.[code]?.[1]) || null
  }
}

let loading: Promise<SayName> | null = null

/** Loads the tables once. A load that fails is repeated when they are needed again. */
export const loadNames = (): Promise<SayName> => {
  loading ??= loadTables().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

const loadTables = async (): Promise<SayName> => {
  const loaded = Object.entries(files).map(async ([path, load]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), await load()])
  return makeSayName(Object.fromEntries(await Promise.all(loaded)))
}
