/** Writes to a connection, past Engine.IO and through it: in order, and none once it has ended. On real sockets. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket as NetSocket } from 'node:net'
import { setImmediate as passTurn } from 'node:timers/promises'
import { BacklogSweep } from '@rostrum/server/engine/wire/backlog'
import { encodeEvent } from '@rostrum/server/engine/wire/encode-frame'
import { findTcpSocket, SocketWriter } from '@rostrum/server/engine/wire/socket-writer'
import { Server, type Socket } from 'socket.io'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SeededRandom } from '../support/seeded-random.ts'

const http = createServer()
const server = new Server(http, { transports: ['websocket', 'polling'], perMessageDeflate: false })
const sweep = new BacklogSweep()

beforeAll(() => once(http.listen(0, '127.0.0.1'), 'listening'))
afterAll(async () => {
  sweep.stop()
  await server.close()
})

const open = async (transport: 'websocket' | 'polling') => {
  const opened = new Promise<Socket>((resolve) => server.once('connection', resolve))
  const { port } = http.address() as AddressInfo
  const client = io(`http://127.0.0.1:${port}`, { transports: [transport], reconnection: false, forceNew: true })
  const received: unknown[] = []
  client.on('step', (step: unknown) => received.push(step))
  const socket = await opened
  const onSlow = vi.fn()
  return { client, received, socket, onSlow, writer: new SocketWriter(socket, sweep, onSlow) }
}

const encode = (step: number) => encodeEvent('step', step)

for (const transport of ['websocket', 'polling'] as const)
  test(`[W70] direct writes, single or combined, and writes of Socket.IO arrive in one order over ${transport}`, async () => {
    const { received, socket, writer } = await open(transport)
    const random = new SeededRandom(7)
    const steps = 2000
    for (let step = 0; step < steps; ) {
      const kind = random.nextBelow(5)
      if (kind === 0) await passTurn()
      else if (kind === 1) socket.emit('step', step++)
      else if (kind === 2) writer.write([encode(step++), encode(step++)])
      else writer.write([encode(step++)])
    }
    await expect.poll(() => received.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(steps)
    expect(received).toEqual(received.map((_, index) => index))
    socket.disconnect(true)
  })

/** Opens a connection that was written to directly, and has taken everything. */
const openClear = async () => {
  const opened = await open('websocket')
  for (let step = 0; step < 3; step += 1) {
    opened.writer.write([encode(step)])
    await expect.poll(() => opened.received.length).toBe(step + 1)
  }
  const tcpSocket = findTcpSocket(opened.socket.conn)
  if (tcpSocket === null) throw new Error('no TCP socket')
  return { ...opened, tcpSocket }
}

const endings: Readonly<Record<string, (socket: Socket) => unknown>> = {
  'by Socket.IO': (socket) => socket.disconnect(true),
  'below it': (socket) => socket.conn.close(true),
}
for (const [how, end] of Object.entries(endings))
  test(`[W70] nothing more is written to a connection that was ended ${how}, even though its socket waits for the other side`, async () => {
    const { socket, writer, tcpSocket } = await openClear()
    end(socket)
    const written = tcpSocket.bytesWritten
    expect(tcpSocket.writable).toBe(true)
    writer.write([encode(3)])
    expect(tcpSocket.bytesWritten).toBe(written)
  })

test('[L14] a reader that stops after taking everything for a while is disconnected once too much is unsent', async () => {
  const { client, writer, onSlow } = await openClear()
  const { ws } = client.io.engine.transport as unknown as { readonly ws: { readonly _socket: NetSocket } }
  ws._socket.pause()
  const large = encodeEvent('step', 'x'.repeat(65_536))
  for (let count = 0; count < 1000 && onSlow.mock.calls.length === 0; count += 1) writer.write([large])
  expect(onSlow).toHaveBeenCalledOnce()
})
