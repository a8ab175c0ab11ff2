/** Makes the ids of new items from their names, once. An existing id stays, even if the name changes. */

type NamedItem = { readonly id: string | null; readonly name: string; readonly otherwise: string }

const maxIdLength = 56

const slugify = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxIdLength)
    .replace(/^-+|-+$/g, '')

/** One id for each item, in the same order, all different. */
export const makeIds = (things: readonly NamedItem[]): readonly string[] => {
  const usedIds = new Set(things.flatMap(({ id }) => id ?? []))
  return things.map(({ id, name, otherwise }) => {
    if (id !== null) return id
    const newId = makeUnique(slugify(name) || otherwise, usedIds)
    usedIds.add(newId)
    return newId
  })
}

/** A name that every object inherits cannot be an id. */
const makeUnique = (base: string, usedIds: ReadonlySet<string>): string => {
  const isFree = (id: string): boolean => !usedIds.has(id) && !(id in Object.prototype)
  if (isFree(base)) return base
  let count = 2
  while (!isFree(`${base}-${count}`)) count += 1
  return `${base}-${count}`
}
