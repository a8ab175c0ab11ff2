/** The last result of a function, for callers that ask for the same again and again. */

/** Makes it again only for other arguments than the last ones. */
export const rememberLast = <Arguments extends readonly unknown[], Made>(make: (...given: Arguments) => Made) => {
  let last: { readonly given: Arguments; readonly made: Made } | null = null
  return (...given: Arguments): Made => {
    if (last === null || given.some((one, index) => one !== last?.given[index])) last = { given, made: make(...given) }
    return last.made
  }
}
