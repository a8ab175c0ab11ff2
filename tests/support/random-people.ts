/** Random people doing what their screens would let them do, and some of what they would not. */
import { addressees, cueKinds, orderModes } from '@rostrum/shared/contract/enums'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType, State } from '@rostrum/shared/contract/registry'
import { minutes, seconds } from '@rostrum/shared/kernel/time'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { receiptOf } from './given.ts'
import type { Chance } from './seeded-random.ts'

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
  const { queue, floor, questions, agenda, steps, cues } = state
  const turn = floor.current?.id ?? null
  const first = queue.next
  const entry = dice.pick(
    Object.values(queue.entries)
      .map(({ id }) => id)
      .concat('nothing-of-this-name--' as never),
  )
  const owner = queue.entries[entry]?.speaker.person ?? somebody
  const other = dice.pick(queue.line.map((place) => place.entry).concat('nothing-of-this-name--' as never))
  const offer = Object.values(queue.entries).find(({ swap }) => swap !== null)
  const asked = offer?.swap ?? entry
  const addressee = queue.entries[asked]?.speaker.person ?? somebody
  const question = dice.pick([...questions.all.keys()].concat('nothing-of-this-name--' as never))
  const another = dice.pick([...questions.all.keys()].concat('nothing-of-this-name--' as never))
  const author = questions.all.get(question)?.author?.person ?? somebody
  const note = [...state.notes.all.values()].at(-1)
  const noted = { note: note?.id ?? ('nothing-of-this-name--' as never), expectedVersion: note?.version ?? 0 }
  const unheard = dice.pick(queue.unheard.flatMap(({ speaker }) => speaker.person ?? []).concat(somebody))
  const deeds: readonly (() => Deed)[] = [
    () => by(driver, 'session.open', {}),
    () => by(driver, 'queue.open', {}),
    () => (dice.chance(0.1) ? by(driver, 'queue.close', {}) : by(driver, 'queue.last-call', { for: minutes(3) })),
    () =>
      by(somebody, 'queue.join', {
        kind: dice.chance(0.8) ? 'intervention' : dice.pick(['point-of-order', 'right-of-reply'] as const),
        topic: dice.chance(0.3) ? text() : null,
      }),
    () => by(somebody, 'queue.join', { kind: 'intervention', topic: null }),
    () => by(owner, 'queue.note', { entry, topic: text() }),
    () =>
      by(driver, 'queue.add', {
        kind: 'intervention',
        person: dice.chance(0.2) ? somebody : null,
        entity: text(),
        speaker: text(),
        group: dice.pick(state.session.groups).id,
        door: 'paper',
        seenAt: state.session.plan.startsAt,
        note: text(),
      }),
    () => by(owner, dice.pick(['queue.ready', 'queue.hold', 'queue.return', 'queue.withdraw'] as const), { entry }),
    () => by(driver, 'queue.remove', { entry, reason: 'other' }),
    () => by(driver, 'queue.order', { mode: dice.pick(orderModes), recommend: dice.chance(0.2), expectedMode: queue.mode }),
    () => by(driver, 'queue.move', { entry, before: dice.chance(0.7) ? other : null }),
    () => by(driver, 'queue.unpin', { entry }),
    () => by(owner, 'queue.defer', { entry, after: other }),
    () => by(owner, 'queue.offer-swap', { entry, with: dice.chance(0.8) ? other : null }),
    () => by(addressee, dice.chance(0.8) ? 'queue.take-swap' : 'queue.refuse-swap', { entry: asked, with: offer?.id ?? other }),
    () => by(driver, 'queue.swap', { entry, with: other }),
    () => by(driver, 'queue.merge', { into: entry, entry: other }),
    () =>
      by(driver, 'queue.separate', {
        entry: dice.pick(
          Object.values(queue.joint)
            .map((one) => one.entry.id)
            .concat(entry),
        ),
      }),
    () => by(driver, 'queue.advance-replies', {}),
    () => by(driver, 'floor.call', { entry: first ?? entry, expectedCurrent: turn, expectedNext: first }),
    () => by(driver, 'floor.call', { entry, expectedCurrent: turn, expectedNext: first }),
    () =>
      by(driver, dice.pick(['floor.start', 'floor.pause', 'floor.resume', 'floor.end', 'floor.absent'] as const), {
        turn: turn ?? ('nothing-of-this-name--' as never),
      }),
    () => by(driver, 'floor.start', { turn: turn ?? ('nothing-of-this-name--' as never) }),
    () => by(driver, 'floor.extend', { turn: turn ?? ('nothing-of-this-name--' as never), by: seconds(30) }),
    () => by(driver, 'floor.recognize', { entry: queue.points[0] ?? entry, expectedCurrent: turn }),
    () =>
      by(driver, 'floor.limit', {
        scope: { kind: 'everyone' },
        limit: seconds(dice.pick([60, 120, 180])),
        expectedLimit: floor.limits.everyone,
      }),
    () => by(driver, 'steps.undo', { step: steps.taken.at(-1)?.id ?? ('nothing-of-this-name--' as never) }),
    () => by(driver, dice.chance(0.1) ? 'session.suspend' : 'session.resume', {}),
    () => by(driver, 'cues.give', { turn: turn ?? ('nothing-of-this-name--' as never), cue: dice.pick(cueKinds) }),
    () =>
      by(floor.current?.entry?.speaker.person ?? somebody, dice.chance(0.5) ? 'cues.deliver' : 'cues.see', {
        cue: cues.last?.id ?? ('nothing-of-this-name--' as never),
      }),
    () => by(driver, 'cues.announce', { to: dice.pick(addressees), text: text() }),
    () =>
      by(driver, 'cues.take-down', {
        announcement: dice.pick(cues.announcements.map(({ id }) => id).concat('nothing-of-this-name--' as never)),
      }),
    () => by(driver, dice.chance(0.5) ? 'cues.blank' : 'cues.unblank', {}),
    () => by(somebody, 'questions.ask', { text: text(), receipt: dice.chance(0.9) ? receiptOf('device') : null }),
    () => by(somebody, 'questions.take-back', { question, receipt: receiptOf(dice.chance(0.7) ? 'device' : 'other') }),
    () =>
      by(driver, dice.pick(['questions.approve', 'questions.hold', 'questions.unshow', 'questions.reopen', 'questions.unmerge'] as const), {
        question,
      }),
    () => by(driver, 'questions.decline', { question, reason: 'off-topic' }),
    () => by(driver, 'questions.approve-all', { questions: [question, another] }),
    () =>
      by(driver, 'questions.edit', {
        question,
        text: text(),
        expectedText: dice.chance(0.9) ? (questions.all.get(question)?.text ?? text()) : text(),
      }),
    () => by(driver, 'questions.label', { question, segment: dice.pick(agenda.segments).id, tags: dice.chance(0.5) ? ['Access'] : [] }),
    () => by(driver, 'questions.merge', { into: question, question: another }),
    () =>
      by(driver, 'questions.put', {
        question,
        to: dice.chance(0.2) ? null : dice.pick(people.filter(({ role }) => role === 'panellist').concat(people[0] ?? [])).id,
      }),
    () => by(driver, 'questions.to-floor', { question }),
    () =>
      by(driver, 'questions.moderate', {
        moderation: dice.chance(0.1) ? 'none' : 'before',
        expectedModeration: questions.moderation,
      }),
    () => by(driver, 'questions.settle', { question, answer: 'in-writing' }),
    () => by(driver, 'questions.queue', { question }),
    () => by(driver, 'questions.show', { question, expectedCurrent: questions.current }),
    () => by(somebody, dice.chance(0.8) ? 'questions.support' : 'questions.unsupport', { question }),
    () => by(author, 'questions.withdraw', { question }),
    () =>
      by(driver, 'notes.add', {
        text: text(),
        tag: null,
        segment: agenda.current,
        about: turn === null || dice.chance(0.3) ? null : { kind: 'turn', turn },
      }),
    () => by(driver, 'notes.edit', { ...noted, text: text(), tag: null }),
    () => by(driver, 'notes.remove', noted),
    () => by(unheard, 'statements.file', { text: text(), expectedVersion: state.statements.all.get(unheard)?.version ?? 0 }),
    () => by(unheard, 'statements.withdraw', { expectedVersion: state.statements.all.get(unheard)?.version ?? 1 }),
    () => by(driver, 'agenda.go', { to: dice.pick(agenda.segments).id, expectedCurrent: agenda.current }),
  ]
  return dice.pick(deeds)()
}
