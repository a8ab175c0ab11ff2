/** Things with a rank by request time: in a line, and counted. Both are fast with hundreds of entries. */

type Ranked = { readonly requestRank: number }

/** Sorted by rank. The earliest is the last in the array, because removing it there is fast. */
export type Line<Thing extends Ranked> = Thing[]

export const addToLine = <Thing extends Ranked>(line: Line<Thing>, added: Thing): void => {
  const earliest = line.at(-1)
  if (earliest === undefined || earliest.requestRank > added.requestRank) {
    line.push(added)
    return
  }
  let [from, to] = [0, line.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((line[middle] as Thing).requestRank > added.requestRank) from = middle + 1
    else to = middle
  }
  line.splice(from, 0, added)
}

/** Returns the earliest thing that still belongs in the line. Those before it that no longer do are removed. */
export const getFirst = <Thing extends Ranked>(line: Line<Thing>, belongs: (thing: Thing) => boolean): Thing | null => {
  for (let first = line.at(-1); first; first = line.at(-1)) {
    if (belongs(first)) return first
    line.pop()
  }
  return null
}

/** A set of ranks that can count its members below a rank without walking over them (a Fenwick tree). */
export class RankSet {
  readonly #sums: Int32Array

  constructor(highest: number) {
    this.#sums = new Int32Array(highest + 1)
  }

  add(rank: number): void {
    for (let at = rank; at < this.#sums.length; at += at & -at) this.#sums[at] = (this.#sums[at] as number) + 1
  }

  countBelow(rank: number): number {
    let count = 0
    for (let at = rank - 1; at > 0; at -= at & -at) count += this.#sums[at] as number
    return count
  }
}
