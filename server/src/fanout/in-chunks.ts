/** Sends to many in chunks, and yields between them. A screen that subscribes meanwhile already gets the new state from `catchUp`. */
import type { BusyTime } from './busy-time.ts'

/** Receivers per chunk. Between chunks the event loop can handle commands. */
const chunkSize = 500
/**
 * Turns of the event loop between chunks: commands are read and decided in one, and answered in another, after they were flushed. With a
 * single turn, the commands of a storm waited twice as long.
 */
const turns = 3

export async function inChunks<Receiver>(receivers: Iterable<Receiver>, busy: BusyTime, send: (receiver: Receiver) => void): Promise<void> {
  const all = [...receivers]
  for (let begin = 0; begin < all.length; begin += chunkSize) {
    if (begin > 0) for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate)
    busy.spend(() => {
      for (const receiver of all.slice(begin, begin + chunkSize)) send(receiver)
    })
  }
}
