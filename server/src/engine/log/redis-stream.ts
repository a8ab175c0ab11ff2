/** Commits are stored in Redis as one stream per session. The id of an entry is `<revision>-0`. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import { emptyChain } from './chain.ts'
import { type LogHead, readChain } from './commit-codec.ts'
import { DamagedLogError } from './log-errors.ts'
import type { RedisConnection } from './redis-connection.ts'
import type { RedisReply } from './redis-reply.ts'

export type StreamEntry = { readonly revision: Revision; readonly entry: string }

export const streamKey = (session: SessionId): string => `s:{${session}}:log`
/** In a cluster, this key is in the same slot as the log of its session. */
export const checkpointKey = (session: SessionId): string => `s:{${session}}:checkpoint`
/** This key exists while nobody may append anything new. */
export const settlingKey = (session: SessionId): string => `s:{${session}}:settling`
/** Counts how often a session with this id was deleted on purpose. */
export const deletionsKey = (session: SessionId): string => `s:{${session}}:deletions`
export const streamEntryId = (revision: Revision | number): string => `${revision}-0`

const pageSize = 1_000

/** Returns the commit that the next one must follow. Throws `DamagedLogError` if it is missing or differs from `knownHead`. */
export async function readHead(connection: RedisConnection, session: SessionId, revision: Revision, knownHead?: LogHead): Promise<LogHead> {
  if (revision === revisionZero) return { revision, chain: emptyChain }
  const entry = await readEntryAt(connection, session, revision)
  if (entry === undefined) throw new DamagedLogError(session, revision, 'it is no longer there')
  const head = { revision, chain: readChain(entry) }
  if (knownHead !== undefined && knownHead.revision === revision && knownHead.chain !== head.chain)
    throw new DamagedLogError(session, revision, 'another commit is in its place')
  return head
}

export async function readEntryAt(connection: RedisConnection, session: SessionId, revision: Revision): Promise<string | undefined> {
  const [found] = parseRange(await connection.send('XRANGE', streamKey(session), streamEntryId(revision), streamEntryId(revision)))
  return found?.entry
}

/** Throws `DamagedLogError` if entries before this one were removed. */
export async function requireWhole(connection: RedisConnection, session: SessionId, revision: Revision): Promise<void> {
  const count = Number(await connection.send('XLEN', streamKey(session)))
  if (count < revision) throw new DamagedLogError(session, 1 as Revision, `only ${count} of ${revision} commits are there`)
}

/** Returns all entries after a revision, or the first `limit` of them, without gaps. */
export async function readEntriesAfter(
  connection: RedisConnection,
  session: SessionId,
  since: Revision,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  const entries: string[] = []
  for (;;) {
    const start = since + entries.length
    const count = Math.min(pageSize, limit - entries.length)
    const batch = requireContiguous(
      session,
      start,
      parseRange(await connection.send('XRANGE', streamKey(session), `(${streamEntryId(start)}`, '+', 'COUNT', String(count))),
    )
    entries.push(...batch)
    if (batch.length < pageSize || entries.length === limit) return entries
  }
}

/** Returns the texts of the entries. Throws if the first does not follow `since` or if any does not follow the one before it. */
export function requireContiguous(session: SessionId, since: number, entries: readonly StreamEntry[]): readonly string[] {
  return entries.map(({ revision, entry }, index) => {
    const expected = (since + index + 1) as Revision
    if (revision !== expected) throw new DamagedLogError(session, expected, `the log goes on at ${revision}`)
    return entry
  })
}

/** Returns the entries in the reply to XRANGE. */
export function parseRange(reply: RedisReply): readonly StreamEntry[] {
  const list = Array.isArray(reply) ? reply : []
  return list.map((item: RedisReply) => {
    const [id, fields] = Array.isArray(item) ? item : []
    const entry = Array.isArray(fields) ? fields[1] : undefined
    return { revision: Number(/^(\d+)-0$/.exec(String(id))?.[1] ?? -1) as Revision, entry: String(entry ?? '') }
  })
}

/** Returns the entries in the reply to XREAD on one stream. Empty if it timed out. */
export function parseRead(reply: RedisReply): readonly StreamEntry[] {
  const [stream] = Array.isArray(reply) ? reply : []
  return parseRange(Array.isArray(stream) ? (stream[1] ?? null) : null)
}
