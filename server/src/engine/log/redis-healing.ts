/**
 * Compares what this node saw as durable with what Redis has after it was away. If Redis has less, the missing commits are appended again.
 * Every node that notices does so by compare-and-set, as far as it has seen. Together they restore one history: the longest. Until they
 * have had time for that, Redis accepts nothing new.
 */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import { emptyChain } from './chain.ts'
import { type LogHead, readChain } from './commit-codec.ts'
import { DamagedLogError, DeletedLogError, LostCommitsError } from './log-errors.ts'
import { appendEntries } from './redis-append.ts'
import type { RedisConnection } from './redis-connection.ts'
import { deletionsKey, parseRange, readEntryAt, streamKey } from './redis-stream.ts'
import type { SeenLog } from './seen-log.ts'

const groupSize = 500

/** Returns how many commits were appended again. Rejects with `LostCommitsError` if the commits that were seen can no longer be there. */
export async function healLog(connection: RedisConnection, session: SessionId, seen: SeenLog): Promise<number> {
  for (let healed = 0; ; ) {
    if ((await readDeletions(connection, session)) > (seen.deletions ?? 0)) throw new DeletedLogError(session)
    const last = await readLast(connection, session)
    if (last.revision >= seen.head.revision) {
      if ((await readChainAt(connection, session, seen.head.revision)) === seen.head.chain) return healed
      throw new LostCommitsError(session, await findLastShared(connection, session, seen), seen.head)
    }
    const missing = seen.takeAfter(last.revision, groupSize)
    if (seen.getChainAt(last.revision) !== last.chain || missing === null)
      throw new LostCommitsError(session, await findLastShared(connection, session, seen), seen.head)
    const { kind } = await appendEntries(connection, session, last, missing, true)
    if (kind === 'stored') healed += missing.length
  }
}

/** Returns how often a session with this id was deleted on purpose. */
export async function readDeletions(connection: RedisConnection, session: SessionId): Promise<number> {
  return Number((await connection.send('GET', deletionsKey(session))) ?? 0)
}

/** Returns the last commit in Redis. Throws `DamagedLogError` if earlier commits are missing, which cannot be appended again. */
async function readLast(connection: RedisConnection, session: SessionId): Promise<LogHead> {
  const [last] = parseRange(await connection.send('XREVRANGE', streamKey(session), '+', '-', 'COUNT', '1'))
  if (last === undefined) return { revision: revisionZero, chain: emptyChain }
  const count = Number(await connection.send('XLEN', streamKey(session)))
  if (count < last.revision)
    throw new DamagedLogError(session, 1 as Revision, `${last.revision - count} commits before ${last.revision} are missing`)
  return { revision: last.revision, chain: readChain(last.entry) }
}

async function readChainAt(connection: RedisConnection, session: SessionId, revision: Revision): Promise<string | undefined> {
  if (revision === revisionZero) return emptyChain
  const entry = await readEntryAt(connection, session, revision)
  return entry === undefined ? undefined : readChain(entry)
}

/** Returns the last revision at which both histories may be the same. Once they differ, they always differ, so a binary search finds it. */
async function findLastShared(connection: RedisConnection, session: SessionId, seen: SeenLog): Promise<Revision> {
  let [shared, differs] = [0, seen.head.revision + 1]
  while (differs - shared > 1) {
    const middle = Math.floor((shared + differs) / 2) as Revision
    const chain = seen.getChainAt(middle)
    // A commit that is not kept cannot be compared. If Redis has one there, it does not count as lost.
    const there = await readChainAt(connection, session, middle)
    if (there !== undefined && (chain === undefined || chain === there)) shared = middle
    else differs = middle
  }
  return shared as Revision
}
