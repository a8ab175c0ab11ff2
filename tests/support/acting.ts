/** Random people doing what their screens would let them do, and some of what they would not. */
import type { CommandData, CommandType, State } from '@rostrum/shared/contract/registry'
import type { PersonId } from '@rostrum/shared/kernel/ids'
import { minutes, seconds } from '@rostrum/shared/kernel/time'
import type { CommandId } from '@rostrum/shared/kernel/ids'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import type { Chance } from './chance.ts'

export type Deed = { readonly person: PersonId; readonly envelope: Envelope }

const commandIdFrom = (dice: Chance): CommandId =>
  Array.from({ length: 22 }, () => dice.pick([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'])).join('') as CommandId

export const randomDeed = (state: State, dice: Chance, text: () => string): Deed => {
  const people = [...state.people.all.values()]
  const participants = people.filter(({ role }) => role === 'participant')
  const staff = people.filter(({ role }) => role === 'chair' || role === 'secretariat')
  const by = <C extends CommandType>(person: PersonId, type: C, data: CommandData<C>): Deed => ({
    person,
    envelope: { id: commandIdFrom(dice), type, data } as Envelope,
  })
  const driver = dice.pick(staff).id
  const somebody = dice.pick(participants).id
  const { queue, floor, questions, agenda } = state
  const turn = floor.current?.id ?? null
  const first = queue.line[0]?.entry ?? null
  const entry = dice.pick(
    Object.values(queue.entries)
      .map(({ id }) => id)
      .concat('nothing-of-this-name--' as never),
  )
  const owner = queue.entries[entry]?.speaker.person ?? somebody
  const question = dice.pick([...questions.all.keys()].concat('nothing-of-this-name--' as never))
  const author = questions.all.get(question)?.author ?? somebody
  const deeds: readonly (() => Deed)[] = [
    () => by(driver, 'session.open', {}),
    () => by(driver, 'queue.open', {}),
    () => (dice.chance(0.1) ? by(driver, 'queue.close', {}) : by(driver, 'queue.last-call', { for: minutes(3) })),
    () =>
      by(somebody, 'queue.join', { kind: dice.chance(0.9) ? 'intervention' : 'point-of-order', topic: dice.chance(0.3) ? text() : null }),
    () => by(somebody, 'queue.join', { kind: 'intervention', topic: null }),
    () => by(owner, 'queue.note', { entry, topic: text() }),
    () =>
      by(driver, 'queue.add', {
        entity: text(),
        speaker: text(),
        group: dice.pick(state.session.groups).id,
        door: 'paper',
        seenAt: state.session.plan.startsAt,
        note: text(),
      }),
    () => by(owner, dice.pick(['queue.ready', 'queue.hold', 'queue.return', 'queue.withdraw'] as const), { entry }),
    () => by(driver, 'queue.remove', { entry, reason: 'other' }),
    () => by(driver, 'queue.order', { mode: dice.pick(['received', 'balanced'] as const) }),
    () => by(driver, 'floor.call', { entry: first ?? entry, expectedCurrent: turn, expectedNext: first }),
    () => by(driver, 'floor.call', { entry, expectedCurrent: turn, expectedNext: first }),
    () =>
      by(driver, dice.pick(['floor.start', 'floor.pause', 'floor.resume', 'floor.end', 'floor.absent'] as const), {
        turn: turn ?? ('nothing-of-this-name--' as never),
      }),
    () => by(driver, 'floor.start', { turn: turn ?? ('nothing-of-this-name--' as never) }),
    () => by(driver, 'floor.extend', { turn: turn ?? ('nothing-of-this-name--' as never), by: seconds(30) }),
    () => by(driver, 'floor.recognize', { entry: queue.points[0] ?? entry, expectedCurrent: turn }),
    () => by(driver, 'floor.limit', { limit: seconds(dice.pick([60, 120, 180])), expectedLimit: floor.limit }),
    () => by(driver, 'cues.give', { turn: turn ?? ('nothing-of-this-name--' as never), cue: 'conclude' }),
    () => by(somebody, 'questions.ask', { text: text() }),
    () => by(driver, dice.pick(['questions.approve', 'questions.hold', 'questions.unshow'] as const), { question }),
    () => by(driver, 'questions.decline', { question, reason: 'off-topic' }),
    () => by(driver, 'questions.settle', { question, answer: 'in-writing' }),
    () => by(driver, 'questions.queue', { question }),
    () => by(driver, 'questions.show', { question, expectedCurrent: questions.current }),
    () => by(somebody, dice.chance(0.8) ? 'questions.support' : 'questions.unsupport', { question }),
    () => by(author, 'questions.withdraw', { question }),
    () => by(driver, 'agenda.go', { to: dice.pick(agenda.segments).id, expectedCurrent: agenda.current }),
  ]
  return dice.pick(deeds)()
}
