/** Moderation: whether a question is published, as what it stands there, and what it is about. Whoever comes second is told. */

import type { PersonId, QuestionId } from '../../contract/ids.ts'
import type { QuestionEvents, questionCommands } from '../../contract/questions.ts'
import type { Decide, Event } from '../../contract/registry.ts'
import type { Actor } from '../../contract/roles.ts'
import { accept, nothing, reject } from '../../kernel/decision.ts'
import { graphemes } from '../../kernel/text.ts'
import { untilClosed, whileMeeting } from '../phase-guards.ts'
import { withItsOwn } from './merge.ts'
import { found, inStatus, open, undecided, unsettled } from './status.ts'

type Moderating =
  | 'questions.approve'
  | 'questions.approve-all'
  | 'questions.decline'
  | 'questions.hold'
  | 'questions.reopen'
  | 'questions.edit'
  | 'questions.label'
  | 'questions.moderate'

export const moderationDecide: Pick<Decide<typeof questionCommands>, Moderating> = {
  'questions.approve': (state, { question }, { actor }) => inStatus(state, question, undecided, () => accept(approved(question, actor))),

  'questions.approve-all': ({ questions: { all } }, { questions }, { actor }) => {
    const left = [...new Set(questions)].filter((id) => undecided.includes(all.get(id)?.status ?? 'withdrawn'))
    return left.length === 0 ? reject('not-decided-here') : accept(...left.map((question) => approved(question, actor)))
  },

  'questions.decline': (state, { question, reason }, { actor }) =>
    inStatus(state, question, open, () =>
      accept<Event>(...withItsOwn(state, question), { type: 'questions.declined', data: { question, reason, by: moderator(actor) } }),
    ),

  'questions.hold': (state, { question }, { actor }) =>
    inStatus(state, question, undecided, ({ status }) =>
      status === 'on-hold' ? nothing : accept<Event>({ type: 'questions.held', data: { question, by: moderator(actor) } }),
    ),

  'questions.reopen': (state, { question }, { actor }) =>
    whileMeeting(state, () =>
      inStatus(state, question, ['declined'], () =>
        accept<Event>({ type: 'questions.reopened', data: { question, by: moderator(actor) } }),
      ),
    ),

  'questions.edit': (state, { question, text, expectedText }, { actor }) =>
    inStatus(state, question, unsettled, (there) => {
      if (there.text === text) return nothing
      if (there.text !== expectedText) return reject('moved-on')
      const { length } = state.session.questions
      if (graphemes(text, length) > length) return reject('text-too-long')
      return accept<Event>({ type: 'questions.edited', data: { question, text, by: moderator(actor) } })
    }),

  'questions.label': (state, { question, segment, tags }) =>
    found(state, question, (there) => {
      if (segment !== null && !state.agenda.segments.some(({ id }) => id === segment)) return reject('no-such-segment')
      const label: QuestionEvents['questions.labelled'] = { question, segment, tags: [...new Set(tags)] }
      const same = there.segment === segment && there.tags.join('\n') === label.tags.join('\n')
      return same ? nothing : accept<Event>({ type: 'questions.labelled', data: label })
    }),

  'questions.moderate': (state, { moderation, expectedModeration }) =>
    untilClosed(state, () => {
      const now = state.questions.moderation
      if (now === moderation) return nothing
      return now === expectedModeration ? accept<Event>({ type: 'questions.moderated', data: { moderation } }) : reject('moved-on')
    }),
}

/** The table of permissions lets people of the staff alone come here. */
export const moderator = (actor: Actor): PersonId => actor.person as PersonId

const approved = (question: QuestionId, actor: Actor): Event => ({
  type: 'questions.approved',
  data: { question, by: moderator(actor) },
})
