/** The thread that reads one list. It sends a piece only when asked for one, so that the server never gets more than it can handle. */
import { parentPort, workerData } from 'node:worker_threads'
import { ListError } from './list-errors.ts'
import { type ListInput, parseList } from './list-parser.ts'
import type { WorkerAnswer } from './list-thread.ts'

const pieces = parseList(workerData as ListInput)[Symbol.asyncIterator]()

async function answer(): Promise<WorkerAnswer> {
  try {
    const { value, done } = await pieces.next()
    return done ? { kind: 'end' } : value
  } catch (error) {
    if (error instanceof ListError) return { kind: 'refused', reason: error.reason, about: error.about, columns: error.columns }
    throw error
  }
}

parentPort?.on('message', () => void answer().then((message) => parentPort?.postMessage(message)))
