// @vitest-environment jsdom
/** Cues on the screens of the staff and the speaker: the progress of a cue, and the device’s automatic reports. */

import { getCueStatus, isOnDisplay, isOnSpeakerScreen } from '@rostrum/client/features/cues/cue-status'
import { MyCueBelow } from '@rostrum/client/features/cues/speaker/my-cue.tsx'
import { AskToConclude } from '@rostrum/client/features/cues/staff/ask-to-conclude.tsx'
import { CueMenu } from '@rostrum/client/features/cues/staff/cue-menu.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { getServerTime } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import type { CueView, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const sent: { readonly type: string; readonly data: object }[] = []
const connection = {
  send: (command: (typeof sent)[number]) => {
    sent.push(command)
    return new Promise(() => undefined)
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

type CueInput = Partial<Omit<CueView, 'id'>> & { readonly id?: string }
let cueCount = 0
/** A cue given `ago` seconds ago. */
const makeCue = (ago: number, its: CueInput = {}): CueView =>
  ({ id: `cue-${cueCount++}`, kind: 'conclude', at: getServerTime(null) - ago * 1000, deliveredAt: null, seenAt: null, ...its }) as CueView
const makeTurn = (its: Partial<TurnView> = {}): TurnView =>
  ({ id: 'turn', kind: 'intervention', startedAt: 1, runningSince: 1, cue: null, ...its }) as TurnView

type ViewInput = {
  readonly current?: TurnView | null
  readonly interrupted?: TurnView | null
  readonly mine?: string | null
  readonly seen?: readonly string[]
  readonly role?: string
}
const makeView = ({ current = null, interrupted = null, mine = null, seen = [], role = 'participant' }: ViewInput): View =>
  ({
    session: { phase: 'open', timeZone: 'UTC' },
    floor: { current, interrupted },
    myFloor: { turn: mine, pastTurns: [], seen },
    me: { role },
  }) as unknown as View

const updateView = (seenAt: ViewInput): void => act(() => useSessionStore.setState({ view: makeView(seenAt) }))
const openPage = (seenAt: ViewInput, page: ReactNode) => {
  useSessionStore.setState({ ...initialStore, view: makeView(seenAt) })
  return render(<ConnectionContext value={connection}>{page}</ConnectionContext>)
}
const getButton = () => screen.getByRole('button')

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  localStorage.clear()
  sent.length = 0
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('the status of a cue', () => {
  const at = (seconds: number): Instant => toInstant(seconds * 1000)

  test('is asked, then arrived, then seen', () => {
    expect(getCueStatus({ deliveredAt: null, seenAt: null })).toBe('asked')
    expect(getCueStatus({ deliveredAt: at(1), seenAt: null })).toBe('arrived')
    expect(getCueStatus({ deliveredAt: at(1), seenAt: at(2) })).toBe('seen')
  })

  test('stays on the room screen for “Please conclude”, and disappears after a moment for other cues', () => {
    expect(isOnDisplay({ kind: 'conclude', at: at(0) }, at(300))).toBe(true)
    expect(isOnDisplay({ kind: 'closer', at: at(0) }, at(19))).toBe(true)
    expect(isOnDisplay({ kind: 'closer', at: at(0) }, at(20))).toBe(false)
  })

  test('[V264] keeps waiting for the speaker: “Please conclude” for the turn, a minute for its minute, others for two', () => {
    expect(isOnSpeakerScreen({ kind: 'conclude', at: at(0) }, at(3000))).toBe(true)
    expect(isOnSpeakerScreen({ kind: 'slower', at: at(0) }, at(119))).toBe(true)
    expect(isOnSpeakerScreen({ kind: 'slower', at: at(0) }, at(120))).toBe(false)
    expect(isOnSpeakerScreen({ kind: 'one-minute', at: at(0) }, at(59))).toBe(true)
    expect(isOnSpeakerScreen({ kind: 'one-minute', at: at(0) }, at(60))).toBe(false)
  })
})

describe('asking the speaker to conclude', () => {
  test('[F47] shows how far the cue has come, is marked once it has arrived, and cannot be repeated at once', async () => {
    openPage({ current: makeTurn() }, <AskToConclude />)
    await userEvent.click(getButton())
    expect(sent).toEqual([{ type: 'cues.give', data: { turn: 'turn', cue: 'conclude' } }])
    for (const [marks, words] of [
      [{}, 'Asked, not yet seen'],
      [{ deliveredAt: 1 as Instant }, 'Asked, delivered'],
      [{ deliveredAt: 1 as Instant, seenAt: 2 as Instant }, 'Asked, seen'],
    ] as const) {
      updateView({ current: makeTurn({ cue: makeCue(1, marks) }) })
      expect(getButton().textContent).toBe(words)
      expect(getButton().querySelector('svg') !== null).toBe('deliveredAt' in marks)
      expect(getButton().getAttribute('aria-disabled')).toBe('true')
    }
    await userEvent.click(getButton())
    expect(sent).toHaveLength(1)
  })

  test('can be repeated after twenty seconds, and shows that', async () => {
    openPage({ current: makeTurn({ cue: makeCue(21, { deliveredAt: 1 as Instant, seenAt: 2 as Instant }) }) }, <AskToConclude />)
    expect(getButton().textContent).toBe('Asked, seen Ask again')
    await userEvent.click(getButton())
    expect(sent).toHaveLength(1)
  })

  test('starts again with the next turn, and after another cue', () => {
    openPage({ current: makeTurn({ cue: makeCue(1) }) }, <AskToConclude />)
    updateView({ current: makeTurn({ id: 'next' as never }) })
    expect(getButton().textContent).toBe('Ask to conclude')
    expect(getButton().getAttribute('aria-disabled')).toBeNull()
    updateView({ current: makeTurn({ cue: makeCue(1, { kind: 'slower' }) }) })
    expect(getButton().textContent).toBe('Ask to conclude')
  })

  test('is disabled while nobody speaks', async () => {
    openPage({}, <AskToConclude />)
    await userEvent.click(getButton())
    updateView({ current: makeTurn({ startedAt: null }) })
    await userEvent.click(getButton())
    expect(sent).toEqual([])
  })
})

describe('the menu of cues', () => {
  test('gives each cue with one press, shows the progress of the last one, and includes the extra items of the view', async () => {
    const added = vi.fn()
    const more = [{ id: 'more-time', label: '+1:00', act: added }]
    openPage({ current: makeTurn({ cue: makeCue(1, { kind: 'closer', deliveredAt: 1 as Instant }) }) }, <CueMenu more={more} />)
    await userEvent.click(screen.getByRole('button', { name: 'More cues for the speaker' }))
    expect(screen.getAllByRole('menuitem').map((item) => item.querySelector('strong')?.textContent)).toEqual([
      '+1:00',
      'One minute left',
      'Closer to the microphone, please',
      'Slower, please, for the interpreters',
    ])
    expect(screen.getByRole('menuitem', { name: /Closer/ }).textContent).toContain('delivered')
    await userEvent.click(screen.getByRole('menuitem', { name: /Slower/ }))
    expect(sent).toEqual([{ type: 'cues.give', data: { turn: 'turn', cue: 'slower' } }])
    await userEvent.click(screen.getByRole('button', { name: 'More cues for the speaker' }))
    await userEvent.click(screen.getByRole('menuitem', { name: '+1:00' }))
    expect(added).toHaveBeenCalledOnce()
  })

  test('offers no cue while nobody has the floor', async () => {
    openPage({}, <CueMenu />)
    await userEvent.click(screen.getByRole('button', { name: 'More cues for the speaker' }))
    for (const item of screen.getAllByRole('menuitem')) expect(item.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('on the speaker’s own device', () => {
  const slower = (its: CueInput = {}) => makeCue(1, { kind: 'slower', ...its })

  test('a cue is shown and spoken at once; the device reports its arrival once, and a press reports that it was seen', async () => {
    const spoken = vi.spyOn(screenReader, 'interrupt')
    openPage({ current: makeTurn(), mine: 'turn' }, <MyCueBelow />)
    const cue = slower()
    updateView({ current: makeTurn({ cue }), mine: 'turn' })
    updateView({ current: makeTurn({ cue: { ...cue } }), mine: 'turn' })
    expect(screen.getByText('Slower, please, for the interpreters')).toBeTruthy()
    expect(spoken.mock.calls).toEqual([['Slower, please, for the interpreters']])
    expect(sent).toEqual([{ type: 'cues.deliver', data: { cue: cue.id } }])
    await userEvent.click(screen.getByRole('button', { name: 'Seen' }))
    expect(sent.slice(1)).toEqual([{ type: 'cues.see', data: { cue: cue.id } }])
    expect(screen.queryByText('Slower, please, for the interpreters')).toBeNull()
  })

  test('a cue that was marked as seen does not come back, and the next one appears', async () => {
    const cue = slower()
    openPage({ current: makeTurn({ cue }), mine: 'turn' }, <MyCueBelow />)
    await userEvent.click(screen.getByRole('button', { name: 'Seen' }))
    cleanup()
    openPage({ current: makeTurn({ cue }), mine: 'turn' }, <MyCueBelow />)
    expect(screen.queryByText('Slower, please, for the interpreters')).toBeNull()
    updateView({ current: makeTurn({ cue: slower() }), mine: 'turn' })
    expect(screen.getByText('Slower, please, for the interpreters')).toBeTruthy()
  })

  test('[V264] a cue that was marked as seen on another device of the same person waits for no press here', () => {
    const cue = slower({ id: 'cue' })
    openPage({ current: makeTurn({ cue }), mine: 'turn' }, <MyCueBelow />)
    expect(screen.getByRole('button', { name: 'Seen' })).toBeTruthy()
    updateView({ current: makeTurn({ cue }), mine: 'turn', seen: ['cue'] })
    expect(document.body.textContent).toBe('')
    updateView({ current: makeTurn({ cue: { ...cue, kind: 'conclude' } }), mine: 'turn', seen: ['cue'] })
    expect(screen.getByText('Please conclude')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('“Please conclude” stays readable after it was marked as seen, with no button left', async () => {
    openPage({ current: makeTurn({ cue: makeCue(1) }), mine: 'turn' }, <MyCueBelow />)
    await userEvent.click(screen.getByRole('button', { name: 'Seen' }))
    expect(screen.getByText('Please conclude')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('a cue also appears while a point of order interrupts the turn', () => {
    openPage({ current: makeTurn({ id: 'point' as never }), interrupted: makeTurn({ cue: slower() }), mine: 'turn' }, <MyCueBelow />)
    expect(screen.getByRole('button', { name: 'Seen' })).toBeTruthy()
  })

  test('other people see and hear nothing, and their devices send nothing', () => {
    const spoken = vi.spyOn(screenReader, 'interrupt')
    for (const role of ['participant', 'panellist', 'chair']) {
      openPage({ current: makeTurn({ cue: slower() }), role }, <MyCueBelow />)
      expect(document.body.textContent).toBe('')
      cleanup()
    }
    expect(spoken).not.toHaveBeenCalled()
    expect(sent).toEqual([])
  })

  test('a cue during an answer is shown to the whole panel, and no panellist can mark it as seen', () => {
    const answer = makeTurn({ kind: 'answer', cue: makeCue(1, { kind: 'closer' }) })
    openPage({ current: answer, role: 'panellist' }, <MyCueBelow />)
    expect(screen.getByText('Closer to the microphone, please')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
    expect(sent).toEqual([])
  })
})

describe('a request of a booth', () => {
  const asked = (its: CueInput = {}) => ({ ...makeCue(1, { kind: 'slower', ...its }), booth: 'en' as SpokenLanguage })

  test('[X55] appears on the speaker’s device below the cue of the Chair; one press marks both as seen', async () => {
    const interrupt = vi.spyOn(screenReader, 'interrupt')
    const cue = makeCue(1, { kind: 'one-minute' })
    const current = makeTurn({ cue, asked: [asked({ id: 'asked' })] })
    openPage({ current, mine: 'turn' }, <MyCueBelow />)
    expect(screen.getByText('One minute left').textContent).toBe('One minute leftSlower, please, for the interpreters')
    expect(interrupt.mock.calls.flat()).toEqual(['One minute left', 'Slower, please, for the interpreters'])
    await userEvent.click(getButton())
    expect(sent).toEqual([
      { type: 'cues.deliver', data: { cue: cue.id } },
      { type: 'cues.deliver', data: { cue: 'asked' } },
      { type: 'cues.see', data: { cue: cue.id } },
      { type: 'cues.see', data: { cue: 'asked' } },
    ])
    expect(screen.queryByText('One minute left')).toBeNull()
  })

  test('[X55] appears alone if there is no cue of the Chair', () => {
    openPage({ current: makeTurn({ asked: [asked()] }), mine: 'turn' }, <MyCueBelow />)
    expect(screen.getByText('Slower, please, for the interpreters')).toBeTruthy()
  })

  test('[X71] appears once if two booths ask the same, and one press marks both as seen', async () => {
    openPage({ current: makeTurn({ asked: [asked({ id: 'one' }), asked({ id: 'two' })] }), mine: 'turn' }, <MyCueBelow />)
    expect(screen.getAllByText('Slower, please, for the interpreters')).toHaveLength(1)
    await userEvent.click(getButton())
    expect(sent.filter(({ type }) => type === 'cues.see').map(({ data }) => data)).toEqual([{ cue: 'one' }, { cue: 'two' }])
  })

  test('[X55] is shown to the staff with the booth and its status', async () => {
    const seenAt = toInstant(Date.UTC(2026, 6, 7, 12, 8, 52))
    openPage({ current: makeTurn({ asked: [asked({ seenAt })] }) }, <CueMenu />)
    await userEvent.click(getButton())
    const entry = await screen.findByRole('menuitem', { name: /Slower, please, for the interpreters/ })
    expect(entry.textContent?.replace(/[\u2066-\u2069]/g, '')).toContain('Booth (English): Slower, seen 12:08:52')
  })
})
