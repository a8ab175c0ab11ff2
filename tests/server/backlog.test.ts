/** How much may wait for a screen that does not read, on a socket that nobody reads. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { Backlog, BacklogSweep, maxUnsentBytes } from '@rostrum/server/engine/wire/backlog'
import { expect, test } from 'vitest'

/** More than the system takes by itself. */
const large = Buffer.alloc(16 * 1024 * 1024)

test('[L14, L103] a screen may leave 256 KiB unsent beyond its first view, and nothing more', async () => {
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
    // All was taken, so what comes now is no first view.
    expect(backlog.isStuck(0)).toBe(false)
    expect(writeAndAsk(large)).toBe(true)
  } finally {
    screen.destroy()
    socket.destroy()
    server.close()
  }
})

test('[W67] a connection is looked at as long as something is unsent, and not again before it is written to', async () => {
  const sweep = new BacklogSweep()
  /** One of which everything is sent at a look. */
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
