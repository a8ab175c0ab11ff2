/** How a question gets its answer: next, put to a panellist, on the screens with a clock, settled, or taken to the floor list. */

import type { EntryId, PersonId, QuestionId, TurnId } from '../../contract/ids.ts'
import type { Question, questionCommands } from '../../contract/questions.ts'
import type { Context, Decide, Event, State } from '../../contract/registry.ts'
import { accept, type Decision, nothing, reject } from '../../kernel/decision.ts'
import { shortened } from '../../kernel/text.ts'
import { whileMeeting, whileOpen } from '../phase-guards.ts'
import { notAgain } from '../queue/eligibility.ts'
import { newEntry, speakerOf } from '../queue/new-entry.ts'
import { withItsOwn } from './merge.ts'
import { inStatus, open, unsettled } from './status.ts'

type Answering = 'questions.queue' | 'questions.put' | 'questions.show' | 'questions.unshow' | 'questions.settle' | 'questions.to-floor'

/** As long as a topic may be. */
const topicLength = 140

export const answerDecide: Pick<Decide<typeof questionCommands>, Answering> = {
  'questions.queue': (state, { question }) => {
    if (state.questions.next === question) return nothing
    if (question === null) return accept<Event>({ type: 'questions.queued', data: { question } })
    return inStatus(state, question, ['approved'], () => accept<Event>({ type: 'questions.queued', data: { question } }))
  },

  'questions.put': (state, { question, to }) =>
    whileMeeting(state, () =>
      inStatus(state, question, [...unsettled, 'answered'], (there) => {
        if (to !== null && !answers(state, to)) return reject('no-such-person')
        return there.to === to ? nothing : accept<Event>({ type: 'questions.put', data: { question, to } })
      }),
    ),

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

  'questions.to-floor': (state, { question }, context) =>
    whileMeeting(state, () => inStatus(state, question, open, (there) => toFloor(state, there, context))),
}

const answers = ({ people }: State, id: PersonId): boolean => {
  const person = people.all.get(id)
  return person !== undefined && person.role === 'panellist' && !person.revoked
}

/** The answer's turn ends with it, also while a point of order interrupts it. */
const leaveFloor = ({ floor }: State, question: QuestionId): readonly Event[] =>
  [floor.current, floor.interrupted].flatMap((turn): Event[] =>
    turn?.question === question ? [{ type: 'floor.ended', data: { turn: turn.id } }] : [],
  )

/** Its author stands in the list as if they had asked for the floor when they asked the question. */
const toFloor = (state: State, { id: question, author, askedAt, text }: Question, { id, actor }: Context): Decision<Event> => {
  if (author === null) return reject('author-unknown')
  const person = state.people.all.get(author.person)
  if (!person || person.revoked) return reject('no-such-person')
  const against = notAgain(state, person.id, person.entity, 'intervention')
  if (against !== null) return reject(against)
  const entry = newEntry({
    id: id as string as EntryId,
    kind: 'intervention',
    speaker: speakerOf(person),
    askedAt,
    door: author.channel,
    segment: state.agenda.current,
  })
  const topic = shortened(text.replace(/\n+/g, ' '), topicLength)
  return accept<Event>(
    ...withItsOwn(state, question),
    { type: 'questions.left-for-floor', data: { question, by: actor.person as PersonId } },
    { type: 'queue.joined', data: { entry: { ...entry, topic } } },
  )
}
