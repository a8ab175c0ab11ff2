/**
 * Tells whether two values are equal, whatever the order of their fields and of the rows in their tables. An undefined field counts as
 * absent.
 */
export function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one))
    return Array.isArray(other) && one.length === other.length && one.every((item, index) => isEqual(item, other[index]))
  if (isTable(one))
    return isTable(other) && one.size === other.size && [...one.entries()].every(([key, row]) => isEqual(row, other.get(key)))
  const [fields, others] = [one, other] as Readonly<Record<string, unknown>>[]
  for (const name in one) if (!isEqual(fields?.[name], others?.[name])) return false
  for (const name in other) if (fields?.[name] === undefined && others?.[name] !== undefined) return false
  return true
}

type Table = Pick<ReadonlyMap<unknown, unknown>, 'size' | 'entries' | 'get'>

const isTable = (value: object): value is Table => 'size' in value && 'entries' in value && typeof value.entries === 'function'
