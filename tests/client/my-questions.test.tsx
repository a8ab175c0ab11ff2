// @vitest-environment jsdom
/** Asking on a phone: what is told before, what becomes of it in words, and what the device alone knows where authors are not kept. */
import { heedReceipts } from '@rostrum/client/features/questions/participant/use-receipts'
import { useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import type { Attribution } from '@rostrum/shared/contract/enums'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { founded, plan } from '../support/fixtures.ts'
import { approves, asks, commandOf, listOpen, open, questionOf, receiptOf, said, stateAfter } from '../support/given.ts'
import { answersAt, button, comesIn, asked as doors, place, press, sees, sent, text } from '../support/participant-page.tsx'

// The kit asks the browser for these, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

let stopHeeding: () => void
beforeEach(async () => {
  await load('en', 'all')
  sent.length = 0
  localStorage.clear()
  stopHeeding = heedReceipts(place)
  window.dispatchEvent(new StorageEvent('storage', { key: null }))
})
afterEach(() => {
  cleanup()
  stopHeeding()
})

const with_ = (attribution: Attribution): State => founded({ ...plan, questions: { ...plan.questions, attribution } })
const asked = questionOf('gov-1-asks')
const atQuestions = async (state: State, person = 'gov-1') => {
  sees(state, person)
  await press('Questions')
}
const write = async (words: string) => {
  await userEvent.type(screen.getByRole('textbox', { name: 'Ask a question' }), words)
  await press('Send')
}

describe('before one asks', () => {
  it.each([
    ['named', 'Shown with the name of your organization.'],
    ['hidden', 'The moderators know who asked, the room does not.'],
    ['unattributed', 'Nobody knows who asked, not even the moderators. Only this device can withdraw it.'],
  ] as const)('where authors are %s, it says so', async (attribution, words) => {
    await atQuestions(stateAfter([open], with_(attribution)))
    expect(screen.getByRole('textbox', { name: 'Ask a question' }).getAttribute('aria-describedby')).toBeTruthy()
    expect(text()).toContain(words)
  })

  it.each(['named', 'hidden'] as const)('where they are %s, no receipt is made', async (attribution) => {
    await atQuestions(stateAfter([open], with_(attribution)))
    await write('Why?')
    expect(sent).toEqual([{ type: 'questions.ask', data: { text: 'Why?', receipt: null } }])
    expect(localStorage.length).toBe(0)
  })

  it('the session’s length counts letters as readers do', async () => {
    await atQuestions(stateAfter([open], founded({ ...plan, questions: { ...plan.questions, length: 40 } })))
    await userEvent.type(screen.getByRole('textbox', { name: 'Ask a question' }), '👩‍👩‍👧‍👦é')
    expect(text()).toContain('2 of 40')
  })
})

describe('what becomes of mine, in words', () => {
  const one = [open, asks('gov-1', 'Who pays?')]
  const host = [asks('civil-1', 'Who will pay for it?'), approves('civil-1-asks')]
  const merges = said('desk', 'questions.merge', { into: questionOf('civil-1-asks'), question: asked })
  const cases = [
    ['it is with the co-chair', one, ['With the co-chair', 'You will be told the outcome.']],
    [
      'it is declined',
      [...one, said('desk', 'questions.decline', { question: asked, reason: 'off-topic' })],
      ['Declined: off topic. You may ask again.'],
    ],
    [
      'it was edited: both texts',
      [
        ...one,
        said('desk', 'questions.edit', { question: asked, text: 'Who funds it?', expectedText: 'Who pays?' }),
        approves('gov-1-asks'),
      ],
      ['Published', 'Who funds it?', 'Edited by a moderator', 'As you asked it:', 'Who pays?'],
    ],
    ['it is asked with another', [...one, ...host, merges], ['Asked together with Q01']],
    [
      'the other one was answered',
      [...one, ...host, merges, said('chair', 'questions.settle', { question: questionOf('civil-1-asks'), answer: 'in-writing' })],
      ['Answered in writing', 'Asked together with Q01'],
    ],
    [
      'it became a place in the floor list',
      [...listOpen, asks('gov-1', 'Who pays?'), said('desk', 'questions.to-floor', { question: asked })],
      ['On the list of speakers', 'You are on the list of speakers instead'],
    ],
    ['the session ended', [...one, approves('gov-1-asks'), said('chair', 'session.close', {})], ['Not reached']],
  ] as const

  test.each(cases)('%s', async (_, history, words) => {
    await atQuestions(stateAfter([...history]))
    for (const part of words) expect(text()).toContain(part)
  })

  it('says after the close that it was declined, and no more', async () => {
    const closed = [...one, said('desk', 'questions.decline', { question: asked, reason: 'time' }), said('chair', 'session.close', {})]
    await atQuestions(stateAfter(closed))
    expect(text()).toContain('Declined: no time left.')
    expect(text()).not.toContain('You may ask again')
  })

  it('is withdrawn while it is open, also when it is asked with another', async () => {
    await atQuestions(stateAfter([...one, ...host, merges]))
    await press('Withdraw')
    expect(sent).toEqual([{ type: 'questions.withdraw', data: { question: asked } }])
  })

  it('cannot be withdrawn once it is answered', async () => {
    await atQuestions(stateAfter([...one, approves('gov-1-asks'), said('chair', 'questions.settle', { question: asked, answer: 'live' })]))
    expect(button('Withdraw')).toBeNull()
  })
})

describe('where authors are not kept', () => {
  const start = with_('unattributed')
  const receipt = receiptOf('device')
  /** As the device has it after the session said that it has the question. */
  const keeps = (arrived = true) => {
    const kept = [{ id: asked, receipt, text: 'Who pays?', askedAt: Date.UTC(2030, 3, 6, 12), arrived, seen: false }]
    localStorage.setItem(`rostrum.receipts.${place}`, JSON.stringify(kept))
    window.dispatchEvent(new StorageEvent('storage', { key: null }))
  }
  const unnamed = [open, said('gov-1', 'questions.ask', { text: 'Who pays?', receipt }, { id: 'gov-1-asks' })]

  it('a receipt is made on the device, sent along and kept', async () => {
    await atQuestions(stateAfter([open], start))
    await write('Who pays?')
    const [ask] = sent as { data: { receipt: string } }[]
    expect(ask?.data.receipt).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(localStorage.getItem(`rostrum.receipts.${place}`)).toContain(ask?.data.receipt ?? 'none')
  })

  it('a refused question leaves no receipt, and its words come back by the form', async () => {
    keeps(false)
    await atQuestions(stateAfter([open], start))
    const envelope = { id: commandOf('gov-1-asks') as CommandId, type: 'questions.ask', data: { text: 'Who pays?', receipt } } as const
    const pending = { envelope, pressedAt: 0, standing: 'sending' } as const
    act(() => useScreen.setState({ pending: [pending] }))
    expect(text()).toContain('Sending')
    act(() => useScreen.setState({ pending: [], refused: { pending, why: 'text-too-long' } }))
    expect(text()).not.toContain('Who pays?')
    expect(text()).toContain('The text is too long.')
    expect(localStorage.getItem(`rostrum.receipts.${place}`)).toBe('[]')
  })

  it('waits, is published, and then no longer shown, as far as anybody can see', async () => {
    keeps()
    await atQuestions(stateAfter(unnamed, start))
    expect(text()).toContain('With the co-chair')
    comesIn(stateAfter([...unnamed, approves('gov-1-asks')], start), 'gov-1')
    expect(text()).toContain('Published')
    comesIn(
      stateAfter([...unnamed, approves('gov-1-asks'), said('desk', 'questions.decline', { question: asked, reason: 'conduct' })], start),
      'gov-1',
    )
    expect(text()).toContain('No longer shown')
    expect(text()).not.toContain('Conduct')
  })

  it('was declined: its device is told why, and that it may ask again', async () => {
    answersAt(() => ({ ok: true, value: { declined: [{ question: asked, reason: 'off-topic' }] } }))
    keeps()
    await atQuestions(stateAfter([...unnamed, said('desk', 'questions.decline', { question: asked, reason: 'off-topic' })], start))
    await screen.findByText(/Declined: off topic. You may ask again./)
    expect(doors).toEqual([{ path: '/api/me/declines', method: 'POST', body: { receipts: [{ question: asked, receipt }] } }])
    expect(text()).not.toContain('With the co-chair')
    expect(button('Withdraw')).toBeNull()
    answersAt(() => ({ ok: false, why: 'not-found' }))
  })

  it('is taken back by its receipt, and then forgotten', async () => {
    keeps()
    await atQuestions(stateAfter(unnamed, start))
    await press('Withdraw')
    expect(sent).toEqual([{ type: 'questions.take-back', data: { question: asked, receipt } }])
    const envelope = { id: commandOf('back') as CommandId, type: 'questions.take-back', data: { question: asked, receipt } } as const
    act(() => useScreen.setState({ pending: [{ envelope, pressedAt: 0, standing: 'sending' }] }))
    expect(text()).toContain('Who pays?')
    act(() => useScreen.setState({ pending: [] }))
    expect(text()).not.toContain('Who pays?')
  })

  it('one’s own cannot be supported from this device', async () => {
    keeps()
    await atQuestions(stateAfter([...unnamed, approves('gov-1-asks')], start))
    const support = screen.getByRole('button', { name: /Your own question Q01/ })
    expect(support.getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(support)
    expect(sent).toEqual([])
  })

  it('another person’s device shows nothing of it', async () => {
    await atQuestions(stateAfter([...unnamed, approves('gov-1-asks')], start), 'gov-2')
    expect(button('Withdraw')).toBeNull()
    expect(button(/^Support Q01/)).not.toBeNull()
  })

  it('says so where nobody knows whether it arrived', async () => {
    keeps(false)
    await atQuestions(stateAfter([open], start))
    expect(text()).toContain('It is not known whether this arrived.')
  })
})
