import { listKeys } from '@rostrum/shared/kernel/fields'

/**
 * Remembers the last result of a function, for callers that repeat the same request. It is computed again only if one of the given values
 * has changed.
 */
export const rememberLast = <Given extends object, Made>(make: (given: Given) => Made): ((given: Given) => Made) => {
  let last: { readonly given: Given; readonly made: Made } | null = null
  return (given) => {
    if (last === null || !hasSameThings(last.given, given)) last = { given, made: make(given) }
    return last.made
  }
}

const hasSameThings = <Given extends object>(before: Given, now: Given): boolean =>
  listKeys(now).every((name) => before[name] === now[name])
