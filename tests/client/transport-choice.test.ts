import { pollingStorageKey, TransportChoice } from '@rostrum/client/session/transport-choice'
import { expect, test } from 'vitest'

const fail = async (choice: TransportChoice, times = 1) => {
  for (let n = 0; n < times; n += 1) await choice.onFailed()
  return choice.next
}

test('[L18] if no WebSocket opens although the server answers, the next attempt uses long polling', async () => {
  const choice = new TransportChoice(true, null, async () => true)
  expect(choice.next).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
})

test('[L18] if nothing answers, a WebSocket is tried again and again', async () => {
  expect(await fail(new TransportChoice(true, null, async () => false), 20)).toBe('websocket')
})

test('[L18] after long polling a WebSocket is tried first, and one failure is enough to return to long polling', async () => {
  const choice = new TransportChoice(true, null, async () => true)
  await fail(choice)
  choice.onOpened('polling')
  expect(choice.next).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
  expect(await fail(choice)).toBe('websocket')
})

test('[L18] after a WebSocket connection a page does not mistake a restart of the server for a network that blocks it', async () => {
  const choice = new TransportChoice(true, null, async () => true)
  choice.onOpened('websocket')
  expect(await fail(choice, 3)).toBe('websocket')
  choice.onOpened('websocket')
  expect(await fail(choice, 3)).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
})

test('[L18] a network that has just come back is not mistaken for one that blocks WebSockets', async () => {
  const answers = [false, true, true]
  const choice = new TransportChoice(false, null, async () => answers.shift() ?? true)
  // The page was loaded without a network, so its first attempt failed. The network is back when the server is asked.
  expect(await fail(choice)).toBe('websocket')
  expect(await fail(choice)).toBe('websocket')
  expect(await fail(choice)).toBe('polling')
  expect(await fail(new TransportChoice(false, null, async () => true))).toBe('websocket')
})

/** The storage of a tab. */
const openTab = () => {
  const stored = new Map<string, string>()
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  }
}

test('[V370] a tab that was connected by long polling begins with it after a reload, until a WebSocket has opened', async () => {
  const tab = openTab()
  const first = new TransportChoice(true, tab, async () => true)
  await fail(first)
  first.onOpened('polling')
  // While the page stays, a lost connection tries a WebSocket first.
  expect(first.next).toBe('websocket')
  const reloaded = new TransportChoice(true, tab, async () => true)
  expect(reloaded.next).toBe('polling')
  expect(await fail(reloaded)).toBe('websocket')
  reloaded.onOpened('websocket')
  expect(tab.getItem(pollingStorageKey)).toBeNull()
  expect(new TransportChoice(true, tab, async () => true).next).toBe('websocket')
})

test('[V370] a page is blocked when every way has failed, and not while the second one is tried', async () => {
  const choice = new TransportChoice(true, null, async () => true)
  await fail(choice)
  expect(choice.isBlocked).toBe(false)
  await fail(choice)
  expect(choice.isBlocked).toBe(true)
  choice.onOpened('polling')
  expect(choice.isBlocked).toBe(false)
  const unreachable = new TransportChoice(true, null, async () => false)
  await fail(unreachable)
  expect(unreachable.isBlocked).toBe(true)
})
