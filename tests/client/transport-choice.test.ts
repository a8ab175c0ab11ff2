import { TransportChoice } from '@rostrum/client/session/transport-choice'
import { expect, test } from 'vitest'

const fail = async (choice: TransportChoice, times = 1) => {
  for (let n = 0; n < times; n += 1) await choice.onFailed()
  return choice.next
}

test('[L18] if no WebSocket opens although the server answers, the next attempt uses long polling', async () => {
  const choice = new TransportChoice(true, async () => true)
  expect(choice.next).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
})

test('[L18] if nothing answers, a WebSocket is tried again and again', async () => {
  expect(await fail(new TransportChoice(true, async () => false), 20)).toBe('websocket')
})

test('[L18] after long polling a WebSocket is tried first, and one failure is enough to return to long polling', async () => {
  const choice = new TransportChoice(true, async () => true)
  await fail(choice)
  choice.onOpened('polling')
  expect(choice.next).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
  expect(await fail(choice)).toBe('websocket')
})

test('[L18] after a WebSocket connection a page does not mistake a restart of the server for a network that blocks it', async () => {
  const choice = new TransportChoice(true, async () => true)
  choice.onOpened('websocket')
  expect(await fail(choice, 3)).toBe('websocket')
  choice.onOpened('websocket')
  expect(await fail(choice, 3)).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
})

test('[L18] a network that has just come back is not mistaken for one that blocks WebSockets', async () => {
  const answers = [false, true, true]
  const choice = new TransportChoice(false, async () => answers.shift() ?? true)
  // The page was loaded without a network, so its first attempt failed. The network is back when the server is asked.
  expect(await fail(choice)).toBe('websocket')
  expect(await fail(choice)).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
  expect(await fail(new TransportChoice(false, async () => true))).toBe('websocket')
})
