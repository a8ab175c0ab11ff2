/** How commits stand in Redis: one stream a session, the id of an entry is `<revision>-0`. */
import { noRevision, type Revision, type SessionId } from '@rostrum/shared/contract/ids'
import { beginning } from './chain.ts'
import { chainIn, type Tip } from './commit-codec.ts'
import { Damaged } from './log.ts'
import type { RedisConnection, RedisReply } from './redis-connection.ts'

export type StreamEntry = { readonly revision: Revision; readonly entry: string }

export const keyOf = (session: SessionId): string => `s:{${session}}:log`
export const idOf = (revision: Revision | number): string => `${revision}-0`

const page = 1_000

/** The commit that what comes next must follow on; `Damaged` where it is not there as it was seen. */
export async function tipAt(connection: RedisConnection, session: SessionId, revision: Revision, seen?: Tip): Promise<Tip> {
  if (revision === noRevision) return { revision, chain: beginning }
  const [found] = entriesIn(await connection.ask('XRANGE', keyOf(session), idOf(revision), idOf(revision)))
  if (found === undefined) throw new Damaged(session, revision, 'it is no longer there')
  const tip = { revision, chain: chainIn(found.entry) }
  if (seen !== undefined && seen.revision === revision && seen.chain !== tip.chain)
    throw new Damaged(session, revision, 'another commit is in its place')
  return tip
}

/** All entries after a revision, without a hole. */
export async function entriesAfter(connection: RedisConnection, session: SessionId, since: Revision): Promise<readonly string[]> {
  const found: string[] = []
  for (;;) {
    const start = since + found.length
    const part = contiguous(
      session,
      start,
      entriesIn(await connection.ask('XRANGE', keyOf(session), `(${idOf(start)}`, '+', 'COUNT', String(page))),
    )
    found.push(...part)
    if (part.length < page) return found
  }
}

/** The entries as texts, if the first follows on `since` and each on the one before. */
export function contiguous(session: SessionId, since: number, entries: readonly StreamEntry[]): readonly string[] {
  return entries.map(({ revision, entry }, index) => {
    const due = (since + index + 1) as Revision
    if (revision !== due) throw new Damaged(session, due, `the log goes on at ${revision}`)
    return entry
  })
}

/** The entries in the answer to XRANGE. */
export function entriesIn(reply: RedisReply): readonly StreamEntry[] {
  const list = Array.isArray(reply) ? reply : []
  return list.map((item: RedisReply) => {
    const [id, fields] = Array.isArray(item) ? item : []
    const entry = Array.isArray(fields) ? fields[1] : undefined
    return { revision: Number(/^(\d+)-0$/.exec(String(id))?.[1] ?? -1) as Revision, entry: String(entry ?? '') }
  })
}

/** The entries in the answer to XREAD on one stream; none when it waited in vain. */
export function entriesRead(reply: RedisReply): readonly StreamEntry[] {
  const [stream] = Array.isArray(reply) ? reply : []
  return entriesIn(Array.isArray(stream) ? (stream[1] ?? null) : null)
}
