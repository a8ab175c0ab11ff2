/** The join code as it is typed: however a phone may write it, shown in capitals, 4 and 4. */

export const codeLength = 8

/** Spaces, hyphens, full-width letters and digits of other scripts do not matter. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, codeLength)

export const inHalves = (code: string): string => (code.length > 4 ? `${code.slice(0, 4)} ${code.slice(4)}` : code)

/** From the address behind a QR code, which is cleared at once. */
export const takeCode = (): string => {
  const code = plainCode(location.hash.slice(1))
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  return code
}
