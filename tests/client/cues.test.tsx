// @vitest-environment jsdom
/** Cues on the screens of those who give them and of the one they are for: how far one came, and what is told without a press. */

import { isForSpeaker, isOnScreen, markOf } from '@rostrum/client/features/cues/cue-status'
import { MyCueBelow } from '@rostrum/client/features/cues/speaker/my-cue.tsx'
import { AskToConclude } from '@rostrum/client/features/cues/staff/ask-to-conclude.tsx'
import { CueMenu } from '@rostrum/client/features/cues/staff/cue-menu.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { nowWith } from '@rostrum/client/session/server-clock'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import { announcements } from '@rostrum/client/ui/screen-reader'
import { type Instant, instantOf } from '@rostrum/shared/kernel/time'
import type { CueView, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

// The kit asks the browser for this, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const sent: { readonly type: string; readonly data: object }[] = []
const connection = {
  send: (command: (typeof sent)[number]) => {
    sent.push(command)
    return new Promise(() => undefined)
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

type Given = Partial<Omit<CueView, 'id'>> & { readonly id?: string }
let count = 0
/** Given this many seconds ago. */
const cue = (ago: number, its: Given = {}): CueView =>
  ({ id: `cue-${count++}`, kind: 'conclude', at: nowWith(null) - ago * 1000, delivered: null, seen: null, ...its }) as CueView
const turn = (its: Partial<TurnView> = {}): TurnView =>
  ({ id: 'turn', kind: 'intervention', startedAt: 1, runningSince: 1, cue: null, ...its }) as TurnView

type Seen = {
  readonly current?: TurnView | null
  readonly interrupted?: TurnView | null
  readonly mine?: string | null
  readonly role?: string
}
const view = ({ current = null, interrupted = null, mine = null, role = 'participant' }: Seen): View =>
  ({
    session: { phase: 'open', timeZone: 'UTC' },
    floor: { current, interrupted },
    myFloor: { turn: mine, spoken: [] },
    me: { role },
  }) as unknown as View

const show = (seen: Seen): void => act(() => useScreen.setState({ view: view(seen) }))
const open = (seen: Seen, page: ReactNode) => {
  useScreen.setState({ ...emptyScreen, view: view(seen) })
  return render(<ConnectionContext value={connection}>{page}</ConnectionContext>)
}
const button = () => screen.getByRole('button')

beforeEach(async () => {
  await load('en', 'all')
  localStorage.clear()
  sent.length = 0
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('how a cue stands', () => {
  const at = (seconds: number): Instant => instantOf(seconds * 1000)

  it('was asked, has arrived, was seen', () => {
    expect(markOf({ delivered: null, seen: null })).toBe('asked')
    expect(markOf({ delivered: at(1), seen: null })).toBe('arrived')
    expect(markOf({ delivered: at(1), seen: at(2) })).toBe('seen')
  })

  it('stays on the room screen where it is to conclude, and goes after a moment otherwise', () => {
    expect(isOnScreen({ kind: 'conclude', at: at(0) }, at(300))).toBe(true)
    expect(isOnScreen({ kind: 'closer', at: at(0) }, at(19))).toBe(true)
    expect(isOnScreen({ kind: 'closer', at: at(0) }, at(20))).toBe(false)
  })

  it('waits for the speaker, but a minute is a minute', () => {
    expect(isForSpeaker({ kind: 'slower', at: at(0) }, at(300))).toBe(true)
    expect(isForSpeaker({ kind: 'one-minute', at: at(0) }, at(59))).toBe(true)
    expect(isForSpeaker({ kind: 'one-minute', at: at(0) }, at(60))).toBe(false)
  })
})

describe('asking to conclude', () => {
  it('says how far it came, and is not asked twice at once', async () => {
    open({ current: turn() }, <AskToConclude />)
    await userEvent.click(button())
    expect(sent).toEqual([{ type: 'cues.give', data: { turn: 'turn', cue: 'conclude' } }])
    for (const [marks, words] of [
      [{}, 'Asked'],
      [{ delivered: 1 as Instant }, 'Asked, arrived'],
      [{ delivered: 1 as Instant, seen: 2 as Instant }, 'Asked, seen'],
    ] as const) {
      show({ current: turn({ cue: cue(1, marks) }) })
      expect(button().textContent).toBe(words)
      expect(button().getAttribute('aria-disabled')).toBe('true')
    }
    await userEvent.click(button())
    expect(sent).toHaveLength(1)
  })

  it('can be asked again after twenty seconds, and says so', async () => {
    open({ current: turn({ cue: cue(21, { delivered: 1 as Instant, seen: 2 as Instant }) }) }, <AskToConclude />)
    expect(button().textContent).toBe('Asked, seen Ask again')
    await userEvent.click(button())
    expect(sent).toHaveLength(1)
  })

  it('begins anew with the next turn, and after another cue', () => {
    open({ current: turn({ cue: cue(1) }) }, <AskToConclude />)
    show({ current: turn({ id: 'next' as never }) })
    expect(button().textContent).toBe('Ask to conclude')
    expect(button().getAttribute('aria-disabled')).toBeNull()
    show({ current: turn({ cue: cue(1, { kind: 'slower' }) }) })
    expect(button().textContent).toBe('Ask to conclude')
  })

  it('cannot be pressed while nobody speaks', async () => {
    open({}, <AskToConclude />)
    await userEvent.click(button())
    show({ current: turn({ startedAt: null }) })
    await userEvent.click(button())
    expect(sent).toEqual([])
  })
})

describe('the menu of cues', () => {
  it('gives each with one press, tells how far the last came, and carries what the view adds', async () => {
    const added = vi.fn()
    const more = [{ id: 'more-time', label: '+1:00', act: added }]
    open({ current: turn({ cue: cue(1, { kind: 'closer', delivered: 1 as Instant }) }) }, <CueMenu more={more} />)
    await userEvent.click(screen.getByRole('button', { name: 'More for the speaker' }))
    expect(screen.getAllByRole('menuitem').map((item) => item.querySelector('strong')?.textContent)).toEqual([
      '+1:00',
      'Please conclude',
      'One minute',
      'Closer to the microphone',
      'Slower for the interpreters',
    ])
    expect(screen.getByRole('menuitem', { name: /Closer/ }).textContent).toContain('arrived')
    await userEvent.click(screen.getByRole('menuitem', { name: /Slower/ }))
    expect(sent).toEqual([{ type: 'cues.give', data: { turn: 'turn', cue: 'slower' } }])
    await userEvent.click(screen.getByRole('button', { name: 'More for the speaker' }))
    await userEvent.click(screen.getByRole('menuitem', { name: '+1:00' }))
    expect(added).toHaveBeenCalledOnce()
  })

  it('offers no cue while nobody has the floor', async () => {
    open({}, <CueMenu />)
    await userEvent.click(screen.getByRole('button', { name: 'More for the speaker' }))
    for (const item of screen.getAllByRole('menuitem')) expect(item.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('on the speaker’s own device', () => {
  const slower = (its: Given = {}) => cue(1, { kind: 'slower', ...its })

  it('is shown and spoken at once, tells that it came once, and that it was seen when pressed', async () => {
    const spoken = vi.spyOn(announcements, 'interrupt')
    open({ current: turn(), mine: 'turn' }, <MyCueBelow />)
    const given = slower()
    show({ current: turn({ cue: given }), mine: 'turn' })
    show({ current: turn({ cue: { ...given } }), mine: 'turn' })
    expect(screen.getByText('Slower for the interpreters')).toBeTruthy()
    expect(spoken.mock.calls).toEqual([['Slower for the interpreters']])
    expect(sent).toEqual([{ type: 'cues.deliver', data: { cue: given.id } }])
    await userEvent.click(screen.getByRole('button', { name: 'Seen' }))
    expect(sent.slice(1)).toEqual([{ type: 'cues.see', data: { cue: given.id } }])
    expect(screen.queryByText('Slower for the interpreters')).toBeNull()
  })

  it('what was seen does not come back, and the next one does', async () => {
    const given = slower()
    open({ current: turn({ cue: given }), mine: 'turn' }, <MyCueBelow />)
    await userEvent.click(screen.getByRole('button', { name: 'Seen' }))
    cleanup()
    open({ current: turn({ cue: given }), mine: 'turn' }, <MyCueBelow />)
    expect(screen.queryByText('Slower for the interpreters')).toBeNull()
    show({ current: turn({ cue: slower() }), mine: 'turn' })
    expect(screen.getByText('Slower for the interpreters')).toBeTruthy()
  })

  it('“Please conclude” stays to be read after it was seen, with nothing left to press', async () => {
    open({ current: turn({ cue: cue(1) }), mine: 'turn' }, <MyCueBelow />)
    await userEvent.click(screen.getByRole('button', { name: 'Seen' }))
    expect(screen.getByText('Please conclude')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('is there too while a point of order interrupts', () => {
    open({ current: turn({ id: 'point' as never }), interrupted: turn({ cue: slower() }), mine: 'turn' }, <MyCueBelow />)
    expect(screen.getByRole('button', { name: 'Seen' })).toBeTruthy()
  })

  it('nobody else is told: no words, nothing spoken, nothing sent', () => {
    const spoken = vi.spyOn(announcements, 'interrupt')
    for (const role of ['participant', 'panellist', 'chair']) {
      open({ current: turn({ cue: slower() }), role }, <MyCueBelow />)
      expect(document.body.textContent).toBe('')
      cleanup()
    }
    expect(spoken).not.toHaveBeenCalled()
    expect(sent).toEqual([])
  })

  it('what is asked of an answer is for the whole panel to read; nobody says for the others that it was seen', () => {
    const answer = turn({ kind: 'answer', cue: cue(1, { kind: 'closer' }) })
    open({ current: answer, role: 'panellist' }, <MyCueBelow />)
    expect(screen.getByText('Closer to the microphone')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
    expect(sent).toEqual([])
  })
})
