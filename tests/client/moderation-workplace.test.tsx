// @vitest-environment jsdom
/** The moderation workplace: one question at a time, by keyboard; the actions of other moderators never move the focus. */

import { loadLanguage } from '@rostrum/client/text/text'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { reply, sent } from '../support/fake-connection.ts'
import {
  findRowButton,
  focusRow,
  getListedIds,
  getReview,
  getReviewText,
  getSentTypes,
  openPage,
  press,
  queryButton,
  toInstantAt,
  updateView,
} from '../support/question-page.tsx'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const threeQuestions = { a: {}, b: {}, c: {} }
const makeLastAction = (
  action: 'approved' | 'declined' | 'held' | 'edited' | 'merged' | 'moved-to-queue',
  by: 'chair' | 'secretariat' = 'secretariat',
) => ({
  lastAction: { action, by: by as PersonId, at: toInstantAt(10) },
})
const approvedRow = { status: 'approved', number: 1, staff: makeLastAction('approved') } as const
const typeKeys = (keys: string) => userEvent.keyboard(keys)
const getFocused = () => document.activeElement

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

describe('the question under review', () => {
  test('is the oldest one that waits; questions on hold come last', () => {
    openPage({ held: { status: 'on-hold' }, old: {}, done: { status: 'approved', number: 1 }, young: {} })
    expect(getListedIds()).toEqual(['old', 'young', 'held'])
    expect(getReviewText()).toBe('Entity old')
    expect(findRowButton('old')?.getAttribute('aria-current')).toBe('true')
  })

  test('shows whether the author is not recorded, or hidden from the room', () => {
    openPage({ a: { from: null } }, { questionRules: { moderated: true, length: 280, cap: null, attribution: 'unattributed' } })
    expect(getReviewText()).toBe('Author not recorded')
    expect(queryButton(/floor list instead/)).toBeNull()
    cleanup()
    openPage({ a: {} }, { questionRules: { moderated: true, length: 280, cap: null, attribution: 'hidden' } })
    expect(getReview().textContent).toContain('Name hidden from the room')
  })

  test('shows the author’s text as plain text, in its own direction', () => {
    const text = `<img src=x onerror="alert(1)"> ${'ا'.repeat(300)} Z̑̑̑̑`
    openPage({ a: { text, staff: { original: `${text}?` } } })
    expect(document.querySelector('img')).toBeNull()
    const drawn = [...document.querySelectorAll('*')].filter((one) => one.childElementCount === 0 && one.textContent?.includes('onerror'))
    expect(drawn.length).toBeGreaterThan(2)
    expect(drawn.filter((one) => one.getAttribute('dir') !== 'auto')).toEqual([])
  })
})

describe('the keyboard', () => {
  test('moves with the arrow keys; the focused question is under review', async () => {
    openPage(threeQuestions)
    focusRow('a')
    await typeKeys('{ArrowDown}')
    expect([getFocused(), getReviewText()]).toEqual([findRowButton('b'), 'Entity b'])
    await typeKeys('{End}{ArrowDown}')
    expect([getFocused(), getReviewText()]).toEqual([findRowButton('c'), 'Entity c'])
    await typeKeys('{Home}')
    expect([getFocused(), getReviewText()]).toEqual([findRowButton('a'), 'Entity a'])
    expect(document.querySelectorAll('[data-row] button[tabindex="0"]')).toHaveLength(1)
  })

  test('approves with A and goes to the next, whichever arrives first, the frame or the answer', async () => {
    openPage(threeQuestions)
    focusRow('a')
    await typeKeys('a')
    expect(sent).toEqual([{ type: 'questions.approve', data: { question: 'a' } }])
    updateView({ ...threeQuestions, a: approvedRow })
    expect([getFocused(), getListedIds()]).toEqual([findRowButton('a'), ['a', 'b', 'c']])
    await reply()
    expect([getFocused(), getReviewText(), getListedIds()]).toEqual([findRowButton('b'), 'Entity b', ['b', 'c']])
    await typeKeys('A')
    await reply()
    expect([getFocused(), getReviewText()]).toEqual([findRowButton('c'), 'Entity c'])
    updateView({ ...threeQuestions, a: approvedRow, b: approvedRow })
    expect([getFocused(), getReviewText(), getListedIds()]).toEqual([findRowButton('c'), 'Entity c', ['c']])
  })

  test('puts on hold with H', async () => {
    openPage(threeQuestions)
    focusRow('b')
    await typeKeys('{ArrowDown}{ArrowUp}h')
    expect(sent).toEqual([{ type: 'questions.hold', data: { question: 'b' } }])
    updateView({ ...threeQuestions, b: { status: 'on-hold' } })
    await reply()
    expect([getFocused(), getListedIds()]).toEqual([findRowButton('c'), ['a', 'c', 'b']])
  })

  test('goes to the reasons with D, and back to the list after the decision', async () => {
    openPage(threeQuestions)
    focusRow('a')
    await typeKeys('d')
    expect(getFocused()?.textContent).toBe('Off topic')
    await typeKeys('{ArrowRight}{ArrowRight}{Tab}{Enter}')
    expect(sent).toEqual([{ type: 'questions.decline', data: { question: 'a', reason: 'not-a-question' } }])
    updateView({ ...threeQuestions, a: { status: 'declined', staff: { reason: 'not-a-question', ...makeLastAction('declined') } } })
    await reply()
    expect([getFocused(), getReviewText()]).toEqual([findRowButton('b'), 'Entity b'])
  })

  test('uses the key at the same position on a keyboard of another script', () => {
    openPage(threeQuestions)
    focusRow('a')
    fireEvent.keyDown(getFocused() as Element, { key: 'ش', code: 'KeyA' })
    expect(getSentTypes()).toEqual(['questions.approve'])
  })

  test('decides nothing while the moderator types, outside the list, with a modifier, or with a repeated key', async () => {
    openPage(threeQuestions)
    await userEvent.click(screen.getByRole('searchbox'))
    await typeKeys('ahd')
    await userEvent.clear(screen.getByRole('searchbox'))
    act(() => queryButton('Approve')?.focus())
    await typeKeys('h')
    focusRow('a')
    expect(getFocused()).toBe(findRowButton('a'))
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
      fireEvent.keyDown(getFocused() as Element, { key: 'a', code: 'KeyA', ...held })
    }
    fireEvent.keyDown(getFocused() as Element, { key: 'a', code: 'KeyA', isComposing: true })
    expect(sent).toEqual([])
  })

  test('does not send the same decision twice', async () => {
    openPage(threeQuestions)
    focusRow('a')
    await typeKeys('aah')
    expect(getSentTypes()).toEqual(['questions.approve'])
  })

  test('keeps the focus on the button that was pressed, or moves it to the heading when the button is gone', async () => {
    openPage({ a: {}, b: { status: 'on-hold' } })
    await press('Hold for later')
    updateView({ a: { status: 'on-hold' }, b: { status: 'on-hold' } })
    await reply()
    expect([getReviewText(), getFocused()]).toEqual(['Entity b', document.querySelector('[data-review]')])
    await press('Approve')
    await reply()
    expect([getReviewText(), getFocused()]).toEqual(['Entity a', queryButton('Approve')])
  })

  test('moves the focus to the heading of the list when no question is left', async () => {
    openPage({ a: {} })
    focusRow('a')
    await typeKeys('a')
    updateView({ a: approvedRow })
    await reply()
    expect([getReviewText(), getFocused()?.id]).toEqual(['Nothing to review', 'review-title'])
  })
})

describe('a moderator whose focus is elsewhere', () => {
  test('does not lose it to the first question, or to a new one', () => {
    openPage({})
    expect(getFocused()).toBe(document.body)
    updateView({ a: {} })
    expect([getReviewText(), getFocused()]).toEqual(['Entity a', document.body])
  })

  test('gets it on the heading of a new question, if it was on the heading of the empty list', async () => {
    openPage({ a: {} })
    await press('Hold for later')
    updateView({ a: approvedRow })
    await reply()
    expect([getReviewText(), getFocused()]).toEqual(['Nothing to review', document.querySelector('[data-review]')])
    updateView({ a: approvedRow, b: {} })
    expect([getReviewText(), getFocused()]).toEqual(['Entity b', document.querySelector('[data-review]')])
  })
})

describe('several moderators at once', () => {
  test('see who decided and when, and keep the question in view until they move on', async () => {
    openPage(threeQuestions)
    focusRow('b')
    await typeKeys('{ArrowDown}{ArrowUp}')
    updateView({ ...threeQuestions, b: approvedRow })
    expect(getReview().textContent).toContain('Approved by the secretariat, 12:04:10')
    expect([getReviewText(), getFocused(), getListedIds()]).toEqual(['Entity b', findRowButton('b'), ['a', 'b', 'c']])
    expect(queryButton('Approve')).toBeNull()
    expect(queryButton('Hold for later')).toBeNull()
    expect(queryButton('Choose a reason for declining')).not.toBeNull()
    await press('Next question')
    expect([getReviewText(), getListedIds()]).toEqual(['Entity c', ['a', 'c']])
  })

  test.each([
    ['declined', 'chair', { status: 'declined' }, 'Declined by the Chair, 12:04:10', 'Review again'],
    ['held', 'secretariat', { status: 'on-hold' }, 'Put on hold by the secretariat, 12:04:10', 'Approve'],
    ['edited', 'secretariat', { text: 'Other?' }, 'Edited by the secretariat, 12:04:10', 'Approve'],
    ['merged', 'secretariat', { status: 'merged' }, 'Merged by the secretariat, 12:04:10', 'Separate'],
    ['moved-to-queue', 'chair', { status: 'moved-to-queue' }, 'Moved to the list of speakers by the Chair, 12:04:10', 'Next question'],
  ] as const)('%s: the page reports it, and offers what is still possible', (action, role, change, words, possible) => {
    openPage(threeQuestions)
    updateView({ ...threeQuestions, a: { ...change, staff: makeLastAction(action, role) } })
    expect(getReview().textContent).toContain(words)
    expect(getListedIds()).toContain('a')
    expect(queryButton(possible)).not.toBeNull()
  })

  test('see when the author has withdrawn the question', () => {
    openPage(threeQuestions)
    updateView({ ...threeQuestions, a: { status: 'withdrawn' } })
    expect(getReview().textContent).toContain('Withdrawn by its author')
    expect(queryButton('Next question')).not.toBeNull()
  })

  test('see the action of the first moderator in the refusal of their own', async () => {
    openPage(threeQuestions)
    await press('Approve')
    await reply('wrong-status')
    expect(getReview().textContent).toContain('Someone else has already decided on this question.')
    updateView({ ...threeQuestions, a: { status: 'declined', staff: { reason: 'conduct', ...makeLastAction('declined', 'chair') } } })
    expect(getReview().textContent).toContain('Already decided. Declined by the Chair, 12:04:10')
    expect(getReviewText()).toBe('Entity a')
  })

  test('get no message about their own decision while it is on its way', async () => {
    openPage(threeQuestions)
    await press('Approve')
    updateView({ ...threeQuestions, a: approvedRow })
    expect(getReview().textContent).not.toContain('Approved by')
  })

  test('keep their review and focus when other questions come and go', () => {
    openPage(threeQuestions)
    focusRow('b')
    updateView({ z: {}, ...threeQuestions, n: {} })
    updateView({ a: approvedRow, b: {}, c: approvedRow, n: {} })
    expect(getFocused()).toBe(findRowButton('b'))
    expect(getReviewText()).toBe('Entity a')
  })

  test('see a list that does not move for a second after a touch', async () => {
    vi.useFakeTimers()
    try {
      openPage(threeQuestions)
      fireEvent.pointerDown(findRowButton('c') as Element)
      updateView({ a: {}, b: approvedRow, c: {} })
      expect(getListedIds()).toEqual(['a', 'b', 'c'])
      expect(findRowButton('b')?.textContent).toContain('Published')
      act(() => vi.advanceTimersByTime(1000))
      expect(getListedIds()).toEqual(['a', 'c'])
    } finally {
      vi.useRealTimers()
    }
  })

  test('get the focus on the row that takes the position of a focused row that leaves', async () => {
    vi.useFakeTimers()
    try {
      openPage(threeQuestions)
      act(() => document.querySelector<HTMLElement>('[data-row="b"] input')?.focus())
      updateView({ a: {}, b: approvedRow, c: {} })
      act(() => vi.advanceTimersByTime(1000))
      expect(getFocused()).toBe(document.querySelector('[data-row="c"] input'))
    } finally {
      vi.useRealTimers()
    }
  })
})
