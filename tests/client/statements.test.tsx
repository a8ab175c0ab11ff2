// @vitest-environment jsdom
/** A person who was not reached submits a statement once from the same screen. None of its text is lost. */
import { loadLanguage } from '@rostrum/client/text/text'
import type { State } from '@rostrum/shared/contract/registry'
import { countWords } from '@rostrum/shared/kernel/text'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { reply, sent } from '../support/fake-connection.ts'
import { createState, plan } from '../support/fixtures.ts'
import { command, join, queueOpen, replay, type SentCommand } from '../support/given.ts'
import * as own from '../support/participant-page.tsx'
import { getField, openStatementPage, reloadPage, updateStatementPage } from '../support/statement-page.tsx'

// jsdom lacks this browser API, and the theme needs it.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(() => loadLanguage('en', 'staff'))
/** The card is loaded when it is first needed, and is there at once from then on. */
beforeAll(async () => {
  await loadLanguage('en', 'staff')
  openStatementPage(makeState(), 'gov-1')
  await screen.findByRole('textbox')
  cleanup()
  localStorage.clear()
})
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const afterClose: readonly SentCommand[] = [...queueOpen, join('gov-1'), join('private-1'), command('chair', 'session.close', {})]
const submitStatement = (text: string, expectedVersion = 0): SentCommand =>
  command('gov-1', 'statements.submit', { text, expectedVersion }, { at: 3900 + expectedVersion })
const makeState = (...more: readonly SentCommand[]): State => replay([...afterClose, ...more])
const makeAnytimeState = (history: readonly SentCommand[] = queueOpen): State =>
  replay(history, createState({ ...plan, statements: { words: 100, anytime: true } }))

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const getPageText = (): string => (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
const typeText = (words: string) => fireEvent.change(getField(), { target: { value: words } })
const pasteText = (given: string) => fireEvent.paste(getField(), { clipboardData: { getData: () => given } })
const isRefused = (name: string | RegExp): boolean => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true'

describe('the invitation', () => {
  test.each(['room', 'remote'] as const)(
    '[N4] is on the same screen at the close, in the %s view, for somebody who was not reached',
    (where) => {
      own.openParticipantPage(makeState(), 'gov-1', where)
      expect(own.getPageText()).toContain('You were not reached')
      expect(own.getPageText()).toContain('You are invited to submit your statement in writing.')
      expect(screen.getByRole('textbox', { name: 'Your statement' })).toBeTruthy()
      cleanup()
      own.openParticipantPage(makeState(), 'civil-1', where)
      expect(own.getPageText()).not.toContain('in writing')
    },
  )

  test.each(['room', 'remote'] as const)(
    'is a small entry at any time if the session accepts statements from everybody, in the %s view',
    async (where) => {
      own.openParticipantPage(makeAnytimeState(), 'civil-1', where)
      expect(screen.queryByRole('textbox', { name: 'Your statement' })).toBeNull()
      await own.press('Written statement')
      expect(screen.getByRole('textbox', { name: 'Your statement' })).toBeTruthy()
      cleanup()
      localStorage.clear()
      own.openParticipantPage(replay(queueOpen), 'civil-1', where)
      expect(own.queryButton('Written statement')).toBeNull()
    },
  )
})

describe('writing', () => {
  test('[N5] counts words as the session does, in any script, and shows by how many the text is too long', () => {
    openStatementPage(makeState(), 'gov-1')
    const sample = 'Access grew, slowly. مرحبا بكم 我们谈论接入'
    typeText(sample)
    expect(getPageText()).toContain(`${countWords(sample)} of 100 words`)
    typeText('word '.repeat(103))
    expect(getPageText()).toContain('Shorten it by 3 words.')
    expect(isRefused('Submit my statement')).toBe(true)
    typeText('word '.repeat(100))
    expect(isRefused('Submit my statement')).toBe(false)
  })

  test('explains when a text is too long for one message', async () => {
    openStatementPage(makeState(), 'gov-1')
    typeText('é'.repeat(12_100))
    expect(getPageText()).toContain('too long to send in one piece')
    await press('Submit my statement')
    expect(sent).toEqual([])
    typeText('é'.repeat(11_900))
    expect(getPageText()).not.toContain('in one piece')
    await press('Submit my statement')
    expect(sent).toHaveLength(1)
  })

  test('refuses an empty or invisible text', async () => {
    openStatementPage(makeState(), 'gov-1')
    for (const nothing of ['', '   \n', '\u200d\u200d']) {
      typeText(nothing)
      await press('Submit my statement')
    }
    expect(sent).toEqual([])
  })

  test.each([
    ['First line\r\nsecond\u00a0 line\u000bthird', 'First line\nsecond line\nthird'],
    ['inter\u00adnet\u202e \u200bgovernance\ufeff', 'internet governance'],
    ['One\r\n\r\n\r\n\r\nTwo', 'One\n\nTwo'],
  ])('cleans %j pasted from a document', (given, clean) => {
    openStatementPage(makeState(), 'gov-1')
    pasteText(given)
    expect(getField().value).toBe(clean)
  })

  test('inserts pasted text at the caret, and leaves plain text to the browser', () => {
    openStatementPage(makeState(), 'gov-1')
    typeText('Before after')
    getField().setSelectionRange(6, 7)
    pasteText(' mid\u00addle ')
    expect([getField().value, getField().selectionStart]).toEqual(['Before middle after', 14])
    expect(pasteText('plain')).toBe(true)
  })
})

describe('sending', () => {
  test('shows when the statement was submitted, and how many words it has', async () => {
    openStatementPage(makeState(), 'gov-1')
    await userEvent.type(getField(), 'What I would have said')
    await press('Submit my statement')
    expect(sent).toEqual([{ type: 'statements.submit', data: { text: 'What I would have said', expectedVersion: 0 } }])
    expect(getPageText()).toContain('Sending')
    updateStatementPage(makeState(submitStatement('What I would have said')), 'gov-1')
    await reply()
    expect(getPageText()).toContain('Submitted at 13:05')
    expect(getPageText()).toContain('5 words')
    reloadPage()
    expect([getPageText().includes('Submitted at 13:05'), screen.queryByRole('textbox')]).toEqual([true, null])
  })

  test('keeps the draft across a reload', () => {
    openStatementPage(makeState(), 'gov-1')
    typeText('Half a sta')
    reloadPage()
    expect(getField().value).toBe('Half a sta')
  })

  test('waits without a connection, and keeps the text if it has waited too long to be sent', async () => {
    openStatementPage(makeState(), 'gov-1', 'offline')
    typeText('Said later')
    await press('Submit my statement')
    expect(getPageText()).toContain('Waiting to send')
    expect(getPageText()).toContain('It will be submitted, once only')
    reloadPage()
    expect([getPageText().includes('Waiting to send'), sent.length]).toEqual([true, 1])
    reloadPage({ forgotten: true })
    expect(getField().value).toBe('Said later')
  })

  test('can be stopped while it waits', async () => {
    openStatementPage(makeState(), 'gov-1', 'offline')
    typeText('Said later')
    await press('Submit my statement')
    await press('Do not submit yet')
    expect(getField().value).toBe('Said later')
  })

  test('explains why the statement was refused, and keeps the text', async () => {
    openStatementPage(makeState(), 'gov-1')
    typeText('Words')
    await press('Submit my statement')
    await reply('text-too-long')
    expect([getPageText().includes('The text is too long.'), getField().value]).toEqual([true, 'Words'])
  })

  test('[N6] replaces the version that the author saw, or leaves it as it was', async () => {
    openStatementPage(makeState(submitStatement('First')), 'gov-1')
    await press('Edit')
    expect(getField().value).toBe('First')
    typeText('Second')
    await press('Submit the new text')
    expect(sent).toEqual([{ type: 'statements.submit', data: { text: 'Second', expectedVersion: 1 } }])
    updateStatementPage(makeState(submitStatement('First'), submitStatement('Second', 1)), 'gov-1')
    await reply()
    await press('Edit')
    await press('Keep the submitted text')
    expect([getPageText().includes('Second'), screen.queryByRole('textbox'), sent.length]).toEqual([true, null, 1])
  })

  test('[N6] after a withdrawal the author can continue with the same text', async () => {
    openStatementPage(makeState(submitStatement('First')), 'gov-1')
    await press('Withdraw')
    expect(sent).toEqual([{ type: 'statements.withdraw', data: { expectedVersion: 1 } }])
    updateStatementPage(makeState(submitStatement('First'), command('gov-1', 'statements.withdraw', { expectedVersion: 1 })), 'gov-1')
    await reply()
    expect(getField().value).toBe('First')
    await press('Submit my statement')
    expect(sent.at(-1)).toEqual({ type: 'statements.submit', data: { text: 'First', expectedVersion: 0 } })
  })

  test.each([
    ['Keep the submitted text', []],
    ['Submit this text instead', [{ type: 'statements.submit', data: { text: 'From the phone', expectedVersion: 1 } }]],
  ] as const)('[N6] shows both texts when another device of the same person was first: %s', async (choice, then) => {
    openStatementPage(makeState(), 'gov-1')
    typeText('From the phone')
    await press('Submit my statement')
    await reply('conflict')
    updateStatementPage(makeState(submitStatement('From the laptop')), 'gov-1')
    for (const words of ['From the laptop', 'From the phone', 'your other device at 13:05']) expect(getPageText()).toContain(words)
    await press(choice)
    expect(sent.slice(1)).toEqual(then)
    if (then.length === 0) expect(getPageText()).not.toContain('From the phone')
  })

  test('shows the author’s text as plain text', () => {
    openStatementPage(makeState(submitStatement('<img src=x onerror="alert(1)"> مرحبا')), 'gov-1')
    expect(document.querySelector('img')).toBeNull()
    act(() => undefined)
    expect(screen.getByText(/onerror/).getAttribute('dir')).toBe('auto')
  })
})
