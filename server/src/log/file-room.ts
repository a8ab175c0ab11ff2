/**
 * Room for what will be written, taken at the end of the store's file before it is written. So a full disk refuses a write of this program,
 * and never one of LMDB: there a refused write harms the memory of the process, and the handle does not recover. Room that is taken stays.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { StorageUnavailableError } from './log-errors.ts'

const mebibyte = 1024 * 1024
/** Bytes that are taken at a time, and at fewer than how many more are taken. */
const [ahead, reserve] = [2 * mebibyte, mebibyte]
/**
 * Bytes that a write may take: pages of the trees are written again, and what is written counts twice, for pages that are not full. All
 * ordinary writes count the same, so that one finds room where another does.
 */
const computeCost = (size: number): number => Math.max(mebibyte / 8, mebibyte / 16 + 2 * size)
const zeros = Buffer.alloc(mebibyte)

export class FileRoom {
  readonly #path: string
  readonly #measureUsed: () => number
  /** Bytes that no write may still take. */
  #left = 0
  /** Bytes for writes that are not over. */
  #held = 0
  #taking: Promise<void> | null = null

  /** `measureUsed`: the bytes of the file that are in use. */
  constructor(path: string, measureUsed: () => number) {
    this.#path = path
    this.#measureUsed = measureUsed
  }

  /** Runs a write of about `size` bytes when there is room for it. Rejects with `StorageUnavailableError` if there is none. */
  async hold<T>(size: number, write: () => Promise<T>): Promise<T> {
    const cost = computeCost(size)
    // Writes keep their order, so who comes later waits too.
    while (this.#taking !== null || this.#left < cost) {
      this.#taking ??= this.#take(cost).finally(() => {
        this.#taking = null
      })
      await this.#taking
    }
    this.#left -= cost
    this.#held += cost
    try {
      return await write()
    } finally {
      this.#held -= cost
    }
  }

  async #take(cost: number): Promise<void> {
    // To append never overwrites what LMDB writes meanwhile.
    const file = await open(this.#path, 'a')
    try {
      const used = this.#measureUsed() + this.#held
      const { size } = await file.stat()
      const refusal = size - used < reserve + cost ? await extend(file, used + cost + ahead - size) : null
      this.#left = (await file.stat()).size - used
      if (this.#left < cost) throw new StorageUnavailableError('there is no room to store more', { cause: refusal })
    } finally {
      await file.close()
    }
  }
}

/** Returns why the file cannot be longer, or null. */
async function extend(file: FileHandle, missing: number): Promise<Error | null> {
  try {
    for (let left = missing; left > 0; ) left -= (await file.write(zeros, 0, Math.min(left, zeros.length))).bytesWritten
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
