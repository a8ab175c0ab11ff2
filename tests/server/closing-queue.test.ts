/** Hundreds of screens that stop reading fill up with the same frame. */
import { EventEmitter } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { maxUnsentBytes } from '@rostrum/server/wire/backlog'
import { ClosingQueue } from '@rostrum/server/wire/closing-queue'
import { SocketWriter } from '@rostrum/server/wire/socket-writer'
import { expect, test } from 'vitest'

/** A connection of Engine.IO whose network takes nothing. */
class FullConnection extends EventEmitter {
  readyState = 'open'
  written = 0
  readonly writeBuffer: readonly never[] = []
  readonly #tcp = Object.assign(new EventEmitter(), {
    writable: true,
    writableLength: 0,
    write: (bytes: Buffer) => {
      this.written += 1
      this.#tcp.writableLength += bytes.length
    },
    destroy: () => undefined,
  })
  readonly transport = { name: 'websocket', socket: { _socket: this.#tcp } }
  close(): void {
    this.readyState = 'closed'
  }
}

test('[L103] they are closed a few in a turn of the event loop, and get nothing more meanwhile', async () => {
  const closings = new ClosingQueue()
  let slow = 0
  const connections = Array.from({ length: 100 }, () => new FullConnection())
  const writers = connections.map(
    (conn) =>
      new SocketWriter({ conn: conn as never }, closings, () => {
        slow += 1
      }),
  )
  const countClosed = () => connections.filter(({ readyState }) => readyState === 'closed').length
  const frame = { packets: [], bytes: Buffer.alloc(maxUnsentBytes) }
  const sendAll = () => {
    for (const writer of writers) writer.send([frame])
  }
  // The first is the first view, the second is all that may wait, and the third is too much.
  for (let count = 0; count < 6; count += 1) sendAll()
  for (const writer of writers) writer.closeIfBlocked(1e6)
  expect([countClosed(), new Set(connections.map(({ written }) => written))]).toEqual([0, new Set([3])])
  const closed: number[] = []
  while (countClosed() < connections.length) {
    await turn()
    closed.push(countClosed())
  }
  expect(closed.length).toBeGreaterThanOrEqual(10)
  for (const [index, count] of closed.entries()) expect(count - (closed[index - 1] ?? 0)).toBeLessThanOrEqual(10)
  expect(slow).toBe(100)
})

test('[L103] what is to be closed later, also by a closing, is closed in its turn', async () => {
  const closings = new ClosingQueue()
  const closed: string[] = []
  closings.add(() => {
    closed.push('first')
    closings.add(() => void closed.push('second'))
  })
  await turn()
  await turn()
  expect(closed).toEqual(['first', 'second'])
  closings.add(() => void closed.push('third'))
  await turn()
  expect(closed).toEqual(['first', 'second', 'third'])
})
