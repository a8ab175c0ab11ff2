/** The ledger: confirmations that clients received, compared with the log, after the server was killed under load many times. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/log/lmdb-environment'
import { openRedisLog } from '@rostrum/server/log/redis'
import type { CommandId, EntryId, SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { getSecret, ServerProcess, type StartupLinkSet } from '../support/server-process.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'

const roundCount = 20
const entryCount = 6

/** One row of a ledger: time sent, time confirmed, in the sender's own order. */
type SentTopic = { readonly id: CommandId; readonly topic: string; readonly sent: number; confirmed: number | null }

/** Writes topics to an entry, one after the other, each after the answer to the one before. */
class Writer {
  readonly ledger: SentTopic[] = []
  readonly #client: TestClient
  readonly #entry: EntryId
  #on = true

  constructor(client: TestClient, entry: EntryId) {
    this.#client = client
    this.#entry = entry
  }

  async write(): Promise<void> {
    while (this.#on) {
      const written: SentTopic = { id: newCommandId(), topic: newCommandId(), sent: performance.now(), confirmed: null }
      this.ledger.push(written)
      const reply = await this.#client.sendUntilAnswered('queue.set-topic', { entry: this.#entry, topic: written.topic }, written.id)
      expect(reply).toEqual({ ok: true })
      written.confirmed = performance.now()
    }
  }

  stop(): void {
    this.#on = false
  }
}

const openSessionAndQueue = async (url: string, links: StartupLinkSet) => {
  const [chair, staff] = await Promise.all([links.chair, links.secretariat].map((link) => TestClient.join(url, { link: getSecret(link) })))
  if (!chair || !staff) throw new Error('nobody came')
  await chair.sendUntilAnswered('session.open', {})
  const made: EntryId[] = []
  for (let index = 0; index < entryCount; index += 1) {
    const id = newCommandId()
    await staff.sendUntilAnswered(
      'queue.add',
      {
        kind: 'intervention',
        person: null,
        entity: `Organization ${index}`,
        speaker: null,
        group: 'government' as never,
        requestChannel: 'paper',
        seenAt: Date.now() as never,
        note: null,
      },
      id,
    )
    made.push(id as string as EntryId)
  }
  return { clients: [chair, staff], writers: made.map((entry, index) => new Writer([chair, staff][index % 2] as TestClient, entry)) }
}

const checkLedgers = (commits: readonly Commit[], ledgers: readonly (readonly SentTopic[])[]) => {
  const topicCommits = commits.filter(({ command }) => command.type === 'queue.set-topic')
  const position = new Map(topicCommits.map(({ command, revision }) => [command.id, revision]))
  expect(position.size, 'nothing is there twice').toBe(topicCommits.length)
  const topics = new Map(
    topicCommits.map(({ command, events }) => [command.id, events.map(({ data }) => (data as { topic?: string }).topic)]),
  )
  const written = ledgers.flat()
  const confirmed = written.filter((one) => one.confirmed !== null)
  for (const { id, topic } of confirmed) expect(topics.get(id), 'what was confirmed is there, unchanged').toEqual([topic])
  const asked = new Set(written.map(({ id }) => id))
  for (const { command } of topicCommits) expect(asked.has(command.id), 'nothing is there that was not asked for').toBe(true)
  expect(commits.map(({ revision }) => revision)).toEqual(commits.map((_, index) => index + 1))
  const byConfirmed = [...confirmed].sort((a, b) => (a.confirmed ?? 0) - (b.confirmed ?? 0))
  for (const later of confirmed) {
    const before = byConfirmed.findLast((one) => (one.confirmed ?? 0) < later.sent)
    if (before) expect(position.get(before.id), 'confirmed before the other was sent').toBeLessThan(position.get(later.id) as number)
  }
  return confirmed.length
}

const playRound = async (environment: Record<string, string>, strike: (server: ServerProcess, random: SeededRandom) => Promise<void>) => {
  const { server, links } = await ServerProcess.start(environment)
  try {
    const random = new SeededRandom(20)
    const { clients, writers } = await openSessionAndQueue(server.url, links)
    const writing = writers.map((writer) => writer.write())
    for (let round = 0; round < roundCount; round += 1) {
      const before = writers.reduce((total, { ledger }) => total + ledger.length, 0)
      await expect
        .poll(() => writers.reduce((total, { ledger }) => total + ledger.length, 0), { timeout: 20_000 })
        .toBeGreaterThan(before + 20 + random.nextBelow(60))
      await strike(server, random)
    }
    for (const writer of writers) writer.stop()
    await Promise.all(writing)
    const entriesShown = clients.map((client) => client.getPart<Record<string, { staff: { topic: string } }>>('entries'))
    expect(entriesShown[0]).toBeDefined()
    for (const client of clients) client.close()
    return writers.map(({ ledger }) => ledger)
  } finally {
    await server.stop()
  }
}

describe('killed under load', () => {
  test('[L15] embedded: over 20 rounds of SIGKILL no confirmed command is lost and none takes effect twice', {
    timeout: 180_000,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-kill-'))
    const ledgers = await playRound({ ROSTRUM_DATA: folder }, async (server) => {
      await server.kill()
      await server.restart()
    })
    const log = openLmdbLog(await LmdbEnvironment.open(folder))
    const confirmed = checkLedgers(await log.read('wsis-at-20' as SessionId, revisionZero), ledgers)
    await log.close()
    await rm(folder, { recursive: true })
    expect(confirmed).toBeGreaterThan(roundCount * 20)
  })

  describe.runIf(hasRedis())('with Redis', () => {
    let redis: RedisServer
    beforeAll(async () => {
      redis = await RedisServer.start()
    })
    afterAll(() => redis.stop())

    test('[L15] over 20 rounds of SIGKILL of node or Redis no confirmed command is lost and none takes effect twice', {
      timeout: 240_000,
    }, async () => {
      const ledgers = await playRound({ ROSTRUM_REDIS_URL: redis.url, ROSTRUM_DATA: tmpdir() }, async (server, random) => {
        if (random.isLikely(0.5)) {
          await redis.kill()
          await redis.restart()
        } else {
          await server.kill()
          await server.restart()
        }
      })
      const log = await openRedisLog(redis.url, { volatile: false })
      const confirmed = checkLedgers(await log.read('wsis-at-20' as SessionId, revisionZero), ledgers)
      await log.close()
      expect(confirmed).toBeGreaterThan(roundCount * 20)
    })
  })
})
