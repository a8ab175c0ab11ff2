/**
 * G1: the power is lost while people work. Every call to the disk is recorded, so that any point in time can be the last. Flushed writes
 * are there, and of the rest any sectors, in any order. A start must read everything that was confirmed until then.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/engine/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { checkLedger } from '../../support/ledger/check-ledger.ts'
import { type AskedCommand, readLedger } from '../../support/ledger/ledger-file.ts'
import { LedgerStage } from '../../support/ledger/ledger-stage.ts'
import { findStrace } from '../../support/provision/strace.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { formatCount, type Proof } from '../proof.ts'
import { type DiskCall, readDiskCalls, traceWrites } from './disk-trace.ts'
import { makeImage } from './forgetful-disk.ts'

const plans = { short: { rounds: 1, confirmed: 400, losses: 100 }, long: { rounds: 20, confirmed: 1000, losses: 500 } } as const
/** The milliseconds by which readings of two clocks of the machine may differ. */
const slack = 2

export const powerLoss: Proof = {
  promises: ['G1', 'G3'],
  says: 'confirmed commands that are not on the disk after a loss of power',
  atMost: 300_000,
  needs: 'strace',
  run: async (form) => {
    const strace = await findStrace()
    if (strace === null) throw new Error('no strace, or this system does not let it trace')
    const { rounds, confirmed, losses } = plans[form]
    const failures: string[] = []
    let [checked, unflushed] = [0, 0]
    for (let round = 1; round <= rounds && failures.length === 0; round += 1) {
      const work = await mkdtemp(join(tmpdir(), 'rostrum-power-'))
      try {
        const recorded = await record(strace, join(work, 'trace'), confirmed)
        const random = new SeededRandom(round)
        for (let loss = 0; loss < losses; loss += 1) {
          const result = await checkLoss(recorded, join(work, String(loss)), random)
          failures.push(...result.failures.map((failure) => `round ${round}, loss ${loss}: ${failure}`))
          checked += result.confirmed
          unflushed += result.unflushed
        }
      } finally {
        await rm(work, { recursive: true })
      }
    }
    if (checked < losses * rounds * 10) failures.push(`only ${checked} confirmations were known when the power went, which proves little`)
    if (unflushed < losses * rounds) failures.push(`only ${unflushed} writes were not flushed when the power went, which proves little`)
    return {
      figure: `${failures.length} broken of ${formatCount(checked)} confirmations, ${formatCount(rounds * losses)} losses of power, ${formatCount(unflushed)} writes not flushed`,
      failures,
    }
  },
}

type Recorded = {
  readonly calls: readonly DiskCall[]
  readonly asked: readonly AskedCommand[]
  readonly session: SessionId
  readonly clockAhead: number
}

/**
 * Returns the milliseconds by which the clock of the trace is ahead of the ledger's clock. An interruption between the two readings, which
 * may take longer than `slack`, makes the difference too small. So the largest of many is right.
 */
const readClockAhead = (): number => Math.max(...Array.from({ length: 100 }, () => Date.now() - performance.timeOrigin - performance.now()))

async function record(strace: string, trace: string, confirmed: number): Promise<Recorded> {
  const before = readClockAhead()
  const stage = await LedgerStage.start({}, (data) => traceWrites(strace, join(data, 'rostrum.lmdb'), trace))
  try {
    await stage.load.waitForConfirmed(confirmed)
    const failures = await stage.finish()
    if (failures.length > 0) throw new Error(`before any loss: ${failures[0]}`)
    const clockAhead = Math.max(before, readClockAhead())
    await stage.server.stop()
    return { calls: readDiskCalls(trace), asked: readLedger(stage.folder), session: stage.links.session as SessionId, clockAhead }
  } finally {
    await stage.close()
  }
}

/** Checks a loss of power at a random call, after people began to work. */
async function checkLoss({ calls, asked, session, clockAhead }: Recorded, folder: string, random: SeededRandom) {
  const begin = Math.min(...asked.map(({ answeredAt }) => answeredAt ?? Number.POSITIVE_INFINITY)) + clockAhead
  const last = random.pick(calls.filter(({ at }) => at > begin))
  const lost = random.pick([last.began, last.began + 1, last.done + 1])
  const image = makeImage(calls, lost, random)
  const until = last.at - clockAhead - slack
  const known = asked.map((one) => ((one.answeredAt ?? Number.POSITIVE_INFINITY) < until ? one : { ...one, reply: null, answeredAt: null }))
  await mkdir(folder)
  await writeFile(join(folder, 'rostrum.lmdb'), image)
  const commits = await readCommits(folder, session)
  await rm(folder, { recursive: true })
  return {
    failures: commits instanceof Error ? [commits.message] : checkLedger(known, { commits }),
    confirmed: known.filter(({ reply }) => reply?.ok).length,
    unflushed: countUnflushed(calls, lost),
  }
}

const countUnflushed = (calls: readonly DiskCall[], lost: number): number => {
  const known = calls.filter(({ began }) => began < lost)
  return known.length - 1 - known.findLastIndex(({ kind, done }) => kind === 'flush' && done < lost)
}

/** Returns the commits that a start would read, or the error that prevents it. */
async function readCommits(folder: string, session: SessionId): Promise<readonly Commit[] | Error> {
  try {
    const log = openLmdbLog(await LmdbEnvironment.openReader(folder))
    try {
      return await log.read(session, revisionZero)
    } finally {
      await log.close()
    }
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
