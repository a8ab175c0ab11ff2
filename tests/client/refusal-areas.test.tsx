// @vitest-environment jsdom
/** Every refusal is shown once, on every surface. It is near its button, or across the top if the button is elsewhere. */
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { Outbox } from '@rostrum/client/session/outbox'
import { type RefusalArea, refusalAreas } from '@rostrum/client/session/refusal-areas'
import { useUnclaimedRefusal } from '@rostrum/client/session/refusal-claims'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { Chair } from '@rostrum/client/surfaces/chair/chair.tsx'
import { Podium } from '@rostrum/client/surfaces/podium/podium.tsx'
import { Remote } from '@rostrum/client/surfaces/remote/remote.tsx'
import { Room } from '@rostrum/client/surfaces/room/room.tsx'
import { Secretariat } from '@rostrum/client/surfaces/secretariat/secretariat.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import type { PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { Audience } from '@rostrum/shared/contract/roles'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { click } from '../support/click.ts'
import { admitViceChair, sentence as putSentence } from '../support/command-scenarios.ts'
import { makeConnection } from '../support/fake-connection.ts'
import { createState, getPerson, noon, plan } from '../support/fixtures.ts'
import { approve, ask, command, join, queueOpen, replay, toCommandId, toQuestionId, toTurnId } from '../support/given.ts'

let isWide = true
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: isWide && query.includes('min-width'),
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}))

const say = vi.spyOn(screenReader, 'say')
beforeEach(() => loadLanguage('en', 'staff'))
afterEach(() => {
  cleanup()
  localStorage.clear()
  history.replaceState(null, '', '/')
})

const sentence = 'The meeting has been closed.'
const noteId = toCommandId('note')
const listening = replay(
  [
    ...queueOpen,
    join('gov-1'),
    join('civil-1'),
    ...['first', 'second', 'third', 'fourth'].map((id) => ask('private-1', `${id}?`, id)),
    ask('civil-1', 'Mine?', 'mine'),
    ...['first', 'second'].map(approve),
    command('chair', 'questions.show', { question: toQuestionId('first'), expectedCurrent: null }),
    command('chair', 'questions.set-next', { question: toQuestionId('second') }),
    command('desk', 'notes.add', { text: 'Old words', tag: null, segment: 'opening' as SegmentId, about: null }, { id: 'note' }),
  ],
  createState({ ...plan, statements: { words: 100, anytime: true } }),
)
const giveFloor = (person: string): State =>
  replay([
    ...queueOpen,
    command('chair', 'floor.give', { person: person as PersonId, expectedCurrent: null, expectedNext: null }, { id: 'given' }),
    command('chair', 'floor.start', { turn: toTurnId('given') }),
  ])

const asked = replay([...queueOpen, command('chair', 'sense.put', putSentence, { id: 'sentence' })])

type Surface = {
  readonly name: string
  readonly Page: ComponentType
  readonly person: string
  readonly audience: Audience
  /** The areas that are on the page. All others are shown across the top. */
  readonly areas: readonly RefusalArea[]
  readonly state?: State
  readonly isNarrow?: true
  /** Refusals of other areas wait until my turn is over. */
  readonly isOwnClock?: true
  readonly address?: string
  /** Text of a part that is loaded separately; the test waits for it. */
  readonly waitsFor?: string
  /** The buttons that the user presses after the page has opened. */
  readonly press?: readonly RegExp[]
  /** The heading of a part that is loaded when it is opened. */
  readonly opens?: string
  /** The region of such a part that has no heading. */
  readonly region?: string
}

const SecretariatPage = () => <Secretariat ticket={{ session: 's' } as never} />
const chair = { Page: Chair, person: 'chair', audience: 'staff' } as const
const secretariat = { Page: SecretariatPage, person: 'desk', audience: 'staff' } as const
const podium = { Page: Podium, person: 'panel', audience: 'podium' } as const
const room = { Page: Room, person: 'private-1', audience: 'public' } as const
const remote = { Page: Remote, person: 'civil-1', audience: 'public' } as const

const questionAreas = ['question-on-screen', 'question-next'] as const
const askAreas = ['ask', 'own-questions', 'question-list'] as const

const surfaces: readonly Surface[] = [
  { ...chair, name: 'chair, wide', areas: ['controls', 'queue', ...questionAreas] },
  { ...chair, name: 'chair, narrow, list', isNarrow: true, areas: ['controls', 'queue'] },
  { ...chair, name: 'chair, narrow, questions', isNarrow: true, press: [/^Questions/], areas: ['controls', ...questionAreas] },
  { ...chair, name: 'chair, narrow, list again', isNarrow: true, press: [/^Questions/, /^List of speakers/], areas: ['controls', 'queue'] },
  {
    ...chair,
    name: 'chair, announcement',
    press: [/^Session menu/, /^Make an announcement/],
    areas: ['controls', 'queue', ...questionAreas, 'announcement'],
  },
  {
    ...chair,
    name: 'chair, hand over',
    state: evolveAll(listening, [admitViceChair], noon),
    press: [/^Session menu/, /^Hand over the chair/],
    areas: ['controls', 'queue', ...questionAreas, 'hand-chair'],
  },
  { ...chair, name: 'chair, sense of the room', press: [/^Session menu/, /^Take the sense/], areas: ['controls', 'sense'] },
  { ...chair, name: 'chair, sentence open', state: asked, areas: ['controls', 'queue', 'sense'] },
  { ...secretariat, name: 'secretariat, sense of the room', press: [/^Session menu/, /^Take the sense/], areas: ['sense'] },
  { ...secretariat, name: 'secretariat, questions', areas: ['question-review', 'question-bulk'] },
  {
    ...secretariat,
    name: 'secretariat, all questions',
    press: [/^See all/, /^All /],
    areas: ['question-review', 'question-bulk', 'question-table', 'moderation-mode'],
  },
  { ...secretariat, name: 'secretariat, list', address: '?at=floor', areas: ['queue', 'queue-add'] },
  { ...secretariat, name: 'secretariat, people', address: '?at=people', areas: ['confirm-person'] },
  { ...secretariat, name: 'secretariat, captions', address: '?at=captions', areas: ['captions'] },
  {
    ...secretariat,
    name: 'secretariat, notes',
    address: '?at=notes',
    press: [/^Edit the note/],
    areas: ['note-add', 'note-edit', 'note-remove'],
  },
  {
    ...secretariat,
    name: 'secretariat, sources of a note',
    address: '?at=notes',
    press: [/^Who made this point/],
    areas: ['note-add', 'note-sources', 'note-remove'],
  },
  {
    ...secretariat,
    name: 'secretariat, controls open',
    address: '?at=people',
    press: [/^Run the session/],
    areas: ['controls', 'confirm-person'],
  },
  { ...podium, name: 'podium', areas: ['own-request'] },
  { ...podium, name: 'podium, own turn', state: giveFloor('panel'), areas: ['own-turn'] },
  { ...room, name: 'room, floor', areas: ['own-request'] },
  { ...room, name: 'room, sentence open', state: asked, waitsFor: String(putSentence.text), areas: ['sense'] },
  { ...room, name: 'room, statement', press: [/^Written statement/], region: 'Written statement', areas: ['own-request', 'statement'] },
  { ...room, name: 'room, questions', press: [/^Questions/], opens: 'Questions', areas: askAreas },
  { ...room, name: 'room, agenda', press: [/^Agenda/], areas: [] },
  { ...room, name: 'room, own turn', state: giveFloor('private-1'), areas: ['own-turn'], isOwnClock: true },
  { ...remote, name: 'remote, questions', areas: ['own-request', ...askAreas] },
  { ...remote, name: 'remote, list', press: [/^List of speakers/], areas: ['own-request'] },
  {
    ...remote,
    name: 'remote, statement',
    press: [/^Written statement/],
    region: 'Written statement',
    areas: ['own-request', 'statement', ...askAreas],
  },
  { ...remote, name: 'remote, own turn', state: giveFloor('civil-1'), areas: ['own-request', ...askAreas.slice(0, 1), 'question-list'] },
]

let isShownAcrossTop = false
const Probe = () => {
  isShownAcrossTop = useUnclaimedRefusal() !== null
  return null
}

const connection = makeConnection({ storageKey: 'session.person', request: async () => ({ ok: false, reason: 'not-found' }) })

/** Waits for the button, because its part of the page may be loaded separately. */
const press = async (name: RegExp): Promise<void> => {
  const roles = ['menuitem', 'tab', 'radio', 'button'] as const
  const find = () => roles.flatMap((role) => screen.queryAllByRole(role, { name }))[0]
  await waitFor(() => expect(find()).toBeDefined(), { timeout: 10_000 })
  await click(find() as HTMLElement)
}

const openSurface = async ({
  Page,
  person,
  audience,
  state = listening,
  isNarrow,
  address,
  waitsFor,
  press: names = [],
  opens,
  region,
}: Surface): Promise<void> => {
  isWide = !isNarrow
  if (address) history.replaceState(null, '', `/${address}`)
  useSessionStore.setState({
    ...initialStore,
    connectionStatus: { kind: 'live' },
    view: {
      ...projectAudience(state, audience).view,
      ...projectPerson(state, getPerson(state, person)).view,
      presence: { room: 1, remote: 1 },
    } as never,
  })
  await act(async () => {
    render(
      <ConnectionContext value={connection}>
        <Page />
        <Probe />
      </ConnectionContext>,
    )
  })
  if (waitsFor !== undefined) await screen.findByText(waitsFor)
  for (const name of names) await press(name)
  if (opens !== undefined) await screen.findByRole('heading', { name: opens })
  if (region !== undefined) await screen.findByRole('region', { name: region })
}

let refusalCount = 0
type Case = { readonly area: RefusalArea; readonly about: 'a row on the page' | 'another row' }
const refuse = ({ area, about }: Case): void => {
  const isHere = about === 'a row on the page'
  refusalCount += 1
  const data = { question: toQuestionId(isHere ? 'third' : 'elsewhere'), note: isHere ? noteId : toCommandId('elsewhere') }
  const envelope = { id: toCommandId(`refused-${refusalCount}`), type: 'questions.approve', data }
  say.mockClear()
  act(() => useSessionStore.setState({ lastRefusal: { pending: { envelope, area } as never, reason: 'session-closed' } }))
}
const clearRefusal = (): void => act(() => useSessionStore.setState({ lastRefusal: null }))

const countShown = (): number => screen.queryAllByText(sentence).length
const countSpoken = (): number => say.mock.calls.filter(([text]) => text === sentence).length
const getPlace = () => (countShown() === 0 ? 'nowhere' : isShownAcrossTop ? 'across the top' : 'near the button')

/** The areas that exist once in each row. */
const rowAreas = ['question-review', 'note-edit'] as const
const cases: readonly Case[] = [
  ...refusalAreas.map((area) => ({ area, about: 'a row on the page' }) as const),
  ...rowAreas.map((area) => ({ area, about: 'another row' }) as const),
]

test.each(surfaces)('$name: each refusal is shown and spoken once, and disappears with the next press', async (surface) => {
  await openSurface(surface)
  const results = cases.map((one) => {
    refuse(one)
    const result = { ...one, shown: countShown(), spoken: countSpoken(), place: getPlace() }
    clearRefusal()
    return { ...result, left: countShown() }
  })
  const expected = cases.map(({ area, about }) => {
    const isNear = surface.areas.includes(area) && about === 'a row on the page'
    return area === 'background' || (surface.isOwnClock && !isNear)
      ? { area, about, shown: 0, spoken: 0, place: 'nowhere', left: 0 }
      : { area, about, shown: 1, spoken: 1, place: isNear ? 'near the button' : 'across the top', left: 0 }
  })
  expect(results).toEqual(expected)
})

test('every area except page and background is on some surface', () => {
  const placed = new Set(surfaces.flatMap(({ areas }) => areas))
  expect(refusalAreas.filter((area) => !placed.has(area))).toEqual(['page', 'background'])
})

test('a refusal stays on the page when its area disappears and comes back', async () => {
  await openSurface({ ...room, name: 'room', areas: [] })
  refuse({ area: 'own-request', about: 'a row on the page' })
  for (const [tab, place] of [
    [/^Questions/, 'across the top'],
    [/^Floor/, 'near the button'],
  ] as const) {
    await press(tab)
    expect([countShown(), getPlace()]).toEqual([1, place])
  }
})

test.each([
  ['no area', {}],
  ['an unknown area', { area: 'queue-tail' }],
])('a command stored with %s is read back with the area of the page', (_, stored) => {
  const envelope = { id: toCommandId('stored'), type: 'session.open', data: {} }
  localStorage.setItem('outbox', JSON.stringify([{ envelope, pressedAt: 0, status: 'sending', ...stored }]))
  expect(new Outbox(localStorage, 'outbox', 0).pending).toEqual([{ envelope, pressedAt: 0, status: 'waiting', area: 'page' }])
})

test('a command stored with an area is read back with the same area', () => {
  const stored = new Outbox(localStorage, 'outbox', 0)
  for (const area of refusalAreas)
    stored.add(toCommandId(area), { type: 'session.open', data: {} }, { area, pressedAt: 0, status: 'sending' })
  expect(new Outbox(localStorage, 'outbox', 0).pending.map(({ area }) => area)).toEqual(refusalAreas)
})
