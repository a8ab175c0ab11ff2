/** Caches the result for an object for as long as the object exists. */
export const memoize = <Thing extends object, Made>(make: (thing: Thing) => Made): ((thing: Thing) => Made) => {
  const cache = new WeakMap<Thing, Made>()
  return (thing) => {
    if (!cache.has(thing)) cache.set(thing, make(thing))
    return cache.get(thing) as Made
  }
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
