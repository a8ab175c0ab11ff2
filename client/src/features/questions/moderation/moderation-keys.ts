/** What a key means in the list of questions to review: arrows move, letters decide on the question that has the focus. */
import type { KeyboardEvent } from 'react'

export type DeskKey = 'up' | 'down' | 'first' | 'last' | 'approve' | 'hold' | 'decline'

const moves: Readonly<Record<string, DeskKey>> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' }
const letters: Readonly<Record<string, DeskKey>> = { a: 'approve', h: 'hold', d: 'decline' }
/** Keyboards of other scripts have no A: there the key at the same place counts. */
const places: Readonly<Record<string, DeskKey>> = { KeyA: 'approve', KeyH: 'hold', KeyD: 'decline' }
const otherScript = /^(?!\p{Script=Latin})\p{L}+$/u

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>

/** A key that is held down moves on and on, and decides nothing. */
export const deskKeyOf = ({ key, code, ctrlKey, altKey, metaKey, repeat }: Press): DeskKey | null => {
  if (ctrlKey || altKey || metaKey) return null
  const move = moves[key]
  if (move) return move
  if (repeat) return null
  return (otherScript.test(key) ? places[code] : letters[key.toLowerCase()]) ?? null
}

/** Where in a list of `count` a move leads to; it does not go round. */
export const placeAfter = (key: DeskKey, from: number, count: number): number | null => {
  if (key === 'up') return Math.max(0, from - 1)
  if (key === 'down') return Math.min(count - 1, from + 1)
  if (key === 'first') return 0
  return key === 'last' ? count - 1 : null
}
