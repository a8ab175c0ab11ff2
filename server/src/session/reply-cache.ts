/** First replies, so that a repeated command is recognized. Replies to commits are kept for ever, other replies for a while. */

import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import type { Actor } from '@rostrum/shared/contract/roles'
import type { Reply } from '@rostrum/shared/protocol/messages'
import type { CommandOwners } from './checkpoint.ts'

const acceptedReply: Reply = { ok: true }
/** A command id belongs to the person who used it first. From anybody else it is refused. */
const foreignIdReply: Reply = { ok: false, reason: 'malformed' }
const maxCachedReplies = 10_000

type CachedReply = { readonly person: Actor['person']; readonly reply: Reply }

export class ReplyCache {
  #commandOwners = new Map<CommandId, Actor['person']>()
  readonly #replies = new Map<CommandId, CachedReply>()

  static replyToRepeat(first: Actor, again: Actor): Reply {
    return first.person === again.person ? acceptedReply : foreignIdReply
  }

  find(actor: Actor, id: CommandId): Reply | undefined {
    const owner = this.#commandOwners.get(id)
    if (owner !== undefined) return owner === actor.person ? acceptedReply : foreignIdReply
    const cached = this.#replies.get(id)
    return cached && (cached.person === actor.person ? cached.reply : foreignIdReply)
  }

  addCommit({ actor, command }: Commit): void {
    this.#commandOwners.set(command.id, actor.person)
  }

  /** Remembers the reply to a command without a commit: a refusal, or a command that changed nothing. */
  addReply(actor: Actor, id: CommandId, reply: Reply): Reply {
    this.#replies.set(id, { person: actor.person, reply })
    if (this.#replies.size > maxCachedReplies) {
      const [oldest] = this.#replies.keys()
      if (oldest !== undefined) this.#replies.delete(oldest)
    }
    return reply
  }

  /** Forgets everything but these commands with commits. */
  restart(owners: CommandOwners): void {
    this.#commandOwners = new Map(owners)
    this.#replies.clear()
  }
}
