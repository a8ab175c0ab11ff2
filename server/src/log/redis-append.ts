/** Appends entries to the stream of a session by compare-and-set: one call, all or none. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Revision } from '@rostrum/shared/kernel/revision'
import type { LogHead } from './commit-codec.ts'
import type { RedisConnection, RedisReply } from './redis-connection.ts'
import { streamKey } from './redis-stream.ts'

const script = readFileSync(new URL('./append.lua', import.meta.url), 'utf8')
const scriptHash = createHash('sha1').update(script).digest('hex')

/** `conflict`: the log is at another revision. `diverged`: another commit is at the expected one, or older ones are missing. */
export type AppendOutcome = { readonly kind: 'stored' | 'conflict' | 'diverged'; readonly revision: Revision }

/** Resolves when the entries are as safe as the profile promises. */
export async function appendEntries(
  connection: RedisConnection,
  session: SessionId,
  head: LogHead,
  entries: readonly string[],
): Promise<AppendOutcome> {
  const args = ['1', streamKey(session), String(head.revision), head.chain, ...entries]
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
