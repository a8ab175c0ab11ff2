/**
 * G1: the server, or Redis, is killed again and again while people work. Every confirmed command is stored exactly once, whenever the kill
 * happens.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StorageConfig } from '@rostrum/server/engine/store/open-storage'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { checkLedger, isConfirmed, replayCommits } from '../../support/ledger/check-ledger.ts'
import { waitForScreens } from '../../support/ledger/check-screens.ts'
import { readLedger } from '../../support/ledger/ledger-file.ts'
import { Load } from '../../support/ledger/load.ts'
import { readStored } from '../../support/ledger/read-stored.ts'
import { findRedis } from '../../support/provision/redis.ts'
import { durableOptions, RedisServer } from '../../support/redis-server.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { ServerProcess } from '../../support/server-process.ts'
import { formatCount, type Proof, type ProofForm, type ProofResult } from '../proof.ts'

/** The number of kills, and the most confirmed commands before each. */
type KillPlan = { readonly kills: number; readonly most: number }
const plans = {
  embedded: { short: { kills: 50, most: 60 }, long: { kills: 1000, most: 120 } },
  redis: { short: { kills: 20, most: 60 }, long: { kills: 200, most: 120 } },
} as const satisfies Record<string, Record<ProofForm, KillPlan>>

/** The number of kills between two checks. A check compares the log with the ledger and makes a checkpoint, while nothing serves. */
const killsPerCheck = 10

type Strike = (server: ServerProcess, random: SeededRandom, whileDown: () => Promise<void>) => Promise<void>

async function proveKills({ kills, most }: KillPlan, storage: StorageConfig, strike: Strike): Promise<ProofResult> {
  const random = new SeededRandom(20)
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-ledger-'))
  const { server, links } = await ServerProcess.start(toVariables(storage))
  const session = links.session as SessionId
  const failures: string[] = []
  let checked = 0
  try {
    const load = await Load.start({ urls: [server.url], links, folder })
    for (let kill = 1; kill <= kills && failures.length === 0; kill += 1) {
      await load.waitForConfirmed(1 + random.nextBelow(most))
      await strike(server, random, async () => {
        if (kill - checked < killsPerCheck) return
        checked = kill
        failures.push(...checkLedger(readLedger(folder), await readStored(storage, session)))
      })
    }
    await load.stop()
    const stored = await readStored(storage, session)
    const asked = readLedger(folder)
    failures.push(...checkLedger(asked, stored), ...(await waitForScreens(load.clients, replayCommits(stored.commits))))
    load.close()
    const confirmed = asked.filter(isConfirmed).length
    if (confirmed < kills * 5) failures.push(`only ${confirmed} commands were confirmed, which proves little`)
    const kinds = new Set(asked.map(({ command }) => command.type)).size
    return {
      figure: `${failures.length} broken of ${formatCount(confirmed)} confirmed commands of ${kinds} kinds, ${formatCount(kills)} kills`,
      failures,
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

const toVariables = ({ data, redisUrl }: StorageConfig) => ({
  ROSTRUM_DATA: data,
  ...(redisUrl === null ? {} : { ROSTRUM_REDIS_URL: redisUrl }),
})

const killServer: Strike = async (server, _random, whileDown) => {
  await server.kill()
  await whileDown()
  await server.restart()
}

const killEither =
  (redis: RedisServer): Strike =>
  async (server, random, whileDown) => {
    if (random.isLikely(0.5)) return killServer(server, random, whileDown)
    await redis.kill()
    await redis.restart()
  }

const says = 'confirmed commands that are lost, changed or doubled after kills under load'

export const killsEmbedded: Proof = {
  promises: ['G1', 'G2', 'G3'],
  says,
  atMost: 300_000,
  run: async (form) => {
    const data = await mkdtemp(join(tmpdir(), 'rostrum-kills-'))
    try {
      return await proveKills(plans.embedded[form], { data, redisUrl: null, redisVolatile: false, redisSentinels: [] }, killServer)
    } finally {
      await rm(data, { recursive: true })
    }
  },
}

export const killsRedis: Proof = {
  promises: ['G1', 'G2', 'G3'],
  says: `${says}, of the server or of Redis`,
  atMost: 300_000,
  needs: 'redis',
  run: async (form) => {
    const redis = await RedisServer.start(durableOptions, await findRedis())
    try {
      return await proveKills(
        plans.redis[form],
        { data: tmpdir(), redisUrl: redis.url, redisVolatile: false, redisSentinels: [] },
        killEither(redis),
      )
    } finally {
      await redis.stop()
    }
  },
}
