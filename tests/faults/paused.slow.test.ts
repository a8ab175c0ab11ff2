/** A node that stands still for ten seconds, like a virtual machine that is moved, and then goes on. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { checkLedger, replayCommits } from '../support/ledger/check-ledger.ts'
import { waitForScreens } from '../support/ledger/check-screens.ts'
import { LedgerClient } from '../support/ledger/ledger-client.ts'
import { readLedger } from '../support/ledger/ledger-file.ts'
import { LedgerStage } from '../support/ledger/ledger-stage.ts'
import { Load } from '../support/ledger/load.ts'
import { readStored } from '../support/ledger/read-stored.ts'
import { hasRedis } from '../support/redis-server.ts'
import { getSecret, type ServerProcess, type StartupLinkSet } from '../support/server-process.ts'
import { TwoNodes } from '../support/two-nodes.ts'

const standstill = 10_000

/** Stops the process for `ms` milliseconds. `whileStopped` runs during this time. */
const stopFor = async ({ pid }: ServerProcess, ms: number, whileStopped: () => Promise<void> = async () => undefined) => {
  process.kill(pid, 'SIGSTOP')
  try {
    await Promise.all([pause(ms), whileStopped()])
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}

test('[L99] a single server that stands still for ten seconds goes on, and nothing is lost or doubled', { timeout: 90_000 }, async () => {
  const stage = await LedgerStage.start()
  await stage.load.waitForConfirmed(50)
  await stopFor(stage.server, standstill)
  await stage.load.waitForConfirmed(50)
  expect(await stage.finish()).toEqual([])
  await stage.close()
})

describe.runIf(hasRedis())('one of two nodes', () => {
  test('[L99] while one node stands still the other goes on; then the first catches up, and refuses access that has ended', {
    timeout: 120_000,
  }, async () => {
    const both = await TwoNodes.start()
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-ledger-'))
    try {
      const [first, second] = both.nodes as [ServerProcess, ServerProcess]
      const links = both.startupLinks[0] as StartupLinkSet
      const load = await Load.start({ urls: [first.url], links, folder })
      const others = await Promise.all(
        [links.room, links.remote].map((link) => LedgerClient.join(second.url, { link: getSecret(link) }, folder)),
      )
      const [revoked, staying] = others as [LedgerClient, LedgerClient]
      await load.waitForConfirmed(50)
      const secretariat = await LedgerClient.join(first.url, { link: getSecret(links.secretariat) }, folder)
      let late: unknown = null
      await stopFor(second, standstill, async () => {
        expect((await secretariat.ask('people.revoke', { person: 'room' as PersonId })).reply).toEqual({ ok: true })
        // The command waits in the buffers of the node that stands still. That node does not know yet that this access has ended.
        late = revoked.askOnce('queue.join', { kind: 'intervention', topic: null }).catch((error: Error) => error.message)
        const before = load.confirmed
        await load.waitForConfirmed(50)
        expect(load.confirmed).toBeGreaterThanOrEqual(before + 50)
      })
      // The node may also be without its connection to the store, which it asks for the language of the speech.
      const refusals = [{ ok: false, reason: 'person-revoked' }, { ok: false, reason: 'unavailable' }, 'socket has been disconnected']
      expect(refusals).toContainEqual(await late)
      expect((await staying.ask('queue.join', { kind: 'intervention', topic: null })).reply).toEqual({ ok: true })
      await load.stop()
      const storage = { data: tmpdir(), redisUrl: both.redis.url, redisVolatile: false, redisSentinels: [] }
      const stored = await readStored(storage, links.session as SessionId)
      expect(checkLedger(readLedger(folder), stored)).toEqual([])
      expect(stored.commits.filter(({ actor, command }) => actor.person === 'room' && command.type === 'queue.join')).toEqual([])
      expect(await waitForScreens([...load.clients, staying], replayCommits(stored.commits))).toEqual([])
      for (const one of [load, revoked, staying, secretariat]) one.close()
    } finally {
      await both.stop()
      await rm(folder, { recursive: true })
    }
  })
})
