/** Commands that arrive together are decided one behind the other, each against what those before it have come to. */

import { type CommandId, following, type Revision } from '@rostrum/shared/contract/ids'
import type { Commit, Event, State } from '@rostrum/shared/contract/registry'
import type { Actor } from '@rostrum/shared/contract/roles'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { recordedActor } from '@rostrum/shared/domain/questions/anonymity'
import type { Decision } from '@rostrum/shared/kernel/decision'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Reply } from '@rostrum/shared/protocol/messages'
import type { Unchained } from '../log/chain.ts'
import { Outcomes } from './reply-cache.ts'

export type Asked = {
  readonly actor: Actor
  readonly id: CommandId
  readonly type: Commit['command']['type']
  readonly decide: (state: State, at: Instant) => Decision<Event>
  readonly answer: (reply: Reply) => void
}

type Moment = { readonly state: State; readonly revision: Revision; readonly at: Instant }

/** What is to be appended, and the answers that are given once it is. */
export const decideTogether = (
  asked: readonly Asked[],
  { state: start, revision, at }: Moment,
  outcomes: Outcomes,
): { readonly commits: readonly Unchained[]; readonly answers: readonly (() => void)[] } => {
  const answers: (() => void)[] = []
  const commits: Unchained[] = []
  const accepted = new Map<CommandId, Actor>()
  let state = start
  for (const one of asked) {
    const { id, type } = one
    // From here on nothing knows who asks where that is not kept: answers are remembered as the log has it.
    const actor = recordedActor(state, one.actor, type)
    const first = accepted.get(id)
    const known = outcomes.of(actor, id) ?? (first && Outcomes.repeat(first, actor))
    if (known) {
      answers.push(() => one.answer(known))
      continue
    }
    const decision = one.decide(state, at)
    const reply: Reply = decision.ok ? { ok: true } : { ok: false, why: decision.why }
    if (!decision.ok || decision.events.length === 0) {
      answers.push(() => one.answer(outcomes.answered(actor, id, reply)))
      continue
    }
    accepted.set(id, actor)
    const before = commits.at(-1)?.revision ?? revision
    commits.push({ revision: following(before), at, actor, command: { id, type }, events: decision.events })
    state = evolveAll(state, decision.events, at)
    answers.push(() => one.answer(reply))
  }
  return { commits, answers }
}
