/** Gives the keys of every plain object in a value another order. Lists keep theirs. */
import type { SeededRandom } from './seeded-random.ts'

export function shuffleKeys<T>(value: T, random: SeededRandom): T {
  if (Array.isArray(value)) return value.map((item) => shuffleKeys(item, random)) as T
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const ranked = Object.entries(value).map(([key, item]) => ({ key, item, rank: random.next() }))
  return Object.fromEntries(ranked.sort((a, b) => a.rank - b.rank).map(({ key, item }) => [key, shuffleKeys(item, random)])) as T
}
