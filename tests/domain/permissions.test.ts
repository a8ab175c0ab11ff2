/** The matrix, from the registry: every command, every seat, every phase, on one's own, another's and a missing thing. */
import type { Command, CommandData, CommandType, Event, State } from '@rostrum/shared/contract/registry'
import { roles } from '@rostrum/shared/contract/roles'
import { decide } from '@rostrum/shared/domain/decider'
import { grants, permissions, type Seat } from '@rostrum/shared/domain/permissions'
import type { AnnouncementId, CueId, NoteId, GroupId, PersonId, SegmentId, StepId } from '@rostrum/shared/kernel/ids'
import { plus, seconds } from '@rostrum/shared/kernel/time'
import { describe, expect, test } from 'vitest'
import { everyType } from '../support/dice.ts'
import { founded, noon, sinceNoon, unattributed } from '../support/fixtures.ts'
import {
  approves,
  asks,
  asksUnnamed,
  calls,
  commandOf,
  entryOf,
  given,
  joins,
  listOpen,
  questionOf,
  raises,
  receiptOf,
  type Said,
  said,
  stateAfter,
  turnOf,
} from '../support/given.ts'

const seats: readonly Seat[] = [...roles, 'system']
/** gov-1 is the participant who asks; what is "another's" belongs to civil-1. */
const actors: Readonly<Record<Seat, string>> = {
  chair: 'chair',
  secretariat: 'desk',
  panellist: 'panel',
  participant: 'gov-1',
  display: 'screen',
  system: 'system',
}
const whose = ['own', 'another’s', 'missing'] as const
type Whose = (typeof whose)[number]
const ownerFor = (seat: Seat, type: CommandType): Readonly<Record<Whose, string>> => ({
  own: seat === 'panellist' && grants(seat, type) === 'own' ? 'panel' : 'gov-1',
  'another’s': 'civil-1',
  missing: 'nobody',
})

type Scene<C extends CommandType> = { readonly history: readonly (Said | Event)[]; readonly data: (of: string) => CommandData<C> }
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
const entry = (of: string) => ({ entry: entryOf(of) })
const turn = (of: string) => ({ turn: turnOf(`turn-${of}`) })
const question = (of: string) => ({ question: questionOf(`${of}-asks`) })
const speaks = (who: string, started: boolean) => [
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
const scenes: { readonly [C in CommandType]: (of: string) => Scene<C> } = {
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

const answer = (state: State, type: CommandType, data: unknown, by: string) =>
  decide(state, { type, data } as Command, { actor: { person: by as PersonId }, at: plus(noon, seconds(100)), id: commandOf('now') })

describe.each(everyType)('[P4] %s', (type) => {
  const build = scenes[type] as (of: string) => Scene<CommandType>

  test.each(seats)('by %s', (seat) => {
    const grant = grants(seat, type)
    const owner = ownerFor(seat, type)
    for (const thing of ['own', 'another’s'] as const) {
      const { history, data } = build(owner[thing])
      const may = grant === 'yes' || (grant === 'own' && thing === 'own')
      const decision = answer(stateAfter(history), type, data(owner[thing]), actors[seat])
      expect([thing, decision]).toEqual([
        thing,
        may ? { ok: true, events: expect.arrayContaining([expect.anything()]) } : { ok: false, why: 'forbidden' },
      ])
    }
  })

  test('in every phase, on what is there and what is not: forbidden exactly where the table says so', () => {
    for (const seat of seats) {
      const owner = ownerFor(seat, type)
      for (const thing of whose) {
        const { history, data } = build(thing === 'missing' ? 'civil-1' : owner[thing])
        const began = history.length > 0 ? history : [said('chair', 'session.open', {})]
        const open = stateAfter(began)
        const breaks = open.session.phase === 'open' ? [stateAfter([...began, said('chair', 'session.suspend', {})])] : []
        for (const state of [founded(), open, ...breaks, stateAfter([...began, said('chair', 'session.close', {})])]) {
          const its = data(owner[thing])
          const grant = grants(seat, type)
          const may = grant === 'yes' || (grant === 'own' && ownedBy(state, its, actors[seat]))
          const decision = answer(state, type, its, actors[seat])
          expect([seat, thing, state.session.phase, !decision.ok && decision.why === 'forbidden']).toEqual([
            seat,
            thing,
            state.session.phase,
            !may,
          ])
        }
      }
    }
  })

  test('whoever is revoked is told so, whatever they ask', () => {
    const { history, data } = build('gov-1')
    for (const by of ['chair', 'desk', 'panel', 'screen', 'gov-1']) {
      const state = stateAfter([...history, said(by === 'chair' ? 'desk' : 'chair', 'people.revoke', { person: by as PersonId })])
      expect(answer(state, type, data('gov-1'), by)).toEqual({ ok: false, why: 'person-revoked' })
    }
  })
})

/** By the state, apart from the table under test. */
const ownedBy = ({ queue, floor, questions, cues }: State, data: object, by: string): boolean => {
  const its = data as { readonly entry?: string; readonly turn?: string; readonly question?: string; readonly cue?: string }
  const entries = Object.values(queue.entries)
    .filter(({ id }) => id === its.entry)
    .map(({ speaker }) => speaker.person)
  const turns = floor.current && floor.current.id === its.turn ? [floor.current.entry?.speaker.person] : []
  const authors = [...questions.all.values()].filter(({ id }) => id === its.question).map(({ author }) => author?.person)
  const cuedTurn = cues.last?.id === its.cue ? cues.last?.turn : undefined
  const cued = [
    ...(floor.current?.id === cuedTurn ? [floor.current?.entry?.speaker.person] : []),
    ...floor.past.filter(({ id }) => id === cuedTurn).map(({ speaker }) => speaker?.person),
  ]
  return [...entries, ...turns, ...authors, ...cued].some((person) => person === by)
}

test('[P6] a display may do nothing, a panellist act on what is theirs, and the staff drive alike', () => {
  for (const type of everyType) {
    expect([type, permissions[type].display]).toEqual([type, 'no'])
    expect(permissions[type].secretariat).toBe(permissions[type].chair)
  }
  const panellists = everyType.filter((type) => permissions[type].panellist !== 'no')
  expect(panellists.map((type) => [type, permissions[type].panellist])).toEqual(
    ['queue.ready', 'queue.hold', 'queue.return', 'queue.withdraw', 'floor.end', 'floor.absent', 'cues.deliver', 'cues.see'].map((type) => [
      type,
      'own',
    ]),
  )
})

test('[P6] time itself may close the list and nothing else', () => {
  expect(everyType.filter((type) => grants('system', type) !== 'no')).toEqual(['queue.close'])
})

test('[P6] participants ask, support, and act on what is theirs', () => {
  const of = (grant: string) => everyType.filter((type) => grants('participant', type) === grant)
  expect(of('yes')).toEqual([
    'queue.join',
    'questions.ask',
    'questions.take-back',
    'questions.support',
    'questions.unsupport',
    'statements.file',
    'statements.withdraw',
  ])
  expect(of('own')).toEqual([
    'queue.note',
    'queue.ready',
    'queue.hold',
    'queue.return',
    'queue.withdraw',
    'queue.defer',
    'queue.offer-swap',
    'queue.take-swap',
    'queue.refuse-swap',
    'floor.end',
    'floor.absent',
    'questions.withdraw',
    'cues.deliver',
    'cues.see',
  ])
})

test('[P4] a turn that was interrupted is nobody’s to end', () => {
  const interrupted = [
    ...speaks('gov-1', true),
    raises('civil-1'),
    said('chair', 'floor.recognize', { ...entry('civil-1-point'), expectedCurrent: turnOf('turn-gov-1') }),
  ]
  given(interrupted).when('floor.end', turn('gov-1'), 'gov-1').thenRefused('forbidden')
})
