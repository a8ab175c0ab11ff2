/** Commits for the tests of logs and lines: small, chained, recognisable by the ids of their commands. */
import { beginning, linked } from '@rostrum/server/log/chain'
import type { CommandId, PersonId, Revision, SegmentId, SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { instantOf } from '@rostrum/shared/kernel/time'

export const sessionOf = (name: string): SessionId => name as SessionId
export const revisionOf = (number: number): Revision => number as Revision

/** `count` commits that follow on `last`, or from the first on; `label` tells those of different writers apart. */
export function commitsAfter(last: Commit | null, count: number, label = 'a'): readonly Commit[] {
  const start = last?.revision ?? 0
  const unchained = Array.from({ length: count }, (_, index) => {
    const revision = revisionOf(start + index + 1)
    return {
      revision,
      at: instantOf(1_800_000_000_000 + revision),
      actor: { person: 'person-1' as PersonId },
      command: { id: `command-${label}-${String(revision).padStart(12, '0')}` as CommandId, type: 'agenda.go' as const },
      events: [{ type: 'agenda.began' as const, data: { segment: `segment-${revision} · العربية · 中文` as SegmentId } }],
    }
  })
  return linked(last?.chain ?? beginning, unchained)
}
