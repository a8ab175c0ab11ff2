/** Random sessions: rolls become commands that mostly make sense in the state they meet, and sometimes do not. */
import type { Command, CommandData, CommandType, Event, State } from '@rostrum/shared/contract/registry'
import { commands } from '@rostrum/shared/contract/registry'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import type { Decision } from '@rostrum/shared/kernel/decision'
import type { CommandId, GroupId, PersonId } from '@rostrum/shared/kernel/ids'
import { type Instant, plus } from '@rostrum/shared/kernel/time'
import fc from 'fast-check'
import { everybody, noon } from './fixtures.ts'
import { commandOf } from './given.ts'

export type Roll = { readonly pick: number; readonly who: number; readonly what: number; readonly more: number; readonly wait: number }
export type Step = {
  readonly before: State
  readonly after: State
  readonly at: Instant
  readonly by: string
  readonly id: CommandId
  readonly command: Command
  readonly decision: Decision<Event>
}

export const rolls = (minLength: number, maxLength: number): fc.Arbitrary<Roll[]> =>
  fc.array(
    fc.record({
      pick: fc.nat(9999),
      who: fc.nat(999),
      what: fc.nat(999),
      more: fc.nat(999),
      wait: fc.constantFrom(0, 0, 0, 1, 1_000, 7_000, 45_000, 200_000),
    }),
    { minLength, maxLength, size: 'max' },
  )

const oneOf = <T>(things: readonly T[], roll: number): T | undefined => things[roll % Math.max(1, things.length)]
const missing = commandOf('missing') as string
/** One time in eleven something that is not there. */
const idFrom = (ids: readonly string[], roll: number): never => (roll % 11 === 7 ? missing : (oneOf(ids, roll) ?? missing)) as never

const entryIn = ({ queue }: State, { what }: Roll) => ({ entry: idFrom(Object.keys(queue.entries), what) })
const turnIn = ({ floor }: State, { what }: Roll) => ({
  turn:
    what % 13 === 5
      ? idFrom(
          floor.past.map(({ id }) => id),
          what,
        )
      : ((floor.current?.id ?? missing) as never),
})
const questionIn = ({ questions }: State, { what }: Roll, ...wanted: readonly string[]) => {
  const some = [...questions.all.values()].filter(({ status }) => what % 5 === 0 || wanted.includes(status)).map(({ id }) => id)
  return { question: idFrom(some.length > 0 ? some : [...questions.all.keys()], what) }
}
/** Mostly what is so, sometimes something else. */
const expecting = <T>(so: T, { more }: Roll, other: T): T => (more % 9 === 4 ? other : so)
const topics = [null, 'Access', 'Rights', 'Skills'] as const
/** What is written in the name of a command; null where the dice choose. */
type Write = (command: CommandId) => string | null
const topicFrom = ({ more }: Roll, written: string | null) => (written && more % 4 ? written : (oneOf(topics, more) ?? null))

const dataFor: { readonly [C in CommandType]: (state: State, roll: Roll, at: Instant, written: string | null) => CommandData<C> } = {
  'session.open': () => ({}),
  'session.close': () => ({}),
  'agenda.go': (state, roll) => ({
    to: idFrom(
      state.agenda.segments.map(({ id }) => id),
      roll.what,
    ),
    expectedCurrent: expecting(state.agenda.current, roll, null),
  }),
  'people.revoke': (_, { what }) => ({ person: (what % 8 === 3 ? missing : oneOf(everybody.slice(4), what)?.person) as PersonId }),
  'queue.open': () => ({}),
  'queue.close': () => ({}),
  'queue.last-call': (_, { what }) => ({ for: (30_000 + 1_000 * what) as never }),
  'queue.join': (_, roll, __, written) => ({
    kind: roll.what % 5 === 0 ? 'point-of-order' : 'intervention',
    topic: topicFrom(roll, written),
  }),
  'queue.note': (state, roll, _, written) => ({ ...entryIn(state, roll), topic: topicFrom(roll, written) }),
  'queue.add': (state, { what, more }, at, written) => ({
    entity: more % 17 === 3 ? 'Chair' : `Delegation ${what % 6}`,
    speaker: more % 2 ? (written ?? `Speaker ${more}`) : null,
    group: (more % 19 === 5 ? 'unknown' : oneOf(state.session.groups, more)?.id) as GroupId,
    door: oneOf(['room', 'remote', 'paper'] as const, what) ?? 'room',
    seenAt: Math.max(1, at - (what % 3) * 20_000 + (what % 7 === 0 ? 60_000 : 0)) as Instant,
    note: more % 3 ? written : null,
  }),
  'queue.ready': entryIn,
  'queue.hold': entryIn,
  'queue.return': entryIn,
  'queue.withdraw': entryIn,
  'queue.remove': (state, roll) => ({ ...entryIn(state, roll), reason: 'other' }),
  'queue.order': (_, { what }) => ({ mode: what % 3 === 0 ? 'received' : 'balanced' }),
  'floor.call': (state, roll) => {
    const next = state.queue.line[0]?.entry ?? null
    const entry = next && roll.what % 4 ? next : entryIn(state, roll).entry
    return { entry, expectedCurrent: expecting(state.floor.current?.id ?? null, roll, null), expectedNext: next }
  },
  'floor.start': turnIn,
  'floor.pause': turnIn,
  'floor.resume': turnIn,
  'floor.extend': (state, roll) => ({ ...turnIn(state, roll), by: ((roll.more % 20) * 30_000 - 300_000) as never }),
  'floor.end': turnIn,
  'floor.absent': turnIn,
  'floor.recognize': (state, roll) => ({
    entry: idFrom(roll.what % 6 ? state.queue.points : Object.keys(state.queue.entries), roll.what),
    expectedCurrent: expecting(state.floor.current?.id ?? null, roll, null),
  }),
  'floor.limit': (state, roll) => ({
    limit: (60_000 + (roll.what % 4) * 30_000) as never,
    expectedLimit: expecting(state.floor.limit, roll, 30_000 as never),
  }),
  'questions.ask': (_, { what, more }, __, written) => ({ text: more % 23 === 3 ? 'x'.repeat(500) : (written ?? `Question ${what}?`) }),
  'questions.withdraw': (state, roll) => questionIn(state, roll, 'pending', 'approved', 'on-hold'),
  'questions.approve': (state, roll) => questionIn(state, roll, 'pending', 'on-hold'),
  'questions.decline': (state, roll) => ({ ...questionIn(state, roll, 'pending', 'approved'), reason: 'off-topic' }),
  'questions.hold': (state, roll) => questionIn(state, roll, 'pending', 'on-hold'),
  'questions.support': (state, roll) => questionIn(state, roll, 'approved', 'answering'),
  'questions.unsupport': (state, roll) => questionIn(state, roll, 'approved', 'answering'),
  'questions.queue': (state, roll) => (roll.more % 4 === 0 ? { question: null } : questionIn(state, roll, 'approved')),
  'questions.show': (state, roll) => ({
    ...questionIn(state, roll, 'approved'),
    expectedCurrent: expecting(state.questions.current, roll, null),
  }),
  'questions.unshow': (state, roll) => questionIn(state, roll, 'answering'),
  'questions.settle': (state, roll) => ({
    ...questionIn(state, roll, 'answering', 'approved'),
    answer: oneOf(['live', 'in-writing', 'taken-on-notice'] as const, roll.more) ?? 'live',
  }),
  'cues.give': (state, roll) => ({ ...turnIn(state, roll), cue: 'conclude' }),
}

const often: Partial<Record<CommandType, number>> = {
  'session.close': 0.2,
  'people.revoke': 0.2,
  'queue.join': 7,
  'queue.add': 2,
  'floor.call': 4,
  'floor.start': 5,
  'floor.end': 2,
  'floor.recognize': 3,
  'floor.absent': 0.6,
  'queue.open': 2,
  'queue.close': 0.5,
  'questions.ask': 3,
  'questions.approve': 3,
  'questions.support': 3,
  'agenda.go': 0.7,
}
export const everyType = Object.keys(commands) as readonly CommandType[]
/** Without the close, so that a session lasts. */
export const lasting = everyType.filter((type) => type !== 'session.close')
const weigh = (types: readonly CommandType[]) =>
  types.flatMap((type) => Array.from({ length: Math.round(10 * (often[type] ?? 1)) }, () => type))

const ids = everybody.map(({ person }) => person as string)
const participants = ids.slice(4)
const own: ReadonlySet<CommandType> = new Set(['queue.join', 'questions.ask', 'questions.support', 'questions.unsupport'])

/** Mostly somebody who may; what is one's own is withdrawn by its owner; one time in twelve anybody at all. */
const actorFor = (state: State, command: Command, { who, more }: Roll): string => {
  if (who % 12 === 5) return oneOf([...ids, 'system', 'nobody', 'nobody', 'nobody'], more) ?? 'nobody'
  if (own.has(command.type)) return oneOf(participants, who) ?? 'nobody'
  if (command.type === 'queue.withdraw') return state.queue.entries[command.data.entry]?.speaker.person ?? 'gov-1'
  if (command.type === 'questions.withdraw') return state.questions.all.get(command.data.question)?.author ?? 'gov-1'
  return who % 2 ? 'chair' : 'desk'
}

/** Plays the rolls one after the other; refused commands are steps too, and change nothing. */
export const play = (
  start: State,
  many: readonly Roll[],
  types: readonly CommandType[] = lasting,
  write: Write = () => null,
): readonly Step[] => {
  const weighted = weigh(types)
  const steps: Step[] = []
  let state = start
  let at = noon
  for (const [index, roll] of many.entries()) {
    at = plus(at, roll.wait as never)
    const type = oneOf(weighted, roll.pick) as CommandType
    const id = commandOf(`played-${index}`)
    const command = { type, data: dataFor[type](state, roll, at, write(id)) } as Command
    const by = actorFor(state, command, roll)
    const decision = decide(state, command, { actor: { person: by as PersonId }, at, id })
    const after = decision.ok ? evolveAll(state, decision.events, at) : state
    steps.push({ before: state, after, at, by, id, command, decision })
    state = after
  }
  return steps
}
