/** Commits for tests of logs and connections: small, chained, and recognizable by their command ids. */
import { chainCommits, emptyChain } from '@rostrum/server/engine/log/chain'
import type { CommandId, PersonId, SegmentId, SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { toInstant } from '@rostrum/shared/kernel/time'

export const toSessionId = (name: string): SessionId => name as SessionId
export const toRevision = (number: number): Revision => number as Revision

/** Makes `count` commits after `last`, or from the first revision. `label` distinguishes the commits of different writers. */
export function makeCommitsAfter(last: Commit | null, count: number, label = 'a'): readonly Commit[] {
  const start = last?.revision ?? 0
  const unchained = Array.from({ length: count }, (_, index) => {
    const revision = toRevision(start + index + 1)
    return {
      revision,
      at: toInstant(1_800_000_000_000 + revision),
      actor: { person: 'person-1' as PersonId },
      command: { id: `command-${label}-${String(revision).padStart(12, '0')}` as CommandId, type: 'agenda.go' as const },
      events: [{ type: 'agenda.segment-started' as const, data: { segment: `segment-${revision} · العربية · 中文` as SegmentId } }],
    }
  })
  return chainCommits(last?.chain ?? emptyChain, unchained)
}
