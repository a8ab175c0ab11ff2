/** First replies, so that a repeated command is recognized. Replies to commits are kept for ever, other replies for a while. */
import { randomBytes } from 'node:crypto'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import type { Actor } from '@rostrum/shared/contract/roles'
import type { Reply } from '@rostrum/shared/protocol/messages'

/** Creates the id of a command of the server itself. Nobody can know it in advance, so nobody can use it first. */
export const newCommandId = (): CommandId => randomBytes(18).toString('base64url') as CommandId

const acceptedReply: Reply = { ok: true }
/** A command id belongs to the person who used it first. It is refused from anybody else. */
const foreignIdReply: Reply = { ok: false, reason: 'malformed' }
const takenIdReply: Reply = { ok: false, reason: 'id-taken' }
const maxCachedReplies = 10_000

export type SentCommand = Pick<Commit, 'actor' | 'command'>
/** The person who sent a command first, and its digest. Without a digest, every command with its id counts as its repeat. */
export type Sender = { readonly person: Actor['person']; readonly digest: string | null }
/** The sender of each command that has a commit. */
export type CommandSenders = readonly (readonly [CommandId, Sender])[]
/** `reply` is final once its command has taken effect. */
export type FirstReply = Sender & { reply: Reply }

export const toSender = ({ actor, command }: SentCommand): Sender => ({ person: actor.person, digest: command.digest ?? null })

export const replyToRepeat = (first: FirstReply, again: SentCommand): Reply => {
  const { person, digest } = toSender(again)
  if (first.person !== person) return foreignIdReply
  return first.digest === null || digest === null || first.digest === digest ? first.reply : takenIdReply
}

export class ReplyCache {
  #senders = new Map<CommandId, Sender>()
  readonly #replies = new Map<CommandId, FirstReply>()

  find(sent: SentCommand): Reply | undefined {
    const { id } = sent.command
    const sender = this.#senders.get(id)
    const first = sender === undefined ? this.#replies.get(id) : { ...sender, reply: acceptedReply }
    return first && replyToRepeat(first, sent)
  }

  addCommit(commit: Commit): void {
    this.#senders.set(commit.command.id, toSender(commit))
  }

  /** Remembers the reply to a command without a commit: a refusal, or a command that changed nothing. */
  addReply(id: CommandId, first: FirstReply): Reply {
    this.#replies.set(id, first)
    if (this.#replies.size > maxCachedReplies) {
      const [oldest] = this.#replies.keys()
      if (oldest !== undefined) this.#replies.delete(oldest)
    }
    return first.reply
  }

  /** Forgets everything except these commands with commits. */
  restart(senders: CommandSenders): void {
    this.#senders = new Map(senders)
    this.#replies.clear()
  }
}
