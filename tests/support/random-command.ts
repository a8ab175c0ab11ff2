/** What a roll comes to for each command in the state that it meets: mostly what makes sense, and sometimes not. */
import { addressees, cueKinds, declines, moderations, orderModes, remedies } from '@rostrum/shared/contract/enums'
import type { CommandId, GroupId, NoteId, PersonId } from '@rostrum/shared/contract/ids'
import { limitOf, type Scope } from '@rostrum/shared/contract/limits'
import type { CommandData, CommandType, State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import { everybody } from './fixtures.ts'
import { commandOf, receiptOf } from './given.ts'

export type Roll = { readonly pick: number; readonly who: number; readonly what: number; readonly more: number; readonly wait: number }

export const oneOf = <T>(things: readonly T[], roll: number): T | undefined => things[roll % Math.max(1, things.length)]
const missing = commandOf('missing') as string
/** One time in eleven something that is not there. */
const idFrom = (ids: readonly string[], roll: number): never => (roll % 11 === 7 ? missing : (oneOf(ids, roll) ?? missing)) as never

const entryIn = ({ queue }: State, { what }: Roll) => ({ entry: idFrom(Object.keys(queue.entries), what) })
/** One that stands in the line; sometimes any. */
const placeIn = ({ queue }: State, roll: number) =>
  idFrom(roll % 13 === 5 ? Object.keys(queue.entries) : queue.line.map(({ entry }) => entry), roll)
const pairIn = (state: State, { what, more }: Roll) => ({ entry: placeIn(state, what), with: placeIn(state, more) })
/** An offer that stands, turned round: its addressee answers it. */
const offerIn = (state: State, roll: Roll) => {
  const made = oneOf(
    Object.values(state.queue.entries).filter(({ swap }) => swap !== null),
    roll.what,
  )
  return made && roll.what % 9 ? { entry: made.swap as never, with: made.id } : pairIn(state, roll)
}
const turnIn = ({ floor }: State, { what }: Roll) => ({
  turn:
    what % 13 === 5
      ? idFrom(
          floor.past.map(({ id }) => id),
          what,
        )
      : ((floor.current?.id ?? missing) as never),
})
const questionIn = ({ questions }: State, { what }: Pick<Roll, 'what'>, ...wanted: readonly string[]) => {
  const some = [...questions.all.values()].filter(({ status }) => what % 5 === 0 || wanted.includes(status)).map(({ id }) => id)
  return { question: idFrom(some.length > 0 ? some : [...questions.all.keys()], what) }
}
const segmentsIn = ({ agenda }: State) => agenda.segments.map(({ id }) => id)
const cueIn = ({ cues }: State, { what }: Roll) => ({ cue: idFrom(cues.last ? [cues.last.id] : [], what) })
/** Mostly what is so, sometimes something else. */
const expecting = <T>(so: T, { more }: Roll, other: T): T => (more % 9 === 4 ? other : so)
const topics = [null, 'Access', 'Rights', 'Skills'] as const
/** What is written in the name of a command; null where the dice choose. */
export type Write = (command: CommandId) => string | null
const textFrom = (what: number, more: number, written: string | null): string =>
  more % 23 === 3 ? 'x'.repeat(500) : (written ?? `Question ${what}?`)
const topicFrom = ({ more }: Roll, written: string | null) => (written && more % 4 ? written : (oneOf(topics, more) ?? null))

const tagFrom = ({ session }: State, more: number) =>
  more % 13 === 5 ? 'unknown' : (oneOf([null, ...session.plan.notes.tags], more) ?? null)
const noteIn = ({ notes }: State, roll: Roll) => {
  const { note } = { note: idFrom([...notes.all.keys()], roll.what) as NoteId }
  return { note, expectedVersion: expecting(notes.all.get(note)?.version ?? 0, roll, 9) }
}
/** Mostly one who was not heard, or has filed already. */
export const filerIn = ({ queue, statements }: State, { who }: Roll): PersonId => {
  const invited = queue.unheard.flatMap(({ speaker }) => speaker.person ?? [])
  const those = who % 3 ? [...invited, ...statements.all.keys()] : []
  return oneOf(those, who) ?? ('gov-1' as PersonId)
}

const scopeFrom = ({ session }: State, { who, more }: Roll): Scope => {
  const group = (more % 19 === 5 ? 'unknown' : oneOf(session.groups, more)?.id) as GroupId
  const scopes: readonly Scope[] = [
    { kind: 'everyone' },
    { kind: 'everyone' },
    { kind: 'group', group },
    { kind: 'channel', channel: more % 2 ? 'room' : 'remote' },
    { kind: 'point-of-order' },
    { kind: 'right-of-reply' },
    { kind: 'answer' },
  ]
  return oneOf(scopes, who) ?? { kind: 'everyone' }
}

export const dataFor: { readonly [C in CommandType]: (state: State, roll: Roll, at: Instant, written: string | null) => CommandData<C> } = {
  'session.open': () => ({}),
  'session.close': () => ({}),
  'agenda.go': (state, roll) => ({
    to: idFrom(segmentsIn(state), roll.what),
    expectedCurrent: expecting(state.agenda.current, roll, null),
  }),
  'session.suspend': () => ({}),
  'session.resume': () => ({}),
  'agenda.adjust': (state, roll) => {
    return {
      remedy: oneOf(remedies, roll.more) ?? 'later',
      lengths: [{ segment: idFrom(segmentsIn(state), roll.what), length: (120_000 + (roll.more % 5) * 60_000) as never }],
      limit: roll.more % 3 ? null : (90_000 as never),
      expectedCurrent: expecting(state.agenda.current ?? (missing as never), roll, missing as never),
      expectedLimit: expecting(state.floor.limits.everyone, roll, 45_000 as never),
    }
  },
  'people.revoke': (_, { what }) => ({ person: (what % 8 === 3 ? missing : oneOf(everybody.slice(4), what)?.person) as PersonId }),
  'queue.open': () => ({}),
  'queue.close': () => ({}),
  'queue.last-call': (_, { what }) => ({ for: (30_000 + 1_000 * what) as never }),
  'queue.join': (_, roll, __, written) => ({
    kind: roll.what % 5 === 0 ? 'point-of-order' : roll.what % 11 === 1 ? 'right-of-reply' : 'intervention',
    topic: topicFrom(roll, written),
  }),
  'queue.note': (state, roll, _, written) => ({ ...entryIn(state, roll), topic: topicFrom(roll, written) }),
  'queue.add': (state, { what, more }, at, written) => ({
    kind: what % 9 === 4 ? 'right-of-reply' : what % 23 === 2 ? 'point-of-order' : 'intervention',
    person: what % 4 === 1 ? ((what % 8 === 1 ? missing : oneOf(everybody, more)?.person) as PersonId) : null,
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
  'queue.order': (state, roll) => ({
    mode: oneOf(orderModes, roll.what) ?? 'received',
    recommend: roll.what % 7 < 2,
    expectedMode: expecting(state.queue.mode, roll, state.queue.mode === 'received' ? 'balanced' : 'received'),
  }),
  'queue.move': (state, { what, more }) => ({ entry: placeIn(state, what), before: more % 5 === 0 ? null : placeIn(state, more) }),
  'queue.unpin': (state, roll) => {
    const pinned = Object.values(state.queue.entries).flatMap(({ id, pin }) => (pin ? [id] : []))
    return pinned.length > 0 && roll.what % 5 ? { entry: idFrom(pinned, roll.what) } : entryIn(state, roll)
  },
  'queue.defer': (state, { what, more }) => {
    const { line } = state.queue
    const from = what % Math.max(1, line.length)
    const behind = line.slice(more % 6 === 0 ? 0 : from + 1).map(({ entry }) => entry)
    if (what % 9 === 4) return { entry: idFrom(Object.keys(state.queue.entries), what), after: idFrom(behind, more) }
    return { entry: line[from]?.entry ?? (missing as never), after: idFrom(behind, more) }
  },
  'queue.offer-swap': (state, { what, more }) => ({ entry: placeIn(state, what), with: more % 6 === 0 ? null : placeIn(state, more) }),
  'queue.take-swap': offerIn,
  'queue.refuse-swap': offerIn,
  'queue.swap': pairIn,
  'queue.merge': (state, { what, more }) => ({
    into: placeIn(state, what),
    entry: more % 7 ? placeIn(state, more) : idFrom(Object.keys(state.queue.entries), more),
  }),
  'queue.separate': (state, { what }) => ({ entry: idFrom(Object.keys(state.queue.joint), what) }),
  'queue.advance-replies': () => ({}),
  'floor.call': (state, roll) => {
    const { next, suggestion } = state.queue
    const likely = suggestion && roll.what % 3 === 0 ? suggestion.entry : next
    const entry = likely && roll.what % 4 ? likely : entryIn(state, roll).entry
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
  'floor.limit': (state, roll) => {
    const scope = scopeFrom(state, roll)
    const limit = roll.what % 5 === 4 ? null : ((60_000 + (roll.what % 4) * 30_000) as never)
    return { scope, limit, expectedLimit: expecting(limitOf(state.floor.limits, scope), roll, 45_000 as never) }
  },
  'floor.last-word': (state, roll) => ({
    ...entryIn(state, roll),
    expectedCurrent: expecting(state.floor.current?.id ?? null, roll, null),
    expectedNext: state.queue.next,
  }),
  'floor.give': (state, roll) => ({
    person: (roll.what % 8 === 3 ? missing : oneOf(everybody, roll.what)?.person) as PersonId,
    expectedCurrent: expecting(state.floor.current?.id ?? null, roll, null),
    expectedNext: state.queue.next,
  }),
  'steps.undo': (state, roll) => ({ step: expecting((state.steps.taken.at(-1)?.id ?? missing) as never, roll, missing as never) }),
  'questions.ask': (_, { what, more }, __, written) => ({
    text: textFrom(what, more, written),
    receipt: more % 6 === 1 ? null : receiptOf('device'),
  }),
  'questions.take-back': (state, roll) => ({
    ...questionIn(state, roll, 'pending', 'approved', 'on-hold', 'merged'),
    receipt: receiptOf(roll.more % 5 === 2 ? 'other' : 'device'),
  }),
  'questions.withdraw': (state, roll) => questionIn(state, roll, 'pending', 'approved', 'on-hold', 'merged'),
  'questions.approve': (state, roll) => questionIn(state, roll, 'pending', 'on-hold'),
  'questions.approve-all': (state, { what, more }) => ({
    questions: [what, more, what + more].map((one) => questionIn(state, { what: one }, 'pending', 'on-hold').question),
  }),
  'questions.decline': (state, roll) => ({
    ...questionIn(state, roll, 'pending', 'approved'),
    reason: oneOf(declines, roll.more) ?? 'off-topic',
  }),
  'questions.reopen': (state, roll) => questionIn(state, roll, 'declined'),
  'questions.edit': (state, roll, _, written) => {
    const one = questionIn(state, roll, 'pending', 'approved', 'on-hold', 'answering')
    const found = state.questions.all.get(one.question)
    const text = roll.more % 5 === 3 ? (found?.original ?? 'Why?') : textFrom(roll.what, roll.more, written)
    return { ...one, text, expectedText: expecting(found?.text ?? 'Why?', roll, 'Something else?') }
  },
  'questions.label': (state, roll) => ({
    ...questionIn(state, roll, 'pending', 'approved'),
    segment: roll.more % 4 === 0 ? null : idFrom(segmentsIn(state), roll.more),
    tags: ['Access', 'Skills', 'Access'].slice(0, roll.who % 4),
  }),
  'questions.merge': (state, { what, more }) => ({
    into: questionIn(state, { what }, 'pending', 'approved', 'on-hold').question,
    ...questionIn(state, { what: more }, 'pending', 'approved', 'on-hold'),
  }),
  'questions.unmerge': (state, roll) => questionIn(state, roll, 'merged'),
  'questions.put': (state, roll) => ({
    ...questionIn(state, roll, 'pending', 'approved', 'answering', 'answered'),
    to: roll.more % 5 === 0 ? null : ((roll.more % 5 === 1 ? 'gov-1' : 'panel') as PersonId),
  }),
  'questions.to-floor': (state, roll) => questionIn(state, roll, 'pending', 'approved', 'on-hold'),
  'questions.moderate': (state, roll) => ({
    moderation: oneOf(moderations, roll.what) ?? 'before',
    expectedModeration: expecting(state.questions.moderation, roll, 'none'),
  }),
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
  'cues.give': (state, roll) => ({ ...turnIn(state, roll), cue: oneOf(cueKinds, roll.more) ?? 'conclude' }),
  'cues.deliver': cueIn,
  'cues.see': cueIn,
  'cues.announce': (_, { what, more }, __, written) => ({
    to: oneOf(addressees, what) ?? 'everyone',
    text: written ?? `Announcement ${more}`,
  }),
  'cues.take-down': ({ cues }, { what }) => ({
    announcement: idFrom(
      cues.announcements.map(({ id }) => id),
      what,
    ),
  }),
  'notes.add': (state, { what, more }, _, written) => ({
    text: written ?? `Point ${more}`,
    tag: tagFrom(state, more),
    segment: what % 3 ? idFrom(segmentsIn(state), what) : null,
    about:
      more % 4 === 0
        ? null
        : more % 4 === 1
          ? { kind: 'question', ...questionIn(state, { what }) }
          : {
              kind: 'turn',
              turn: idFrom(
                [...state.floor.past, ...(state.floor.current ? [state.floor.current] : [])].map(({ id }) => id),
                what,
              ),
            },
  }),
  'notes.edit': (state, roll, _, written) => ({
    ...noteIn(state, roll),
    text: written ?? `Point ${roll.more}`,
    tag: tagFrom(state, roll.more),
  }),
  'notes.remove': noteIn,
  'statements.file': (state, roll, _, written) => ({
    text: roll.more % 5 === 3 ? 'word '.repeat(200).trim() : (written ?? `Statement ${roll.more}`),
    expectedVersion: expecting(state.statements.all.get(filerIn(state, roll))?.version ?? 0, roll, 7),
  }),
  'statements.withdraw': (state, roll) => ({
    expectedVersion: expecting(state.statements.all.get(filerIn(state, roll))?.version ?? 1, roll, 7),
  }),
  'cues.blank': () => ({}),
  'cues.unblank': () => ({}),
}
