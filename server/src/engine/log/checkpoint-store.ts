/** Where checkpoints are kept, next to the log: a text for each session. It may be lost at any time, and torn when the process is killed. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SessionId } from '@rostrum/shared/contract/ids'

export interface CheckpointStore {
  /** The last text that was saved, or null. */
  load(session: SessionId): Promise<string | null>
  save(session: SessionId, text: string): Promise<void>
  delete(session: SessionId): Promise<void>
}

/** One file for each session. Files are not flushed: who reads one must check it. */
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

  /** An id is made a name that is one on every system. */
  #getPath(session: SessionId): string {
    return join(this.#folder, `${createHash('sha256').update(session).digest('hex').slice(0, 32)}.json`)
  }
}
