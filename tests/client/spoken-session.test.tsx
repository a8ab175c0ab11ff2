// @vitest-environment jsdom
/** A whole session as a screen reader speaks it to a participant, and where a person who enters begins to read. */
import { useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import type { CommandId, PromptId, SegmentId } from '@rostrum/shared/contract/ids'
import type { Event } from '@rostrum/shared/contract/registry'
import { type Instant, seconds } from '@rostrum/shared/kernel/time'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterPut } from '../support/command-scenarios.ts'
import { afterNoon } from '../support/fixtures.ts'
import { ask, call, command, join, queueOpen, replay, type SentCommand, toCommandId, toQuestionId, toTurnId } from '../support/given.ts'
import { getPageText, openParticipantPage, press, updateParticipantPage } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const others = [
  ...queueOpen,
  join('gov-1'),
  join('civil-1'),
  call('gov-1'),
  command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
]

let spoken: string[]
beforeEach(async () => {
  await loadLanguage('en', 'staff')
  spoken = []
  vi.spyOn(screenReader, 'say').mockImplementation((text) => void spoken.push(text))
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test.each(['room', 'remote'] as const)('[V136] the clock of another speaker is spoken at most twice in a turn: %s', (where) => {
  openParticipantPage(replay(queueOpen), 'civil-1', where)
  for (let second = 0; second <= 300; second += 1) updateParticipantPage(replay(others), 'civil-1', where, second)
  const clocks = spoken.filter((text) => /\d:\d\d|left|over|up\./.test(text))
  expect(clocks.length).toBeLessThanOrEqual(2)
  expect(clocks.filter((text) => /left|over/.test(text))).toEqual([])
  // Somebody who is not in the room has no other way to learn that the floor changes.
  if (where === 'remote') expect(clocks).toHaveLength(2)
})

test('[V136] a suspension is spoken with the time until which it lasts, and again when that time changes', () => {
  const suspend = (second: number, id: string) => command('chair', 'session.suspend', { until: afterNoon(second) as Instant }, { id })
  openParticipantPage(replay(queueOpen), 'civil-1')
  const first = [...queueOpen, suspend(1800, 'first')]
  for (const history of [first, first, [...first, suspend(3600, 'second')]]) updateParticipantPage(replay(history), 'civil-1')
  const said = spoken.filter((text) => text.includes('suspended until'))
  expect(said).toHaveLength(2)
  expect(said[0]).not.toBe(said[1])
  const [time = 'no time'] = said[1]?.match(/\d+:\d+/) ?? []
  expect(screen.getByRole('heading', { name: `The meeting is suspended until ${time}` })).toBeDefined()
})

test.each([
  ['remote', /until 12:30, .+ time\./],
  ['room', /until 12:30\. /],
] as const)('[V136] a remote participant hears whose time the end of a suspension is: %s', (where, expected) => {
  openParticipantPage(replay(queueOpen), 'civil-1', where)
  const suspend = command('chair', 'session.suspend', { until: afterNoon(1800) as Instant }, { id: 'break' })
  updateParticipantPage(replay([...queueOpen, suspend]), 'civil-1', where)
  expect(spoken.filter((text) => text.includes('suspended until')).map((text) => text.replace(/[\u2066-\u2069]/g, ''))).toEqual([
    expect.stringMatching(expected),
  ])
})

test('[V136] a question that was sent is spoken', async () => {
  openParticipantPage(replay(queueOpen), 'civil-1')
  await press('Questions')
  await userEvent.type(await screen.findByRole('textbox', { name: 'Ask a question' }), 'Who reports on it?')
  expect(spoken).not.toContain('Your question was sent.')
  await press('Send')
  expect(spoken.filter((text) => /question/i.test(text))).toHaveLength(1)
})

test.each([
  [true, 'H2'],
  [false, 'BODY'],
])(
  '[V171] a person who enters begins to read at the first heading; a page that is loaded leaves the focus alone: %s',
  (hasBeenActive, tag) => {
    Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive }, configurable: true })
    openParticipantPage(replay(queueOpen), 'civil-1')
    expect(document.activeElement?.tagName).toBe(tag)
    Reflect.deleteProperty(navigator, 'userActivation')
  },
)

test('[V175] a remote page names the time zone of the meeting next to its time', () => {
  openParticipantPage(replay(queueOpen), 'civil-1', 'remote')
  expect(getPageText()).toMatch(/\d+:\d\d, Hall 1 time/)
})

test('[E24] the result of the sense is spoken in words, and so is that it was discarded or withdrawn', async () => {
  const prompt = toCommandId('sentence') as string as PromptId
  const close = command('chair', 'sense.close', { prompt })
  const few = { amount: 'a-few', spread: null } as const
  const many = { amount: 'many', spread: 'three-groups' } as const
  const words = { comfortable: many, 'could-live': few, concerns: few, discuss: few, 'no-view': few } as const
  const published: Event = { type: 'sense.published', data: { prompt, result: { turnout: 'most', words } } }
  const ends: readonly (readonly (SentCommand | Event)[])[] = [
    [close, published],
    [close, command('chair', 'sense.discard', { prompt })],
    [command('chair', 'sense.withdraw', { prompt })],
  ]
  const heard: string[] = []
  for (const end of ends) {
    openParticipantPage(replay(afterPut), 'gov-1')
    await screen.findByRole('heading', { name: 'Sense of the room' })
    end.forEach((_, index) => {
      updateParticipantPage(replay([...afterPut, ...end.slice(0, index + 1)]), 'gov-1')
    })
    heard.push(spoken.at(-1)?.replace(/[\u2066-\u2069]/g, '') ?? '')
    cleanup()
  }
  expect(heard).toEqual([
    'Sense of the room: Most have responded. This is not a vote. Comfortable: many, in three or more groups, Could live with it: a few, Concerns: a few, Need more discussion: a few, No view: a few',
    'The Chair has decided not to publish the result.',
    'The Chair has withdrawn this. There is no need to respond.',
  ])
})

test('[E34] where nobody has decided on a result, no page says that the Chair has', async () => {
  const prompt = toCommandId('sentence') as string as PromptId
  const close = command('chair', 'sense.close', { prompt })
  const lost: Event = { type: 'sense.discarded', data: { prompt, reason: 'lost' } }
  for (const end of [command('chair', 'session.close', {}), lost]) {
    openParticipantPage(replay([...afterPut, close]), 'gov-1')
    await screen.findByRole('heading', { name: 'Sense of the room' })
    updateParticipantPage(replay([...afterPut, close, end]), 'gov-1')
    expect(spoken).toContain('The result will not be published.')
    expect(spoken.join()).not.toContain('The Chair has decided')
    expect(getPageText()).not.toContain('The Chair has decided')
    spoken.length = 0
    cleanup()
  }
})

const segment = (id: string) => id as SegmentId
const onTopic = [
  ...queueOpen,
  command('chair', 'agenda.go', { to: segment('topic'), expectedCurrent: segment('opening') }),
  join('gov-1'),
  join('civil-1'),
]
const getSpoken = () => spoken.map((text) => text.replace(/[\u2066-\u2069]/g, ''))

test('[V193, V195] after another topic a person who waits hears and reads that they are still on the list, and what is asked', () => {
  openParticipantPage(replay(onTopic), 'civil-1')
  spoken.length = 0
  const goOn = command('chair', 'agenda.go', { to: segment('closing'), expectedCurrent: segment('topic') }, { id: 'on' })
  updateParticipantPage(replay([...onTopic, goOn]), 'civil-1')
  const [kept, withdraw] = [
    'You are still on the list: 2nd on this item, even if you do not answer.',
    'Say that you will speak on this item, or withdraw.',
  ]
  expect(getSpoken()[0]).toContain('has gone on to')
  expect(getSpoken()[1]).toMatch(new RegExp(`^${kept}.*${withdraw}$`))
  const heading = screen.getByRole('heading', { name: /has gone on to/ })
  expect(heading.nextElementSibling?.textContent).toBe(kept)
  expect(getPageText()).toContain(withdraw)
})

test.each(['room', 'remote'] as const)('[V135, V195] a person who is next reads so before the topic that has begun: %s', (where) => {
  const goOn = command('chair', 'agenda.go', { to: segment('closing'), expectedCurrent: segment('topic') }, { id: 'on' })
  openParticipantPage(replay([...onTopic, goOn]), 'gov-1', where)
  const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent)
  const next = headings.indexOf('You are next')
  expect(next).toBeGreaterThan(-1)
  expect(headings[next + 1]).toContain('has gone on to')
  expect(screen.queryAllByRole('button', { name: 'I will speak on this item' })).toHaveLength(1)
})

test.each(['room', 'remote'] as const)('[V193] a person who is not on the list hears that it opens and closes: %s', (where) => {
  const closed = [...queueOpen, command('chair', 'queue.close', {}, { id: 'close' })]
  openParticipantPage(replay(queueOpen), 'civil-1', where)
  updateParticipantPage(replay(closed), 'civil-1', where)
  updateParticipantPage(replay([...closed, command('chair', 'queue.open', {}, { id: 'open' })]), 'civil-1', where)
  expect(getSpoken()).toEqual(['The list is closed.', 'The list is open.'])
})

test('[V192] a change of my speaking time is spoken and has a line at every place, with what it was', () => {
  const others = ['gov-1', 'gov-2', 'private-1', 'technical-1', 'civil-1'].map((who) => join(who))
  const before = [...queueOpen, ...others]
  const cut = command('chair', 'floor.set-limit', { scope: { kind: 'everyone' }, limit: seconds(60), expectedLimit: seconds(180) })
  const changed = 'The speaking time has changed: you have 1\u00a0min, not 3\u00a0min.'
  for (const [place, who] of replay(before)
    .queue.order.map(({ entry }) => replay(before).queue.entries.get(entry)?.speaker.person)
    .entries()) {
    const person = String(who)
    openParticipantPage(replay(before), person)
    expect([place, getPageText().match(/ou will have 3\u00a0min\./g)?.length]).toEqual([place, 1])
    updateParticipantPage(replay([...before, cut]), person)
    expect(getSpoken()).toContain(changed)
    expect(getPageText()).toContain(changed)
    spoken.length = 0
    cleanup()
    localStorage.clear()
  }
})

test('[V193] the arrival of my response to the sense is spoken once', async () => {
  openParticipantPage(replay(afterPut), 'gov-1')
  const option = await screen.findByRole('radio', { name: 'Comfortable' })
  const prompt = toCommandId('sentence') as string as PromptId
  const envelope = { id: toCommandId('response') as CommandId, type: 'sense.respond', data: { prompt, option: 0, receipt: '' } } as const
  await userEvent.click(option)
  act(() => useSessionStore.setState({ pending: [{ envelope, area: 'sense', pressedAt: 0, status: 'sending' }] }))
  expect(spoken).not.toContain('Your response has been received.')
  act(() => useSessionStore.setState({ pending: [] }))
  await waitFor(() => expect(spoken.filter((text) => text === 'Your response has been received.')).toHaveLength(1))
})

test('[V193] a question that is declined is spoken with the reason', () => {
  const asked = [...queueOpen, ask('civil-1', 'Who pays?', 'question')]
  openParticipantPage(replay(asked), 'civil-1')
  const decline = command('chair', 'questions.decline', { question: toQuestionId('question'), reason: 'off-topic' })
  updateParticipantPage(replay([...asked, decline]), 'civil-1')
  expect(spoken).toContain('Declined: off topic. You may ask again. Who pays?')
})

test.each(['room', 'remote'] as const)(
  '[V206] at the close people hear first that the meeting is closed, and then what it means for them: %s',
  async (where) => {
    const waiting = [...queueOpen, join('gov-1')]
    openParticipantPage(replay(waiting), 'gov-1', where)
    spoken.length = 0
    updateParticipantPage(replay([...waiting, command('chair', 'session.close', {})]), 'gov-1', where)
    expect(spoken).toEqual([
      'The meeting is closed. Thank you for taking part. The record comes from the secretariat.',
      'You are invited to submit your statement in writing.',
    ])
    if (where === 'room') await waitFor(() => expect(getPageText()).toMatch(/Meeting closed.*You were not reached/))
    expect(getPageText()).not.toContain('Who has the floor')
  },
)

test.each(['room', 'remote'] as const)(
  '[V206, V267] my place comes before a result, and only an open sentence and an announcement before my place: %s',
  async (where) => {
    const prompt = toCommandId('sentence') as string as PromptId
    const published: Event = { type: 'sense.published', data: { prompt, result: { turnout: null, words: null } } }
    const tea = command('desk', 'cues.announce', { to: 'everyone', text: 'Tea is served' })
    const open = [...afterPut, join('civil-1'), join('gov-2'), join('gov-1')]
    openParticipantPage(replay(open), 'gov-1', where)
    const getOrder = async () => {
      const sense = await screen.findByRole('heading', { name: 'Sense of the room' })
      const place = screen.getByRole('heading', { name: /^You are 3rd/ })
      return place.compareDocumentPosition(sense) & Node.DOCUMENT_POSITION_FOLLOWING ? 'place first' : 'sense first'
    }
    expect(await getOrder()).toBe('sense first')
    updateParticipantPage(replay([...open, command('chair', 'sense.close', { prompt }), published, tea]), 'gov-1', where)
    expect(await getOrder()).toBe('place first')
    expect(getPageText()).toMatch(/Tea is served.*3rd.*Sense of the room/)
  },
)
