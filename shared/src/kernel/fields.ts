/** Tables that give every field of a type its answer, so that a new field does not compile without one. */

/** One answer for every field of `T`, optional fields included. */
export type FieldTable<T, Answer> = { readonly [K in keyof T]-?: Answer }

/** The fields of a table that have the answer. */
export type FieldsWith<Table, Answer> = { [K in keyof Table]: Table[K] extends Answer ? K : never }[keyof Table]

/** Lists the fields of the table that have the answer, in its order. */
export const listFieldsWith = <Table extends object, const Answer>(table: Table, answer: Answer): readonly FieldsWith<Table, Answer>[] =>
  (Object.keys(table) as (keyof Table)[]).filter((key) => (table[key] as unknown) === answer) as FieldsWith<Table, Answer>[]

/** Makes a record with a value for each key. */
export const makeRecord = <K extends string, T>(keys: readonly K[], make: (key: K) => T): Record<K, T> =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, T>

/** Lists the keys of a record, which has none but those of its type. */
export const listKeys = <T extends object>(record: T): (keyof T & string)[] => Object.keys(record) as (keyof T & string)[]

/** Lists the entries of a record, which has no keys but those of its type. A key without a value is left out. */
export const listEntries = <T extends object>(record: T): [keyof T & string, NonNullable<T[keyof T & string]>][] =>
  Object.entries(record).filter(([, value]) => value !== undefined) as [keyof T & string, NonNullable<T[keyof T & string]>][]

/** Returns these fields of a record. A field that the record does not have stays absent. */
export const takeFields = <T extends object, K extends keyof T>(record: T, fields: readonly K[]): Pick<T, K> =>
  Object.fromEntries(fields.filter((key) => key in record).map((key) => [key, record[key]])) as Pick<T, K>
