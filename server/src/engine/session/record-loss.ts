/** Records in the log that confirmed commits were lost, so that the record reports it too. */
import { createHash } from 'node:crypto'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { type Actor, systemActor } from '@rostrum/shared/contract/roles'
import { accept } from '@rostrum/shared/kernel/decision'
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import type { Reply } from '@rostrum/shared/protocol/messages'
import type { LogHead } from '../log/commit-codec.ts'
import { LostCommitsError } from '../log/log-errors.ts'
import type { CommandName, WaitingCommand } from './decide-batch.ts'

/** The confirmed commits that are gone: those after `after`, up to the head that was seen. */
export type Loss = { readonly after: Revision; readonly seen: LogHead }

/** How long, in milliseconds, until a loss that could not be stored is tried again. */
const retryDelay = 500

/** Returns the commits up to `seen` that are missing now, or null if none are. */
export function findLoss(seen: LogHead, commits: readonly Commit[], reason: Error | null): Loss | null {
  if (seen.revision === revisionZero || commits[seen.revision - 1]?.chain === seen.chain) return null
  if (reason instanceof LostCommitsError) return { after: reason.after, seen }
  return { after: Math.min(commits.length, seen.revision - 1) as Revision, seen }
}

/** The part of a session that stores the loss. */
type LossRecorder = {
  readonly isClosed: boolean
  executeDecision(actor: Actor, id: CommandId, type: CommandName, decide: WaitingCommand['decide']): Promise<Reply>
}

/** Stores the loss once, even if several nodes that have seen the same commits do it. */
export async function recordLoss(session: LossRecorder, { after, seen }: Loss): Promise<void> {
  const id = createHash('sha256').update(`loss ${seen.chain}`).digest('base64url') as CommandId
  const data = { after, until: seen.revision, head: seen.chain }
  for (;;) {
    const reply = await session.executeDecision(systemActor, id, 'session.record-loss', () =>
      accept({ type: 'session.loss-recorded', data }),
    )
    if (reply.ok || reply.reason !== 'unavailable' || session.isClosed) return
    await new Promise((resolve) => setTimeout(resolve, retryDelay))
  }
}
