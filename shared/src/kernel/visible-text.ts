/** Whether a text shows anything. */

/** Signs that are blank in every font. They look like spaces, and are stored as spaces. */
export const blanks = '\\u2800\\u3164\\uffa0\\ufffc\\u{1d159}'

const visible = new RegExp(`(?![\\p{DI}${blanks}])[\\p{L}\\p{N}\\p{P}\\p{S}]`, 'u')
/** True if there is something to read. Joiners, marks, fillers and blank signs alone do not count. */
export const isVisible = (text: string): boolean => visible.test(text)
