/** Virtual time: everything that waits, in the order in which it is due. One seed always gives one order of events. */
import { type SimulatedProcess, world } from './simulated-process.ts'

type Waiting = {
  at: number
  readonly order: number
  readonly process: SimulatedProcess
  readonly then: () => void
  cancelled: boolean
}

const realSetImmediate = globalThis.setImmediate
/** The number of events in one turn of the real event loop. Their promises are resolved in between. */
const chains = 64

export class VirtualTime {
  /** The true milliseconds since the start, which no process can read. */
  now = 0
  /** A number that grows with everything that happens. */
  order = 0
  /** The process that is running. Everything that it starts belongs to it, and ends with it. */
  running: SimulatedProcess = world
  readonly #heap: Waiting[] = []

  /** Runs `then` after a number of true milliseconds. Returns a function that cancels it. */
  after(delay: number, then: () => void, process = this.running): () => void {
    this.order += 1
    const waiting: Waiting = { at: this.now + Math.max(0, delay), order: this.order, process, then, cancelled: false }
    push(this.#heap, waiting)
    return () => {
      waiting.cancelled = true
    }
  }

  /** Runs everything that is due until then, and waits for its promises. */
  async runUntil(until: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      let isOver = false
      const step = () => {
        if (isOver) return
        try {
          isOver = !this.#runNext(until)
        } catch (error) {
          isOver = true
          reject(error)
        }
        if (!isOver) realSetImmediate(step)
        else realSetImmediate(resolve)
      }
      for (let count = 0; count < chains; count += 1) realSetImmediate(step)
    })
    this.now = until
  }

  #runNext(until: number): boolean {
    const [next] = this.#heap
    if (next === undefined || next.at > until) return false
    pop(this.#heap)
    const { process } = next
    if (next.cancelled || !process.isAlive) return true
    if (process.stalledUntil > next.at) {
      next.at = process.stalledUntil
      push(this.#heap, next)
      return true
    }
    this.now = next.at
    this.order += 1
    this.running = process
    next.then()
    return true
  }
}

const isBefore = (a: Waiting, b: Waiting): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

const push = (heap: Waiting[], one: Waiting): void => {
  let index = heap.push(one) - 1
  while (index > 0) {
    const parent = (index - 1) >> 1
    const above = heap[parent] as Waiting
    if (!isBefore(one, above)) break
    heap[index] = above
    index = parent
  }
  heap[index] = one
}

const pop = (heap: Waiting[]): void => {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let index = 0
  for (;;) {
    let child = 2 * index + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Waiting, heap[child] as Waiting)) child += 1
    if (!isBefore(heap[child] as Waiting, last)) break
    heap[index] = heap[child] as Waiting
    index = child
  }
  heap[index] = last
}
