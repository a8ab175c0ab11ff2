/** The causes of a whole order as one string, with a letter for each position. One change of the queue can change a hundred of them. */
import type { PositionCause } from './queue.ts'

export type CauseLetters = string & { readonly [causeLetters]: true }
declare const causeLetters: unique symbol

const letters = {
  received: 'r',
  'entity-first': 'e',
  'group-first': 'g',
  'group-turn': 't',
  'without-group': 'n',
  'channel-turn': 'c',
  'overtake-limit': 'l',
  'entity-spoken': 's',
  absent: 'a',
  declined: 'd',
  programme: 'p',
  moved: 'm',
  swapped: 'w',
  deferred: 'f',
  kept: 'k',
} as const satisfies Readonly<Record<PositionCause, string>>

const causes = new Map(Object.entries(letters).map(([cause, letter]) => [letter as string, cause as PositionCause]))

export const writeCauses = (order: readonly PositionCause[]): CauseLetters => order.map((cause) => letters[cause]).join('') as CauseLetters

const inVain: string = letters.absent + letters.declined

/** True if the position at this index is at the end because its speaker was called in vain. */
export const isCalledInVain = (written: CauseLetters, index: number): boolean => inVain.includes(written[index] ?? ' ')

/** Returns the cause of the position at this index. Without a position, the cause is request time. */
export const readCause = (written: CauseLetters, index: number): PositionCause => causes.get(written[index] ?? '') ?? 'received'
