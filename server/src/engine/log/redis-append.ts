/** Appends entries to the stream of a session by compare-and-set: one call, all or none. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Revision } from '@rostrum/shared/kernel/revision'
import type { LogHead } from './commit-codec.ts'
import { type RedisConnection, replyTimeout } from './redis-connection.ts'
import type { RedisReply } from './redis-reply.ts'
import { settlingKey, streamKey } from './redis-stream.ts'

const script = readFileSync(new URL('./append.lua', import.meta.url), 'utf8')
const scriptHash = createHash('sha1').update(script).digest('hex')

/**
 * `conflict`: the log is at another revision. `diverged`: a different commit is at the expected revision, or older ones are missing.
 * `settling`: missing commits were appended again a short time ago, and another node may have seen more.
 */
export type AppendOutcome = { readonly kind: 'stored' | 'conflict' | 'diverged' | 'settling'; readonly revision: Revision }

/**
 * How long, in milliseconds, no node writes anything new after the last entry that was appended again. In that time a node can notice a
 * dead connection, reconnect, and append the entries that it alone has seen.
 */
export const settleTime = replyTimeout + 2_000

/**
 * Appends entries. Resolves when they are as safe as the profile promises. `isAgain`: they were there before, and Redis has lost them.
 * Redis itself then refuses new entries for the settle time, even from a node that has noticed nothing.
 */
export async function appendEntries(
  connection: RedisConnection,
  session: SessionId,
  head: LogHead,
  entries: readonly string[],
  isAgain = false,
): Promise<AppendOutcome> {
  const keys = [streamKey(session), settlingKey(session)]
  const args = ['2', ...keys, String(head.revision), head.chain, isAgain ? String(settleTime) : '', ...entries]
  const [kind, revision] = (await runScript(connection, args)) as [AppendOutcome['kind'], Revision]
  return { kind, revision }
}

/** Runs the script by its hash, or in full if Redis does not have it. */
async function runScript(connection: RedisConnection, args: readonly string[]): Promise<RedisReply> {
  try {
    return await connection.write('EVALSHA', scriptHash, ...args)
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
    return await connection.write('EVAL', script, ...args)
  }
}
