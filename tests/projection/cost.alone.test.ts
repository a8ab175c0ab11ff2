/** The cost of one command: deciding it, applying it, and updating the views of staff and public. */
import type { PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { admitPeople } from '@rostrum/shared/domain/people/register'
import { seconds } from '@rostrum/shared/kernel/time'
import { KeptView } from '@rostrum/shared/projection/kept-view'
import { beforeAll, expect, test } from 'vitest'
import { afterNoon, createState, makeAdmission, plan } from '../support/fixtures.ts'
import { command, decideCommand, type SentCommand, toEntryId, toQuestionId, toTurnId } from '../support/given.ts'
import { makeSizedSession } from '../support/sized-session.ts'

const question = (index: number) => ({ question: toQuestionId(`question-${index}`) })
const turn = { turn: toTurnId('turn') }
const entry = { entry: toEntryId('person-7') }
const give = (state: State) => ({
  entry: state.queue.next ?? toEntryId('nobody'),
  expectedCurrent: turn.turn,
  expectedNext: state.queue.next,
})

/** Returns the last person who supports question 1. */
const getLastPerson = ({ people }: State): string => `person-${people.all.size - 4}`

/** One command of every kind, in the session that `makeSizedSession` makes. */
const makers: readonly ((state: State) => SentCommand)[] = [
  () => command('person-100', 'questions.support', question(1)),
  () => command('person-100', 'questions.support', question(3)),
  (state) => command(getLastPerson(state), 'questions.unsupport', question(1)),
  () => command('person-400', 'questions.ask', { text: 'When?', receipt: null }),
  () => command('desk', 'questions.approve', question(0)),
  () => command('desk', 'questions.decline', { ...question(0), reason: 'off-topic' }),
  () => command('desk', 'questions.hold', question(0)),
  () => command('desk', 'questions.edit', { ...question(3), text: 'When?', expectedText: 'Why?' }),
  () => command('desk', 'questions.label', { ...question(3), segment: null, tags: ['later'] }),
  () => command('desk', 'questions.merge', { into: question(3).question, ...question(4) }),
  () => command('desk', 'questions.set-next', question(3)),
  () => command('desk', 'questions.assign', { ...question(3), assignee: 'panel' as PersonId }),
  () => command('chair', 'questions.mark-answered', { ...question(3), answer: 'in-writing' }),
  () => command('person-0', 'questions.withdraw', question(3)),
  () => command('person-400', 'queue.join', { kind: 'intervention', topic: null }),
  () => command('person-400', 'queue.join', { kind: 'point-of-order', topic: null }),
  () => command('person-7', 'queue.set-topic', { ...entry, topic: 'Cables' }),
  () => command('person-7', 'queue.ready', entry),
  () => command('person-7', 'queue.withdraw', entry),
  () => command('desk', 'queue.hold', entry),
  () => command('chair', 'queue.move', { ...entry, before: toEntryId('person-3') }),
  (state) => command('chair', 'queue.set-order', { mode: 'rotate', suggestOnly: false, expectedMode: state.queue.mode }),
  (state) => command('chair', 'floor.call', give(state)),
  () => command('chair', 'floor.pause', turn),
  () => command('chair', 'floor.extend', { ...turn, by: seconds(30) }),
  () => command('chair', 'floor.end', turn),
  () => command('chair', 'floor.intend', { ...turn, act: { kind: 'close' } }),
  (state) =>
    command('chair', 'floor.set-limit', { scope: { kind: 'everyone' }, limit: seconds(90), expectedLimit: state.floor.limits.everyone }),
  (state) => command('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: state.agenda.current, endsTurn: turn.turn }),
  () => command('chair', 'session.suspend', {}),
  (state) => command('chair', 'steps.undo', { step: state.steps.taken.at(-1)?.id ?? ('none' as never) }),
  () => command('chair', 'cues.give', { ...turn, cue: 'conclude' }),
  () => command('desk', 'notes.add', { text: 'Agreed', tag: null, segment: null, about: null }),
  () => command('desk', 'people.revoke', { person: 'person-400' as PersonId }),
]

/** Measures milliseconds, and returns the lowest of many runs: other work of the machine can only add to it. */
const measure = (state: State, make: (state: State) => SentCommand): number => {
  const views = (['staff', 'public'] as const).map((audience) => new KeptView(state, audience))
  const sent = make(state)
  const took = Array.from({ length: 25 }, (_, index) => {
    const at = afterNoon(10 + index / 100)
    const began = performance.now()
    const decision = decideCommand(state, sent, at)
    if (!decision.ok || decision.events.length === 0) throw new Error(`${sent.type}: ${decision.ok ? 'nothing to do' : decision.reason}`)
    const after = evolveAll(state, decision.events, at)
    for (const view of views) view.advance(after, decision.events)
    const taken = performance.now() - began
    for (const view of views) view.advance(state, decision.events)
    return taken
  })
  return Math.min(...took)
}

let small: State
let large: State
beforeAll(() => {
  small = makeSizedSession({ people: 500, questions: 100, waiting: 50 })
  large = makeSizedSession({ people: 20_000, questions: 2_000, waiting: 50 })
})

test.each(makers.map((make) => ({ make, name: make(makeSizedSession({ people: 10, questions: 4, waiting: 9 })).type })))(
  '[T34] $name costs as much with 20,000 people and 2,000 questions as with 500 and 100',
  ({ make }) => {
    measure(small, make)
    const [few, many] = [measure(small, make), measure(large, make)]
    expect(many).toBeLessThan(few * 2 + 0.05)
  },
)

test('[T34] joining by code costs less than half a millisecond more after 20,000 people who follow from afar than after 500', () => {
  const join = (state: State, from: number, count: number): State => {
    const people = Array.from({ length: count }, (_, index) => {
      const id = `walk-in-${from + index}`
      return { ...makeAdmission(id, 'participant', `Library ${id}`, null, 'remote'), walkIn: true } as const
    })
    const decision = admitPeople(state, people)
    if (!decision.ok) throw new Error(decision.reason)
    return evolveAll(state, decision.events, afterNoon(1))
  }
  const start = createState({ ...plan, walkIns: true, walkInPlaces: 30_000 })
  const [few, many] = [500, 20_000].map((count) => {
    const state = join(start, 0, count)
    const took = Array.from({ length: 50 }, (_, index) => {
      const began = performance.now()
      join(state, count + index, 1)
      return performance.now() - began
    })
    return Math.min(...took)
  })
  // The list of those to be confirmed is copied.
  expect(many).toBeLessThan((few ?? 0) + 0.5)
})
