/** Every received question by number. Questions that were never published come last. */

import { isAnswer } from '@rostrum/shared/contract/kinds'
import { isInReview } from '@rostrum/shared/contract/question-statuses'
import type { Question } from '@rostrum/shared/contract/questions'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience } from '@rostrum/shared/projection/project'
import { markNotConfirmed } from './not-confirmed.ts'
import type { RecordTimes } from './times.ts'

export function buildQuestions(state: State, { toIso, toSeconds }: RecordTimes): SessionRecord['questions'] {
  const { support, supportGroups } = projectAudience(state, 'staff').view
  return [...state.questions.all.values()].sort(compareByNumber).map((question) => {
    const { id, number, text, original, author, segment, tags, askedAt, status, reason, answer, mergedInto: into, assignee } = question
    const answering = state.floor.past.filter((turn) => isAnswer(turn.kind) && turn.question === id)
    return {
      id,
      number,
      text,
      original,
      entity: author?.entity ?? null,
      ...markNotConfirmed(state, author),
      group: author?.group ?? null,
      channel: author?.channel ?? null,
      segment,
      tags: [...tags],
      askedAt: toIso(askedAt),
      status,
      reason,
      answer,
      answeredBy: assignee === null || answer !== 'live' ? null : (state.people.all.get(assignee)?.entity ?? null),
      answerSeconds: answering.length === 0 ? null : toSeconds(answering.reduce((sum, { used }) => sum + used, 0)),
      into,
      support: { total: support[id] ?? 0, groups: [...(supportGroups[id] ?? [])] },
    }
  })
}

/** Finds published questions that were back with the moderators when they were merged or moved, or at the close. */
export const findTakenBack = ({ questions }: State): ReadonlySet<string> =>
  new Set([...questions.all.values()].filter(({ statusBefore: status }) => status !== null && isInReview({ status })).map(({ id }) => id))

const compareByNumber = (a: Question, b: Question): number =>
  (a.number || Number.MAX_SAFE_INTEGER) - (b.number || Number.MAX_SAFE_INTEGER) || a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1)
