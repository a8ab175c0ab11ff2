/** Random people who do what their screens allow, and some things that their screens do not allow. */
import { addressees, cueKinds, entryKinds, orderModes } from '@rostrum/shared/contract/enums'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import type { CommandData, CommandType, State } from '@rostrum/shared/contract/registry'
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import { minutes, seconds } from '@rostrum/shared/kernel/time'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { toReceipt } from './given.ts'
import type { SeededRandom } from './seeded-random.ts'

export type RandomAction = { readonly person: PersonId; readonly envelope: Envelope }

const makeCommandId = (random: SeededRandom): CommandId =>
  Array.from({ length: 22 }, () => random.pick([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'])).join(
    '',
  ) as CommandId

export const makeRandomAction = (state: State, random: SeededRandom, text: () => string): RandomAction => {
  const people = [...state.people.all.values()]
  const participants = people.filter(({ role }) => role === 'participant')
  const staff = people.filter(({ role }) => role === 'chair' || role === 'secretariat')
  const by = <C extends CommandType>(person: PersonId, type: C, data: CommandData<C>): RandomAction => ({
    person,
    envelope: { id: makeCommandId(random), type, data } as Envelope,
  })
  const staffMember = random.pick(staff).id
  const participant = random.pick(participants).id
  const { queue, floor, questions, agenda, steps, cues } = state
  const turn = floor.current?.id ?? null
  const openTurn = findOpenTurn(floor)?.id ?? null
  const open = openTurn ?? ('nothing-of-this-name--' as never)
  const first = queue.next
  const entry = random.pick([...queue.entries.values()].map(({ id }) => id).concat('nothing-of-this-name--' as never))
  const owner = queue.entries.get(entry)?.speaker.person ?? participant
  const other = random.pick(queue.order.map((place) => place.entry).concat('nothing-of-this-name--' as never))
  const offer = [...queue.entries.values()].find(({ swapOfferedTo: swap }) => swap !== null)
  const offerTarget = offer?.swapOfferedTo ?? entry
  const addressee = queue.entries.get(offerTarget)?.speaker.person ?? participant
  const question = random.pick([...questions.all.keys()].concat('nothing-of-this-name--' as never))
  const another = random.pick([...questions.all.keys()].concat('nothing-of-this-name--' as never))
  const author = questions.all.get(question)?.author?.person ?? participant
  const note = [...state.notes.all.values()].at(-1)
  const noteVersion = { note: note?.id ?? ('nothing-of-this-name--' as never), expectedVersion: note?.version ?? 0 }
  const notReached = random.pick(queue.notReached.flatMap(({ speaker }) => speaker.person ?? []).concat(participant))
  const actions: readonly (() => RandomAction)[] = [
    () => by(staffMember, 'session.open', {}),
    () => by(staffMember, 'queue.open', {}),
    () => (random.isLikely(0.1) ? by(staffMember, 'queue.close', {}) : by(staffMember, 'queue.last-call', { for: minutes(3) })),
    () =>
      by(participant, 'queue.join', {
        kind: random.isLikely(0.7) ? ordinaryKind : random.pick(entryKinds),
        topic: random.isLikely(0.3) ? text() : null,
      }),
    () => by(participant, 'queue.join', { kind: ordinaryKind, topic: null }),
    () => by(owner, 'queue.set-topic', { entry, topic: text() }),
    () => by(owner, 'queue.set-language', { entry, language: 'fr' as never }),
    () =>
      by(staffMember, 'queue.add', {
        kind: random.isLikely(0.8) ? ordinaryKind : random.pick(entryKinds),
        person: random.isLikely(0.2) ? participant : null,
        entity: text(),
        speaker: text(),
        group: random.pick(state.session.groups).id,
        requestChannel: 'paper',
        seenAt: state.session.plan.startsAt,
        note: text(),
      }),
    () => by(owner, random.pick(['queue.ready', 'queue.hold', 'queue.return', 'queue.keep-place', 'queue.withdraw'] as const), { entry }),
    () => by(staffMember, 'queue.remove', { entry, reason: 'other' }),
    () =>
      by(staffMember, 'queue.set-order', { mode: random.pick(orderModes), suggestOnly: random.isLikely(0.2), expectedMode: queue.mode }),
    () => by(staffMember, 'queue.move', { entry, before: random.isLikely(0.7) ? other : null }),
    () => by(staffMember, 'queue.unpin', { entry }),
    () => by(owner, 'queue.defer', { entry, after: other }),
    () => by(owner, 'queue.offer-swap', { entry, with: random.isLikely(0.8) ? other : null }),
    () => by(addressee, random.isLikely(0.8) ? 'queue.accept-swap' : 'queue.refuse-swap', { entry: offerTarget, with: offer?.id ?? other }),
    () => by(staffMember, 'queue.swap', { entry, with: other }),
    () => by(staffMember, 'queue.merge', { into: entry, entry: other }),
    () =>
      by(staffMember, 'queue.separate', {
        entry: random.pick(
          Object.values(queue.joint)
            .map((one) => one.entry.id)
            .concat(entry),
        ),
      }),
    () => by(staffMember, 'queue.advance-replies', {}),
    () => by(staffMember, 'floor.call', { entry: first ?? entry, expectedCurrent: turn, expectedNext: first }),
    () => by(staffMember, 'floor.call', { entry, expectedCurrent: turn, expectedNext: first }),
    () =>
      by(staffMember, random.pick(['floor.start', 'floor.pause', 'floor.resume', 'floor.end', 'floor.mark-absent'] as const), {
        turn: open,
      }),
    () => by(floor.current?.entry?.speaker.person ?? participant, 'floor.decline', { turn: open }),
    () => by(staffMember, 'floor.start', { turn: open }),
    () => by(staffMember, 'floor.extend', { turn: open, by: seconds(30) }),
    () =>
      by(staffMember, 'floor.recognize', {
        entry: queue.pointsOfOrder[0] ?? entry,
        expectedCurrent: turn,
      }),
    () =>
      by(staffMember, 'floor.intend', {
        turn: open,
        act: random.pick([
          { kind: 'recognize', entry: queue.pointsOfOrder[0] ?? entry },
          { kind: 'go', to: random.pick(agenda.segments).id },
          { kind: 'close' },
        ] as const),
      }),
    () =>
      by(staffMember, 'floor.set-limit', {
        scope: { kind: 'everyone' },
        limit: seconds(random.pick([60, 120, 180])),
        expectedLimit: floor.limits.everyone,
      }),
    () => by(staffMember, 'steps.undo', { step: steps.taken.at(-1)?.id ?? ('nothing-of-this-name--' as never) }),
    () => by(staffMember, random.isLikely(0.1) ? 'session.suspend' : 'session.resume', {}),
    () => by(staffMember, 'cues.give', { turn: open, cue: random.pick(cueKinds) }),
    () =>
      by(floor.current?.entry?.speaker.person ?? participant, random.isLikely(0.5) ? 'cues.deliver' : 'cues.see', {
        cue: cues.last?.id ?? ('nothing-of-this-name--' as never),
      }),
    () => by(staffMember, 'cues.announce', { to: random.pick(addressees), text: text() }),
    () =>
      by(staffMember, 'cues.take-down', {
        announcement: random.pick(cues.announcements.map(({ id }) => id).concat('nothing-of-this-name--' as never)),
      }),
    () => by(staffMember, random.isLikely(0.5) ? 'cues.blank' : 'cues.unblank', {}),
    () => by(participant, 'questions.ask', { text: text(), receipt: random.isLikely(0.9) ? toReceipt('device') : null }),
    () => by(participant, 'questions.withdraw-with-receipt', { question, receipt: toReceipt(random.isLikely(0.7) ? 'device' : 'other') }),
    () =>
      by(
        staffMember,
        random.pick(['questions.approve', 'questions.hold', 'questions.unshow', 'questions.reopen', 'questions.unmerge'] as const),
        {
          question,
        },
      ),
    () => by(staffMember, 'questions.decline', { question, reason: 'off-topic' }),
    () => by(staffMember, 'questions.decide-all', { questions: [question, another], decision: { kind: 'approve' } }),
    () =>
      by(staffMember, 'questions.edit', {
        question,
        text: text(),
        expectedText: random.isLikely(0.9) ? (questions.all.get(question)?.text ?? text()) : text(),
      }),
    () =>
      by(staffMember, 'questions.label', {
        question,
        segment: random.pick(agenda.segments).id,
        tags: random.isLikely(0.5) ? ['Access'] : [],
      }),
    () => by(staffMember, 'questions.merge', { into: question, question: another }),
    () =>
      by(staffMember, 'questions.assign', {
        question,
        assignee: random.isLikely(0.2) ? null : random.pick(people.filter(({ role }) => role === 'panellist').concat(people[0] ?? [])).id,
      }),
    () => by(staffMember, 'questions.move-to-queue', { question }),
    () =>
      by(staffMember, 'questions.set-moderation', {
        moderation: random.isLikely(0.1) ? 'none' : 'before',
        expectedModeration: questions.moderation,
      }),
    () => by(staffMember, 'questions.mark-answered', { question, answer: 'in-writing' }),
    () => by(staffMember, 'questions.set-next', { question }),
    () => by(staffMember, 'questions.show', { question, expectedCurrent: questions.current }),
    () => by(participant, random.isLikely(0.8) ? 'questions.support' : 'questions.unsupport', { question }),
    () => by(author, 'questions.withdraw', { question }),
    () =>
      by(staffMember, 'notes.add', {
        text: text(),
        tag: null,
        segment: agenda.current,
        about: turn === null || random.isLikely(0.3) ? null : { kind: 'turn', turn },
      }),
    () => by(staffMember, 'notes.edit', { ...noteVersion, text: text(), tag: null }),
    () => by(staffMember, 'notes.remove', noteVersion),
    () => by(notReached, 'statements.submit', { text: text(), expectedVersion: state.statements.all.get(notReached)?.version ?? 0 }),
    () => by(notReached, 'statements.withdraw', { expectedVersion: state.statements.all.get(notReached)?.version ?? 1 }),
    () =>
      by(staffMember, 'agenda.go', {
        to: random.pick(agenda.segments).id,
        expectedCurrent: agenda.current,
        ...(openTurn && random.isLikely(0.3) ? { endsTurn: openTurn } : {}),
      }),
  ]
  return random.pick(actions)()
}
