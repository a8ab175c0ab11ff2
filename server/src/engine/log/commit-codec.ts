/** A commit as it is stored: 64 characters of chain, then the canonical text that the chain was computed from. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { nextRevision, type Revision } from '@rostrum/shared/kernel/revision'
import { hashCommit, toCanonicalJson } from './chain.ts'
import { DamagedLogError } from './log-errors.ts'
import { upcast } from './upcast.ts'

const chainLength = 64

/** The head of a log: its last revision and the chain of that commit. */
export type LogHead = { readonly revision: Revision; readonly chain: string }

export const readChain = (entry: string): string => entry.slice(0, chainLength)

/** Encodes commits that follow `head` as entries. Throws, before anything is written, if they do not follow it. */
export function encodeCommits(head: LogHead, commits: readonly Commit[]): readonly string[] {
  let { revision, chain } = head
  return commits.map((commit) => {
    revision = nextRevision(revision)
    const text = toCanonicalJson(commit)
    if (commit.revision !== revision) throw new Error(`found commit ${commit.revision} instead of ${revision}`)
    if (commit.chain !== hashCommit(chain, text)) throw new Error(`commit ${revision} is not chained to the one before it`)
    chain = commit.chain
    return chain + text
  })
}

/** Decodes entries that follow `head`. The chain of every commit is verified. Throws `DamagedLogError`. */
export function decodeCommits(session: SessionId, head: LogHead, entries: readonly string[]): readonly Commit[] {
  let { revision, chain } = head
  return entries.map((entry) => {
    revision = nextRevision(revision)
    const text = entry.slice(chainLength)
    if (readChain(entry) !== hashCommit(chain, text))
      throw new DamagedLogError(session, revision, 'it is not what was written, or not what belongs there')
    chain = readChain(entry)
    return parseCommit(session, revision, text, chain)
  })
}

/** Entries per chunk. Between chunks the event loop can do other work. */
const chunkSize = 250

/** The same as `decodeCommits`, in chunks, so that a long log does not block the process. */
export async function decodeCommitsInChunks(session: SessionId, head: LogHead, entries: readonly string[]): Promise<readonly Commit[]> {
  const commits: Commit[] = []
  for (let begin = 0; begin < entries.length; begin += chunkSize) {
    if (begin > 0) await new Promise((resolve) => setImmediate(resolve))
    for (const commit of decodeCommits(session, commits.at(-1) ?? head, entries.slice(begin, begin + chunkSize))) commits.push(commit)
  }
  return commits
}

function parseCommit(session: SessionId, revision: Revision, text: string, chain: string): Commit {
  const stored = JSON.parse(text) as Commit // its chain was verified: this program wrote it
  if (stored.revision !== revision) throw new DamagedLogError(session, revision, `commit ${stored.revision} is in its place`)
  return { ...stored, events: stored.events.map((event) => upcast(event)), chain }
}
