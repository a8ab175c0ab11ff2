/** Random marks for tests of secrecy. A mark takes the place of a secret and shows where the secret leaks. It cannot occur by chance. */
import { randomBytes } from 'node:crypto'

export const makeCanary = (): string => randomBytes(16).toString('hex')

/** Returns the forms in which a mark may appear: unchanged, and in the encodings between the state and the network. */
const encodeForms = (mark: string): readonly string[] => [
  mark,
  Buffer.from(mark).toString('base64').replace(/=+$/, ''),
  [...mark].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  encodeURIComponent(mark),
]

export const hasLeaked = (received: readonly string[], mark: string): boolean =>
  received.some((text) => encodeForms(mark).some((form) => text.includes(form)))
