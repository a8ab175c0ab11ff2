/** The effect of a key in the list of questions to review. Arrows move; letters decide on the focused question. */
import type { KeyboardEvent } from 'react'

export type ModerationKey = 'up' | 'down' | 'first' | 'last' | 'approve' | 'hold' | 'decline'

const moves: Readonly<Record<string, ModerationKey>> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' }
const letters: Readonly<Record<string, ModerationKey>> = { a: 'approve', h: 'hold', d: 'decline' }
/** Keyboards of other scripts have no A, so the key at the same position counts. */
const keysByCode: Readonly<Record<string, ModerationKey>> = { KeyA: 'approve', KeyH: 'hold', KeyD: 'decline' }
const otherScript = /^(?!\p{Script=Latin})\p{L}+$/u

type ModerationKeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>

/** A key that is held down moves repeatedly, but never decides. */
export const getModerationKey = ({ key, code, ctrlKey, altKey, metaKey, repeat }: ModerationKeyPress): ModerationKey | null => {
  if (ctrlKey || altKey || metaKey) return null
  const move = moves[key]
  if (move) return move
  if (repeat) return null
  return (otherScript.test(key) ? keysByCode[code] : letters[key.toLowerCase()]) ?? null
}

/** The index that a move leads to in a list of `count`. It does not wrap around. */
export const computeNextIndex = (key: ModerationKey, from: number, count: number): number | null => {
  if (key === 'up') return Math.max(0, from - 1)
  if (key === 'down') return Math.min(count - 1, from + 1)
  if (key === 'first') return 0
  return key === 'last' ? count - 1 : null
}
