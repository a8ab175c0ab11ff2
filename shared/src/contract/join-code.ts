/** The join code: short enough to read from a screen, without letters that look alike. */

export const joinCodeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

export const joinCodeLength = 8

/**
 * Returns the letters and digits of what was typed, in capitals. Spaces, hyphens, full-width letters and digits of other scripts do not
 * matter.
 */
export const toJoinCodeLetters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Returns the code as it is stored, or null for text that cannot be a code. */
export function normalizeJoinCode(typed: string): string | null {
  if (typed.length > 64) return null
  const code = toJoinCodeLetters(typed)
  return code.length === joinCodeLength && [...code].every((letter) => joinCodeAlphabet.includes(letter)) ? code : null
}
