/** Nodes exchange captions: rarely if nobody reads or sends any, and at once and often from then on. */

import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { SessionRegistry } from '@rostrum/server/engine/session/session-registry'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { ServerKey } from '@rostrum/server/people/access/server-key'
import { Captions } from '@rostrum/server/services/captions/captions'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MemoryNodeChannel } from '../support/memory-node-channel.ts'
import { loadSessionWithPeople, MemoryLogger } from '../support/session-harness.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

test('[X77] a node asks for captions once a second; when they are first used on it, at once, then four times', async () => {
  const [channel, log, logger] = [new MemoryNodeChannel(), openMemoryLog(), new MemoryLogger()]
  const store = { ...openMemoryStore(), nodes: channel }
  const sessions = new SessionRegistry({ store, log, logger, now: () => Date.now() })
  const captions = new Captions({
    ...{ store, sessions, logger, node: 'one', serverKey: await ServerKey.open(store) },
    encode: (update) => update,
    isSendingFrames: () => false,
  })
  await vi.advanceTimersByTimeAsync(10_500)
  expect(channel.count).toBe(11)
  await captions.lastSeq(await loadSessionWithPeople(log), 'fr' as SpokenLanguage)
  await vi.advanceTimersByTimeAsync(0)
  expect(channel.count).toBe(12)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(channel.count).toBe(16)
  captions.close()
  await sessions.close()
})
