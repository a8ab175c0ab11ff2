/** First answers, so that a repeated command is recognised: those of commits for ever, other answers for a while. */

import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import type { Actor } from '@rostrum/shared/contract/roles'
import type { Reply } from '@rostrum/shared/protocol/messages'

const accepted: Reply = { ok: true }
/** An id belongs to whoever used it first; anybody else's use of it is no command. */
const stolen: Reply = { ok: false, why: 'malformed' }
const remembered = 10_000

type Answered = { readonly person: Actor['person']; readonly reply: Reply }

export class Outcomes {
  readonly #committed = new Map<CommandId, Actor['person']>()
  readonly #answered = new Map<CommandId, Answered>()

  static repeat(first: Actor, again: Actor): Reply {
    return first.person === again.person ? accepted : stolen
  }

  of(actor: Actor, id: CommandId): Reply | undefined {
    const owner = this.#committed.get(id)
    if (owner !== undefined) return owner === actor.person ? accepted : stolen
    const answered = this.#answered.get(id)
    return answered && (answered.person === actor.person ? answered.reply : stolen)
  }

  committed({ actor, command }: Commit): void {
    this.#committed.set(command.id, actor.person)
  }

  /** Refusals, and commands that had nothing left to do. */
  answered(actor: Actor, id: CommandId, reply: Reply): Reply {
    this.#answered.set(id, { person: actor.person, reply })
    if (this.#answered.size > remembered) {
      const [oldest] = this.#answered.keys()
      if (oldest !== undefined) this.#answered.delete(oldest)
    }
    return reply
  }

  clear(): void {
    this.#committed.clear()
    this.#answered.clear()
  }
}
