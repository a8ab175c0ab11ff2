/** A commit as it stands in a store: 64 characters of chain, then the canonical text that the chain was made over. */

import { following, type Revision, type SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { canonical, chainOf } from './chain.ts'
import { Damaged } from './log.ts'
import { upcast } from './upcast.ts'

const chainLength = 64

/** Where a log stands: the last commit and its chain. */
export type Tip = { readonly revision: Revision; readonly chain: string }

export const chainIn = (entry: string): string => entry.slice(0, chainLength)

/** The entries of commits that follow on `tip`; an error, before anything is written, where they do not. */
export function encode(tip: Tip, commits: readonly Commit[]): readonly string[] {
  let { revision, chain } = tip
  return commits.map((commit) => {
    revision = following(revision)
    const text = canonical(commit)
    if (commit.revision !== revision) throw new Error(`commit ${commit.revision} stands where ${revision} belongs`)
    if (commit.chain !== chainOf(chain, text)) throw new Error(`commit ${revision} is not chained to the one before it`)
    chain = commit.chain
    return chain + text
  })
}

/** The commits in entries that follow on `tip`, every one proved. */
export function decode(session: SessionId, tip: Tip, entries: readonly string[]): readonly Commit[] {
  let { revision, chain } = tip
  return entries.map((entry) => {
    revision = following(revision)
    const text = entry.slice(chainLength)
    if (chainIn(entry) !== chainOf(chain, text))
      throw new Damaged(session, revision, 'it is not what was written, or not what belongs there')
    chain = chainIn(entry)
    return parse(session, revision, text, chain)
  })
}

/** Entries that are proved before others are served. */
const some = 250

/** The same for whoever can wait: a long log holds nobody up. */
export async function decodeInTurns(session: SessionId, tip: Tip, entries: readonly string[]): Promise<readonly Commit[]> {
  const commits: Commit[] = []
  for (let begin = 0; begin < entries.length; begin += some) {
    if (begin > 0) await new Promise((resolve) => setImmediate(resolve))
    for (const commit of decode(session, commits.at(-1) ?? tip, entries.slice(begin, begin + some))) commits.push(commit)
  }
  return commits
}

function parse(session: SessionId, revision: Revision, text: string, chain: string): Commit {
  const stored = JSON.parse(text) as Commit // its chain was proved: this program wrote it
  if (stored.revision !== revision) throw new Damaged(session, revision, `commit ${stored.revision} is in its place`)
  return { ...stored, events: stored.events.map((event) => upcast(event)), chain }
}
