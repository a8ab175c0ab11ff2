/** Connections that are never let in: how long they stay, and how many there can be. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Unentered } from '@rostrum/server/engine/wire/unentered'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'

let server: InProcessServer
const opened: Socket[] = []
beforeAll(async () => {
  server = await startInProcessServer()
})
afterAll(async () => {
  for (const socket of opened) socket.destroy()
  await server.close()
})

/** Opens a WebSocket by hand that answers nothing, also not when it is closed. */
const openMute = async (): Promise<Socket> => {
  const socket = connect(server.app.getPort(), '127.0.0.1')
  opened.push(socket)
  const head = ['GET /socket.io/?EIO=4&transport=websocket HTTP/1.1', 'Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: websocket']
  socket.write([...head, 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''].join('\r\n'))
  await once(socket, 'data')
  return socket
}

test('[X95] a WebSocket that never enters and answers nothing is gone within 13 s', { timeout: 40_000 }, async () => {
  const began = performance.now()
  const sockets = await Promise.all(Array.from({ length: 20 }, openMute))
  await Promise.all(sockets.map((socket) => once(socket.resume(), 'close')))
  expect(performance.now() - began).toBeLessThan(13_000)
})

test('[X95] one address and all together have a number of places for connections that have not entered', () => {
  const unentered = new Unentered({ address: 2, all: 3 })
  const [one, two, three] = [{}, {}, {}]
  unentered.add(one, 'hall')
  unentered.add(two, 'hall')
  expect([unentered.hasPlace('hall'), unentered.hasPlace('home')]).toEqual([false, true])
  unentered.add(three, 'home')
  expect([unentered.hasPlace('hall'), unentered.hasPlace('home'), unentered.hasPlace('train')]).toEqual([false, false, false])
  unentered.remove(one)
  unentered.remove(one)
  expect([unentered.hasPlace('hall'), unentered.hasPlace('home'), unentered.hasPlace('train')]).toEqual([true, true, true])
  unentered.remove(two)
  unentered.remove(three)
  unentered.add({}, 'hall')
  expect(unentered.hasPlace('hall')).toBe(true)
})
