/** The floor in one flat table, for graphics over a video. It is made from the view of the room screen, so its limits apply. */

import type { Picture } from '@rostrum/shared/api/acting'
import { sumChannels } from '@rostrum/shared/contract/channels'
import { isAnswer } from '@rostrum/shared/contract/kinds'
import type { State } from '@rostrum/shared/contract/registry'
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import type { Instant } from '@rostrum/shared/kernel/time'
import { getOriginalText } from '@rostrum/shared/kernel/wording'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { projectAudience } from '@rostrum/shared/projection/project'
import type { AudienceView } from '@rostrum/shared/projection/registry'

export function describePicture(state: State, at: Instant): Picture {
  const { view } = projectAudience(state, 'display')
  const { session, floor, queue, progress, plan, questions, entries } = view
  const turn = findOpenTurn(floor)
  const topic = plan.find(({ id }) => id === progress.current)?.title
  const next = queue.next === null ? undefined : entries[queue.next]
  const toName = (one: Named | null | undefined) => (one ? describeName(session.groups, one) : null)
  return {
    version: 1,
    at,
    session: getOriginalText(session.title),
    phase: session.phase,
    blank: view.displayBlank === true,
    topic: topic === undefined ? null : getOriginalText(topic),
    kind: turn?.kind ?? null,
    speaker: toName(turn?.speaker && { ...turn.speaker, language: turn.language }),
    question: turn !== null && isAnswer(turn.kind) && turn.question !== null ? (questions[turn.question]?.text ?? null) : null,
    clock: getClock(turn),
    limit: turn?.limit ?? null,
    left: turn === null ? null : computeRemaining(turn, at),
    continues: toName(floor.current !== null ? floor.interrupted?.speaker : null),
    next: toName(next),
    waiting: sumChannels(queue.waiting),
  }
}

type Named = Pick<NonNullable<TurnView['speaker']>, 'entity' | 'group' | 'channel' | 'toConfirm'> & {
  readonly language?: string | undefined
}

const describeName = (
  groups: AudienceView['session']['groups'],
  { entity, group, channel, language, toConfirm }: Named,
): Picture['speaker'] => {
  const label = groups.find(({ id }) => id === group)?.label
  return {
    name: entity,
    group: label === undefined ? null : getOriginalText(label),
    channel,
    language: language ?? null,
    toConfirm: toConfirm === true,
  }
}

const getClock = (turn: TurnView | null): Picture['clock'] => {
  if (turn === null) return 'none'
  if (turn.startedAt === null) return 'ready'
  return turn.runningSince === null ? 'paused' : 'running'
}
