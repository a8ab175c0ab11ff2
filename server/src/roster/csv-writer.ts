/** Tables as CSV that every spreadsheet reads and none runs: RFC 4180, with a byte order mark, and no cell that could be a formula. */

/** What a spreadsheet begins a formula with, and the full-width twins that some take for it. */
const formula = /^[=+\-@\t\r＝＋－＠]/

const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text)
const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A number stays one, also below nought. */
const cellOf = (value: string | number): string => (typeof value === 'number' ? String(value) : quoted(guarded(value)))

export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
