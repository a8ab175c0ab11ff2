/** Writes tables as CSV for spreadsheets: RFC 4180, with a byte order mark. No cell can be read as a formula. */

/** Tests for the first characters of a formula, and their full-width forms, which some spreadsheets accept too. */
export const beginsFormula = (text: string): boolean => /^[=+\-@|\t\r\n＝＋－＠｜]/.test(text)

const guardFormula = (text: string): string => (beginsFormula(text) ? `'${text}` : text)
const quoteCell = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Numbers are not guarded, so that negative numbers remain numbers. */
const formatCell = (value: string | number): string => (typeof value === 'number' ? String(value) : quoteCell(guardFormula(value)))

export const formatCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('')}`
