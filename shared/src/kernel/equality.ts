/** Structural equality of plain JSON values. */
export const isEqual = (a: unknown, b: unknown): boolean => a === b || (isTable(a) && isTable(b) && haveEqualFields(a, b))

type Table = { readonly [key: string]: unknown }

const haveEqualFields = (a: Table, b: Table): boolean => {
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isEqual(a[key], b[key]))
}

/** Returns `now`, with the objects of `before` wherever content and key order are the same. */
export const keepSame = <T>(before: unknown, now: T): T => {
  if (!isTable(before) || !isTable(now) || before === now || Array.isArray(before) !== Array.isArray(now)) return now
  const isKnown = (key: string) => Object.hasOwn(before, key)
  const entries = Object.entries(now).map(([key, value]) => [key, isKnown(key) ? keepSame(before[key], value) : value] as const)
  const keys = Object.keys(before)
  const isSame = entries.length === keys.length && entries.every(([key, value], index) => keys[index] === key && before[key] === value)
  if (isSame) return before as T
  return (Array.isArray(now) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T
}

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null
