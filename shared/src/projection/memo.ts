/** Caches the result for an object for as long as the object exists. */
export const memoize = <Thing extends object, Made>(make: (thing: Thing) => Made): ((thing: Thing) => Made) => {
  const cache = new WeakMap<Thing, Made>()
  return (thing) => {
    if (!cache.has(thing)) cache.set(thing, make(thing))
    return cache.get(thing) as Made
  }
}

/** Does the same for lists that mostly grow at their end. The result for the last list is extended by the added item. */
export const memoizeGrowing = <Item, Made>(
  make: (items: readonly Item[]) => Made,
  add: (made: Made, item: Item) => Made,
): ((items: readonly Item[]) => Made) => {
  // The reference is weak, so that no list of a session is kept.
  let last: WeakRef<readonly Item[]> | null = null
  const makeOf = memoize((items: readonly Item[]): Made => {
    const before = last?.deref()
    last = new WeakRef(items)
    const isOneMore = before?.length === items.length - 1 && before.every((item, index) => item === items[index])
    return before && isOneMore ? add(makeOf(before), items.at(-1) as Item) : make(items)
  })
  return makeOf
}

/** Groups by key. The groups and their members keep the order of the input. */
export const groupBy = <Key, Thing>(things: Iterable<Thing>, getKey: (thing: Thing) => Key): ReadonlyMap<Key, readonly Thing[]> => {
  const groups = new Map<Key, Thing[]>()
  for (const thing of things) {
    const group = groups.get(getKey(thing))
    if (group) group.push(thing)
    else groups.set(getKey(thing), [thing])
  }
  return groups
}
