/**
 * A walk through all receivers of one kind of frames. Frames that are added during the walk join it. Receivers that it has not reached yet
 * get everything in one write; the others are visited again. So a change does not wait for the walk to end, and nobody gets anything twice.
 */
import type { BusyTime } from './busy-time.ts'

/** How many receivers are served in a step, and how many turns of the event loop come before each step. */
type Stride = { readonly size: number; readonly turns: number }

/**
 * Commands are read and decided in one turn, and answered in another once they are flushed. With a single turn, even one in which nothing
 * waits yet, the commands of a storm waited twice as long. With steps of 500 they waited a third longer while the processor was full. For
 * the screens that made no difference.
 */
export const stepByStep = { size: 125, turns: 3 } as const satisfies Stride
/**
 * The receivers of a whole hall are served in one step of about 20 ms. With several steps, the last of them would wait for everything that
 * the event loop does in between. The answer to the command goes out in the turn before.
 */
export const inOneGo = { size: 2_500, turns: 1 } as const satisfies Stride

/** A step of a few milliseconds, for which nothing has to wait. */
export const atOnce = { size: 500, turns: 0 } as const satisfies Stride

const pickStride = (receivers: number): Stride => [atOnce, inOneGo].find(({ size }) => receivers <= size) ?? stepByStep

export const passTurns = async (turns: number = stepByStep.turns): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate)
}

/** The pieces of work in a step. Making one person's own frame takes as long as about five writes. */
const piecesPerStep = stepByStep.size / 5

/** Does a piece of work for each of many, in steps. */
export async function workInSteps<One>(many: Iterable<One>, busy: BusyTime, work: (one: One) => void): Promise<void> {
  const all = [...many]
  for (let begin = 0; begin < all.length; begin += piecesPerStep) {
    if (begin > 0) await passTurns()
    busy.spend(() => {
      for (const one of all.slice(begin, begin + piecesPerStep)) work(one)
    })
  }
}

export type Receiver<Frame> = { readonly send: (frames: readonly Frame[]) => void }

export class Walk<Frame> {
  readonly #receivers: Receiver<Frame>[]
  readonly #stride: Stride
  /** The number of frames that each receiver has had. */
  readonly #had: number[]
  readonly #frames: Frame[] = []
  #next = 0
  #hasBeenRound = false
  /** The number of receivers to visit until everybody has everything. */
  #left = 0

  constructor(receivers: Iterable<Receiver<Frame>>) {
    this.#receivers = [...receivers]
    this.#stride = pickStride(this.#receivers.length)
    this.#had = new Array<number>(this.#receivers.length).fill(0)
  }

  get isDone(): boolean {
    return this.#left === 0
  }

  /** The turns of the event loop before each step. */
  get turns(): number {
    return this.#stride.turns
  }

  /**
   * True while some receivers have had nothing yet: a frame that is added now costs no extra write for them. After that, the walk should
   * come to its end.
   */
  get takesAlong(): boolean {
    return !this.#hasBeenRound
  }

  addFrames(frames: readonly Frame[]): void {
    if (frames.length === 0) return
    this.#frames.push(...frames)
    this.#left = this.#receivers.length
  }

  /** Adds a receiver that has joined during the walk and holds all frames so far. */
  addReceiver(receiver: Receiver<Frame>): void {
    this.#receivers.push(receiver)
    this.#had.push(this.#frames.length)
    if (this.#left > 0) this.#left += 1
  }

  /** Sends a receiver what it has missed and `own` in one write, before its turn. The receiver need not belong to this walk. */
  pass(receiver: Receiver<Frame>, own: readonly Frame[]): void {
    const at = this.#receivers.indexOf(receiver)
    const missed = at < 0 ? [] : this.#frames.slice(this.#had[at])
    if (at >= 0) this.#had[at] = this.#frames.length
    receiver.send([...missed, ...own])
  }

  /** Sends the frames to the next receivers. */
  step(): void {
    const count = this.#frames.length
    let [missed, since] = [this.#frames, 0]
    const { size } = this.#stride
    for (let sent = 0; sent < size && this.#left > 0; this.#left -= 1) {
      const at = this.#next
      this.#next = at + 1 === this.#receivers.length ? 0 : at + 1
      if (this.#next === 0) this.#hasBeenRound = true
      const had = this.#had[at] ?? 0
      if (had === count) continue
      if (had !== since) [missed, since] = [this.#frames.slice(had), had]
      this.#had[at] = count
      this.#receivers[at]?.send(missed)
      sent += 1
    }
  }
}
