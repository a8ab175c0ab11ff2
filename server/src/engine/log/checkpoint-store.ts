/**
 * The store of checkpoints, next to the log: one text for each session. A checkpoint may be lost at any time, and torn if the process is
 * killed.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SessionId } from '@rostrum/shared/contract/ids'

export interface CheckpointStore {
  /** Returns the last text that was saved, or null. */
  load(session: SessionId): Promise<string | null>
  save(session: SessionId, text: string): Promise<void>
  delete(session: SessionId): Promise<void>
}

/** Keeps one file for each session. Files are not flushed, so each reader must check what it reads. */
export class CheckpointFiles implements CheckpointStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async load(session: SessionId): Promise<string | null> {
    try {
      return await readFile(this.#getPath(session), 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  async save(session: SessionId, text: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    const path = this.#getPath(session)
    await writeFile(`${path}.new`, text, { mode: 0o600 })
    await rename(`${path}.new`, path)
  }

  async delete(session: SessionId): Promise<void> {
    for (const path of [this.#getPath(session), `${this.#getPath(session)}.new`]) await rm(path, { force: true })
  }

  /** Turns an id into a file name that is valid on every system. */
  #getPath(session: SessionId): string {
    return join(this.#folder, `${createHash('sha256').update(session).digest('hex').slice(0, 32)}.json`)
  }
}
