/** The ledger: what clients were told, held against what the log holds, after the server was killed under load again and again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/log/lmdb'
import { Environment } from '@rostrum/server/log/lmdb-environment'
import { openRedisLog } from '@rostrum/server/log/redis'
import { type CommandId, type EntryId, noRevision, type SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { Chance } from '../support/seeded-random.ts'
import { type Links, ServerProcess, secretOf } from '../support/server-process.ts'
import { Caller, newId } from '../support/test-client.ts'

const rounds = 20
const entries = 6

/** One line of a ledger: sent when, confirmed when, in the sender's own order. */
type Written = { readonly id: CommandId; readonly topic: string; readonly sent: number; confirmed: number | null }

/** Writes topics to an entry, one after the other, each until it is answered. */
class Writer {
  readonly ledger: Written[] = []
  readonly #caller: Caller
  readonly #entry: EntryId
  #on = true

  constructor(caller: Caller, entry: EntryId) {
    this.#caller = caller
    this.#entry = entry
  }

  async write(): Promise<void> {
    while (this.#on) {
      const written: Written = { id: newId(), topic: newId(), sent: performance.now(), confirmed: null }
      this.ledger.push(written)
      const reply = await this.#caller.insist('queue.note', { entry: this.#entry, topic: written.topic }, written.id)
      expect(reply).toEqual({ ok: true })
      written.confirmed = performance.now()
    }
  }

  stop(): void {
    this.#on = false
  }
}

const openDesk = async (url: string, links: Links) => {
  const [chair, desk] = await Promise.all([links.chair, links.secretariat].map((link) => Caller.join(url, { link: secretOf(link) })))
  if (!chair || !desk) throw new Error('nobody came')
  await chair.insist('session.open', {})
  const made: EntryId[] = []
  for (let index = 0; index < entries; index += 1) {
    const id = newId()
    await desk.insist(
      'queue.add',
      {
        kind: 'intervention',
        person: null,
        entity: `Organization ${index}`,
        speaker: null,
        group: 'government' as never,
        door: 'paper',
        seenAt: Date.now() as never,
        note: null,
      },
      id,
    )
    made.push(id as string as EntryId)
  }
  return { callers: [chair, desk], writers: made.map((entry, index) => new Writer([chair, desk][index % 2] as Caller, entry)) }
}

const check = (commits: readonly Commit[], ledgers: readonly (readonly Written[])[]) => {
  const notes = commits.filter(({ command }) => command.type === 'queue.note')
  const position = new Map(notes.map(({ command, revision }) => [command.id, revision]))
  expect(position.size, 'nothing is there twice').toBe(notes.length)
  const topics = new Map(notes.map(({ command, events }) => [command.id, events.map(({ data }) => (data as { topic?: string }).topic)]))
  const written = ledgers.flat()
  const confirmed = written.filter((one) => one.confirmed !== null)
  for (const { id, topic } of confirmed) expect(topics.get(id), 'what was confirmed is there, unchanged').toEqual([topic])
  const asked = new Set(written.map(({ id }) => id))
  for (const { command } of notes) expect(asked.has(command.id), 'nothing is there that was not asked for').toBe(true)
  expect(commits.map(({ revision }) => revision)).toEqual(commits.map((_, index) => index + 1))
  const byConfirmed = [...confirmed].sort((a, b) => (a.confirmed ?? 0) - (b.confirmed ?? 0))
  for (const later of confirmed) {
    const before = byConfirmed.findLast((one) => (one.confirmed ?? 0) < later.sent)
    if (before) expect(position.get(before.id), 'confirmed before the other was sent').toBeLessThan(position.get(later.id) as number)
  }
  return confirmed.length
}

const play = async (environment: Record<string, string>, strike: (server: ServerProcess, dice: Chance) => Promise<void>) => {
  const { server, links } = await ServerProcess.start(environment)
  try {
    const dice = new Chance(20)
    const { callers, writers } = await openDesk(server.url, links)
    const writing = writers.map((writer) => writer.write())
    for (let round = 0; round < rounds; round += 1) {
      const before = writers.reduce((total, { ledger }) => total + ledger.length, 0)
      await expect
        .poll(() => writers.reduce((total, { ledger }) => total + ledger.length, 0), { timeout: 20_000 })
        .toBeGreaterThan(before + 20 + dice.below(60))
      await strike(server, dice)
    }
    for (const writer of writers) writer.stop()
    await Promise.all(writing)
    const entriesShown = callers.map((caller) => caller.view<Record<string, { desk: { topic: string } }>>('entries'))
    expect(entriesShown[0]).toBeDefined()
    for (const caller of callers) caller.close()
    return writers.map(({ ledger }) => ledger)
  } finally {
    await server.stop()
  }
}

describe('killed under load', () => {
  it('[L15] embedded: over 20 rounds of SIGKILL no confirmed command is lost and none takes effect twice', {
    timeout: 180_000,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-kill-'))
    const ledgers = await play({ ROSTRUM_DATA: folder }, async (server) => {
      await server.kill()
      await server.restart()
    })
    const log = openLmdbLog(await Environment.open(folder))
    const confirmed = check(await log.read('wsis-at-20' as SessionId, noRevision), ledgers)
    await log.close()
    await rm(folder, { recursive: true })
    expect(confirmed).toBeGreaterThan(rounds * 20)
  })

  describe.runIf(hasRedis())('with Redis', () => {
    let redis: RedisServer
    beforeAll(async () => {
      redis = await RedisServer.start()
    })
    afterAll(() => redis.stop())

    it('[L15] over 20 rounds of SIGKILL of node or Redis no confirmed command is lost and none takes effect twice', {
      timeout: 240_000,
    }, async () => {
      const ledgers = await play({ ROSTRUM_REDIS_URL: redis.url, ROSTRUM_DATA: tmpdir() }, async (server, dice) => {
        if (dice.chance(0.5)) {
          await redis.kill()
          await redis.restart()
        } else {
          await server.kill()
          await server.restart()
        }
      })
      const log = await openRedisLog(redis.url, { volatile: false })
      const confirmed = check(await log.read('wsis-at-20' as SessionId, noRevision), ledgers)
      await log.close()
      expect(confirmed).toBeGreaterThan(rounds * 20)
    })
  })
})
