/** Questions: asked, moderated, supported, shown and answered. Before publication nobody but author and moderators is told. */
import { Map as Table } from 'immutable'
import type { Question, QuestionEvents, QuestionStatus, QuestionsState, questionCommands } from '../contract/questions.ts'
import type { Decide, Event, Evolve, State } from '../contract/registry.ts'
import { accept, type Decision, nothing, reject } from '../kernel/decision.ts'
import type { GroupId, PersonId, QuestionId, TurnId } from '../kernel/ids.ts'
import { graphemes } from '../kernel/text.ts'
import { actorIn } from './people.ts'
import { whileMeeting, whileOpen } from './phase.ts'

const undecided: readonly QuestionStatus[] = ['pending', 'on-hold']

export const questionDecide: Decide<typeof questionCommands> = {
  'questions.ask': (state, { text }, { actor, at, id }) =>
    whileMeeting(state, () => {
      const author = actorIn(state, actor)
      if (!author) return reject('no-such-person')
      const rules = state.session.questions
      if (graphemes(text, rules.length) > rules.length) return reject('text-too-long')
      const question: Question = {
        id: id as string as QuestionId,
        number: 0,
        text,
        author: author.id,
        entity: author.entity,
        group: author.group,
        channel: author.channel,
        segment: state.agenda.current,
        askedAt: at,
        status: 'pending',
        reason: null,
        answer: null,
        support: {},
        shownAt: null,
        settledAt: null,
      }
      return accept<Event>(
        { type: 'questions.asked', data: { question } },
        ...(rules.moderation === 'none' ? [{ type: 'questions.approved', data: { question: question.id } } as const] : []),
      )
    }),

  'questions.withdraw': (state, { question }) =>
    inStatus(state, question, [...undecided, 'approved'], () => accept<Event>({ type: 'questions.withdrawn', data: { question } })),

  'questions.approve': (state, { question }) =>
    inStatus(state, question, undecided, () => accept<Event>({ type: 'questions.approved', data: { question } })),

  'questions.decline': (state, { question, reason }) =>
    inStatus(state, question, [...undecided, 'approved'], () => accept<Event>({ type: 'questions.declined', data: { question, reason } })),

  'questions.hold': (state, { question }) =>
    inStatus(state, question, undecided, ({ status }) =>
      status === 'on-hold' ? nothing : accept<Event>({ type: 'questions.held', data: { question } }),
    ),

  'questions.support': (state, { question }, { actor }) =>
    supportable(state, question, actor.person as PersonId, (found, person, group) => {
      if (found.author === person) return reject('own-question')
      return supports(state, person, question) ? nothing : accept<Event>({ type: 'questions.supported', data: { question, person, group } })
    }),

  'questions.unsupport': (state, { question }, { actor }) =>
    supportable(state, question, actor.person as PersonId, (_, person, group) =>
      supports(state, person, question) ? accept<Event>({ type: 'questions.unsupported', data: { question, person, group } }) : nothing,
    ),

  'questions.queue': (state, { question }) => {
    if (state.questions.next === question) return nothing
    if (question === null) return accept<Event>({ type: 'questions.queued', data: { question } })
    return inStatus(state, question, ['approved'], () => accept<Event>({ type: 'questions.queued', data: { question } }))
  },

  'questions.show': (state, { question, expectedCurrent }, { id }) =>
    whileOpen(state, () => {
      if (state.questions.current !== expectedCurrent) return reject('moved-on')
      const { current } = state.floor
      if (state.floor.interrupted || (current && current.kind !== 'answer')) return reject('floor-taken')
      return inStatus(state, question, ['approved'], () =>
        accept<Event>(
          ...(current?.question
            ? [
                { type: 'floor.ended', data: { turn: current.id } } as const,
                { type: 'questions.settled', data: { question: current.question, answer: 'live' } } as const,
              ]
            : []),
          { type: 'questions.shown', data: { question } },
          {
            type: 'floor.called',
            data: {
              turn: id as string as TurnId,
              kind: 'answer',
              entry: null,
              question,
              segment: state.agenda.current,
              limit: state.floor.limits.answer,
            },
          },
          { type: 'floor.started', data: { turn: id as string as TurnId } },
        ),
      )
    }),

  'questions.unshow': (state, { question }) =>
    inStatus(state, question, ['answering'], () =>
      accept<Event>({ type: 'questions.unshown', data: { question } }, ...leaveFloor(state, question)),
    ),

  'questions.settle': (state, { question, answer }) =>
    inStatus(state, question, ['answering', 'approved'], () =>
      accept<Event>({ type: 'questions.settled', data: { question, answer } }, ...leaveFloor(state, question)),
    ),
}

/** The answer's turn ends with it, also while a point of order interrupts it. */
const leaveFloor = ({ floor }: State, question: QuestionId): readonly Event[] =>
  [floor.current, floor.interrupted]
    .filter((turn) => turn?.question === question)
    .map((turn): Event => ({ type: 'floor.ended', data: { turn: (turn as NonNullable<typeof turn>).id } }))

const inStatus = (
  state: State,
  question: QuestionId,
  allowed: readonly QuestionStatus[],
  decide: (found: Question) => Decision<Event>,
): Decision<Event> => {
  const found = state.questions.all.get(question)
  if (!found) return reject('no-such-question')
  return allowed.includes(found.status) ? decide(found) : reject('not-decided-here')
}

/** To whoever may not know of it, a question that is not published does not exist. */
const supportable = (
  state: State,
  question: QuestionId,
  person: PersonId,
  decide: (found: Question, person: PersonId, group: GroupId | null) => Decision<Event>,
): Decision<Event> => {
  const found = state.questions.all.get(question)
  if (!found || found.number === 0) return reject('no-such-question')
  if (found.status !== 'approved' && found.status !== 'answering') return reject('not-published')
  return decide(found, person, state.people.all.get(person)?.group ?? null)
}

const supports = ({ questions }: State, person: PersonId, question: QuestionId): boolean =>
  questions.supports.get(person)?.includes(question) ?? false

export const emptyQuestions: QuestionsState = { all: Table(), published: 0, current: null, next: null, supports: Table(), asked: Table() }

export const questionsEvolve: Evolve<QuestionsState, QuestionEvents> = {
  'questions.asked': (questions, { question }) => ({
    ...questions,
    all: questions.all.set(question.id, question),
    asked: questions.asked.update(question.author, [], (own) => [...own, question.id]),
  }),
  'questions.withdrawn': (questions, { question }) => change(questions, question, { status: 'withdrawn' }),
  'questions.approved': (questions, { question }) => {
    const number = questions.all.get(question)?.number || questions.published + 1
    return { ...change(questions, question, { status: 'approved', number }), published: Math.max(number, questions.published) }
  },
  'questions.declined': (questions, { question, reason }, at) => change(questions, question, { status: 'declined', reason, settledAt: at }),
  'questions.held': (questions, { question }) => change(questions, question, { status: 'on-hold' }),
  'questions.supported': (questions, { question, person, group }) => ({
    ...count(questions, question, group, 1),
    supports: questions.supports.update(person, [], (own) => [...own, question]),
  }),
  'questions.unsupported': (questions, { question, person, group }) => ({
    ...count(questions, question, group, -1),
    supports: questions.supports.update(person, [], (own) => own.filter((id) => id !== question)),
  }),
  'questions.queued': (questions, { question }) => ({ ...questions, next: question }),
  'questions.shown': (questions, { question }, at) => ({
    ...change(questions, question, { status: 'answering', shownAt: at }),
    current: question,
  }),
  'questions.unshown': (questions, { question }) => change(questions, question, { status: 'approved' }),
  'questions.settled': (questions, { question, answer }, at) => change(questions, question, { status: 'answered', answer, settledAt: at }),
  'questions.not-reached': (questions, { questions: left }) =>
    left.reduce((changed, question) => change(changed, question, { status: 'not-reached' }), questions),
  'questions.restored': (questions, { questions: before, current, next }) => {
    const back = before.reduce((changed, { id, ...standing }) => change(changed, id, standing), questions)
    const follows = next !== null && back.all.get(next)?.status === 'approved' ? next : null
    return { ...back, current, next: back.next ?? follows }
  },
}

/** Whatever leaves the state in which it can be next or on the screen is so no more. */
const change = (questions: QuestionsState, id: QuestionId, changed: Partial<Question>): QuestionsState => {
  const found = questions.all.get(id)
  if (!found) return questions
  return {
    ...questions,
    all: questions.all.set(id, { ...found, ...changed }),
    current: questions.current === id && changed.status !== undefined ? null : questions.current,
    next: questions.next === id && changed.status !== undefined ? null : questions.next,
  }
}

/** Supporters without a group are counted under the empty one, which is no group in the breadth. */
const count = (questions: QuestionsState, id: QuestionId, group: GroupId | null, by: 1 | -1): QuestionsState => {
  const found = questions.all.get(id)
  const key = group ?? ('' as GroupId)
  return found
    ? { ...questions, all: questions.all.set(id, { ...found, support: { ...found.support, [key]: (found.support[key] ?? 0) + by } }) }
    : questions
}
