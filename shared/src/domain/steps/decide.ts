/** Steps of those who drive, and what takes them back: written down with each step, from what it changed. */

import type { StepId } from '../../contract/ids.ts'
import type { QuestionStatus, QuestionsState } from '../../contract/questions.ts'
import type { Entry } from '../../contract/queue.ts'
import type { Command, CommandType, Context, Decide, Event, Evolve, State } from '../../contract/registry.ts'
import type { Step, StepEvents, StepsState, StepWords, stepCommands } from '../../contract/steps.ts'
import { accept, reject } from '../../kernel/decision.ts'
import type { Instant } from '../../kernel/time.ts'
import { floorBefore } from '../floor/evolve.ts'
import { whileOpen } from '../phase-guards.ts'
import { queueBefore } from '../queue/snapshot.ts'

/** So many can be taken back, one after the other. */
const kept = 10

/** Whatever changes floor or agenda is a step, so that taking back the last one always meets what it left. */
const steps: ReadonlySet<CommandType> = new Set<CommandType>([
  'floor.call',
  'floor.last-word',
  'floor.give',
  'floor.start',
  'floor.pause',
  'floor.resume',
  'floor.extend',
  'floor.end',
  'floor.absent',
  'floor.recognize',
  'floor.limit',
  'agenda.go',
  'agenda.adjust',
  'session.suspend',
  'session.resume',
  'questions.show',
  'questions.unshow',
  'questions.settle',
  'queue.open',
  'queue.close',
  'queue.last-call',
  'queue.order',
  'queue.move',
  'queue.unpin',
  'queue.swap',
  'queue.merge',
  'queue.separate',
  'queue.remove',
  'queue.advance-replies',
])

export const isStep = (type: CommandType, { actor }: Context): boolean => steps.has(type) && actor.person !== 'system'

export const stepsDecide: Decide<typeof stepCommands> = {
  'steps.undo': (state, { step }) => {
    const last = state.steps.taken.at(-1)
    // A break is taken back too; after the close nothing is.
    const undo = () => {
      if (last?.id !== step) return reject('moved-on')
      if (last.undo.some((event) => decidedSince(state, event))) return reject('not-decided-here')
      return accept<Event>(...last.undo.map((event) => withoutRevoked(state, event)), { type: 'steps.undone', data: { step } })
    }
    return state.session.phase === 'suspended' && last?.what === 'session.suspend' ? undo() : whileOpen(state, undo)
  },
}

/** As steps leave a question. */
const driven: readonly QuestionStatus[] = ['approved', 'answering', 'answered']

/** A question that its author or a moderator has taken off since then is not brought back over their heads. */
const decidedSince = ({ questions }: State, event: Event): boolean =>
  event.type === 'questions.restored' &&
  event.data.questions.some(({ id }) => !driven.includes(questions.all.get(id)?.status ?? 'withdrawn'))

/** Whoever has been revoked since then does not come back to the list, nor to a joint statement. */
const withoutRevoked = ({ people }: State, event: Event): Event => {
  if (event.type !== 'queue.restored') return event
  const stays = ({ speaker: { person } }: Entry): boolean => person === null || people.all.get(person)?.revoked !== true
  const { left, joint } = event.data
  const kept = joint && Object.fromEntries(Object.entries(joint).filter(([, { entry }]) => stays(entry)))
  return { ...event, data: { ...event.data, left: left.filter(stays), joint: kept } }
}

/** The step as it is recorded: what it was about, and what takes it back. */
export const stepTaken = (command: Command, before: State, after: State, { at, id }: Context): Event => ({
  type: 'steps.taken',
  data: { step: id as string as StepId, ...wordsOf(command, before, after), undo: undoOf(before, after, at) },
})

const undoOf = (before: State, after: State, at: Instant): readonly Event[] => [
  ...(before.session.phase === after.session.phase ? [] : phaseBack(before)),
  ...(before.agenda === after.agenda ? [] : [agendaBack(before)]),
  ...(before.queue === after.queue ? [] : [{ type: 'queue.restored', data: queueBefore(before.queue, after.queue) } as const]),
  ...(before.questions === after.questions ? [] : [questionsBack(before.questions, after.questions)]),
  ...(before.floor === after.floor ? [] : [{ type: 'floor.restored', data: floorBefore(before.floor, after.floor, at) } as const]),
]

const phaseBack = ({ session }: State): readonly Event[] =>
  session.phase === 'suspended' ? [{ type: 'session.suspended', data: {} }] : [{ type: 'session.resumed', data: {} }]

const agendaBack = ({ agenda: { current, held, lengths, adjusted, suspendedAt } }: State): Event => ({
  type: 'agenda.restored',
  data: { current, held, lengths, adjusted, suspendedAt },
})

const questionsBack = (before: QuestionsState, after: QuestionsState): Event => {
  const changed = [...after.all.values()].flatMap((now) => {
    const was = before.all.get(now.id)
    return was === undefined || was === now ? [] : [was]
  })
  return {
    type: 'questions.restored',
    data: {
      questions: changed.map(({ id, status, answer, shownAt, settledAt }) => ({ id, status, answer, shownAt, settledAt })),
      current: before.current,
      next: before.next,
    },
  }
}

/** Whom or what it was about: the entry that the command names, or the turn that it left on the floor or took from it. */
const wordsOf = ({ type, data }: Command, before: State, after: State): StepWords => {
  const turn = endings.has(type) ? (before.floor.current ?? after.floor.current) : (after.floor.current ?? before.floor.current)
  const ofList = type.startsWith('queue.')
  const named = 'entry' in data ? (before.queue.entries[data.entry] ?? before.queue.joint[data.entry]?.entry) : undefined
  return {
    what: type,
    speaker: (ofList ? named?.speaker : turn?.entry?.speaker) ?? null,
    question: ofList ? null : (turn?.question ?? null),
    segment: after.agenda.current,
  }
}

const endings: ReadonlySet<CommandType> = new Set<CommandType>(['floor.end', 'floor.absent', 'questions.settle', 'questions.unshow'])

export const noSteps: StepsState = { taken: [], undone: null }

export const stepsEvolve: Evolve<StepsState, StepEvents> = {
  'steps.taken': (state, { step, ...taken }, at) => ({ taken: [...state.taken, { id: step, ...taken, at }].slice(-kept), undone: null }),
  'steps.undone': ({ taken }, { step }, at) => {
    const last = taken.find(({ id }) => id === step)
    return { taken: taken.filter(({ id }) => id !== step), undone: last ? { ...wordsIn(last), at } : null }
  },
}

const wordsIn = ({ what, speaker, question, segment }: Step): StepWords => ({ what, speaker, question, segment })
