/** Decides commands that arrive together, one after the other. Each is decided against the state that the commands before it left. */

import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Commit, State } from '@rostrum/shared/contract/registry'
import type { Actor } from '@rostrum/shared/contract/roles'
import { type AppliedDecision, evolveAll } from '@rostrum/shared/domain/decider'
import { anonymizeActor } from '@rostrum/shared/domain/questions/anonymity'
import { nextRevision, type Revision } from '@rostrum/shared/kernel/revision'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Reply } from '@rostrum/shared/protocol/messages'
import type { UnchainedCommit } from '../log/chain.ts'
import { type FirstReply, type ReplyCache, replyToRepeat, type SentCommand, toSender } from './reply-cache.ts'

/**
 * `settle`: for a decision without events, takes effect in memory and returns the answer. It is called once, when the state is certain to
 * be the present one. No later decision takes effect before it.
 */
type PendingDecision = AppliedDecision & { readonly settle?: () => Reply }

export type CommandName = Commit['command']['type']

export type WaitingCommand = {
  readonly actor: Actor
  readonly command: Commit['command']
  readonly decide: (state: State, at: Instant) => PendingDecision
  readonly resolve: (reply: Reply) => void
}

type BatchStart = { readonly state: State; readonly revision: Revision; readonly at: Instant }

/**
 * In milliseconds. A group ends after that, so that the event loop also does other work while many people ask at once. The rest becomes the
 * next group.
 */
const maxDeciding = 25

/** The most commands in one group. Waiting commands share an append, because an append takes as long for one as for many. */
const maxBatchSize = 1000
export const takeBatch = (pending: WaitingCommand[]): readonly WaitingCommand[] => pending.splice(0, maxBatchSize)

/** The commits to append, the state after each, and the commands that are left for the next group. */
type DecidedBatch = {
  readonly commits: readonly UnchainedCommit[]
  readonly states: readonly State[]
  /** Called once the commits are stored, and before they are applied. */
  readonly effects: readonly (() => void)[]
  /** Called after the commits are applied. */
  readonly replies: readonly (() => void)[]
  readonly left: readonly WaitingCommand[]
  /** Whether a command was refused or changed nothing. That is right only if the state is the present one. */
  readonly isByState: boolean
}

export const decideBatch = (
  pending: readonly WaitingCommand[],
  { state: initial, revision, at }: BatchStart,
  replyCache: ReplyCache,
): DecidedBatch => {
  const effects: (() => void)[] = []
  const replies: (() => void)[] = []
  const startedAt = performance.now()
  const states: State[] = []
  const commits: UnchainedCommit[] = []
  const firstReplies = new Map<CommandId, FirstReply>()
  let [state, isByState] = [initial, false]
  for (const [index, command] of pending.entries()) {
    if (index > 0 && performance.now() - startedAt > maxDeciding)
      return { commits, states, effects, replies, left: pending.slice(index), isByState }
    const { id, type } = command.command
    // If authors are not recorded, the sender is unknown from here on. The reply cache remembers the same actor as the log.
    const actor = anonymizeActor(state, command.actor, type)
    const sent: SentCommand = { actor, command: command.command }
    const known = replyCache.find(sent)
    if (known) {
      replies.push(() => command.resolve(known))
      continue
    }
    const earlier = firstReplies.get(id)
    if (earlier) {
      replies.push(() => command.resolve(replyToRepeat(earlier, sent)))
      continue
    }
    const { settle, after, ...decision } = command.decide(state, at)
    const first: FirstReply = { ...toSender(sent), reply: decision.ok ? { ok: true } : decision }
    firstReplies.set(id, first)
    if (!decision.ok || decision.events.length === 0) {
      isByState = true
      if (settle)
        effects.push(() => {
          first.reply = settle()
        })
      replies.push(() => command.resolve(replyCache.addReply(id, first)))
      continue
    }
    const previousRevision = commits.at(-1)?.revision ?? revision
    commits.push({ revision: nextRevision(previousRevision), at, actor, command: sent.command, events: decision.events })
    state = after ?? evolveAll(state, decision.events, at)
    states.push(state)
    replies.push(() => command.resolve(first.reply))
  }
  return { commits, states, effects, replies, left: [], isByState }
}
