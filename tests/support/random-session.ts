/** Random sessions. Rolls become commands that mostly make sense in the current state, and sometimes do not. */

import type { CommandId, EntryId, PersonId } from '@rostrum/shared/contract/ids'
import type { Command, CommandType, EventDecision, State } from '@rostrum/shared/contract/registry'
import { commands } from '@rostrum/shared/contract/registry'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { getGrant } from '@rostrum/shared/domain/permissions'
import { addMillis, type Instant } from '@rostrum/shared/kernel/time'
import fc from 'fast-check'
import { allPeople, noon } from './fixtures.ts'
import { toCommandId } from './given.ts'
import { dataMakers, pickAuthor } from './random-command.ts'
import { pick, type Roll, type TextSource } from './random-roll.ts'
import type { SeededRandom } from './seeded-random.ts'

export type PlayedCommand = {
  readonly before: State
  readonly after: State
  readonly at: Instant
  readonly by: string
  readonly id: CommandId
  readonly command: Command
  readonly decision: EventDecision
}

export const arbitraryRolls = (minLength: number, maxLength: number): fc.Arbitrary<Roll[]> =>
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

const weights: Partial<Record<CommandType, number>> = {
  'session.close': 0.3,
  'session.suspend': 0.2,
  'session.resume': 2,
  'steps.undo': 2,
  'people.revoke': 0.2,
  'people.hand-chair': 0.2,
  'queue.join': 7,
  'queue.add': 2,
  'floor.call': 4,
  'floor.start': 5,
  'floor.end': 2,
  'floor.recognize': 3,
  'floor.intend': 1,
  'floor.mark-absent': 0.6,
  'floor.decline': 0.6,
  'queue.open': 2,
  'queue.close': 0.5,
  'queue.move': 1.5,
  'queue.unpin': 0.7,
  'queue.defer': 1.5,
  'queue.offer-swap': 1.5,
  'queue.accept-swap': 1.5,
  'queue.refuse-swap': 0.5,
  'queue.swap': 0.6,
  'queue.merge': 0.7,
  'queue.separate': 0.5,
  'queue.advance-replies': 0.4,
  'questions.set-moderation': 0.3,
  'questions.withdraw-with-receipt': 0.7,
  'questions.ask': 3,
  'questions.approve': 3,
  'questions.support': 3,
  'agenda.go': 0.7,
  'cues.give': 2,
  'cues.ask': 1,
  'cues.deliver': 1.5,
  'cues.see': 1.5,
  'cues.blank': 0.3,
  'cues.unblank': 0.3,
  'sense.put': 0.6,
  'sense.last-call': 0.2,
  'sense.close': 0.4,
  'sense.withdraw': 0.1,
  'sense.respond': 0.4,
  'sense.publish': 0.5,
  'sense.discard': 0.2,
  'sense.take-down': 0.6,
}
export const allTypes = Object.keys(commands) as readonly CommandType[]
/** All types except the close, so that a session goes on. */
export const typesWithoutClose = allTypes.filter((type) => type !== 'session.close')
const applyWeights = (types: readonly CommandType[]) =>
  types.flatMap((type) => Array.from({ length: Math.round(10 * (weights[type] ?? 1)) }, () => type))

const ids = allPeople.map(({ person }) => person as string)
const participants = allPeople.filter(({ role }) => role === 'participant').map(({ person }) => person as string)

const entryOwnerCommands: ReadonlySet<CommandType> = new Set([
  'queue.keep-place',
  'queue.withdraw',
  'queue.defer',
  'queue.offer-swap',
  'queue.accept-swap',
  'queue.refuse-swap',
])

/** Picks mostly a person with the permission, and for commands of owners the owner. One time in twelve it picks anybody. */
const pickActor = (state: State, command: Command, roll: Roll): string => {
  const { who, more } = roll
  if (who % 12 === 5) return pick([...ids, 'system', 'nobody', 'nobody', 'nobody'], more) ?? 'nobody'
  if (entryOwnerCommands.has(command.type))
    return state.queue.entries.get((command.data as { entry: EntryId }).entry)?.speaker.person ?? 'gov-1'
  if (command.type === 'statements.submit' || command.type === 'statements.withdraw') return pickAuthor(state, roll)
  if (getGrant('participant', command.type) === 'yes') return pick(participants, who) ?? 'nobody'
  if (command.type === 'questions.withdraw') return state.questions.all.get(command.data.question)?.author?.person ?? 'gov-1'
  if (command.type === 'floor.decline') return state.floor.current?.entry?.speaker.person ?? 'gov-1'
  if (command.type === 'cues.ask') return 'booth-fr'
  if (command.type === 'cues.deliver' || command.type === 'cues.see') return findCuedPerson(state, command.data.cue) ?? 'gov-1'
  return who % 2 ? 'chair' : 'desk'
}

/** Finds the speaker who got the cue, even if the turn is over. */
const findCuedPerson = ({ cues, floor }: State, cue: string): string | null | undefined => {
  const its = [cues.last, ...cues.asked].find((one) => one?.id === cue)?.turn
  const open = [floor.current, floor.interrupted].find((turn) => turn?.id === its)
  return open ? open.entry?.speaker.person : floor.past.find(({ id }) => id === its)?.speaker?.person
}

/** Returns a function that turns a roll into a command for the current state, with its sender. */
export const makeCommandRoller = (types: readonly CommandType[] = typesWithoutClose) => {
  const weighted = applyWeights(types)
  return (state: State, roll: Roll, at: Instant, written: string | null = null): { readonly command: Command; readonly by: string } => {
    const type = pick(weighted, roll.pick) as CommandType
    const command = { type, data: dataMakers[type](state, roll, at, written) } as Command
    return { command, by: pickActor(state, command, roll) }
  }
}

/** Draws a roll without a wait. */
export const drawRoll = (random: SeededRandom): Roll => ({
  pick: random.nextBelow(10_000),
  who: random.nextBelow(1000),
  what: random.nextBelow(1000),
  more: random.nextBelow(1000),
  wait: 0,
})

/** Plays the rolls in order. Refused commands are returned too; they change nothing. */
export const playRolls = (
  start: State,
  many: readonly Roll[],
  types: readonly CommandType[] = typesWithoutClose,
  write: TextSource = () => null,
  name = 'played',
): readonly PlayedCommand[] => {
  const rollCommand = makeCommandRoller(types)
  const steps: PlayedCommand[] = []
  let state = start
  let at = noon
  for (const [index, roll] of many.entries()) {
    at = addMillis(at, roll.wait as never)
    const id = toCommandId(`${name}-${index}`)
    const { command, by } = rollCommand(state, roll, at, write(id))
    const context = { actor: { person: by as PersonId }, at, id }
    const decision = decide(
      state,
      command,
      roll.more % 2 ? { ...context, responders: roll.more, result: { turnout: 'some', words: null } } : context,
    )
    const after = decision.ok ? evolveAll(state, decision.events, at) : state
    steps.push({ before: state, after, at, by, id, command, decision })
    state = after
  }
  return steps
}
