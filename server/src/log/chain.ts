/** Binds every commit to all before it, so that a changed, missing or moved one shows. */
import { createHash } from 'node:crypto'
import type { Commit } from '@rostrum/shared/contract/registry'
import { stampVersion } from './upcast.ts'

export type Unchained = Omit<Commit, 'chain'>

/** The chain before the first commit. */
export const beginning = ''

/** SHA-256 over the chain before and the canonical text of a commit, in hex. */
export const chainOf = (previous: string, text: string): string =>
  createHash('sha256').update(previous).update('\n').update(text).digest('hex')

/** One text for one commit: keys in order, nothing between them, events with their versions; the chain itself is left out. */
export function canonical({ revision, at, actor, command, events }: Unchained): string {
  return JSON.stringify({ revision, at, actor, command, events: events.map((event) => stampVersion(event)) }, inOrder)
}

/** The commits with their chains, continuing from the chain of the commit before them. */
export function linked(previous: string, commits: readonly Unchained[]): readonly Commit[] {
  let chain = previous
  return commits.map((commit) => {
    chain = chainOf(chain, canonical(commit))
    return { ...commit, chain }
  })
}

/** The first commit that does not fit to those before it, or null. For commits of the present versions; stored ones are proved as they are read. */
export function verify(commits: readonly Commit[], previous = beginning): Commit | null {
  let chain = previous
  for (const commit of commits) {
    if (chainOf(chain, canonical(commit)) !== commit.chain) return commit
    chain = commit.chain
  }
  return null
}

function inOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
