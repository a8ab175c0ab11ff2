// @vitest-environment jsdom
/** Asking on a phone: the explanation before, the outcome in words, and the receipt if authors are not recorded. */
import { trackReceipts } from '@rostrum/client/features/questions/participant/use-receipts'
import { useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { Attribution } from '@rostrum/shared/contract/enums'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { click } from '../support/click.ts'
import { createState, plan } from '../support/fixtures.ts'
import { approve, ask, command, openSession, queueOpen, replay, toCommandId, toQuestionId, toReceipt } from '../support/given.ts'
import {
  getPageText,
  openParticipantPage,
  press,
  queryButton,
  requests,
  sent,
  setAnswers,
  storageKey,
  updateParticipantPage,
} from '../support/participant-page.tsx'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

let stopListening: () => void
beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sent.length = 0
  localStorage.clear()
  stopListening = trackReceipts(storageKey)
  window.dispatchEvent(new StorageEvent('storage', { key: null }))
})
afterEach(() => {
  cleanup()
  stopListening()
})

const createStateWith = (attribution: Attribution): State => createState({ ...plan, questions: { ...plan.questions, attribution } })
const questionId = toQuestionId('gov-1-asks')
const openQuestions = async (state: State, person = 'gov-1') => {
  openParticipantPage(state, person)
  await press('Questions')
  await screen.findByRole('heading', { name: 'Questions' })
}
const sendQuestion = async (words: string) => {
  await userEvent.type(screen.getByRole('textbox', { name: 'Ask a question' }), words)
  await press('Send')
}

describe('withdrawing', () => {
  const asked = [openSession, ask('gov-1')]
  const answered = [
    ...asked,
    approve('gov-1-asks'),
    command('chair', 'questions.show', { question: questionId, expectedCurrent: null }, { id: 'answer' }),
  ]
  test('[V204] the warning about supporters is only for a published question, and goes when it can no longer be withdrawn', async () => {
    await openQuestions(replay(asked))
    await press('Withdraw')
    expect(getPageText()).toContain('Withdraw this question? It has not been published.')
    updateParticipantPage(replay([...asked, approve('gov-1-asks')]), 'gov-1')
    expect(getPageText()).toContain('Its supporters will be lost.')
    updateParticipantPage(replay(answered), 'gov-1')
    expect(getPageText()).not.toContain('Withdraw this question?')
  })
})

describe('before asking', () => {
  test.each([
    ['named', 'Your organization’s name will be shown.'],
    ['hidden', 'The moderators know who asked; the room does not.'],
    ['unattributed', 'Nobody knows who asked, not even the moderators. Only this device can withdraw it.'],
  ] as const)('if authors are %s, the form tells the person', async (attribution, words) => {
    await openQuestions(replay([openSession], createStateWith(attribution)))
    expect(screen.getByRole('textbox', { name: 'Ask a question' }).getAttribute('aria-describedby')).toBeTruthy()
    expect(getPageText()).toContain(words)
  })

  test('[V204] the form says that a moderator reads the question first, while that is so', async () => {
    const words = 'A moderator reads it before it is published.'
    await openQuestions(replay([openSession]))
    expect(getPageText()).toContain(words)
    const unmoderated = command('desk', 'questions.set-moderation', { moderation: 'none', expectedModeration: 'before' })
    updateParticipantPage(replay([openSession, unmoderated]), 'gov-1')
    expect(getPageText()).not.toContain(words)
  })

  test.each(['named', 'hidden'] as const)('if authors are %s, the device makes no receipt', async (attribution) => {
    await openQuestions(replay([openSession], createStateWith(attribution)))
    await sendQuestion('Why?')
    expect(sent).toEqual([{ type: 'questions.ask', data: { text: 'Why?', receipt: null } }])
    expect(localStorage.length).toBe(0)
  })

  test('the length limit counts grapheme clusters', async () => {
    await openQuestions(replay([openSession], createState({ ...plan, questions: { ...plan.questions, length: 40 } })))
    await userEvent.type(screen.getByRole('textbox', { name: 'Ask a question' }), '👩‍👩‍👧‍👦é')
    expect(getPageText()).toContain('2 of 40')
  })
})

describe('the outcome of my question, in words', () => {
  const one = [openSession, ask('gov-1', 'Who pays?')]
  const host = [ask('civil-1', 'Who will pay for it?'), approve('civil-1-asks')]
  const merge = command('desk', 'questions.merge', { into: toQuestionId('civil-1-asks'), question: questionId })
  const cases = [
    ['it waits for a moderator', one, ['Waiting for review', 'You will be told the outcome.']],
    [
      'it is declined',
      [...one, command('desk', 'questions.decline', { question: questionId, reason: 'off-topic' })],
      ['Declined: off topic. You may ask again.'],
    ],
    [
      'it was edited: both texts',
      [
        ...one,
        command('desk', 'questions.edit', { question: questionId, text: 'Who funds it?', expectedText: 'Who pays?' }),
        approve('gov-1-asks'),
      ],
      ['Published', 'Who funds it?', 'Edited by a moderator', 'As you asked it:', 'Who pays?'],
    ],
    ['it is asked with another', [...one, ...host, merge], ['Asked together with Q01']],
    [
      'the other one was answered',
      [
        ...one,
        ...host,
        merge,
        command('chair', 'questions.mark-answered', { question: toQuestionId('civil-1-asks'), answer: 'in-writing' }),
      ],
      ['To be answered in writing', 'Asked together with Q01'],
    ],
    [
      'it became a request on the list of speakers',
      [...queueOpen, ask('gov-1', 'Who pays?'), command('desk', 'questions.move-to-queue', { question: questionId })],
      ['On the list of speakers', 'You have been put on the list of speakers instead'],
    ],
    ['the session ended', [...one, approve('gov-1-asks'), command('chair', 'session.close', {})], ['Not reached']],
  ] as const

  test.each(cases)('%s', async (_, history, words) => {
    await openQuestions(replay([...history]))
    for (const part of words) expect(getPageText()).toContain(part)
  })

  test('after the close the page shows that the question was declined, without an invitation to ask again', async () => {
    const closed = [
      ...one,
      command('desk', 'questions.decline', { question: questionId, reason: 'time' }),
      command('chair', 'session.close', {}),
    ]
    await openQuestions(replay(closed))
    expect(getPageText()).toContain('Declined: no time left.')
    expect(getPageText()).not.toContain('You may ask again')
  })

  test('[V140] an open question can be withdrawn with a second press, even when it is merged into another', async () => {
    await openQuestions(replay([...one, ...host, merge]))
    await press('Withdraw')
    expect(sent).toEqual([])
    const [, confirmed] = screen.getAllByRole('button', { name: 'Withdraw' })
    await click(confirmed as HTMLElement)
    expect(sent).toEqual([{ type: 'questions.withdraw', data: { question: questionId } }])
  })

  test('an answered question cannot be withdrawn', async () => {
    await openQuestions(
      replay([...one, approve('gov-1-asks'), command('chair', 'questions.mark-answered', { question: questionId, answer: 'live' })]),
    )
    expect(queryButton('Withdraw')).toBeNull()
  })
})

describe('if authors are not recorded', () => {
  const start = createStateWith('unattributed')
  const receipt = toReceipt('device')
  /** The state of the device once the session has accepted the question. */
  const storeReceipt = (arrived = true) => {
    const receipts = [{ id: questionId, receipt, text: 'Who pays?', askedAt: Date.UTC(2030, 3, 6, 12), arrived, seen: false }]
    localStorage.setItem(`rostrum.receipts.${storageKey}`, JSON.stringify(receipts))
    window.dispatchEvent(new StorageEvent('storage', { key: null }))
  }
  const unnamed = [openSession, command('gov-1', 'questions.ask', { text: 'Who pays?', receipt }, { id: 'gov-1-asks' })]

  test('the device makes a receipt, sends it with the question and stores it', async () => {
    await openQuestions(replay([openSession], start))
    await sendQuestion('Who pays?')
    const [sentAsk] = sent as { data: { receipt: string } }[]
    expect(sentAsk?.data.receipt).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(localStorage.getItem(`rostrum.receipts.${storageKey}`)).toContain(sentAsk?.data.receipt ?? 'none')
  })

  test('a refused question leaves no receipt, and its text returns to the form', async () => {
    storeReceipt(false)
    await openQuestions(replay([openSession], start))
    const envelope = { id: toCommandId('gov-1-asks') as CommandId, type: 'questions.ask', data: { text: 'Who pays?', receipt } } as const
    const pending = { envelope, area: 'ask', pressedAt: 0, status: 'sending' } as const
    act(() => useSessionStore.setState({ pending: [pending] }))
    expect(getPageText()).toContain('Sending')
    act(() => useSessionStore.setState({ pending: [], lastRefusal: { pending, reason: 'text-too-long' } }))
    expect(getPageText()).not.toContain('Who pays?')
    expect(getPageText()).toContain('The text is too long.')
    expect(localStorage.getItem(`rostrum.receipts.${storageKey}`)).toBe('[]')
  })

  test('a question waits, is published, and is later no longer shown, as far as the device can tell', async () => {
    storeReceipt()
    await openQuestions(replay(unnamed, start))
    expect(getPageText()).toContain('Waiting for review')
    updateParticipantPage(replay([...unnamed, approve('gov-1-asks')], start), 'gov-1')
    expect(getPageText()).toContain('Published')
    updateParticipantPage(
      replay([...unnamed, approve('gov-1-asks'), command('desk', 'questions.decline', { question: questionId, reason: 'conduct' })], start),
      'gov-1',
    )
    expect(getPageText()).toContain('No longer shown')
    expect(getPageText()).not.toContain('rules of conduct')
  })

  test('the device of a declined question shows the reason, and offers to ask again', async () => {
    setAnswers(() => ({ ok: true, value: { declined: [{ question: questionId, reason: 'off-topic' }] } }))
    storeReceipt()
    await openQuestions(replay([...unnamed, command('desk', 'questions.decline', { question: questionId, reason: 'off-topic' })], start))
    await screen.findByText(/Declined: off topic. You may ask again./)
    expect(requests).toEqual([{ path: '/api/me/declines', method: 'POST', body: { receipts: [{ question: questionId, receipt }] } }])
    expect(getPageText()).not.toContain('Waiting for review')
    expect(queryButton('Withdraw')).toBeNull()
    setAnswers(() => ({ ok: false, reason: 'not-found' }))
  })

  test('the receipt withdraws the question, and is then deleted', async () => {
    storeReceipt()
    await openQuestions(replay(unnamed, start))
    await press('Withdraw')
    expect(sent).toEqual([{ type: 'questions.withdraw-with-receipt', data: { question: questionId, receipt } }])
    const envelope = {
      id: toCommandId('back') as CommandId,
      type: 'questions.withdraw-with-receipt',
      data: { question: questionId, receipt },
    } as const
    act(() => useSessionStore.setState({ pending: [{ envelope, area: 'own-questions', pressedAt: 0, status: 'sending' }] }))
    expect(getPageText()).toContain('Who pays?')
    act(() => useSessionStore.setState({ pending: [] }))
    expect(getPageText()).not.toContain('Who pays?')
  })

  test('a person cannot support their own question from this device', async () => {
    storeReceipt()
    await openQuestions(replay([...unnamed, approve('gov-1-asks')], start))
    const support = screen.getByRole('button', { name: /Your own question Q01/ })
    expect(support.getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(support)
    expect(sent).toEqual([])
  })

  test('another person’s device shows nothing about the question', async () => {
    await openQuestions(replay([...unnamed, approve('gov-1-asks')], start), 'gov-2')
    expect(queryButton('Withdraw')).toBeNull()
    expect(queryButton(/^Support Q01/)).not.toBeNull()
  })

  test('the device tells the person when it is not known whether the question arrived', async () => {
    storeReceipt(false)
    await openQuestions(replay([openSession], start))
    expect(getPageText()).toContain('It may not have arrived.')
  })
})

test('[T38] a question that is written and not sent is kept over other tabs, a call and a reload, until it is sent', async () => {
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ask a question' })
  await openQuestions(replay([openSession]))
  await userEvent.type(box(), 'Who pays')
  await press('Floor')
  await press('Questions')
  expect(box().value).toBe('Who pays')
  cleanup()
  await openQuestions(replay([openSession]))
  expect(box().value).toBe('Who pays')
  await press('Send')
  cleanup()
  await openQuestions(replay([openSession]))
  expect([box().value, sent.length]).toEqual(['', 1])
})
