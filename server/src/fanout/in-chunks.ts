/** Does a piece of work for each of many in chunks, and yields between them. */
import type { BusyTime } from './busy-time.ts'
import { passTurns, stepSize } from './walk.ts'

export async function inChunks<One>(
  many: Iterable<One>,
  { busy, isWorking }: { readonly busy: BusyTime; readonly isWorking: () => boolean },
  work: (one: One) => void,
): Promise<void> {
  const all = [...many]
  for (let begin = 0; begin < all.length; begin += stepSize) {
    if (begin > 0) await passTurns(isWorking)
    busy.spend(() => {
      for (const one of all.slice(begin, begin + stepSize)) work(one)
    })
  }
}
