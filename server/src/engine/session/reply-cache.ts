/** First replies, so that a repeated command is recognized. Replies to commits are kept for ever, other replies for a while. */
import { randomBytes } from 'node:crypto'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import type { Actor } from '@rostrum/shared/contract/roles'
import type { Reply } from '@rostrum/shared/protocol/messages'
import type { CommandOwners } from './checkpoint.ts'

/** Creates the id of a command of the server itself. Nobody can know it in advance, so nobody can use it first. */
export const newCommandId = (): CommandId => randomBytes(18).toString('base64url') as CommandId

const acceptedReply: Reply = { ok: true }
/** A command id belongs to the person who used it first. It is refused from anybody else. */
const foreignIdReply: Reply = { ok: false, reason: 'malformed' }
const maxCachedReplies = 10_000

/** `reply` is final once its command has taken effect. */
export type FirstReply = { readonly person: Actor['person']; reply: Reply }

export class ReplyCache {
  #commandOwners = new Map<CommandId, Actor['person']>()
  readonly #replies = new Map<CommandId, FirstReply>()

  static replyToRepeat(first: FirstReply, again: Actor): Reply {
    return first.person === again.person ? first.reply : foreignIdReply
  }

  find(actor: Actor, id: CommandId): Reply | undefined {
    const owner = this.#commandOwners.get(id)
    const first = owner === undefined ? this.#replies.get(id) : { person: owner, reply: acceptedReply }
    return first && ReplyCache.replyToRepeat(first, actor)
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

  /** Forgets everything except these commands with commits. */
  restart(owners: CommandOwners): void {
    this.#commandOwners = new Map(owners)
    this.#replies.clear()
  }
}
