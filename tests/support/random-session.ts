/** Random sessions: rolls become commands that mostly make sense in the state they meet, and sometimes do not. */

import type { CommandId, EntryId, PersonId } from '@rostrum/shared/contract/ids'
import type { Command, CommandType, Event, State } from '@rostrum/shared/contract/registry'
import { commands } from '@rostrum/shared/contract/registry'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import type { Decision } from '@rostrum/shared/kernel/decision'
import { type Instant, plus } from '@rostrum/shared/kernel/time'
import fc from 'fast-check'
import { everybody, noon } from './fixtures.ts'
import { commandOf } from './given.ts'
import { dataFor, filerIn, oneOf, type Roll, type Write } from './random-command.ts'

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

const often: Partial<Record<CommandType, number>> = {
  'session.close': 0.2,
  'session.suspend': 0.2,
  'session.resume': 2,
  'steps.undo': 2,
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
  'queue.move': 1.5,
  'queue.unpin': 0.7,
  'queue.defer': 1.5,
  'queue.offer-swap': 1.5,
  'queue.take-swap': 1.5,
  'queue.refuse-swap': 0.5,
  'queue.swap': 0.6,
  'queue.merge': 0.7,
  'queue.separate': 0.5,
  'queue.advance-replies': 0.4,
  'questions.moderate': 0.3,
  'questions.take-back': 0.7,
  'questions.ask': 3,
  'questions.approve': 3,
  'questions.support': 3,
  'agenda.go': 0.7,
  'cues.give': 2,
  'cues.deliver': 1.5,
  'cues.see': 1.5,
  'cues.blank': 0.3,
  'cues.unblank': 0.3,
}
export const everyType = Object.keys(commands) as readonly CommandType[]
/** Without the close, so that a session lasts. */
export const lasting = everyType.filter((type) => type !== 'session.close')
const weigh = (types: readonly CommandType[]) =>
  types.flatMap((type) => Array.from({ length: Math.round(10 * (often[type] ?? 1)) }, () => type))

const ids = everybody.map(({ person }) => person as string)
const participants = ids.slice(4)
const own: ReadonlySet<CommandType> = new Set([
  'queue.join',
  'questions.ask',
  'questions.take-back',
  'questions.support',
  'questions.unsupport',
])

const ofEntry: ReadonlySet<CommandType> = new Set([
  'queue.withdraw',
  'queue.defer',
  'queue.offer-swap',
  'queue.take-swap',
  'queue.refuse-swap',
])

/** Mostly somebody who may; what is one's own is withdrawn by its owner; one time in twelve anybody at all. */
const actorFor = (state: State, command: Command, roll: Roll): string => {
  const { who, more } = roll
  if (who % 12 === 5) return oneOf([...ids, 'system', 'nobody', 'nobody', 'nobody'], more) ?? 'nobody'
  if (own.has(command.type)) return oneOf(participants, who) ?? 'nobody'
  if (ofEntry.has(command.type)) return state.queue.entries[(command.data as { entry: EntryId }).entry]?.speaker.person ?? 'gov-1'
  if (command.type === 'statements.file' || command.type === 'statements.withdraw') return filerIn(state, roll)
  if (command.type === 'questions.withdraw') return state.questions.all.get(command.data.question)?.author?.person ?? 'gov-1'
  if (command.type === 'cues.deliver' || command.type === 'cues.see') return cued(state) ?? 'gov-1'
  return who % 2 ? 'chair' : 'desk'
}

/** The speaker to whom the last cue was given, whether the turn is over or not. */
const cued = ({ cues, floor }: State): string | null | undefined => {
  const open = [floor.current, floor.interrupted].find((turn) => turn?.id === cues.last?.turn)
  return open ? open.entry?.speaker.person : floor.past.find(({ id }) => id === cues.last?.turn)?.speaker?.person
}

/** Plays the rolls one after the other; refused commands are steps too, and change nothing. */
export const play = (
  start: State,
  many: readonly Roll[],
  types: readonly CommandType[] = lasting,
  write: Write = () => null,
  name = 'played',
): readonly Step[] => {
  const weighted = weigh(types)
  const steps: Step[] = []
  let state = start
  let at = noon
  for (const [index, roll] of many.entries()) {
    at = plus(at, roll.wait as never)
    const type = oneOf(weighted, roll.pick) as CommandType
    const id = commandOf(`${name}-${index}`)
    const command = { type, data: dataFor[type](state, roll, at, write(id)) } as Command
    const by = actorFor(state, command, roll)
    const decision = decide(state, command, { actor: { person: by as PersonId }, at, id })
    const after = decision.ok ? evolveAll(state, decision.events, at) : state
    steps.push({ before: state, after, at, by, id, command, decision })
    state = after
  }
  return steps
}
