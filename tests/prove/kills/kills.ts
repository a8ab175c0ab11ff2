/**
 * G1: servers, or Redis, are killed again and again while people work. Every confirmed command is stored exactly once, whenever the kill
 * happens.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
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
  redis: { short: { kills: 30, most: 60 }, long: { kills: 300, most: 120 } },
} as const satisfies Record<string, Record<ProofForm, KillPlan>>

/** The number of kills between two checks. A check compares the log with the ledger and makes a checkpoint, while no node serves. */
const killsPerCheck = 10
/** Chair and secretariat are not counted as present. */
const officers = 2

/** `redis`: also killed, after every second kill of a node. */
type Killed = { readonly storage: StorageConfig; readonly nodes: number; readonly redis: RedisServer | null }

async function proveKills({ kills, most }: KillPlan, { storage, nodes, redis }: Killed): Promise<ProofResult> {
  const random = new SeededRandom(20)
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-ledger-'))
  const started = await startInTurn(nodes, storage)
  const [servers, { links }] = [started.map(({ server }) => server), started[0]]
  const session = links.session as SessionId
  const failures: string[] = []
  try {
    const load = await Load.start({ urls: servers.map(({ url }) => url), links, folder })
    for (let kill = 1; kill <= kills && failures.length === 0; kill += 1) {
      await load.waitForConfirmed(1 + random.nextBelow(most))
      if (redis !== null && kill % 3 === 0) {
        await redis.kill()
        await redis.restart()
        continue
      }
      const isChecked = kill % killsPerCheck === 0
      const struck = isChecked ? servers : [random.pick(servers)]
      await Promise.all(struck.map((server) => server.kill()))
      if (isChecked) failures.push(...checkLedger(readLedger(folder), await readStored(storage, session)))
      for (const server of struck) await server.restart()
    }
    await load.stop()
    const stored = await readStored(storage, session)
    const asked = readLedger(folder)
    failures.push(...checkLedger(asked, stored), ...(await waitForScreens(load.clients, replayCommits(stored.commits))))
    failures.push(...(await waitForPresence(load.clients)))
    load.close()
    const confirmed = asked.filter(isConfirmed).length
    if (confirmed < kills * 5) failures.push(`only ${confirmed} commands were confirmed, which proves little`)
    const ofRedis = redis === null ? '' : `, ${Math.floor(kills / 3)} of them of Redis`
    const kinds = new Set(asked.map(({ command }) => command.type)).size
    return {
      figure: `${failures.length} broken of ${formatCount(confirmed)} confirmed commands of ${kinds} kinds, ${formatCount(kills)} kills${ofRedis}`,
      failures,
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    await rm(folder, { recursive: true })
  }
}

async function startInTurn(nodes: number, storage: StorageConfig) {
  const first = await ServerProcess.start(toVariables(storage))
  const all: [typeof first, ...(typeof first)[]] = [first]
  while (all.length < nodes) all.push(await ServerProcess.start(toVariables(storage)))
  return all
}

/** Every screen, at whatever node, counts everybody. Returns what is still not so after a while. */
async function waitForPresence(clients: Load['clients']): Promise<readonly string[]> {
  const people = clients.length - officers
  const count = ({ held }: (typeof clients)[number]) => {
    const { presence } = (held.audience ?? {}) as { presence?: { room: number; remote: number } }
    return (presence?.room ?? 0) + (presence?.remote ?? 0)
  }
  for (const until = performance.now() + 20_000; ; await pause(50)) {
    const wrong = clients.filter((client) => count(client) !== people)
    if (wrong.length === 0 || performance.now() > until)
      return wrong.map((client) => `${client.held.name} counts ${count(client)} people instead of ${people}`)
  }
}

const toVariables = ({ data, redisUrl }: StorageConfig) => ({
  ROSTRUM_DATA: data,
  ...(redisUrl === null ? {} : { ROSTRUM_REDIS_URL: redisUrl }),
})

const says = 'confirmed commands that are lost, changed or doubled after kills under load'

export const killsEmbedded: Proof = {
  promises: ['G1', 'G2', 'G3'],
  says,
  atMost: 300_000,
  run: async (form) => {
    const data = await mkdtemp(join(tmpdir(), 'rostrum-kills-'))
    try {
      const storage = { data, redisUrl: null, redisVolatile: false, redisSentinels: [] }
      return await proveKills(plans.embedded[form], { storage, nodes: 1, redis: null })
    } finally {
      await rm(data, { recursive: true })
    }
  },
}

export const killsRedis: Proof = {
  promises: ['G1', 'G2', 'G3'],
  says: `${says}, of two nodes and of Redis`,
  atMost: 300_000,
  needs: 'redis',
  run: async (form) => {
    const redis = await RedisServer.start(durableOptions, await findRedis())
    try {
      const storage = { data: tmpdir(), redisUrl: redis.url, redisVolatile: false, redisSentinels: [] }
      return await proveKills(plans.redis[form], { storage, nodes: 2, redis })
    } finally {
      await redis.stop()
    }
  },
}
