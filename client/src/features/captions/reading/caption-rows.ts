/** The pace at which captions roll up on screens where nobody can scroll. */

/** How long, in milliseconds, a row is the last one. Where two rows are shown, each is there for twice as long. */
export const usualRowMs = 2_000
/** The most, in milliseconds, that the rows of one line take. After half a minute of silence no line is shown. */
const lineMs = 24_000

/**
 * Returns the number of rows that have appeared by `now`. The rows of a line appear one by one from its arrival on, after those of earlier
 * lines. `at`: when the line arrived. `rows`: the number of rows that it takes. `rowMs`: how
 * long a row is the last one.
 */
export const countRows = (lines: readonly { readonly at: number; readonly rows: number }[], now: number, rowMs = usualRowMs): number => {
  let count = 0
  let free = Number.NEGATIVE_INFINITY
  for (const { at, rows } of lines)
    for (let row = 0; row < rows; row += 1) {
      const due = Math.max(at, free)
      if (due > now) return count
      count += 1
      free = due + Math.min(rowMs, lineMs / rows)
    }
  return count
}
