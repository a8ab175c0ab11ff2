/** Reads lists in a separate thread, with limits of time and memory, so that no file can delay the sessions. */

import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { ListErrorReason } from '@rostrum/shared/contract/people-lists'
import { ListError, type RefusedColumns } from './list-errors.ts'
import type { ListInput, ListPiece } from './list-parser.ts'

export type WorkerAnswer =
  | ListPiece
  | { readonly kind: 'end' }
  | {
      readonly kind: 'refused'
      readonly reason: ListErrorReason
      readonly about: string | number | null
      readonly columns: RefusedColumns | null
    }

/** The compiled file, even if the sources are running. */
const workerFile = new URL('../../../dist/people/roster/list-worker.js', import.meta.url)
const memoryLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }
/** In milliseconds. Twenty thousand rows take about one second. */
const timeLimit = 20_000
/** The most lists that are read at the same time, and the most that wait. */
const [maxRunning, maxWaiting] = [2, 8]

let running = 0
const waiting: (() => void)[] = []

/** Throws `ListError`. */
export async function* parseInThread(input: ListInput): AsyncIterable<ListPiece> {
  await takeTurn()
  const worker = new Worker(workerFile, {
    workerData: input,
    resourceLimits: memoryLimits,
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  })
  const timeout = new AbortController()
  try {
    const expired = wait(timeLimit, null, { signal: timeout.signal })
    // The race below reports the failure. Without this line, aborting the timer would count as unhandled.
    expired.catch(ignoreAbort)
    for (;;) {
      worker.postMessage('next')
      const answer = await Promise.race([readAnswer(worker), expired])
      if (answer === null) throw new ListError('list-too-heavy')
      if (answer.kind === 'refused') throw new ListError(answer.reason, answer.about, answer.columns)
      if (answer.kind === 'end') return
      yield answer
    }
  } finally {
    timeout.abort()
    await worker.terminate()
    endTurn()
  }
}

async function readAnswer(worker: Worker): Promise<WorkerAnswer> {
  try {
    const [answer] = (await once(worker, 'message')) as [WorkerAnswer]
    return answer
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new ListError('list-too-heavy')
    throw withoutMessage(error)
  }
}

/** Removes the message, which could contain what is in the list. Errors are logged. */
function withoutMessage(error: unknown): Error {
  const { name = 'Error', stack = '' } = error instanceof Error ? error : {}
  const failure = new Error(`a list could not be read: ${name}`)
  failure.stack = [failure.message, ...stack.split('\n').filter((line) => /^ +at /.test(line))].join('\n')
  return failure
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}

async function takeTurn(): Promise<void> {
  if (running < maxRunning) running += 1
  else if (waiting.length >= maxWaiting) throw new ListError('list-busy')
  else await new Promise<void>((begin) => waiting.push(begin))
}

/** Passes the turn to the next list that waits. */
function endTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else running -= 1
}
