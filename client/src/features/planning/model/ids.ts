/** Ids of what is new, made once from what it is called. Those that are there stay, whatever becomes of the words. */

type Named = { readonly id: string | null; readonly name: string; readonly otherwise: string }

const longest = 56

const wordsOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')

/** One for each, in the same order, no two alike. */
export const idsFor = (things: readonly Named[]): readonly string[] => {
  const taken = new Set(things.flatMap(({ id }) => id ?? []))
  return things.map(({ id, name, otherwise }) => {
    if (id !== null) return id
    const made = free(wordsOf(name) || otherwise, taken)
    taken.add(made)
    return made
  })
}

/** What every object inherits can be nobody's id. */
const free = (wish: string, taken: ReadonlySet<string>): string => {
  const isFree = (id: string): boolean => !taken.has(id) && !(id in Object.prototype)
  if (isFree(wish)) return wish
  let count = 2
  while (!isFree(`${wish}-${count}`)) count += 1
  return `${wish}-${count}`
}
