/**
 * The last result of a function, for callers that ask for the same again and again. It is made again only where one of the things that
 * are given is another.
 */
export const rememberLast = <Given extends object, Made>(make: (given: Given) => Made): ((given: Given) => Made) => {
  let last: { readonly given: Given; readonly made: Made } | null = null
  return (given) => {
    if (last === null || !hasSameThings(last.given, given)) last = { given, made: make(given) }
    return last.made
  }
}

const hasSameThings = <Given extends object>(before: Given, now: Given): boolean =>
  (Object.keys(now) as (keyof Given)[]).every((name) => before[name] === now[name])
