/** Turns a roll into the data of a command for the current state. The data mostly make sense, and sometimes do not. */
import { addressees, boothCueKinds, cueKinds, declineReasons, moderationModes, orderModes, remedies } from '@rostrum/shared/contract/enums'
import type { CommandId, GroupId, NoteId, PersonId } from '@rostrum/shared/contract/ids'
import { getLimit, type LimitScope } from '@rostrum/shared/contract/limits'
import { findPresiding } from '@rostrum/shared/contract/presiding'
import type { CommandData, CommandType, State } from '@rostrum/shared/contract/registry'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import { allPeople } from './fixtures.ts'
import { toCommandId, toReceipt } from './given.ts'
import { senseDataMakers } from './random-sense.ts'

export type Roll = { readonly pick: number; readonly who: number; readonly what: number; readonly more: number; readonly wait: number }
export const pick = <T>(things: readonly T[], roll: number): T | undefined => things[roll % Math.max(1, things.length)]
const missingId = toCommandId('missing') as string
/** Picks an id; one time in eleven, an id that does not exist. */
const pickId = (ids: readonly string[], roll: number): never => (roll % 11 === 7 ? missingId : (pick(ids, roll) ?? missingId)) as never

const pickEntry = ({ queue }: State, { what }: Roll) => ({ entry: pickId([...queue.entries.keys()], what) })
/** Picks an entry of the order, or sometimes any entry. */
const pickInOrder = ({ queue }: State, roll: number) =>
  pickId(roll % 13 === 5 ? [...queue.entries.keys()] : queue.order.map(({ entry }) => entry), roll)
const pickPair = (state: State, { what, more }: Roll) => ({ entry: pickInOrder(state, what), with: pickInOrder(state, more) })
/** Makes the answer to an open swap offer: the addressee's entry, with the entry that made the offer. */
const pickOffer = (state: State, roll: Roll) => {
  const made = pick(
    [...state.queue.entries.values()].filter(({ swapOfferedTo: swap }) => swap !== null),
    roll.what,
  )
  return made && roll.what % 9 ? { entry: made.swapOfferedTo as never, with: made.id } : pickPair(state, roll)
}
const pickTurn = ({ floor: { past, current } }: State, { what }: Roll) => {
  const pastIds = past.map(({ id }) => id)
  return { turn: what % 13 === 5 ? pickId(pastIds, what) : ((current?.id ?? missingId) as never) }
}
const listTurnIds = ({ floor: { past, current } }: State) => [...past, ...(current ? [current] : [])].map(({ id }) => id)
const pickQuestion = ({ questions }: State, { what }: Pick<Roll, 'what'>, ...statuses: readonly string[]) => {
  const some = [...questions.all.values()].filter(({ status }) => what % 5 === 0 || statuses.includes(status)).map(({ id }) => id)
  return { question: pickId(some.length > 0 ? some : [...questions.all.keys()], what) }
}
const listSegmentIds = ({ agenda }: State) => agenda.segments.map(({ id }) => id)
const listCueIds = ({ cues: { last, asked } }: State) => [last ?? [], asked].flat().map(({ id }) => id)
const pickCue = (state: State, { what }: Roll) => ({ cue: pickId(listCueIds(state), what) })
/** Returns mostly the true value, and sometimes `other`. */
const makeExpectation = <T>(so: T, { more }: Roll, other: T): T => (more % 9 === 4 ? other : so)
const topics = [null, 'Access', 'Rights', 'Skills'] as const
/** Returns the text that a command writes. Null if the roll chooses the text. */
export type TextSource = (command: CommandId) => string | null
const makeText = (what: number, more: number, written: string | null): string =>
  more % 23 === 3 ? 'x'.repeat(500) : (written ?? `Question ${what}?`)
const makeTopic = ({ more }: Roll, written: string | null) => (written && more % 4 ? written : (pick(topics, more) ?? null))

const makeLanguage = ({ what }: Roll) => pick(['fr', 'ar', 'sw', null] as const, what) as SpokenLanguage | null
const makeTrack = (_: State, { what }: Roll) => ({ language: (pick(['fr', 'ar', 'en'], what) ?? 'fr') as SpokenLanguage })
const pickTag = ({ session }: State, more: number) =>
  more % 13 === 5 ? 'unknown' : (pick([null, ...session.plan.notes.tags], more) ?? null)
const pickNote = ({ notes }: State, roll: Roll) => {
  const { note } = { note: pickId([...notes.all.keys()], roll.what) as NoteId }
  return { note, expectedVersion: makeExpectation(notes.all.get(note)?.version ?? 0, roll, 9) }
}
/** Picks mostly a person who was not reached or has already submitted a statement. */
export const pickAuthor = ({ queue, statements }: State, { who }: Roll): PersonId => {
  const invited = queue.notReached.flatMap(({ speaker }) => speaker.person ?? [])
  const those = who % 3 ? [...invited, ...statements.all.keys()] : []
  return pick(those, who) ?? ('gov-1' as PersonId)
}

const pickScope = ({ session }: State, { who, more }: Roll): LimitScope => {
  const group = (more % 19 === 5 ? 'unknown' : pick(session.groups, more)?.id) as GroupId
  const scopes: readonly LimitScope[] = [
    { kind: 'everyone' },
    { kind: 'everyone' },
    { kind: 'group', group },
    { kind: 'channel', channel: more % 2 ? 'room' : 'remote' },
    { kind: 'point-of-order' },
    { kind: 'right-of-reply' },
    { kind: 'answer' },
  ]
  return pick(scopes, who) ?? { kind: 'everyone' }
}

const pickIntendedAct = (state: State, { what, more }: Roll): CommandData<'floor.intend'>['act'] => {
  if (more % 3 === 0) return { kind: 'close' }
  if (more % 3 === 1) return { kind: 'go', to: pickId(listSegmentIds(state), what) }
  return { kind: 'recognize', entry: pickId(what % 6 ? state.queue.pointsOfOrder : [...state.queue.entries.keys()], what) }
}

export const dataMakers: {
  readonly [C in CommandType]: (state: State, roll: Roll, at: Instant, written: string | null) => CommandData<C>
} = {
  'session.open': (_, { what }) => (what % 4 === 0 ? { onAnyDay: true } : {}),
  'session.close': () => ({}),
  'agenda.go': (state, roll) => ({
    to: pickId(listSegmentIds(state), roll.what),
    expectedCurrent: makeExpectation(state.agenda.current, roll, null),
    ...(state.floor.current && roll.more % 3 ? { endsTurn: makeExpectation(state.floor.current.id, roll, missingId as never) } : {}),
  }),
  ...{ 'session.suspend': () => ({}), 'session.resume': () => ({}) },
  'agenda.adjust': (state, roll) => ({
    remedy: pick(remedies, roll.more) ?? 'later',
    lengths: [{ segment: pickId(listSegmentIds(state), roll.what), length: (120_000 + (roll.more % 5) * 60_000) as never }],
    limit: roll.more % 3 ? null : (90_000 as never),
    expectedCurrent: makeExpectation(state.agenda.current ?? (missingId as never), roll, missingId as never),
    expectedLimit: makeExpectation(state.floor.limits.everyone, roll, 45_000 as never),
  }),
  'people.hand-chair': (state, roll) => ({
    to: (roll.what % 4 ? pick(allPeople, roll.what)?.person : 'vice') as PersonId,
    expectedPresiding: makeExpectation(findPresiding(state.people)?.id ?? (missingId as never), roll, missingId as never),
  }),
  'people.revoke': (_, { what }) => ({ person: (what % 8 === 3 ? missingId : pick(allPeople.slice(4), what)?.person) as PersonId }),
  'queue.open': () => ({}),
  'queue.close': () => ({}),
  'queue.last-call': (_, { what }) => ({ for: (30_000 + 1_000 * what) as never }),
  'queue.join': (_, roll, __, written) => ({
    kind: roll.what % 5 === 0 ? 'point-of-order' : roll.what % 11 === 1 ? 'right-of-reply' : 'intervention',
    ...{ topic: makeTopic(roll, written), ...(roll.more % 3 ? {} : { language: makeLanguage(roll) }) },
  }),
  'queue.set-topic': (state, roll, _, written) => ({ ...pickEntry(state, roll), topic: makeTopic(roll, written) }),
  'queue.set-language': (state, roll) => ({ ...pickEntry(state, roll), language: makeLanguage(roll) }),
  'queue.add': (state, { what, more }, at, written) => ({
    kind: what % 9 === 4 ? 'right-of-reply' : what % 23 === 2 ? 'point-of-order' : 'intervention',
    person: what % 4 === 1 ? ((what % 8 === 1 ? missingId : pick(allPeople, more)?.person) as PersonId) : null,
    entity: more % 17 === 3 ? 'Chair' : `Delegation ${what % 6}`,
    speaker: more % 2 ? (written ?? `Speaker ${more}`) : null,
    group: (more % 19 === 5 ? 'unknown' : pick(state.session.groups, more)?.id) as GroupId,
    requestChannel: pick(['room', 'remote', 'paper'] as const, what) ?? 'room',
    seenAt: Math.max(1, at - (what % 3) * 20_000 + (what % 7 === 0 ? 60_000 : 0)) as Instant,
    note: more % 3 ? written : null,
  }),
  'queue.ready': pickEntry,
  'queue.hold': pickEntry,
  'queue.return': pickEntry,
  'queue.withdraw': pickEntry,
  'queue.remove': (state, roll) => ({ ...pickEntry(state, roll), reason: 'other' }),
  'queue.set-order': (state, roll) => ({
    mode: pick(orderModes, roll.what) ?? 'received',
    suggestOnly: roll.what % 7 < 2,
    expectedMode: makeExpectation(state.queue.mode, roll, state.queue.mode === 'received' ? 'balanced' : 'received'),
  }),
  'queue.move': (state, { what, more }) => ({ entry: pickInOrder(state, what), before: more % 5 === 0 ? null : pickInOrder(state, more) }),
  'queue.unpin': (state, roll) => {
    const pinned = [...state.queue.entries.values()].flatMap(({ id, pin }) => (pin ? [id] : []))
    return pinned.length > 0 && roll.what % 5 ? { entry: pickId(pinned, roll.what) } : pickEntry(state, roll)
  },
  'queue.defer': (state, { what, more }) => {
    const { order: line } = state.queue
    const from = what % Math.max(1, line.length)
    const behind = line.slice(more % 6 === 0 ? 0 : from + 1).map(({ entry }) => entry)
    if (what % 9 === 4) return { entry: pickId([...state.queue.entries.keys()], what), after: pickId(behind, more) }
    return { entry: line[from]?.entry ?? (missingId as never), after: pickId(behind, more) }
  },
  'queue.offer-swap': (state, { what, more }) => ({
    entry: pickInOrder(state, what),
    with: more % 6 === 0 ? null : pickInOrder(state, more),
  }),
  'queue.accept-swap': pickOffer,
  'queue.refuse-swap': pickOffer,
  'queue.swap': pickPair,
  'queue.merge': (state, { what, more }) => ({
    into: pickInOrder(state, what),
    entry: more % 7 ? pickInOrder(state, more) : pickId([...state.queue.entries.keys()], more),
  }),
  'queue.separate': (state, { what }) => ({ entry: pickId(Object.keys(state.queue.joint), what) }),
  'queue.advance-replies': () => ({}),
  'floor.call': (state, roll) => {
    const { next, suggestion } = state.queue
    const likely = suggestion && roll.what % 3 === 0 ? suggestion.entry : next
    const entry = likely && roll.what % 4 ? likely : pickEntry(state, roll).entry
    return { entry, expectedCurrent: makeExpectation(state.floor.current?.id ?? null, roll, null), expectedNext: next }
  },
  ...{ 'floor.start': pickTurn, 'floor.pause': pickTurn, 'floor.resume': pickTurn },
  'floor.set-language': (state, roll) => ({ ...pickTurn(state, roll), language: makeLanguage(roll) }),
  'floor.extend': (state, roll) => ({ ...pickTurn(state, roll), by: ((roll.more % 20) * 30_000 - 300_000) as never }),
  'floor.end': pickTurn,
  'floor.mark-absent': pickTurn,
  'floor.decline': pickTurn,
  'floor.recognize': (state, roll) => ({
    entry: pickId(roll.what % 6 ? state.queue.pointsOfOrder : [...state.queue.entries.keys()], roll.what),
    expectedCurrent: makeExpectation(state.floor.current?.id ?? null, roll, null),
    ...(roll.more % 3 ? {} : { endsCurrent: roll.more % 2 === 0 }),
  }),
  'floor.intend': (state, roll) => ({ ...pickTurn(state, roll), act: pickIntendedAct(state, roll) }),
  'floor.set-limit': (state, roll) => {
    const scope = pickScope(state, roll)
    const limit = roll.what % 5 === 4 ? null : ((60_000 + (roll.what % 4) * 30_000) as never)
    return { scope, limit, expectedLimit: makeExpectation(getLimit(state.floor.limits, scope), roll, 45_000 as never) }
  },
  'floor.call-last': (state, roll) => ({
    ...pickEntry(state, roll),
    expectedCurrent: makeExpectation(state.floor.current?.id ?? null, roll, null),
    expectedNext: state.queue.next,
  }),
  'floor.give': (state, roll) => ({
    person: (roll.what % 8 === 3 ? missingId : pick(allPeople, roll.what)?.person) as PersonId,
    expectedCurrent: makeExpectation(state.floor.current?.id ?? null, roll, null),
    expectedNext: state.queue.next,
  }),
  'steps.undo': (state, roll) => ({
    step: makeExpectation((state.steps.taken.at(-1)?.id ?? missingId) as never, roll, missingId as never),
  }),
  'questions.ask': (_, { what, more }, __, written) => ({
    text: makeText(what, more, written),
    receipt: more % 6 === 1 ? null : toReceipt('device'),
  }),
  'questions.withdraw-with-receipt': (state, roll) => ({
    ...pickQuestion(state, roll, 'pending', 'approved', 'on-hold', 'merged'),
    receipt: toReceipt(roll.more % 5 === 2 ? 'other' : 'device'),
  }),
  'questions.withdraw': (state, roll) => pickQuestion(state, roll, 'pending', 'approved', 'on-hold', 'merged'),
  'questions.approve': (state, roll) => pickQuestion(state, roll, 'pending', 'on-hold'),
  'questions.approve-all': (state, { what, more }) => ({
    questions: [what, more, what + more].map((one) => pickQuestion(state, { what: one }, 'pending', 'on-hold').question),
  }),
  'questions.decline': (state, roll) => ({
    ...pickQuestion(state, roll, 'pending', 'approved'),
    reason: pick(declineReasons, roll.more) ?? 'off-topic',
  }),
  'questions.reopen': (state, roll) => pickQuestion(state, roll, 'declined'),
  'questions.edit': (state, roll, _, written) => {
    const one = pickQuestion(state, roll, 'pending', 'approved', 'on-hold', 'answering')
    const found = state.questions.all.get(one.question)
    const text = (roll.more % 5 === 3 ? found?.original : null) ?? makeText(roll.what, roll.more, written)
    return { ...one, text, expectedText: makeExpectation(found?.text ?? 'Why?', roll, 'Something else?') }
  },
  'questions.label': (state, roll) => ({
    ...pickQuestion(state, roll, 'pending', 'approved'),
    segment: roll.more % 4 === 0 ? null : pickId(listSegmentIds(state), roll.more),
    tags: ['Access', 'Skills', 'Access'].slice(0, roll.who % 4),
  }),
  'questions.merge': (state, { what, more }) => ({
    into: pickQuestion(state, { what }, 'pending', 'approved', 'on-hold').question,
    ...pickQuestion(state, { what: more }, 'pending', 'approved', 'on-hold'),
  }),
  'questions.unmerge': (state, roll) => pickQuestion(state, roll, 'merged'),
  'questions.assign': (state, roll) => ({
    ...pickQuestion(state, roll, 'pending', 'approved', 'answering', 'answered'),
    assignee: roll.more % 5 === 0 ? null : ((roll.more % 5 === 1 ? 'gov-1' : 'panel') as PersonId),
  }),
  'questions.move-to-queue': (state, roll) => pickQuestion(state, roll, 'pending', 'approved', 'on-hold'),
  'questions.set-moderation': (state, roll) => ({
    moderation: pick(moderationModes, roll.what) ?? 'before',
    expectedModeration: makeExpectation(state.questions.moderation, roll, 'none'),
  }),
  'questions.hold': (state, roll) => pickQuestion(state, roll, 'pending', 'on-hold'),
  'questions.support': (state, roll) => pickQuestion(state, roll, 'approved', 'answering'),
  'questions.unsupport': (state, roll) => pickQuestion(state, roll, 'approved', 'answering'),
  'questions.set-next': (state, roll) => (roll.more % 4 === 0 ? { question: null } : pickQuestion(state, roll, 'approved')),
  'questions.show': (state, roll) => ({
    ...pickQuestion(state, roll, 'approved'),
    expectedCurrent: makeExpectation(state.questions.current, roll, null),
  }),
  'questions.unshow': (state, roll) => pickQuestion(state, roll, 'answering'),
  'questions.mark-answered': (state, roll) => ({
    ...pickQuestion(state, roll, 'answering', 'approved'),
    answer: pick(['live', 'in-writing', 'taken-on-notice'] as const, roll.more) ?? 'live',
  }),
  'cues.give': (state, roll) => ({ ...pickTurn(state, roll), cue: pick(cueKinds, roll.more) ?? 'conclude' }),
  'cues.ask': (state, roll) => ({ ...pickTurn(state, roll), cue: pick(boothCueKinds, roll.more) ?? 'slower' }),
  ...{ 'cues.deliver': pickCue, 'cues.see': pickCue },
  'cues.announce': (_, { what, more }, __, written) => ({
    to: pick(addressees, what) ?? 'everyone',
    text: written ?? `Announcement ${more}`,
  }),
  'cues.take-down': ({ cues }, { what }) => ({
    announcement: pickId(
      cues.announcements.map(({ id }) => id),
      what,
    ),
  }),
  'notes.add': (state, { what, more }, _, written) => ({
    text: written ?? `Point ${more}`,
    tag: pickTag(state, more),
    segment: what % 3 ? pickId(listSegmentIds(state), what) : null,
    about:
      more % 4 === 0
        ? null
        : more % 4 === 1
          ? { kind: 'question', ...pickQuestion(state, { what }) }
          : { kind: 'turn', turn: pickId(listTurnIds(state), what) },
  }),
  'notes.edit': (state, roll, _, written) => ({
    ...pickNote(state, roll),
    text: written ?? `Point ${roll.more}`,
    tag: pickTag(state, roll.more),
  }),
  'notes.remove': pickNote,
  'statements.submit': (state, roll, _, written) => ({
    text: roll.more % 5 === 3 ? 'word '.repeat(200).trim() : (written ?? `Statement ${roll.more}`),
    expectedVersion: makeExpectation(state.statements.all.get(pickAuthor(state, roll))?.version ?? 0, roll, 7),
  }),
  'statements.withdraw': (state, roll) => ({
    expectedVersion: makeExpectation(state.statements.all.get(pickAuthor(state, roll))?.version ?? 1, roll, 7),
  }),
  ...senseDataMakers,
  ...{ 'captions.add': makeTrack, 'captions.remove': makeTrack, 'captions.renew': makeTrack },
  'captions.set-delay': (_, { what }) => ({ delay: ((what % 7) * 1_000) as never }),
  'captions.set-kept': (_, { what }) => ({ kept: what % 2 === 0 }),
  ...{ 'cues.blank': () => ({}), 'cues.unblank': () => ({}) },
}
