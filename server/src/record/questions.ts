/** Every question that was received, by number, those that were never published last. */

import type { Question } from '@rostrum/shared/contract/questions'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience } from '@rostrum/shared/projection/registry'
import { isoOf, secondsOf } from './times.ts'

export function questionsIn(state: State): SessionRecord['questions'] {
  const { support } = projectAudience(state, 'staff').view
  return [...state.questions.all.values()].sort(byNumber).map((question) => {
    const { id, number, text, original, author, segment, tags, askedAt, status, reason, answer, into, to } = question
    const answering = state.floor.past.filter((turn) => turn.kind === 'answer' && turn.question === id)
    const { total = 0, groups = [] } = support[id] ?? {}
    return {
      id,
      number,
      text,
      original,
      entity: author?.entity ?? null,
      group: author?.group ?? null,
      channel: author?.channel ?? null,
      segment,
      tags: [...tags],
      askedAt: isoOf(askedAt),
      status,
      reason,
      answer,
      answeredBy: to === null || answer !== 'live' ? null : (state.people.all.get(to)?.entity ?? null),
      answerSeconds: answering.length === 0 ? null : secondsOf(answering.reduce((sum, { used }) => sum + used, 0)),
      into,
      support: { total, groups: [...groups] },
    }
  })
}

const byNumber = (a: Question, b: Question): number =>
  (a.number || Number.MAX_SAFE_INTEGER) - (b.number || Number.MAX_SAFE_INTEGER) || a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1)
