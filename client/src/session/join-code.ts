/** The join code as a person types it, on any keyboard. It is shown in capitals, in two groups of 4. */
import { joinCodeLength, toJoinCodeLetters } from '@rostrum/shared/contract/join-code'

export const cleanJoinCode = (typed: string): string => toJoinCodeLetters(typed).slice(0, joinCodeLength)

export const formatJoinCode = (code: string): string => (code.length > 4 ? `${code.slice(0, 4)} ${code.slice(4)}` : code)

/** Reads the join code from the address that a QR code opened, and removes it from there at once. */
export const takeJoinCode = (): string => {
  const code = cleanJoinCode(location.hash.slice(1))
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  return code
}
