// @vitest-environment jsdom
/** Whoever was not heard sends what they would have said from the same screen, once, and nothing of it is lost. */
import { load } from '@rostrum/client/text/text'
import type { State } from '@rostrum/shared/contract/registry'
import { wordsIn } from '@rostrum/shared/kernel/text'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, sent } from '../support/fake-connection.ts'
import { founded, plan } from '../support/fixtures.ts'
import { joins, listOpen, type Said, said, stateAfter } from '../support/given.ts'
import * as own from '../support/participant-page.tsx'
import { comesIn, field, opens, reloads } from '../support/statement-page.tsx'

// The theme asks the browser for this, and jsdom has none.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(() => load('en', 'all'))
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const closed: readonly Said[] = [...listOpen, joins('gov-1'), joins('private-1'), said('chair', 'session.close', {})]
const files = (text: string, expectedVersion = 0): Said =>
  said('gov-1', 'statements.file', { text, expectedVersion }, { at: 3900 + expectedVersion })
const moment = (...more: readonly Said[]): State => stateAfter([...closed, ...more])
const anytime = (history: readonly Said[] = listOpen): State =>
  stateAfter(history, founded({ ...plan, statements: { words: 100, anytime: true } }))

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const text = (): string => (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
const write = (words: string) => fireEvent.change(field(), { target: { value: words } })
const paste = (given: string) => fireEvent.paste(field(), { clipboardData: { getData: () => given } })
const refused = (name: string | RegExp): boolean => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true'

describe('the invitation', () => {
  it.each(['room', 'remote'] as const)(
    '[N4] is on the very same screen at the close, in the %s view, for whoever was not heard',
    (where) => {
      own.sees(moment(), 'gov-1', where)
      expect(own.text()).toContain('You were not reached')
      expect(own.text()).toContain('You are invited to submit your statement in writing.')
      expect(screen.getByRole('textbox', { name: 'Your statement' })).toBeTruthy()
      cleanup()
      own.sees(moment(), 'civil-1', where)
      expect(own.text()).not.toContain('in writing')
    },
  )

  it.each(['room', 'remote'] as const)(
    'is a small entry at any time where the session takes statements from everybody, in the %s view',
    async (where) => {
      own.sees(anytime(), 'civil-1', where)
      expect(screen.queryByRole('textbox', { name: 'Your statement' })).toBeNull()
      await own.press('Written statement')
      expect(screen.getByRole('textbox', { name: 'Your statement' })).toBeTruthy()
      cleanup()
      localStorage.clear()
      own.sees(stateAfter(listOpen), 'civil-1', where)
      expect(own.button('Written statement')).toBeNull()
    },
  )
})

describe('writing', () => {
  it('[N5] counts words as the session does, in any script, and says by how many it is too long', () => {
    opens(moment(), 'gov-1')
    const sample = 'Access grew, slowly. مرحبا بكم 我们谈论接入'
    write(sample)
    expect(text()).toContain(`${wordsIn(sample)} of 100 words`)
    write('word '.repeat(103))
    expect(text()).toContain('Shorten it by 3 words.')
    expect(refused('Send my text')).toBe(true)
    write('word '.repeat(100))
    expect(refused('Send my text')).toBe(false)
  })

  it('refuses in words what the line cannot carry in one piece', async () => {
    opens(moment(), 'gov-1')
    write('é'.repeat(7600))
    expect(text()).toContain('too long to send in one piece')
    await press('Send my text')
    expect(sent).toEqual([])
    write('é'.repeat(7400))
    expect(text()).not.toContain('in one piece')
    await press('Send my text')
    expect(sent).toHaveLength(1)
  })

  it('refuses nothing at all, and what nobody could read', async () => {
    opens(moment(), 'gov-1')
    for (const nothing of ['', '   \n', '\u200d\u200d']) {
      write(nothing)
      await press('Send my text')
    }
    expect(sent).toEqual([])
  })

  it.each([
    ['First line\r\nsecond\u00a0 line\u000bthird', 'First line\nsecond line\nthird'],
    ['inter\u00adnet\u202e \u200bgovernance\ufeff', 'internet governance'],
    ['One\r\n\r\n\r\n\r\nTwo', 'One\n\nTwo'],
  ])('takes %j from a document clean', (given, clean) => {
    opens(moment(), 'gov-1')
    paste(given)
    expect(field().value).toBe(clean)
  })

  it('puts what is pasted where the caret is, and leaves plain text to the browser', () => {
    opens(moment(), 'gov-1')
    write('Before after')
    field().setSelectionRange(6, 7)
    paste(' mid\u00addle ')
    expect([field().value, field().selectionStart]).toEqual(['Before middle after', 14])
    expect(paste('plain')).toBe(true)
  })
})

describe('sending', () => {
  it('says when it was filed, and how many words stand', async () => {
    opens(moment(), 'gov-1')
    await userEvent.type(field(), 'What I would have said')
    await press('Send my text')
    expect(sent).toEqual([{ type: 'statements.file', data: { text: 'What I would have said', expectedVersion: 0 } }])
    expect(text()).toContain('Sending')
    comesIn(moment(files('What I would have said')), 'gov-1')
    await answer()
    expect(text()).toContain('Submitted at 13:05')
    expect(text()).toContain('5 words')
    reloads()
    expect([text().includes('Submitted at 13:05'), screen.queryByRole('textbox')]).toEqual([true, null])
  })

  it('keeps the draft over a reload', () => {
    opens(moment(), 'gov-1')
    write('Half a sta')
    reloads()
    expect(field().value).toBe('Half a sta')
  })

  it('waits where there is no line, and is not lost when it has waited too long to be sent', async () => {
    opens(moment(), 'gov-1', 'offline')
    write('Said later')
    await press('Send my text')
    expect(text()).toContain('Waiting to send')
    expect(text()).toContain('It will be sent once')
    reloads()
    expect([text().includes('Waiting to send'), sent.length]).toEqual([true, 1])
    reloads({ forgotten: true })
    expect(field().value).toBe('Said later')
  })

  it('can be held back while it waits', async () => {
    opens(moment(), 'gov-1', 'offline')
    write('Said later')
    await press('Send my text')
    await press('Do not send yet')
    expect(field().value).toBe('Said later')
  })

  it('tells why it was refused, with the words still there', async () => {
    opens(moment(), 'gov-1')
    write('Words')
    await press('Send my text')
    await answer('text-too-long')
    expect([text().includes('The text is too long.'), field().value]).toEqual([true, 'Words'])
  })

  it('[N6] is filed again over what was seen, or left as it was', async () => {
    opens(moment(files('First')), 'gov-1')
    await press('Edit')
    expect(field().value).toBe('First')
    write('Second')
    await press('Send the new text')
    expect(sent).toEqual([{ type: 'statements.file', data: { text: 'Second', expectedVersion: 1 } }])
    comesIn(moment(files('First'), files('Second', 1)), 'gov-1')
    await answer()
    await press('Edit')
    await press('Keep the submitted text')
    expect([text().includes('Second'), screen.queryByRole('textbox'), sent.length]).toEqual([true, null, 1])
  })

  it('[N6] is taken back, and its words can be written on', async () => {
    opens(moment(files('First')), 'gov-1')
    await press('Withdraw')
    expect(sent).toEqual([{ type: 'statements.withdraw', data: { expectedVersion: 1 } }])
    comesIn(moment(files('First'), said('gov-1', 'statements.withdraw', { expectedVersion: 1 })), 'gov-1')
    await answer()
    expect(field().value).toBe('First')
    await press('Send my text')
    expect(sent.at(-1)).toEqual({ type: 'statements.file', data: { text: 'First', expectedVersion: 0 } })
  })

  it.each([
    ['Keep the submitted text', []],
    ['Submit this text instead', [{ type: 'statements.file', data: { text: 'From the phone', expectedVersion: 1 } }]],
  ] as const)('[N6] shows both where another device of the same person was first: %s', async (choice, then) => {
    opens(moment(), 'gov-1')
    write('From the phone')
    await press('Send my text')
    await answer('moved-on')
    comesIn(moment(files('From the laptop')), 'gov-1')
    for (const words of ['From the laptop', 'From the phone', 'your other device at 13:05']) expect(text()).toContain(words)
    await press(choice)
    expect(sent.slice(1)).toEqual(then)
    if (then.length === 0) expect(text()).not.toContain('From the phone')
  })

  it('keeps what somebody wrote as text', () => {
    opens(moment(files('<img src=x onerror="alert(1)"> مرحبا')), 'gov-1')
    expect(document.querySelector('img')).toBeNull()
    act(() => undefined)
    expect(screen.getByText(/onerror/).getAttribute('dir')).toBe('auto')
  })
})
