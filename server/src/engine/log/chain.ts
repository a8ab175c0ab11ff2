/** Chains every commit to all before it by hashes, so that a changed, missing or moved commit is detected. */
import { hash } from 'node:crypto'
import type { Commit } from '@rostrum/shared/contract/registry'
import { stringify } from 'safe-stable-stringify'
import { stampVersion } from './upcast.ts'

export type UnchainedCommit = Omit<Commit, 'chain'>

/** The chain before the first commit. */
export const emptyChain = ''

/** Returns the SHA-256, in hex, of the previous chain and the canonical text of a commit. */
export const hashCommit = (previous: string, text: string): string => hash('sha256', `${previous}\n${text}`, 'hex')

/** Returns the one text of a commit: sorted keys, no whitespace, events with their versions. The text does not contain the chain. */
export function toCanonicalJson({ revision, at, actor, command, events }: UnchainedCommit): string {
  return stringify({ revision, at, actor, command, events: events.map((event) => stampVersion(event)) }) as string
}

/** Adds the chains to commits. `previous` is the chain of the commit before them. */
export function chainCommits(previous: string, commits: readonly UnchainedCommit[]): readonly Commit[] {
  let chain = previous
  return commits.map((commit) => {
    chain = hashCommit(chain, toCanonicalJson(commit))
    return { ...commit, chain }
  })
}

/**
 * Returns the first commit whose chain does not match, or null. Works only for commits whose events have the current versions. Stored
 * commits are verified when they are read.
 */
export function findBrokenCommit(commits: readonly Commit[], previous = emptyChain): Commit | null {
  let chain = previous
  for (const commit of commits) {
    if (hashCommit(chain, toCanonicalJson(commit)) !== commit.chain) return commit
    chain = commit.chain
  }
  return null
}
