/**
 * Room for what will be written, taken at the end of the store's file before it is written. So a full disk refuses a write of this program,
 * and never one of LMDB: there a refused write harms the memory of the process, and the handle does not recover. Room that is taken stays.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { StorageUnavailableError } from './log-errors.ts'

const kibibyte = 1024
const zeros = Buffer.alloc(1024 * kibibyte)
/** Bytes that are taken at a time; at fewer than how many more are taken; and those that no write is given, for what it writes besides. */
const [ahead, reserve, floor] = [2048 * kibibyte, 1024 * kibibyte, 256 * kibibyte]
/** Bytes for writes at a time. The others wait for them. */
const maxHeld = 8192 * kibibyte
/** Pages of the trees are written again, and what is written counts twice, for pages that are not full. Ordinary writes count the same. */
const computeCost = (size: number): number => Math.max(32 * kibibyte, 16 * kibibyte + 2 * size)

export class FileRoom {
  readonly #path: string
  readonly #measureUsed: () => number
  /** Bytes that no write has been given. */
  #left = 0
  /** Bytes for writes that are not over. */
  #held = 0
  /** The write that came last. The next one is let in after it, so that writes keep their order. */
  #last: Promise<void> = Promise.resolve()
  #onReleased: () => void = () => undefined

  /** `measureUsed`: the bytes of the file that are in use. */
  constructor(path: string, measureUsed: () => number) {
    this.#path = path
    this.#measureUsed = measureUsed
  }

  /** Runs a write of about `size` bytes when there is room for it. Rejects with `StorageUnavailableError` if there is none. */
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
    // To append never overwrites what LMDB writes meanwhile.
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

/** Appends so many zeros. Returns why the file cannot be longer, or null. */
export async function extend(file: FileHandle, missing: number): Promise<Error | null> {
  try {
    for (let left = missing; left > 0; ) left -= (await file.write(zeros, 0, Math.min(left, zeros.length))).bytesWritten
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
