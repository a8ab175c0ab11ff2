/**
 * Room for future writes, taken at the end of the store's file before they begin. So a full disk refuses a write of this program, and never
 * one of LMDB. A refused write inside LMDB harms the memory of the process, and the handle does not recover. Room that was taken is kept.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { StorageUnavailableError } from './log-errors.ts'

const kibibyte = 1024
const zeros = Buffer.alloc(1024 * kibibyte)
/**
 * In bytes. `ahead`: taken in addition when the file is extended. `reserve`: the file is extended if less than this would remain. `floor`:
 * never given to a write, for everything else that LMDB writes.
 */
const [ahead, reserve, floor] = [2048 * kibibyte, 1024 * kibibyte, 256 * kibibyte]
/** The most bytes for writes at one time. Other writes wait. */
const maxHeld = 8192 * kibibyte
/**
 * Returns the bytes to hold for a write. Pages of the trees are written again, and the size counts twice because pages are not full. All
 * ordinary writes count the same.
 */
const computeCost = (size: number): number => Math.max(32 * kibibyte, 16 * kibibyte + 2 * size)

export class FileRoom {
  readonly #path: string
  readonly #measureUsed: () => number
  /** Bytes that are not held for any write. */
  #left = 0
  /** Bytes for writes that have not finished. */
  #held = 0
  /** The latest write. The next one is admitted after it, so that writes keep their order. */
  #last: Promise<void> = Promise.resolve()
  #onReleased: () => void = () => undefined

  /** `measureUsed`: the bytes of the file that are in use. */
  constructor(path: string, measureUsed: () => number) {
    this.#path = path
    this.#measureUsed = measureUsed
  }

  /** Runs a write of about `size` bytes once there is room for it. Rejects with `StorageUnavailableError` if there is none. */
  async hold<T>(size: number, write: () => Promise<T>): Promise<T> {
    const cost = computeCost(size)
    const admit = () => this.#admit(cost)
    this.#last = this.#last.then(admit, admit)
    await this.#last
    try {
      return await write()
    } finally {
      this.#held -= cost
      this.#onReleased()
    }
  }

  async #admit(cost: number): Promise<void> {
    while (this.#held > 0 && this.#held + cost > maxHeld)
      await new Promise<void>((resolve) => {
        this.#onReleased = resolve
      })
    if (this.#left < cost + floor) await this.#take(cost + floor)
    this.#left -= cost
    this.#held += cost
  }

  async #take(wanted: number): Promise<void> {
    // Appending never overwrites what LMDB writes in the meantime.
    const file = await open(this.#path, 'a')
    try {
      const used = this.#measureUsed() + this.#held
      const { size } = await file.stat()
      const refusal = size - used < reserve + wanted ? await extend(file, used + wanted + ahead - size) : null
      this.#left = (await file.stat()).size - used
      if (this.#left < wanted) throw new StorageUnavailableError('there is no room to store more', { cause: refusal })
    } finally {
      await file.close()
    }
  }
}

/** Appends `missing` zeros. Returns the reason if the file cannot grow, otherwise null. */
export async function extend(file: FileHandle, missing: number): Promise<Error | null> {
  try {
    for (let left = missing; left > 0; ) left -= (await file.write(zeros, 0, Math.min(left, zeros.length))).bytesWritten
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
