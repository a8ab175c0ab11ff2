// @vitest-environment jsdom
/** The page of interpreters: pace, text, next speakers, requests to the speaker, handover and partner. */
import { startBooth } from '@rostrum/client/session/booth-store'
import { showCaptions } from '@rostrum/client/session/caption-store'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { getLocalTime, getServerTime, measureWallAhead } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { Booth } from '@rostrum/client/surfaces/booth/booth.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import type { State } from '@rostrum/shared/contract/registry'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import type { BoothView } from '@rostrum/shared/protocol/booth'
import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerRequests } from '../support/answer-requests.ts'
import { entryData } from '../support/command-scenarios.ts'
import { makeConnection } from '../support/fake-connection.ts'
import { afterNoon, getPerson } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, toCommandId, toEntryId, toTurnId } from '../support/given.ts'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const sent: { readonly type: string; readonly data: object }[] = []
const posted: { readonly path: string; readonly body: unknown }[] = []
let refusal: string | null = null
const connection = makeConnection({
  follow: () => () => undefined,
  request: answerRequests(({ path, body }) => {
    posted.push({ path, body })
    return refusal === null ? { ok: true, value: { ok: true } } : { ok: false, reason: refusal }
  }),
  send: async (one: (typeof sent)[number]) => {
    sent.push(one)
    return { ok: true }
  },
})

const inLanguage = (who: string, language: string) =>
  command(who, 'queue.set-language', { ...entryData(who), language: language as SpokenLanguage })
const turn = toTurnId('turn-gov-1')
const speaking = [
  ...queueOpen,
  ...['gov-1', 'civil-1', 'gov-2'].map((who) => join(who)),
  inLanguage('gov-1', 'ar'),
  inLanguage('civil-1', 'fr'),
  inLanguage('gov-2', 'es'),
  command('desk', 'captions.add', { language: 'ar' as SpokenLanguage }),
  call('gov-1'),
  command('chair', 'floor.start', { turn }, { at: 30 }),
]
const slower = command('booth-fr', 'cues.ask', { turn, cue: 'slower' }, { id: 'cue', at: 50 })

/** `after`: seconds after noon. */
const update = (state: State, after = 60) =>
  act(() =>
    useSessionStore.setState({
      ...initialStore,
      connectionStatus: { kind: 'live' },
      lastHeardAt: getLocalTime(),
      clockOffset: { offset: afterNoon(after) - getLocalTime(), uncertainty: 0, wallAhead: measureWallAhead() },
      view: {
        ...projectAudience(state, 'booth').view,
        ...projectPerson(state, getPerson(state, 'booth-fr')).view,
        presence: { room: 1, remote: 1 },
      },
    }),
  )
const empty: BoothView = { current: null, next: {}, lines: [], onAir: null, screens: 1 }
const show = (view: Partial<BoothView>) => act(() => startBooth({ ...empty, ...view }))
const openBooth = (history: Parameters<typeof replay>[0] = speaking, view: Partial<BoothView> = {}) => {
  update(replay(history))
  startBooth({ ...empty, ...view })
  return render(
    <ConnectionContext value={connection}>
      <Booth />
    </ConnectionContext>,
  )
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const getText = () => (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
const getSection = (name: string) => within(screen.getByRole('region', { name: new RegExp(`^${name}`) }))

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  localStorage.clear()
  localStorage.setItem('rostrum.booth.device', 'own-device')
  sent.length = 0
  posted.length = 0
  refusal = null
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** Makes lines at 165 words a minute, the last one at `to`. */
const speakFast = (to: number): readonly CaptionLine[] =>
  Array.from({ length: 7 }, (_, index) => ({
    id: String(index),
    text: Array.from({ length: 8 }, () => 'mot').join(' '),
    at: (to - (6 - index) * 2_910) as Instant,
    turn: { id: turn, who: 'Delegation', language: 'ar' },
  }))

test('[X54] the pace comes from the captions in the spoken language, and a fast pace emphasizes Slower; without captions there is none', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'setTimeout'], shouldAdvanceTime: true })
  openBooth()
  expect(getSection('Pace').getByText('Pace not measured yet')).toBeTruthy()
  const now = getServerTime(useSessionStore.getState().clockOffset)
  const lines = speakFast(now)
  await act(async () => {
    showCaptions({ language: 'ar' as SpokenLanguage, lines })
    await vi.advanceTimersByTimeAsync(600)
  })
  expect(getSection('Pace').getByText('Fast')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Slower' }).className).toContain('primary')
  vi.useRealTimers()
  cleanup()
  openBooth(speaking.filter(({ type }) => type !== 'captions.add'))
  expect(screen.queryByRole('region', { name: 'Pace' })).toBeNull()
})

test('[X55] a request to the speaker is sent once in twenty seconds; its status politely announces who has seen it and when', async () => {
  const say = vi.spyOn(screenReader, 'say')
  const interrupt = vi.spyOn(screenReader, 'interrupt')
  openBooth()
  await press('Slower')
  expect(sent).toEqual([{ type: 'cues.ask', data: { turn, cue: 'slower' } }])
  update(replay([...speaking, slower]))
  expect(getText()).toContain('Slower: sent, 12:00:50')
  expect(getText()).toContain('The Chair sees that you asked.')
  const seen = [...speaking, slower, command('gov-1', 'cues.see', { cue: toCommandId('cue') as never }, { at: 55 })]
  update(replay(seen))
  expect(getText()).toContain('Slower: seen by the speaker, 12:00:55')
  await press('Slower')
  expect(sent.length).toBe(1)
  expect(say.mock.calls.filter(([text]) => /seen by the speaker/.test(text)).length).toBe(2)
  expect(interrupt).not.toHaveBeenCalled()
  update(replay(seen), 75)
  await press('Slower')
  expect(sent.length).toBe(2)
})

test('[X55] the request of another booth has no status for this one', async () => {
  openBooth([...speaking, slower])
  act(() => useSessionStore.setState(({ view }) => ({ view: view && { ...view, me: { ...view.me, booth: 'en' as SpokenLanguage } } })))
  expect(getText()).toContain('Another booth has asked: French')
  expect(getText()).not.toContain('The Chair sees that you asked.')
  await press('Slower')
  expect(sent.length).toBe(1)
})

test('[X71] each button keeps its own status, whatever is asked later and by whom; no button waits for another', async () => {
  const say = vi.spyOn(screenReader, 'say')
  const closer = command('booth-fr', 'cues.ask', { turn, cue: 'closer' }, { id: 'second', at: 52 })
  openBooth([...speaking, slower])
  const see = command('gov-1', 'cues.see', { cue: toCommandId('cue') as never }, { at: 55 })
  const deliver = command('gov-1', 'cues.deliver', { cue: toCommandId('second') as never }, { at: 56 })
  update(replay([...speaking, slower, closer, see, deliver]))
  expect(getText()).toContain('Slower: seen by the speaker, 12:00:55')
  expect(getText()).toContain('Closer to the microphone: shown to the speaker, 12:00:56')
  expect(say.mock.calls.map(([text]) => text.replace(/[\u2066-\u2069]/g, ''))).toEqual([
    'Slower: seen by the speaker, 12:00:55',
    'Closer to the microphone: shown to the speaker, 12:00:56',
  ])
  act(() =>
    useSessionStore.setState(({ view }) => {
      const turnNow = view?.floor.current
      const theirs = { id: 'theirs', kind: 'slower', at: afterNoon(58), deliveredAt: null, seenAt: null, booth: 'es' } as never
      return {
        view:
          view && turnNow
            ? { ...view, floor: { ...view.floor, current: { ...turnNow, asked: [...(turnNow.asked ?? []), theirs] } } }
            : view,
      }
    }),
  )
  expect(getText()).toContain('Slower: seen by the speaker, 12:00:55')
  expect(getText()).not.toContain('Another booth has asked')
  update(replay(speaking))
  act(() => useSessionStore.setState({ pending: [{ envelope: slower, status: 'sending' } as never] }))
  for (const name of ['Slower', 'Closer to the microphone']) await press(name)
  expect(sent.map(({ data }) => data)).toEqual([{ turn, cue: 'closer' }])
})

test('[X55] nothing can be asked while nobody speaks, or without a connection', async () => {
  openBooth(queueOpen)
  await press('Slower')
  update(replay(speaking))
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  await press('Closer to the microphone')
  expect(sent).toEqual([])
})

test('[X56] the speaker’s text is shown with its mark in words; words of it can be copied to look them up; its size is kept on the device', async () => {
  openBooth(speaking, { current: { turn, text: 'First.\n\nSecond.', mark: 'check', pronounced: 'JAH-ma' } })
  const card = getSection('Text from the speaker')
  expect(card.getByText('Check against delivery')).toBeTruthy()
  expect(card.getByText('JAH-ma')).toBeTruthy()
  expect(card.getAllByText(/First|Second/).map(({ tagName }) => tagName)).toEqual(['P', 'P'])
  expect(fireEvent.copy(card.getByText('First.'))).toBe(true)
  const getSize = () => document.querySelector<HTMLElement>('article')?.style.fontSize
  const before = getSize()
  await press(/Larger text/)
  const larger = getSize()
  expect(larger).not.toBe(before)
  cleanup()
  openBooth()
  expect(getSize()).toBe(larger)
  show({ current: { turn: toTurnId('turn-before'), text: 'Of the one before.', mark: 'check', pronounced: null } })
  expect(getText()).not.toContain('Of the one before.')
  expect(getText()).toContain('No text was provided.')
})

test('[X56] the next five are shown with language, pronounced name and mark, and the next one is announced with their language', () => {
  const say = vi.spyOn(screenReader, 'say')
  openBooth(speaking, { next: { [toEntryId('gov-2')]: { text: 'Señor Presidente', mark: 'verbatim', pronounced: 'GROO-po' } } })
  const rows = getSection('Next five').getAllByRole('listitem')
  expect(rows.length).toBe(2)
  expect(rows[0]?.textContent).toMatch(/French.*no text/)
  expect(rows[1]?.textContent).toMatch(/Spanish.*GROO-po.*Read out verbatim/)
  const boxed = rows.map((row) => row.querySelector('[class*="other"]')?.textContent ?? null)
  expect(boxed).toEqual([null, 'Spanish'])
  expect(say).not.toHaveBeenCalled()
  update(replay([...speaking, command('civil-1', 'queue.withdraw', { entry: toEntryId('civil-1') })]))
  expect(say.mock.calls.map(([text]) => text.replace(/[\u2066-\u2069]/g, ''))).toEqual([expect.stringMatching(/^Next: .*, Spanish\.$/)])
})

test('[X57] the handover counts down half an hour, the last minute is announced once, and this device can go on the air', async () => {
  const say = vi.spyOn(screenReader, 'say')
  openBooth(speaking, { onAir: { device: 'other-device', since: afterNoon(60 - 28 * 60), handsOver: false } })
  expect(getText()).toContain('Partner on air')
  expect(getText()).toMatch(/hand over in [12]:\d\d/)
  await press('Take over')
  expect(posted).toEqual([{ path: '/api/booth/on-air', body: { device: 'own-device' } }])
  show({ onAir: { device: 'own-device', since: afterNoon(60 - 29 * 60 + 2), handsOver: false } })
  expect(getText()).toContain('You are on air')
  expect(say).not.toHaveBeenCalled()
  update(replay(speaking), 120)
  await vi.waitFor(() => expect(say.mock.calls.map(([text]) => text)).toEqual(['Handover in one minute.']), { timeout: 3000 })
  update(replay(speaking), 240)
  await vi.waitFor(() => expect(getText()).toMatch(/overdue by [12]:\d\d/), { timeout: 3000 })
  expect(say).toHaveBeenCalledTimes(1)
})

test('[X72] this device can ask to hand over, and to stay; if the partner hands over, it is announced once and Take over is primary', async () => {
  const say = vi.spyOn(screenReader, 'say')
  const onAir = (device: string, handsOver: boolean) => ({ device, since: afterNoon(0), handsOver })
  openBooth(speaking, { onAir: onAir('own-device', false) })
  await press('Hand over')
  expect(posted).toEqual([])
  show({ onAir: onAir('own-device', false), screens: 2 })
  await press('Hand over')
  show({ onAir: onAir('own-device', true), screens: 2 })
  expect(getText()).toContain('your partner has been asked')
  await press('Stay')
  expect(posted.map(({ path }) => path)).toEqual(['/api/booth/hand-over', '/api/booth/on-air'])
  expect(say).not.toHaveBeenCalled()
  show({ onAir: onAir('other-device', true), screens: 2 })
  expect(getText()).toContain('Your partner is handing over')
  expect(screen.getByRole('button', { name: 'Take over' }).className).toContain('primary')
  show({ onAir: onAir('other-device', true), screens: 3 })
  expect(say.mock.calls.map(([text]) => text)).toEqual(['Your partner is handing over to you.'])
})

test('[X57, X75] a line to the partner waits visibly and is sent again unchanged; a refused one returns; theirs are announced', async () => {
  const say = vi.spyOn(screenReader, 'say')
  openBooth(speaking, { screens: 2 })
  expect(getSection('Partner').getByText('In the booth')).toBeTruthy()
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Message to your partner' })
  refusal = 'no-connection'
  await userEvent.type(field, 'Take the Arabic one?{Enter}')
  expect(field.value).toBe('')
  expect(getText()).toContain('You: Take the Arabic one? Waiting to send')
  refusal = null
  await vi.waitFor(() => expect(getText()).not.toContain('Waiting to send'), { timeout: 5_000 })
  expect(posted).toEqual([posted[0], posted[0]])
  refusal = 'text-refused'
  await userEvent.type(field, 'No{Enter}')
  await vi.waitFor(() => expect([field.value, getText().includes('Not sent. Try again.')]).toEqual(['No', true]))
  expect(getText()).not.toContain('Waiting to send')
  const mine = { id: '1', device: 'own-device', text: 'Take the Arabic one?', at: afterNoon(61) }
  show({ lines: [mine] })
  expect(say).not.toHaveBeenCalled()
  const both = [mine, { id: '2', device: 'other', text: 'Yes', at: afterNoon(62) }]
  show({ lines: both })
  // The server sends the whole list again, now with another line of this device.
  show({ lines: [...structuredClone(both), { ...mine, id: '3' }] })
  expect(say.mock.calls.map(([text]) => text.replace(/[\u2066-\u2069]/g, ''))).toEqual(['Partner: Yes'])
  const log = within(screen.getByRole('log'))
  expect(log.getAllByText('You:').length).toBe(2)
  expect(log.getByText('Partner:')).toBeTruthy()
})
