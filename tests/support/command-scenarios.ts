/** For each command a session in which it makes sense, for whoever owns what it is about. */

import type { AnnouncementId, CueId, GroupId, NoteId, PersonId, SegmentId, StepId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType, Event } from '@rostrum/shared/contract/registry'
import { roles } from '@rostrum/shared/contract/roles'
import { grants, type Seat } from '@rostrum/shared/domain/permissions'
import { founded, noon, sinceNoon, unattributed } from './fixtures.ts'
import {
  approves,
  asks,
  asksUnnamed,
  calls,
  commandOf,
  entryOf,
  joins,
  listOpen,
  questionOf,
  raises,
  receiptOf,
  type Said,
  said,
  stateAfter,
  turnOf,
} from './given.ts'

export const seats: readonly Seat[] = [...roles, 'system']
/** gov-1 is the participant who asks; what is "another's" belongs to civil-1. */
export const actors: Readonly<Record<Seat, string>> = {
  chair: 'chair',
  secretariat: 'desk',
  panellist: 'panel',
  participant: 'gov-1',
  display: 'screen',
  system: 'system',
}
export const whose = ['own', 'another’s', 'missing'] as const
type Whose = (typeof whose)[number]
export const ownerFor = (seat: Seat, type: CommandType): Readonly<Record<Whose, string>> => ({
  own: seat === 'panellist' && grants(seat, type) === 'own' ? 'panel' : 'gov-1',
  'another’s': 'civil-1',
  missing: 'nobody',
})

export type Scene<C extends CommandType> = { readonly history: readonly (Said | Event)[]; readonly data: (of: string) => CommandData<C> }
const scene = <C extends CommandType>(history: readonly (Said | Event)[], data: (of: string) => CommandData<C>): Scene<C> => ({
  history,
  data,
})

/** A panellist does not ask; the desk puts them on the list. */
const waits = (who: string): Said =>
  who === 'panel'
    ? said(
        'desk',
        'queue.add',
        {
          kind: 'intervention',
          person: 'panel' as PersonId,
          entity: 'Panel',
          speaker: null,
          group: null,
          door: 'room',
          seenAt: noon,
          note: null,
        },
        { id: 'panel' },
      )
    : joins(who)
const waiting = [...listOpen, waits('gov-1'), waits('civil-1'), waits('panel')]
const held = [...waiting, ...['gov-1', 'civil-1', 'panel'].map((who) => said('chair', 'queue.hold', { entry: entryOf(who) }))]
const asked = [...listOpen, asks('gov-1'), asks('civil-1')]
/** Asked where authors are not kept. */
const unsigned = (of: string): Event => {
  const asked = stateAfter([...listOpen, asksUnnamed(of)], founded(unattributed)).questions.all.first()
  if (!asked) throw new Error('nothing was asked')
  return { type: 'questions.asked', data: { question: asked } }
}
const published = [...asked, approves('gov-1-asks'), approves('civil-1-asks')]
const shows = (of: string) => said('chair', 'questions.show', { question: questionOf(`${of}-asks`), expectedCurrent: null })
export const entry = (of: string) => ({ entry: entryOf(of) })
export const turn = (of: string) => ({ turn: turnOf(`turn-${of}`) })
const question = (of: string) => ({ question: questionOf(`${of}-asks`) })
export const speaks = (who: string, started: boolean) => [
  ...listOpen,
  waits(who),
  calls(who),
  ...(started ? [said('chair', 'floor.start', { turn: turnOf(`turn-${who}`) })] : []),
]

const beforeAgency = (who: string) => [...listOpen, waits(who), joins('agency-1')]
const offered = (who: string) => [
  ...beforeAgency(who),
  said('agency-1', 'queue.offer-swap', { entry: entryOf('agency-1'), with: entryOf(who) }),
]
const moved = [...waiting, ...['gov-1', 'civil-1'].map((who) => said('chair', 'queue.move', { entry: entryOf(who), before: null }))]
const cue = { cue: commandOf('cue') as string as CueId }
const cued = (who: string) => [...speaks(who, true), said('chair', 'cues.give', { ...turn(who), cue: 'conclude' }, { id: 'cue' })]

const noted = [...listOpen, said('desk', 'notes.add', { text: 'A point', tag: null, segment: null, about: null }, { id: 'note' })]
const note = { note: commandOf('note') as string as NoteId, expectedVersion: 0 }
const unheard = [...listOpen, waits('gov-1'), waits('civil-1'), said('chair', 'session.close', {})]
const files = (who: string) => said(who, 'statements.file', { text: 'Said', expectedVersion: 0 })

/** For each command a moment at which it can be done, by whoever may; `of` owns the thing that it is about. */
export const scenes: { readonly [C in CommandType]: (of: string) => Scene<C> } = {
  'session.open': () => scene([], () => ({})),
  'session.suspend': () => scene(listOpen, () => ({})),
  'session.resume': () => scene([...listOpen, said('chair', 'session.suspend', {})], () => ({})),
  'session.close': () => scene(listOpen, () => ({})),
  'agenda.go': () => scene(listOpen, () => ({ to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId })),
  'agenda.adjust': () =>
    scene(listOpen, () => ({
      remedy: 'next',
      lengths: [{ segment: 'topic' as SegmentId, length: 900_000 as never }],
      limit: null,
      expectedCurrent: 'opening' as SegmentId,
      expectedLimit: 180_000 as never,
    })),
  'people.revoke': () => scene(listOpen, () => ({ person: 'guest-1' as PersonId })),
  'queue.open': () => scene(listOpen.slice(0, 1), () => ({})),
  'queue.close': () => scene([...listOpen, said('chair', 'queue.last-call', { for: 30_000 as never }, { at: 5 })], () => ({})),
  'queue.last-call': () => scene(listOpen, () => ({ for: 60_000 as never })),
  'queue.join': () => scene(listOpen, () => ({ kind: 'intervention', topic: null })),
  'queue.note': () => scene(waiting, (of) => ({ ...entry(of), topic: 'Access' })),
  'queue.add': () =>
    scene(listOpen, () => ({
      kind: 'intervention',
      person: null,
      entity: 'Delegation 9',
      speaker: null,
      group: 'civil' as GroupId,
      door: 'room',
      seenAt: sinceNoon(1),
      note: null,
    })),
  'queue.ready': () => scene(waiting, entry),
  'queue.hold': () => scene(waiting, entry),
  'queue.return': () => scene(held, entry),
  'queue.withdraw': () => scene(waiting, entry),
  'queue.remove': () => scene(waiting, (of) => ({ ...entry(of), reason: 'other' })),
  'queue.order': () => scene(listOpen, () => ({ mode: 'received', recommend: false, expectedMode: 'balanced' })),
  'queue.move': () => scene(waiting, (of) => ({ ...entry(of), before: null })),
  'queue.unpin': () => scene(moved, entry),
  'queue.defer': (of) => scene(beforeAgency(of), (its) => ({ ...entry(its), after: entryOf('agency-1') })),
  'queue.offer-swap': () => scene([...waiting, joins('agency-1')], (of) => ({ ...entry(of), with: entryOf('agency-1') })),
  'queue.take-swap': (of) => scene(offered(of), (its) => ({ ...entry(its), with: entryOf('agency-1') })),
  'queue.refuse-swap': (of) => scene(offered(of), (its) => ({ ...entry(its), with: entryOf('agency-1') })),
  'queue.swap': () => scene([...waiting, joins('agency-1')], (of) => ({ ...entry(of), with: entryOf('agency-1') })),
  'queue.merge': () => scene([...waiting, joins('agency-1')], (of) => ({ into: entryOf('agency-1'), ...entry(of) })),
  'queue.separate': (of) =>
    scene([...waiting, joins('agency-1'), said('chair', 'queue.merge', { into: entryOf('agency-1'), ...entry(of) })], entry),
  'queue.advance-replies': () => scene([...listOpen, said('civil-1', 'queue.join', { kind: 'right-of-reply', topic: null })], () => ({})),
  'floor.call': () =>
    scene([...listOpen, joins('civil-1')], () => ({ ...entry('civil-1'), expectedCurrent: null, expectedNext: entryOf('civil-1') })),
  'floor.last-word': () =>
    scene([...listOpen, joins('civil-1')], () => ({ ...entry('civil-1'), expectedCurrent: null, expectedNext: entryOf('civil-1') })),
  'floor.give': () => scene(listOpen, () => ({ person: 'panel' as PersonId, expectedCurrent: null, expectedNext: null })),
  'floor.start': (of) => scene(speaks(of, false), turn),
  'floor.pause': (of) => scene(speaks(of, true), turn),
  'floor.resume': (of) => scene([...speaks(of, true), said('chair', 'floor.pause', turn(of))], turn),
  'floor.extend': (of) => scene(speaks(of, true), (its) => ({ ...turn(its), by: 30_000 as never })),
  'floor.end': (of) => scene(speaks(of, true), turn),
  'floor.absent': (of) => scene(speaks(of, false), turn),
  'floor.recognize': () => scene([...listOpen, raises('civil-1')], () => ({ ...entry('civil-1-point'), expectedCurrent: null })),
  'floor.limit': () => scene(listOpen, () => ({ scope: { kind: 'everyone' }, limit: 60_000 as never, expectedLimit: 180_000 as never })),
  'questions.ask': () => scene(listOpen, () => ({ text: 'Why?', receipt: null })),
  'questions.take-back': (of) => scene([...listOpen, unsigned(of)], (its) => ({ ...question(its), receipt: receiptOf(its) })),
  'questions.withdraw': () => scene(asked, question),
  'questions.approve': () => scene(asked, question),
  'questions.approve-all': () => scene(asked, (of) => ({ questions: [question(of).question] })),
  'questions.decline': () => scene(asked, (of) => ({ ...question(of), reason: 'conduct' })),
  'questions.hold': () => scene(asked, question),
  'questions.reopen': (of) => scene([...asked, said('desk', 'questions.decline', { ...question(of), reason: 'time' })], question),
  'questions.edit': () => scene(asked, (of) => ({ ...question(of), text: 'When?', expectedText: 'Why?' })),
  'questions.label': () => scene(asked, (of) => ({ ...question(of), segment: null, tags: ['Access'] })),
  'questions.merge': () => scene([...asked, asks('agency-1')], (of) => ({ into: questionOf('agency-1-asks'), ...question(of) })),
  'questions.unmerge': (of) =>
    scene([...asked, asks('agency-1'), said('desk', 'questions.merge', { into: questionOf('agency-1-asks'), ...question(of) })], question),
  'questions.support': () => scene(published, () => question('civil-1')),
  'questions.unsupport': () => scene([...published, said('gov-1', 'questions.support', question('civil-1'))], () => question('civil-1')),
  'questions.queue': () => scene(published, question),
  'questions.put': () => scene(published, (of) => ({ ...question(of), to: 'panel' as PersonId })),
  'questions.show': () => scene(published, (of) => ({ ...question(of), expectedCurrent: null })),
  'questions.unshow': (of) => scene([...published, shows(of)], question),
  'questions.settle': () => scene(published, (of) => ({ ...question(of), answer: 'in-writing' })),
  'questions.to-floor': () => scene(asked, question),
  'questions.moderate': () => scene(listOpen, () => ({ moderation: 'none', expectedModeration: 'before' })),
  'cues.give': (of) => scene(speaks(of, true), (its) => ({ ...turn(its), cue: 'conclude' })),
  'cues.deliver': (of) => scene(cued(of), () => cue),
  'cues.see': (of) => scene(cued(of), () => cue),
  'cues.announce': () => scene(listOpen, () => ({ to: 'everyone', text: 'The hall closes at six.' })),
  'cues.take-down': () =>
    scene([...listOpen, said('desk', 'cues.announce', { to: 'everyone', text: 'Lunch' }, { id: 'lunch' })], () => ({
      announcement: commandOf('lunch') as string as AnnouncementId,
    })),
  'cues.blank': () => scene(listOpen, () => ({})),
  'cues.unblank': () => scene([...listOpen, said('chair', 'cues.blank', {})], () => ({})),
  'notes.add': () => scene(listOpen, () => ({ text: 'A point', tag: 'success', segment: null, about: null })),
  'notes.edit': () => scene(noted, () => ({ ...note, text: 'Another', tag: null })),
  'notes.remove': () => scene(noted, () => note),
  'statements.file': () => scene(unheard, () => ({ text: 'What I would have said', expectedVersion: 0 })),
  'statements.withdraw': () => scene([...unheard, files('gov-1'), files('civil-1')], () => ({ expectedVersion: 1 })),
  'steps.undo': () =>
    scene([...listOpen, said('desk', 'queue.close', {}, { id: 'close' })], () => ({ step: commandOf('close') as string as StepId })),
}
