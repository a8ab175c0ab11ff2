/** The number of bytes that may wait for a screen, on a socket that nobody reads. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { Backlog, BacklogSweep, blockedCheckMs, maxUnsentBytes } from '@rostrum/server/engine/wire/backlog'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** More than the system buffers on its own. */
const large = Buffer.alloc(16 * 1024 * 1024)

test('[L14, L103] a screen may leave 256 KiB unsent beyond its first view, and no more', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const accepted = once(server, 'connection')
  const screen = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const [socket] = await accepted
  try {
    screen.pause()
    const backlog = new Backlog(socket)
    const writeAndAsk = (bytes: Buffer) => {
      socket.write(bytes)
      return backlog.isTooLarge()
    }
    expect(writeAndAsk(large)).toBe(false)
    expect(writeAndAsk(large.subarray(0, maxUnsentBytes))).toBe(false)
    expect(writeAndAsk(large.subarray(0, 1))).toBe(true)
    const drained = once(socket, 'drain')
    screen.resume()
    await drained
    screen.pause()
    // Everything has been taken, so the next write no longer belongs to the first view.
    expect(backlog.isStuck(0)).toBe(false)
    expect(writeAndAsk(large)).toBe(true)
  } finally {
    screen.destroy()
    socket.destroy()
    server.close()
  }
})

test('[L103] a screen that takes nothing is gone after at most five checks, also when each is a little early or late', () => {
  const isStuckAfter = (shifts: readonly number[]): number => {
    const backlog = new Backlog({ writableLength: 1, _bytesDispatched: 100, _handle: { writeQueueSize: 1 } })
    backlog.clear()
    return shifts.map((shift, index) => (index + 1) * blockedCheckMs + shift).findIndex((now) => backlog.isStuck(now))
  }
  // The first check notes that nothing is taken. The fifth is 2.5 s after the network may have taken the last byte.
  fc.assert(
    fc.property(fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 6, maxLength: 6 }), (shifts) => {
      expect(isStuckAfter(shifts)).toBe(4)
    }),
  )
})

test('[W67] a connection is checked as long as something is unsent, and not again until it is written to', async () => {
  const sweep = new BacklogSweep()
  /** Makes a connection that has sent everything by this check. */
  const makeConnection = (atLook: number) => {
    const connection = { looks: 0, closeIfBlocked: () => ++connection.looks < atLook }
    return connection
  }
  const [quick, slow] = [makeConnection(1), makeConnection(4)]
  try {
    for (const connection of [quick, slow]) sweep.watch(connection)
    await expect.poll(() => slow.looks, { timeout: 5000 }).toBe(4)
    expect(quick.looks).toBe(1)
    sweep.watch(quick)
    await expect.poll(() => quick.looks, { timeout: 5000 }).toBe(2)
    expect(slow.looks).toBe(4)
  } finally {
    sweep.stop()
  }
})
