/** Turns a roll into the data of a command for the current state. The data mostly make sense, and sometimes do not. */
import { addressees, boothCueKinds, cueKinds, entryKinds, orderModes, remedies } from '@rostrum/shared/contract/enums'
import type { GroupId, NoteId, PersonId } from '@rostrum/shared/contract/ids'
import { ordinaryKind, ownLimitNames } from '@rostrum/shared/contract/kinds'
import { getLimit, type LimitScope } from '@rostrum/shared/contract/limits'
import type { NoteSubject } from '@rostrum/shared/contract/note-subjects'
import { findPresiding } from '@rostrum/shared/contract/presiding'
import type { CommandData, State } from '@rostrum/shared/contract/registry'
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { allPeople } from './fixtures.ts'
import { pickQuestion, questionDataMakers } from './random-questions.ts'
import { type DataMakers, listSegmentIds, makeExpectation, missingId, pick, pickId, type Roll } from './random-roll.ts'
import { senseDataMakers } from './random-sense.ts'

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
const pickTurn = ({ floor }: State, { what }: Roll) => {
  const pastIds = floor.past.map(({ id }) => id)
  return { turn: what % 13 === 5 ? pickId(pastIds, what) : ((findOpenTurn(floor)?.id ?? missingId) as never) }
}
const listTurnIds = ({ floor: { past, current } }: State) => [...past, ...(current ? [current] : [])].map(({ id }) => id)
const listCueIds = ({ cues: { last, asked } }: State) => [last ?? [], asked].flat().map(({ id }) => id)
const pickCue = (state: State, { what }: Roll) => ({ cue: pickId(listCueIds(state), what) })
/** Picks the ordinary kind, and one time in three any kind. */
const pickKind = ({ what, more }: Pick<Roll, 'what' | 'more'>) =>
  ((what + more) % 3 === 0 && pick(entryKinds, Math.floor((what + more) / 3))) || ordinaryKind
const topics = [null, 'Access', 'Rights', 'Skills'] as const
const makeTopic = ({ more }: Roll, written: string | null) => (written && more % 4 ? written : (pick(topics, more) ?? null))

const makeLanguage = ({ what }: Roll) => pick(['fr', 'ar', 'sw', null] as const, what) as SpokenLanguage | null
const makeTrack = (_: State, { what }: Roll) => ({ language: (pick(['fr', 'ar', 'en'], what) ?? 'fr') as SpokenLanguage })
const pickTag = ({ session }: State, more: number) =>
  more % 13 === 5 ? 'unknown' : (pick([null, ...session.plan.notes.tags], more) ?? null)
const pickSubject = (state: State, { what, more }: Pick<Roll, 'what' | 'more'>): NoteSubject => {
  if (more % 5 === 0)
    return {
      kind: 'statement',
      statement: pickId(
        [...state.statements.all.values()].map(({ id }) => id),
        what,
      ),
    }
  if (more % 5 < 3) return { kind: more % 2 ? 'question' : 'answer-to', ...pickQuestion(state, { what }) }
  return { kind: 'turn', turn: pickId(listTurnIds(state), what) }
}
const pickNote = ({ notes }: State, roll: Roll) => {
  const { note } = { note: pickId([...notes.all.keys()], roll.what) as NoteId }
  return { note, expectedVersion: makeExpectation(notes.all.get(note)?.version ?? 0, roll, 9) }
}
/** Picks mostly a person who was not reached or has already submitted a statement. */
export const pickAuthor = ({ queue, statements }: State, { who }: Roll): PersonId => {
  const invited = queue.notReached.flatMap(({ speaker }) => speaker.person ?? [])
  const authors = [...statements.all.values()].flatMap(({ author }) => author.person ?? [])
  const those = who % 3 ? [...invited, ...authors] : []
  return pick(those, who) ?? ('gov-1' as PersonId)
}

const pickScope = ({ session }: State, { who, more }: Roll): LimitScope => {
  const group = (more % 19 === 5 ? 'unknown' : pick(session.groups, more)?.id) as GroupId
  const scopes: readonly LimitScope[] = [
    { kind: 'everyone' },
    { kind: 'everyone' },
    { kind: 'group', group },
    { kind: 'channel', channel: more % 2 ? 'room' : 'remote' },
    ...ownLimitNames.map((kind) => ({ kind })),
  ]
  return pick(scopes, who) ?? { kind: 'everyone' }
}

const pickIntendedAct = (state: State, { what, more }: Roll): CommandData<'floor.intend'>['act'] => {
  if (more % 3 === 0) return { kind: 'close' }
  if (more % 3 === 1) return { kind: 'go', to: pickId(listSegmentIds(state), what) }
  return { kind: 'recognize', entry: pickId(what % 6 ? state.queue.pointsOfOrder : [...state.queue.entries.keys()], what) }
}

export const dataMakers: DataMakers = {
  'session.open': (_, { what }) => (what % 4 === 0 ? { onAnyDay: true } : {}),
  'session.close': () => ({}),
  'agenda.go': (state, roll) => {
    const open = findOpenTurn(state.floor)
    return {
      to: pickId(listSegmentIds(state), roll.what),
      expectedCurrent: makeExpectation(state.agenda.current, roll, null),
      ...(open && roll.more % 3 ? { endsTurn: makeExpectation(open.id, roll, missingId as never) } : {}),
    }
  },
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
  'people.confirm': (_, { what }) => ({ person: (what % 4 ? 'walk-in' : pick(allPeople, what)?.person) as PersonId }),
  'people.revoke': (_, { what }) => ({ person: (what % 8 === 3 ? missingId : pick(allPeople.slice(4), what)?.person) as PersonId }),
  'queue.open': () => ({}),
  'queue.close': () => ({}),
  'queue.last-call': (_, { what }) => ({ for: (30_000 + 1_000 * what) as never }),
  'queue.join': (_, roll, __, written) => ({
    kind: pickKind(roll),
    ...{ topic: makeTopic(roll, written), ...(roll.more % 3 ? {} : { language: makeLanguage(roll) }) },
  }),
  'queue.set-topic': (state, roll, _, written) => ({ ...pickEntry(state, roll), topic: makeTopic(roll, written) }),
  'queue.set-language': (state, roll) => ({ ...pickEntry(state, roll), language: makeLanguage(roll) }),
  'queue.add': (state, { what, more }, at, written) => ({
    kind: pickKind({ what, more }),
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
  'queue.keep-place': pickEntry,
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
    about: more % 4 === 0 ? null : pickSubject(state, { what, more }),
  }),
  'notes.edit': (state, roll, _, written) => ({
    ...pickNote(state, roll),
    text: written ?? `Point ${roll.more}`,
    tag: pickTag(state, roll.more),
  }),
  'notes.set-also': (state, roll) => ({
    ...pickNote(state, roll),
    also: roll.more % 3 === 0 ? [] : [pickSubject(state, roll), pickSubject(state, { what: roll.what + 1, more: roll.more + 1 })],
  }),
  'notes.join': (state, roll) => ({
    ...pickNote(state, roll),
    into: roll.more % 4 === 0 ? null : (pickId([...state.notes.all.keys()], roll.more) as NoteId),
  }),
  'notes.set-sentence': (state, roll, _, written) => {
    const { note } = pickNote(state, roll)
    const existing = state.notes.all.get(note)
    const language = pick(languageIds, roll.more) ?? 'en'
    return {
      note,
      language,
      text: roll.more % 5 === 0 ? null : (written ?? `Sentence ${roll.more}`),
      basis: {
        note: existing?.text ?? 'Point',
        tag: existing?.tag ?? null,
        organizations: roll.what % 4,
        groups: [],
        panel: roll.who % 2 === 0,
      },
      expectedText: roll.more % 7 === 0 ? 'Other' : (existing?.sentences?.[language]?.text ?? null),
    }
  },
  'notes.remove': pickNote,
  'statements.submit': (state, roll, _, written) => ({
    text: roll.more % 5 === 3 ? 'word '.repeat(200).trim() : (written ?? `Statement ${roll.more}`),
    expectedVersion: makeExpectation(state.statements.all.get(pickAuthor(state, roll))?.version ?? 0, roll, 7),
  }),
  'statements.withdraw': (state, roll) => ({
    expectedVersion: makeExpectation(state.statements.all.get(pickAuthor(state, roll))?.version ?? 1, roll, 7),
  }),
  'statements.enter': (state, roll, _, written) => {
    const entry = pickId(
      state.queue.notReached.map(({ id }) => id),
      roll.what,
    )
    const person = roll.more % 7 === 0 ? (missingId as PersonId) : pickAuthor(state, roll)
    const by = roll.more % 3 ? ({ kind: 'entry', entry } as const) : ({ kind: 'person', person } as const)
    const version = state.statements.all.get(by.kind === 'entry' ? by.entry : by.person)?.version ?? 0
    const text = roll.more % 5 === 3 ? 'word '.repeat(200).trim() : (written ?? `Paper ${roll.more}`)
    return { by, text, expectedVersion: makeExpectation(version, roll, 7) }
  },
  'statements.remove': (state, roll) => {
    const statement = pickId(
      [...state.statements.all.values()].map(({ id }) => id),
      roll.what,
    )
    const version = state.statements.all.find(({ id }) => id === statement)?.version ?? 1
    return { statement, expectedVersion: makeExpectation(version, roll, 7) }
  },
  ...questionDataMakers,
  ...senseDataMakers,
  ...{ 'captions.add': makeTrack, 'captions.remove': makeTrack, 'captions.renew': makeTrack },
  'captions.set-delay': (_, { what }) => ({ delay: ((what % 7) * 1_000) as never }),
  'captions.display': (state, roll) => ({ language: roll.what % 3 === 0 ? null : makeTrack(state, roll).language }),
  'captions.set-kept': (_, { what }) => ({ kept: what % 2 === 0 }),
  ...{ 'cues.blank': () => ({}), 'cues.unblank': () => ({}) },
}
