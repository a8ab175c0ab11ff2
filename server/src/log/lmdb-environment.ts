/** The one LMDB environment of a data directory: logs and tables share it, one process at a time has it. */
import { type FileHandle, mkdir, open as openFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { type Database, type Key, open, type RootDatabase } from 'lmdb'
import { type Ownership, takeOwnership } from './directory-lock.ts'
import { Unavailable } from './log.ts'

export class Environment {
  readonly #root: RootDatabase
  readonly #ownership: Ownership
  #failed: Error | null = null
  #users = 0
  #closing: Promise<void> | null = null

  private constructor(root: RootDatabase, ownership: Ownership) {
    this.#root = root
    this.#ownership = ownership
  }

  static async open(folder: string): Promise<Environment> {
    await mkdir(folder, { recursive: true })
    const path = join(folder, 'rostrum.lmdb')
    await proveHeader(path)
    // Commits are flushed before they are answered, never after: no overlapping sync.
    const root = open({ path, overlappingSync: false, maxDbs: 4, noMemInit: true })
    try {
      const ownership = await takeOwnership(folder, root.openDB<string, string>('owner', { encoding: 'string' }))
      await flushFolder(folder)
      return new Environment(root, ownership)
    } catch (error) {
      await root.close()
      throw error
    }
  }

  open<V, K extends Key>(name: string, encoding: 'string' | 'json'): Database<V, K> {
    this.#users += 1
    return this.#root.openDB<V, K>(name, { encoding })
  }

  /** Runs these writes as one transaction; resolves when it is on disk. */
  write(writes: () => void): Promise<void> {
    return this.#durably(writes, (run) => this.#root.batch(run))
  }

  /** The same for writes that depend on what they read; costs a little more. */
  transact(writes: () => void): Promise<void> {
    return this.#durably(writes, (run) => this.#root.transaction(run))
  }

  /** After a failed commit nothing is written any more: what the disk holds then is unknown. */
  async #durably(writes: () => void, commit: (run: () => void) => Promise<unknown>): Promise<void> {
    if (this.#failed !== null) throw new Unavailable('the store failed and was not started again', { cause: this.#failed })
    if (this.#closing !== null) throw new Unavailable('the store is closed')
    const calls = new Calls(writes)
    try {
      await commit(calls.run)
      await this.#root.flushed
    } catch (error) {
      if (calls.fault !== null) throw calls.fault
      this.#failed = await causeOf(error)
      throw new Unavailable('the store could not write to disk', { cause: this.#failed })
    }
  }

  /** The last of those who opened a part of it closes it. */
  async close(): Promise<void> {
    this.#users -= 1
    if (this.#users > 0) return
    this.#closing ??= this.#ownership.release().finally(() => this.#root.close())
    await this.#closing
  }
}

/** Tells a fault in what was to be written, such as a key too long, from a fault of the disk. */
class Calls {
  fault: Error | null = null
  readonly run: () => void

  constructor(writes: () => void) {
    this.run = () => {
      try {
        writes()
      } catch (error) {
        this.fault = error instanceof Error ? error : new Error(String(error))
        throw this.fault
      }
    }
  }
}

/** LMDB says that a commit failed and hands the reason in later. */
async function causeOf(error: unknown): Promise<Error> {
  if (!(error instanceof Error)) return new Error(String(error))
  if (!('commitError' in error)) return error
  try {
    await error.commitError
    return error
  } catch (cause) {
    return cause instanceof Error ? cause : error
  }
}

/** Where an LMDB file says what it is: after the page's header and an address. */
const magicAt = 24
const magic = 0xbeefc0de

/** A file that is no LMDB file any more is refused in words: LMDB itself would read past it and take the process down. */
async function proveHeader(path: string): Promise<void> {
  const handle = await openIfThere(path)
  if (handle === null) return
  try {
    const header = Buffer.alloc(magicAt + 4)
    const { bytesRead } = await handle.read(header, 0, header.length, 0)
    if (bytesRead === 0) return
    if (bytesRead < header.length || header.readUInt32LE(magicAt) !== magic)
      throw new Error('rostrum.lmdb is damaged, or not a store of this program. Restore it from a copy')
  } finally {
    await handle.close()
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await openFile(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The names of new files are durable only when their folder is. Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  if (platform() === 'win32') return
  const handle = await openFile(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
