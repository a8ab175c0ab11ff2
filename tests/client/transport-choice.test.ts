import { TransportChoice } from '@rostrum/client/session/transport-choice'
import { expect, test } from 'vitest'

const fail = async (choice: TransportChoice, times = 1) => {
  for (let n = 0; n < times; n += 1) await choice.onFailed()
  return choice.next
}

test('[L18] where no WebSocket opens although the server answers, the next attempt is by long polling', async () => {
  const choice = new TransportChoice(async () => true)
  expect(choice.next).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
})

test('[L18] where nothing answers, a WebSocket is tried again and again', async () => {
  expect(await fail(new TransportChoice(async () => false), 20)).toBe('websocket')
})

test('[L18] after long polling a WebSocket is tried first, and one failure is enough to come back', async () => {
  const choice = new TransportChoice(async () => true)
  await fail(choice)
  choice.onOpened('polling')
  expect(choice.next).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
  expect(await fail(choice)).toBe('websocket')
})

test('[L18] a page that has had a WebSocket does not take a restart of the server for a network that refuses it', async () => {
  const choice = new TransportChoice(async () => true)
  choice.onOpened('websocket')
  expect(await fail(choice, 3)).toBe('websocket')
  choice.onOpened('websocket')
  expect(await fail(choice, 3)).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
})
