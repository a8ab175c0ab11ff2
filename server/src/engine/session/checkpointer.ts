/** Has a checkpoint made from time to time. After a start, verifies the part of the log that the start did not read. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import type { Log } from '../log/log.ts'
import { DamagedLogError } from '../log/log-errors.ts'
import type { StorageConfig } from '../store/open-storage.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { CheckpointTask } from './checkpoint-worker.ts'
import type { Session } from './session.ts'
import { verifyInPieces } from './verify-in-pieces.ts'

export type CheckpointPorts = {
  readonly log: Log
  /** The storage in which the thread finds the same log. */
  readonly storage: StorageConfig
  readonly logger: Logger
  /**
   * The number of commits after which the next checkpoint is made, once it is calm. A start reads about that many, which takes some tenths
   * of a second.
   */
  readonly every?: number
  /** How long, in milliseconds, little must happen for it to be calm. */
  readonly calm?: number
}

/** The most commits in that time for it to be calm. */
const maxCalmCommits = 50
/** If it is never calm, a checkpoint is made after this multiple of `every`. */
const maxPostponed = 4

/** The compiled file, even if the sources are running. */
const workerFile = new URL('../../../dist/engine/session/checkpoint-worker.js', import.meta.url)

export class Checkpointer {
  readonly #session: Session
  readonly #ports: CheckpointPorts
  readonly #unlisten: () => void
  readonly #stopped = new AbortController()
  #last: Revision
  #making: Promise<void> | null = null
  #timer: NodeJS.Timeout | undefined
  #verifying: Promise<void>

  constructor(session: Session, ports: CheckpointPorts) {
    this.#session = session
    this.#ports = ports
    this.#last = session.startedFrom
    this.#unlisten = session.onChange(() => this.#awaitCalm())
    this.#verifying = this.#verifyOlder()
    this.#awaitCalm()
  }

  /** Resolves when nothing of this session is being made or read any longer. */
  async stop(): Promise<void> {
    this.#unlisten()
    clearTimeout(this.#timer)
    this.#stopped.abort()
    await this.#making
    await this.#verifying
  }

  /** Waits for a calm time. The thread takes up a processor for a short time, so it does not start in a storm. */
  #awaitCalm(): void {
    const { revision } = this.#session
    const { every = 5_000, calm = 10_000, log } = this.#ports
    const isDue = log.checkpoints !== null && this.#making === null && revision - this.#last >= every
    if (isDue && this.#timer === undefined && !this.#stopped.signal.aborted)
      this.#timer = setTimeout(() => this.#makeIfCalm(revision, maxPostponed * every), calm)
  }

  /**
   * Makes a checkpoint if it is calm. `since`: the revision when the wait began. `latest`: the commits after which calm no longer matters.
   */
  #makeIfCalm(since: Revision, latest: number): void {
    this.#timer = undefined
    const { revision } = this.#session
    if (revision - since > maxCalmCommits && revision - this.#last < latest) {
      this.#awaitCalm()
      return
    }
    this.#last = revision
    this.#making = this.#make().finally(() => {
      this.#making = null
      this.#awaitCalm()
    })
  }

  /** Makes a checkpoint in a thread. If that fails, the next start merely reads more. */
  async #make(): Promise<void> {
    const { storage, logger } = this.#ports
    const workerData: CheckpointTask = { session: this.#session.id, storage }
    const worker = new Worker(workerFile, { workerData, execArgv: [], env: {}, stdout: true, stderr: true })
    const end = () => void worker.terminate()
    this.#stopped.signal.addEventListener('abort', end)
    try {
      await once(worker, 'exit')
    } catch (error) {
      logger.warn({ err: error, session: this.#session.id }, 'a checkpoint could not be made')
    } finally {
      this.#stopped.signal.removeEventListener('abort', end)
    }
  }

  /** Verifies the part of the log that the start did not read. So damage there is found too, only later. */
  async #verifyOlder(): Promise<void> {
    const { log, logger } = this.#ports
    const { signal } = this.#stopped
    try {
      const { id, startedFrom } = this.#session
      if (startedFrom > revisionZero) await verifyInPieces(log, id, { until: startedFrom, signal })
    } catch (error) {
      if (error instanceof DamagedLogError) this.#session.doubtLog(error)
      else if (!signal.aborted) logger.warn({ err: error, session: this.#session.id }, 'the older part of the log could not be verified')
    }
  }
}
