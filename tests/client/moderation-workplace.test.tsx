// @vitest-environment jsdom
/** The moderators' desk: one question at a time, from the keyboard, and never pulled away by what others do. */
import { load } from '@rostrum/client/text/text'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, sent } from '../support/fake-connection.ts'
import { at, button, comesIn, focusOn, listedIds, opens, press, review, reviewed, rowButton, sentTypes } from '../support/question-page.tsx'

// The kit asks the browser for this, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const three = { a: {}, b: {}, c: {} }
const decided = (
  what: 'approved' | 'declined' | 'held' | 'edited' | 'merged' | 'to-floor',
  role: 'chair' | 'secretariat' = 'secretariat',
) => ({
  decided: { what, role, at: at(10) },
})
const approved = { status: 'approved', number: 1, desk: decided('approved') } as const
const type = (keys: string) => userEvent.keyboard(keys)
const focused = () => document.activeElement

beforeEach(async () => {
  await load('en', 'all')
})
afterEach(cleanup)

describe('one under review', () => {
  it('is the oldest that waits; those on hold come last', () => {
    opens({ held: { status: 'on-hold' }, old: {}, done: { status: 'approved', number: 1 }, young: {} })
    expect(listedIds()).toEqual(['old', 'young', 'held'])
    expect(reviewed()).toBe('Entity old')
    expect(rowButton('old')?.getAttribute('aria-current')).toBe('true')
  })

  it('says when the author is not kept, and when the room does not know', () => {
    opens({ a: { from: null } }, { asking: { moderated: true, length: 280, cap: null, attribution: 'unattributed' } })
    expect(reviewed()).toBe('Author not recorded')
    expect(button(/floor list instead/)).toBeNull()
    cleanup()
    opens({ a: {} }, { asking: { moderated: true, length: 280, cap: null, attribution: 'hidden' } })
    expect(review().textContent).toContain('Name hidden from the room')
  })

  it('keeps what somebody wrote as text, in its own direction', () => {
    const text = `<img src=x onerror="alert(1)"> ${'ا'.repeat(300)} Z̑̑̑̑`
    opens({ a: { text, desk: { original: `${text}?` } } })
    expect(document.querySelector('img')).toBeNull()
    const drawn = [...document.querySelectorAll('*')].filter((one) => one.childElementCount === 0 && one.textContent?.includes('onerror'))
    expect(drawn.length).toBeGreaterThan(2)
    expect(drawn.filter((one) => one.getAttribute('dir') !== 'auto')).toEqual([])
  })
})

describe('the keyboard', () => {
  it('moves with the arrows; the one that has the focus is under review', async () => {
    opens(three)
    focusOn('a')
    await type('{ArrowDown}')
    expect([focused(), reviewed()]).toEqual([rowButton('b'), 'Entity b'])
    await type('{End}{ArrowDown}')
    expect([focused(), reviewed()]).toEqual([rowButton('c'), 'Entity c'])
    await type('{Home}')
    expect([focused(), reviewed()]).toEqual([rowButton('a'), 'Entity a'])
    expect(document.querySelectorAll('[data-row] button[tabindex="0"]')).toHaveLength(1)
  })

  it('approves with A and goes on to the next, whichever of frame and answer comes first', async () => {
    opens(three)
    focusOn('a')
    await type('a')
    expect(sent).toEqual([{ type: 'questions.approve', data: { question: 'a' } }])
    comesIn({ ...three, a: approved })
    expect([focused(), listedIds()]).toEqual([rowButton('a'), ['a', 'b', 'c']])
    await answer()
    expect([focused(), reviewed(), listedIds()]).toEqual([rowButton('b'), 'Entity b', ['b', 'c']])
    await type('A')
    await answer()
    expect([focused(), reviewed()]).toEqual([rowButton('c'), 'Entity c'])
    comesIn({ ...three, a: approved, b: approved })
    expect([focused(), reviewed(), listedIds()]).toEqual([rowButton('c'), 'Entity c', ['c']])
  })

  it('holds with H', async () => {
    opens(three)
    focusOn('b')
    await type('{ArrowDown}{ArrowUp}h')
    expect(sent).toEqual([{ type: 'questions.hold', data: { question: 'b' } }])
    comesIn({ ...three, b: { status: 'on-hold' } })
    await answer()
    expect([focused(), listedIds()]).toEqual([rowButton('c'), ['a', 'c', 'b']])
  })

  it('goes to the reasons with D, and after the decision back to the list', async () => {
    opens(three)
    focusOn('a')
    await type('d')
    expect(focused()?.textContent).toBe('Off topic')
    await type('{ArrowRight}{ArrowRight}{Tab}{Enter}')
    expect(sent).toEqual([{ type: 'questions.decline', data: { question: 'a', reason: 'not-a-question' } }])
    comesIn({ ...three, a: { status: 'declined', desk: { reason: 'not-a-question', ...decided('declined') } } })
    await answer()
    expect([focused(), reviewed()]).toEqual([rowButton('b'), 'Entity b'])
  })

  it('means the same key on a keyboard of another script', () => {
    opens(three)
    focusOn('a')
    fireEvent.keyDown(focused() as Element, { key: 'ش', code: 'KeyA' })
    expect(sentTypes()).toEqual(['questions.approve'])
  })

  it('decides nothing while one writes, outside of the list, with a modifier, or held down', async () => {
    opens(three)
    await userEvent.click(screen.getByRole('searchbox'))
    await type('ahd')
    await userEvent.clear(screen.getByRole('searchbox'))
    act(() => button('Approve')?.focus())
    await type('h')
    focusOn('a')
    expect(focused()).toBe(rowButton('a'))
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
      fireEvent.keyDown(focused() as Element, { key: 'a', code: 'KeyA', ...held })
    }
    fireEvent.keyDown(focused() as Element, { key: 'a', code: 'KeyA', isComposing: true })
    expect(sent).toEqual([])
  })

  it('does not send one decision twice', async () => {
    opens(three)
    focusOn('a')
    await type('aah')
    expect(sentTypes()).toEqual(['questions.approve'])
  })

  it('keeps the focus on the button by which was decided, or on the heading where that has gone', async () => {
    opens({ a: {}, b: { status: 'on-hold' } })
    await press('Hold for later')
    comesIn({ a: { status: 'on-hold' }, b: { status: 'on-hold' } })
    await answer()
    expect([reviewed(), focused()]).toEqual(['Entity b', document.querySelector('[data-review]')])
    await press('Approve')
    await answer()
    expect([reviewed(), focused()]).toEqual(['Entity a', button('Approve')])
  })

  it('ends at the heading of the list when nothing is left', async () => {
    opens({ a: {} })
    focusOn('a')
    await type('a')
    comesIn({ a: approved })
    await answer()
    expect([reviewed(), focused()?.id]).toEqual(['Nothing to review', 'review-title'])
  })
})

describe('whoever is elsewhere', () => {
  it('is not drawn in by the first question, nor by one that comes', () => {
    opens({})
    expect(focused()).toBe(document.body)
    comesIn({ a: {} })
    expect([reviewed(), focused()]).toEqual(['Entity a', document.body])
  })

  it('goes on at the heading of the one that comes, where they stood at the heading that said that nothing is left', async () => {
    opens({ a: {} })
    await press('Hold for later')
    comesIn({ a: approved })
    await answer()
    expect([reviewed(), focused()]).toEqual(['Nothing to review', document.querySelector('[data-review]')])
    comesIn({ a: approved, b: {} })
    expect([reviewed(), focused()]).toEqual(['Entity b', document.querySelector('[data-review]')])
  })
})

describe('several moderators at once', () => {
  it('tells who decided and when, and keeps the question in view until one goes on', async () => {
    opens(three)
    focusOn('b')
    await type('{ArrowDown}{ArrowUp}')
    comesIn({ ...three, b: approved })
    expect(review().textContent).toContain('Approved by the secretariat, 12:04:10')
    expect([reviewed(), focused(), listedIds()]).toEqual(['Entity b', rowButton('b'), ['a', 'b', 'c']])
    expect(button('Approve')).toBeNull()
    expect(button('Hold for later')).toBeNull()
    expect(button('Choose a reason to decline')).not.toBeNull()
    await press('Next question')
    expect([reviewed(), listedIds()]).toEqual(['Entity c', ['a', 'c']])
  })

  it.each([
    ['declined', 'chair', { status: 'declined' }, 'Declined by the Chair, 12:04:10', 'Review again'],
    ['held', 'secretariat', { status: 'on-hold' }, 'Held by the secretariat, 12:04:10', 'Approve'],
    ['edited', 'secretariat', { text: 'Other?' }, 'Edited by the secretariat, 12:04:10', 'Approve'],
    ['merged', 'secretariat', { status: 'merged' }, 'Merged by the secretariat, 12:04:10', 'Separate'],
    ['to-floor', 'chair', { status: 'to-floor' }, 'Moved to the list of speakers by the Chair, 12:04:10', 'Next question'],
  ] as const)('%s: says so, and what is still possible', (what, role, change, words, possible) => {
    opens(three)
    comesIn({ ...three, a: { ...change, desk: decided(what, role) } })
    expect(review().textContent).toContain(words)
    expect(listedIds()).toContain('a')
    expect(button(possible)).not.toBeNull()
  })

  it('says when the author has withdrawn it', () => {
    opens(three)
    comesIn({ ...three, a: { status: 'withdrawn' } })
    expect(review().textContent).toContain('Withdrawn by its author')
    expect(button('Next question')).not.toBeNull()
  })

  it('tells whoever comes second what the first did', async () => {
    opens(three)
    await press('Approve')
    await answer('not-decided-here')
    expect(review().textContent).toContain('Someone else has already decided on this question.')
    comesIn({ ...three, a: { status: 'declined', desk: { reason: 'conduct', ...decided('declined', 'chair') } } })
    expect(review().textContent).toContain('Already decided. Declined by the Chair, 12:04:10')
    expect(reviewed()).toBe('Entity a')
  })

  it('is silent about one’s own decision while that is on its way', async () => {
    opens(three)
    await press('Approve')
    comesIn({ ...three, a: approved })
    expect(review().textContent).not.toContain('Approved by')
  })

  it('moves neither review nor focus when others come and go', () => {
    opens(three)
    focusOn('b')
    comesIn({ z: {}, ...three, n: {} })
    comesIn({ a: approved, b: {}, c: approved, n: {} })
    expect(focused()).toBe(rowButton('b'))
    expect(reviewed()).toBe('Entity a')
  })

  it('holds the list still for a second after a touch', async () => {
    vi.useFakeTimers()
    try {
      opens(three)
      fireEvent.pointerDown(rowButton('c') as Element)
      comesIn({ a: {}, b: approved, c: {} })
      expect(listedIds()).toEqual(['a', 'b', 'c'])
      expect(rowButton('b')?.textContent).toContain('Published')
      act(() => vi.advanceTimersByTime(1000))
      expect(listedIds()).toEqual(['a', 'c'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('gives the focus of a row that leaves to the row that stands there then', async () => {
    vi.useFakeTimers()
    try {
      opens(three)
      act(() => document.querySelector<HTMLElement>('[data-row="b"] input')?.focus())
      comesIn({ a: {}, b: approved, c: {} })
      act(() => vi.advanceTimersByTime(1000))
      expect(focused()).toBe(document.querySelector('[data-row="c"] input'))
    } finally {
      vi.useRealTimers()
    }
  })
})
