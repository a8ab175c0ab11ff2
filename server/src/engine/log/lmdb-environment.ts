/** The one LMDB environment of a data directory. Log and tables share it. Only one process writes; others may read at the same time. */
import { mkdir } from 'node:fs/promises'
import { type Database, type Key, open, type RootDatabase, type RootDatabaseOptionsWithPath } from 'lmdb'
import type { Logger } from '../telemetry/logger.ts'
import { type DirectoryLock, lockDirectory } from './directory-lock.ts'
import { FileRoom } from './file-room.ts'
import { describeDamage, flushFolder, prepareFile, resolveStorePath } from './lmdb-file.ts'
import { copyRows, type FileFacts, openFacts, rewriteStore } from './lmdb-rewrite.ts'
import { StorageUnavailableError } from './log-errors.ts'

export class LmdbEnvironment {
  /** The data directory. */
  readonly folder: string
  readonly #root: RootDatabase
  /** Null for a reader. */
  readonly #lock: DirectoryLock | null
  readonly #room: FileRoom
  readonly #facts: FileFacts
  #failure: Error | null = null
  #users = 0
  #closing: Promise<void> | null = null

  private constructor(folder: string, root: RootDatabase, lock: DirectoryLock | null) {
    this.folder = folder
    this.#root = root
    this.#lock = lock
    this.#facts = openFacts(root)
    this.#room = new FileRoom(resolveStorePath(folder), () => measureUsed(root))
  }

  static async open(folder: string, logger?: Pick<Logger, 'warn'>): Promise<LmdbEnvironment> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = resolveStorePath(folder)
    await prepareFile(folder, 'write')
    const root = openWriter(path)
    try {
      const facts = openFacts(root)
      const lock = await lockDirectory(folder, facts)
      await flushFolder(folder)
      const isRenewed = facts.get('erased') !== undefined && (await isRewritten(folder, root, logger))
      return isRenewed ? await LmdbEnvironment.#openRenewed(folder, lock) : new LmdbEnvironment(folder, root, lock)
    } catch (error) {
      await root.close()
      throw describeDamage(error)
    }
  }

  /** Opens the store after it was written to a new file. The first lock is held too, for those who still look at the old file. */
  static async #openRenewed(folder: string, first: DirectoryLock): Promise<LmdbEnvironment> {
    const root = openWriter(resolveStorePath(folder))
    const lock = await lockDirectory(folder, openFacts(root))
    return new LmdbEnvironment(folder, root, { ...lock, release: () => first.leave().then(() => lock.release()) })
  }

  /** Opens the store to read it, even while a server writes. Every write is refused. */
  static async openReader(folder: string): Promise<LmdbEnvironment> {
    const path = resolveStorePath(folder)
    await prepareFile(folder, 'read')
    return new LmdbEnvironment(folder, openRoot({ path, readOnly: true, maxDbs: 4 }), null)
  }

  /** Copies everything that is currently stored to a new file, and flushes it. */
  async copyTo(path: string): Promise<void> {
    await copyRows(this.#root, path)
  }

  /** To be called among the writes that erase something: the next start writes a new file, without the bytes of it. */
  markErased(): Promise<boolean> {
    return this.#facts.put('erased', 'yes')
  }

  open<V, K extends Key>(name: string, encoding: 'string' | 'json'): Database<V, K> {
    this.#users += 1
    try {
      return this.#root.openDB<V, K>(name, { encoding })
    } catch (error) {
      throw describeDamage(error)
    }
  }

  /** Runs a read. If LMDB cannot read a page, a key or a value, the disk was changed. `describe` turns the problem into an error. */
  read<T>(read: () => T, describe: (problem: string) => Error): T {
    try {
      return read()
    } catch (error) {
      if (this.#closing !== null) throw new StorageUnavailableError('the store is closed', { cause: error })
      // The message of a JSON parser quotes the value, which may be personal.
      throw describe(error instanceof SyntaxError ? 'a value is no JSON' : error instanceof Error ? error.message : String(error))
    }
  }

  /** Runs these writes as one transaction. Resolves when it is on disk. `size`: the bytes of all the writes, if there may be many. */
  write(writes: () => readonly Promise<unknown>[], size = 0): Promise<void> {
    return this.#commitDurably(writes, size, (run) => this.#root.batch(run))
  }

  /** Runs writes that depend on what they read, as one transaction. It costs a little more than `write`. */
  transact(writes: () => void, size = 0): Promise<void> {
    const run = () => {
      writes()
      return []
    }
    return this.#commitDurably(run, size, (guarded) => this.#root.transaction(guarded))
  }

  async #commitDurably(
    writes: () => readonly Promise<unknown>[],
    size: number,
    commit: (run: () => void) => Promise<unknown>,
  ): Promise<void> {
    this.#requireUsable()
    await this.#room.hold(size, () => this.#commit(writes, commit))
  }

  /** Throws if nothing can be written. After a failed commit nothing more is written, because the content of the disk is unknown. */
  #requireUsable(): void {
    if (this.#failure !== null) throw new StorageUnavailableError('the store failed and was not started again', { cause: this.#failure })
    if (this.#closing !== null) throw new StorageUnavailableError('the store is closed')
    if (this.#lock === null) throw new ReadOnlyStoreError()
  }

  async #commit(writes: () => readonly Promise<unknown>[], commit: (run: () => void) => Promise<unknown>): Promise<void> {
    this.#requireUsable()
    const guard = new WriteGuard(writes)
    try {
      const done = commit(guard.run)
      await Promise.all([done, ...guard.parts])
      await this.#root.flushed
    } catch (error) {
      if (guard.fault !== null) throw guard.fault
      this.#failure = await findCause(error)
      throw new StorageUnavailableError('the store could not write to disk', { cause: this.#failure })
    }
  }

  /** Closes the environment when every user of a part has called it. */
  async close(): Promise<void> {
    this.#users -= 1
    if (this.#users > 0) return
    this.#closing ??= this.#close()
    await this.#closing
  }

  async #close(): Promise<void> {
    try {
      await (this.#lock?.release() ?? Promise.resolve()).finally(() => this.#root.close())
    } catch (error) {
      throw describeDamage(error)
    }
  }
}

/** Writes the store to a new file. Returns false if that is not possible: the store then goes on as it is, and the next start tries again. */
async function isRewritten(folder: string, root: RootDatabase, logger: Pick<Logger, 'warn'> | undefined): Promise<boolean> {
  try {
    await rewriteStore(folder, root)
    return true
  } catch (error) {
    logger?.warn({ err: error }, 'erased data are still in the file of the store; the next start tries to write a new one')
    return false
  }
}

/** Commits must be flushed before the reply, so there is no overlapping sync. New pages are zeros, or their gaps would have other memory. */
const openWriter = (path: string): RootDatabase => openRoot({ path, overlappingSync: false, maxDbs: 4 })

function openRoot(options: RootDatabaseOptionsWithPath): RootDatabase {
  try {
    return open(options)
  } catch (error) {
    throw describeDamage(error)
  }
}

/** Returns the bytes of the file that are in use. LMDB reports them, but its types do not declare them. */
function measureUsed(root: RootDatabase): number {
  const { lastPageNumber, root: tree } = root.getStats() as {
    readonly lastPageNumber: number
    readonly root: { readonly pageSize: number }
  }
  return (lastPageNumber + 1) * tree.pageSize
}

/** A program that only reads was asked to write. */
export class ReadOnlyStoreError extends Error {
  override readonly name = 'ReadOnlyStoreError'
}

/** Separates an error in the data, such as a key that is too long, from an error of the disk. */
class WriteGuard {
  fault: Error | null = null
  /** The promise of each write in a batch. It fails if the batch fails. */
  parts: readonly Promise<unknown>[] = []
  readonly run: () => void

  constructor(writes: () => readonly Promise<unknown>[]) {
    this.run = () => {
      try {
        this.parts = writes()
      } catch (error) {
        this.fault = error instanceof Error ? error : new Error(String(error))
        throw this.fault
      }
    }
  }
}

/** Returns the cause of a failed commit, which LMDB gives later than the failure. */
async function findCause(error: unknown): Promise<Error> {
  if (!(error instanceof Error)) return new Error(String(error))
  if (!('commitError' in error)) return error
  try {
    await error.commitError
    return error
  } catch (cause) {
    return cause instanceof Error ? cause : error
  }
}
