/** The difference between two lists, and between two texts. Independent of all features. */

import { isEqual } from '../kernel/equality.ts'

/**
 * The change of a list. `gone`: indexes of items that have left. `moved`: items that are now at a different index. `put`: new items at
 * their index. `gone` and the new indexes are in ascending order.
 */
export type ListChange = readonly [gone: readonly number[], moved: readonly MovedItem[], put: readonly PutItem[]]
/**
 * Both numbers are counted from those of the item before. Many items often move by the same distance, so this is short and compresses well.
 */
type MovedItem = readonly [from: number, to: number]
type PutItem = readonly [index: number, item: unknown]

type List = readonly unknown[]
type KnownChange = { readonly before: symbol; readonly change: ListChange | null }

/**
 * The last change of each list, because several audiences have the same lists. It is kept with the list and keeps no other list alive, not
 * even as a weak reference does.
 */
const knownChanges = new WeakMap<List, KnownChange>()
/** A mark that represents a list. */
const marks = new WeakMap<List, symbol>()

const getMark = (list: List): symbol => {
  const mark = marks.get(list) ?? Symbol()
  marks.set(list, mark)
  return mark
}

/** Compares two lists. Equal items count as the same item, and as few as possible move. Null if the lists are equal. */
export const diffLists = (before: List, after: List): ListChange | null => {
  const known = knownChanges.get(after)
  const mark = getMark(before)
  if (known?.before === mark) return known.change
  const change = findChange(before, after)
  knownChanges.set(after, { before: mark, change })
  return change
}

const findChange = (before: List, after: List): ListChange | null => {
  const [start, end] = countSameEnds(before, after, isEqual)
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  if (old.length + now.length === 0) return null
  const from = matchItems(old, now)
  const stayed = findLongestRise(from)
  const moved: MovedItem[] = []
  const put: PutItem[] = []
  const isMatched = new Uint8Array(old.length)
  from.forEach((at, index) => {
    if (at === -1) put.push([start + index, now[index]])
    else if (!stayed.has(index)) moved.push([start + at, start + index])
    if (at !== -1) isMatched[at] = 1
  })
  const gone: number[] = []
  isMatched.forEach((matched, index) => {
    if (matched === 0) gone.push(start + index)
  })
  return [gone, countFromLast(moved), put]
}

/** Counts the items that are the same at the start, and at the end of the rest. */
export const countSameEnds = <Item>(
  before: ArrayLike<Item>,
  after: ArrayLike<Item>,
  isSame: (a: Item | undefined, b: Item | undefined) => boolean,
): readonly [start: number, end: number] => {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && isSame(before[start], after[start])) start += 1
  let end = 0
  while (end < shorter - start && isSame(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1
  return [start, end]
}

const countFromLast = (moved: readonly MovedItem[]): readonly MovedItem[] =>
  moved.map(([from, to], index) => {
    const [lastFrom, lastTo] = moved[index - 1] ?? [0, 0]
    return [from - lastFrom, to - lastTo]
  })

const countFromStart = (moved: readonly MovedItem[]): readonly MovedItem[] => {
  let [from, to] = [0, 0]
  return moved.map(([more, further]) => {
    from += more
    to += further
    return [from, to]
  })
}

export const patchList = (list: List, [gone, relative, put]: ListChange): List => {
  const moved = countFromStart(relative)
  const left = new Set([...gone, ...moved.map(([from]) => from)])
  const stayed = list.filter((_, index) => !left.has(index))
  const patched = new Map<number, unknown>([...moved.map(([from, to]) => [to, list[from]] as const), ...put])
  let next = 0
  return Array.from({ length: stayed.length + patched.size }, (_, index) => (patched.has(index) ? patched.get(index) : stayed[next++]))
}

/** Finds for each item of `after` an equal item of `before`: its index, or -1. No item is found twice. */
const matchItems = (before: List, after: List): readonly number[] => {
  const toKey = makeKeys(before, after)
  const first = new Map<unknown, number>()
  /** For each index, the index of the next equal item. */
  const nextEqual = new Int32Array(before.length)
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const key = toKey(before[index])
    nextEqual[index] = first.get(key) ?? -1
    first.set(key, index)
  }
  return after.map((item) => {
    const key = toKey(item)
    const index = first.get(key) ?? -1
    if (index !== -1) first.set(key, nextEqual[index] as number)
    return index
  })
}

/**
 * Makes a function that returns the same key for equal items. Most objects are in both lists; the others are compared as text. All items
 * are of one kind.
 */
const makeKeys = (before: List, after: List): ((item: unknown) => unknown) => {
  if (typeof (before[0] ?? after[0]) !== 'object') return (item) => item
  const [old, now] = [new Set(before), new Set(after)]
  return (item) => (old.has(item) && now.has(item) ? item : JSON.stringify(item))
}

/** Returns the positions of a longest rising run of numbers, without -1: the items that need not move. O(n log n). */
const findLongestRise = (numbers: readonly number[]): ReadonlySet<number> => {
  /** For each length, the position at which the lowest run of that length ends. */
  const ends: number[] = []
  const previous = new Int32Array(numbers.length)
  numbers.forEach((number, position) => {
    if (number < 0) return
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1
      else high = middle
    }
    previous[position] = low > 0 ? (ends[low - 1] as number) : -1
    ends[low] = position
  })
  const run = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) run.add(at)
  return run
}

/** The number of characters kept at the start and at the end; `middle` replaces everything between them. */
export type TextChange = readonly [start: number, end: number, middle: string]

export const diffTexts = (before: string, after: string): TextChange => {
  const [start, end] = countSameEnds(before, after, Object.is)
  return [start, end, after.slice(start, after.length - end)]
}

export const patchText = (text: string, [start, end, middle]: TextChange): string =>
  text.slice(0, start) + middle + text.slice(text.length - end)

/** Lists the items of both lists that follow their common start. */
export const listDifferent = <Thing>(from: readonly Thing[], to: readonly Thing[]): readonly Thing[] => {
  let same = 0
  while (same < from.length && from[same] === to[same]) same += 1
  return [...from.slice(same), ...to.slice(same)]
}
