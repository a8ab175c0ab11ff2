/** Marks that no chance can make: put where something secret stands, they show wherever it gets out. */
import { randomBytes } from 'node:crypto'

export const canary = (): string => randomBytes(16).toString('hex')

/** A mark as it may turn up: as it is, or in the encodings that come between a state and a wire. */
const forms = (mark: string): readonly string[] => [
  mark,
  Buffer.from(mark).toString('base64').replace(/=+$/, ''),
  [...mark].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  encodeURIComponent(mark),
]

export const leaks = (received: readonly string[], mark: string): boolean =>
  received.some((text) => forms(mark).some((form) => text.includes(form)))
