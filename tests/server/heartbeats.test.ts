/** Signs of life of connections that came together. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { longestInterval, pingTimeout, shortestInterval, spreadHeartbeats } from '@rostrum/server/wire/heartbeats'
import { Server } from 'socket.io'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startInProcessServer } from '../support/in-process-server.ts'

const count = 40

/** Opens many at once. Returns the interval that each hears. */
const connectAll = async (port: string | number) => {
  const sockets = Array.from(
    { length: count },
    () => new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket&lane=staff`),
  )
  const heard = sockets.map(async (socket) => {
    const [message] = (await once(socket, 'message')) as [Buffer]
    return (JSON.parse(message.toString().slice(1)) as { readonly pingInterval: number }).pingInterval
  })
  return { intervals: await Promise.all(heard), close: () => sockets.forEach((socket) => void socket.terminate()) }
}

const expectSpread = (intervals: readonly number[]) => {
  expect(Math.min(...intervals)).toBeGreaterThanOrEqual(shortestInterval)
  expect(Math.max(...intervals)).toBeLessThanOrEqual(longestInterval)
  expect(new Set(intervals).size).toBeGreaterThan(count / 2)
}

test('[W71] connections that come together hear of intervals of their own', async () => {
  const server = await startInProcessServer()
  try {
    const { intervals, close } = await connectAll(new URL(server.startupLinks.url).port)
    expectSpread(intervals)
    close()
  } finally {
    await server.close()
  }
})

test('[W71] and have them: the timers of Engine.IO are as far apart, and no client gives up before its sign can come', async () => {
  const http = createServer()
  const server = new Server(http, { pingTimeout })
  spreadHeartbeats(server.engine)
  const timers: number[] = []
  server.engine.on('connection', ({ pingIntervalTimer: timer }: { readonly pingIntervalTimer: { readonly _idleTimeout: number } }) =>
    timers.push(timer._idleTimeout),
  )
  await once(http.listen(0, '127.0.0.1'), 'listening')
  try {
    const { intervals, close } = await connectAll((http.address() as AddressInfo).port)
    expectSpread(timers)
    expect(Math.max(...timers) + 4000).toBeLessThan(Math.min(...intervals) + pingTimeout)
    close()
  } finally {
    await server.close()
  }
})
