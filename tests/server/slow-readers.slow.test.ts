/** Screens that stop reading, that read slowly, and whose first view is large, on real sockets. */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { replaceSessionPlan } from '@rostrum/server/doors/application/session-setup'
import { maxFirstViewBlockedMs } from '@rostrum/server/engine/wire/backlog'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { enter, newCommandId } from '../support/test-client.ts'

let server: InProcessServer
let url: string
const opened: WebSocket[] = []
beforeEach(async () => {
  server = await startInProcessServer()
  url = server.startupLinks.url.replace('localhost', '127.0.0.1')
})
afterEach(async () => {
  for (const one of opened.splice(0)) one.terminate()
  await server.close()
})

const isDropped = () => server.logLines.some((line) => line.includes('does not read'))

/** Fills the question of each segment, so that a frame or a first view has about `letters` characters. */
const fillPlan = async (letters: number, round = 0) => {
  const { plan } = server.session
  const segments = plan.segments.map((segment) => ({ ...segment, question: `${round} ${'x'.repeat(letters / plan.segments.length)}` }))
  expect(await replaceSessionPlan(server.session, { ...plan, segments }, newCommandId())).toEqual({ ok: true })
}

/** Opens a connection that has sent its handshake and reads nothing yet. */
const openPaused = async (): Promise<{ readonly reader: WebSocket; readonly tcp: Socket }> => {
  const { ticket } = await enter(url, { link: getSecret(server.startupLinks.room) })
  const reader = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  opened.push(reader)
  await once(reader, 'message')
  const tcp = (reader as unknown as { readonly _socket: Socket })._socket
  tcp.pause()
  reader.send(`40${JSON.stringify({ protocol: protocolVersion, ticket, cursors: {} })}`)
  return { reader, tcp }
}
const listen = (reader: WebSocket) => {
  const heard: string[] = []
  reader.on('message', (data) => heard.push(String(data)))
  return heard
}
const hasView = (heard: readonly string[]) => heard.some((text) => text.includes('"s":"a"') && text.includes('"v":'))

test('[L14] a screen that stops reading is disconnected, without waiting for it to take what is unsent', { timeout: 150_000 }, async () => {
  const { reader, tcp } = await openPaused()
  const gone = once(reader, 'close')
  // Frames of 100 kB are enough to fill the buffers of the system.
  for (let round = 0; round < 1000 && !isDropped(); round += 1) await fillPlan(100_000, round)
  await expect.poll(isDropped).toBe(true)
  // The server does not wait for the other side to take what is unsent. Its socket is gone, which a write reveals.
  tcp.on('error', () => undefined)
  const isGone = () => {
    if (!tcp.destroyed) tcp.write(Buffer.from([0x89, 0x80, 0, 0, 0, 0]))
    return tcp.destroyed
  }
  await expect.poll(isGone).toBe(true)
  tcp.resume()
  await gone
})

test('[L14] a screen that takes nothing of a large first view is disconnected within seconds', { timeout: 40_000 }, async () => {
  await fillPlan(12_000_000)
  await openPaused()
  const began = performance.now()
  await expect.poll(isDropped, { timeout: 20_000 }).toBe(true)
  expect(performance.now() - began).toBeGreaterThan(maxFirstViewBlockedMs - 1_000)
})

test('[L14] a screen that reads slowly gets its large first view, however long that takes', { timeout: 60_000 }, async () => {
  await fillPlan(12_000_000)
  const { reader, tcp } = await openPaused()
  const heard = listen(reader)
  const began = performance.now()
  // The screen takes a little every fifth of a second, for longer than it may take nothing.
  while (performance.now() - began < 1.5 * maxFirstViewBlockedMs) {
    tcp.once('data', () => tcp.pause())
    tcp.resume()
    await sleep(200)
  }
  expect(isDropped()).toBe(false)
  tcp.resume()
  await expect.poll(() => hasView(heard), { timeout: 20_000 }).toBe(true)
  expect(isDropped()).toBe(false)
})

test('[L14] a screen that reads at full speed is never disconnected, however large its first view', { timeout: 30_000 }, async () => {
  await fillPlan(12_000_000)
  const { reader, tcp } = await openPaused()
  const heard = listen(reader)
  tcp.resume()
  // Server and screen take turns in one process. The first view is being sent, and the screen reads faster than frames arrive.
  for (let round = 0; round < 10; round += 1) {
    await expect.poll(() => tcp.bytesRead, { interval: 5 }).toBeGreaterThan(1_000_000 + round * 200_000)
    await fillPlan(100_000, round)
  }
  await expect.poll(() => hasView(heard), { timeout: 20_000 }).toBe(true)
  expect([isDropped(), reader.readyState]).toEqual([false, WebSocket.OPEN])
})
