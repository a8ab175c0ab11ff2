/** Moderation decides whether a question is published, with which text and labels. A second moderator gets a rejection and sees why. */

import type { DeclineReason } from '../../contract/enums.ts'
import type { QuestionId } from '../../contract/ids.ts'
import { isDeclined, isInReview, isOnHold, isOpenQuestion, isUnanswered } from '../../contract/question-statuses.ts'
import type { QuestionEvents, questionCommands } from '../../contract/questions.ts'
import type { Deciders, Event, State } from '../../contract/registry.ts'
import type { Actor } from '../../contract/roles.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { countGraphemesByPattern } from '../../kernel/grapheme-pattern.ts'
import { toPersonId } from '../actor.ts'
import { requireInSession, requireNotClosed } from '../phase-guards.ts'
import { separateMerged } from './merge.ts'
import { requireStatus, withQuestion } from './status.ts'

type ModerationCommandType =
  | 'questions.approve'
  | 'questions.decline'
  | 'questions.hold'
  | 'questions.reopen'
  | 'questions.edit'
  | 'questions.label'
  | 'questions.set-moderation'

export const moderationDeciders: Pick<Deciders<typeof questionCommands>, ModerationCommandType> = {
  'questions.approve': (state, { question }, { actor }) =>
    requireStatus(state, question, isInReview, () => accept(makeApproval(question, actor))),

  'questions.decline': (state, { question, reason }, { actor }) =>
    requireStatus(state, question, isOpenQuestion, () => accept<Event>(...makeDecline(state, question, reason, actor))),

  'questions.hold': (state, { question }, { actor }) =>
    requireStatus(state, question, isInReview, (existing) =>
      isOnHold(existing) ? noChange : accept<Event>({ type: 'questions.held', data: { question, by: toPersonId(actor) } }),
    ),

  'questions.reopen': (state, { question }, { actor }) =>
    requireInSession(state, () =>
      requireStatus(state, question, isDeclined, () =>
        accept<Event>({ type: 'questions.reopened', data: { question, by: toPersonId(actor) } }),
      ),
    ),

  'questions.edit': (state, { question, text, expectedText }, { actor }) =>
    requireStatus(state, question, isUnanswered, (existing) => {
      if (existing.text === text) return noChange
      if (existing.text !== expectedText) return reject('conflict')
      const { length } = state.session.questions
      if (countGraphemesByPattern(text, length) > length) return reject('text-too-long')
      return accept<Event>({ type: 'questions.edited', data: { question, text, by: toPersonId(actor) } })
    }),

  'questions.label': (state, { question, segment, tags }) =>
    withQuestion(state, question, (existing) => {
      if (segment !== null && !state.agenda.segments.some(({ id }) => id === segment)) return reject('no-such-segment')
      const label: QuestionEvents['questions.labelled'] = { question, segment, tags: [...new Set(tags)] }
      const same = existing.segment === segment && existing.tags.join('\n') === label.tags.join('\n')
      return same ? noChange : accept<Event>({ type: 'questions.labelled', data: label })
    }),

  'questions.set-moderation': (state, { moderation, expectedModeration }) =>
    requireNotClosed(state, () => {
      const current = state.questions.moderation
      if (current === moderation) return noChange
      return current === expectedModeration ? accept<Event>({ type: 'questions.moderation-set', data: { moderation } }) : reject('conflict')
    }),
}

/** The questions that were merged into it are separated first. */
export const makeDecline = (state: State, question: QuestionId, reason: DeclineReason, actor: Actor): readonly Event[] => [
  ...separateMerged(state, question),
  { type: 'questions.declined', data: { question, reason, by: toPersonId(actor) } },
]

export const makeApproval = (question: QuestionId, actor: Actor): Event => ({
  type: 'questions.approved',
  data: { question, by: toPersonId(actor) },
})
