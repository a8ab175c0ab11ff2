/** The receipts that a device stores for questions without a recorded author, and the status derived from them. */
import {
  getReceiptStatus,
  type QuestionReceipt,
  ReceiptStore,
  updateReceipts,
} from '@rostrum/client/features/questions/participant/receipts'
import type { BrowserStorage, PendingCommand } from '@rostrum/client/session/outbox'
import type { CommandId, QuestionId } from '@rostrum/shared/contract/ids'
import type { QuestionRow } from '@rostrum/shared/projection/questions/parts'
import { describe, expect, test } from 'vitest'
import { toCommandId, toQuestionId, toReceipt } from '../support/given.ts'

const keptReceipt: QuestionReceipt = {
  id: toQuestionId('asked'),
  receipt: toReceipt('device'),
  text: 'Why?',
  askedAt: 1,
  arrived: false,
  seen: false,
}
const askCommand: PendingCommand = {
  envelope: { id: toCommandId('asked'), type: 'questions.ask', data: { text: 'Why?', receipt: keptReceipt.receipt } },
  area: 'ask',
  pressedAt: 1,
  status: 'sending',
}
const withdrawCommand: PendingCommand = {
  envelope: {
    id: toCommandId('back'),
    type: 'questions.withdraw-with-receipt',
    data: { question: keptReceipt.id, receipt: keptReceipt.receipt },
  },
  area: 'own-questions',
  pressedAt: 2,
  status: 'sending',
}
const row = { number: 1, text: 'Why?' } as QuestionRow
const makeView = (...shown: readonly QuestionId[]) => ({ questions: Object.fromEntries(shown.map((id) => [id, row])) })
const makeStore = (pending: readonly PendingCommand[], shown: readonly QuestionId[] = [], lastRefusal: PendingCommand | null = null) => ({
  pending,
  lastRefusal: lastRefusal && { pending: lastRefusal, reason: 'text-too-long' as const },
  view: makeView(...shown),
})

describe('the life of a receipt', () => {
  test('arrives with the answer, even when no page waits for the answer', () => {
    expect(updateReceipts([keptReceipt], { pending: [askCommand] }, makeStore([]))).toEqual([{ ...keptReceipt, arrived: true }])
  })

  test('is removed when the session refuses the question', () => {
    expect(updateReceipts([keptReceipt], { pending: [askCommand] }, makeStore([], [], askCommand))).toEqual([])
  })

  test('records that the question was seen published', () => {
    expect(updateReceipts([keptReceipt], { pending: [] }, makeStore([], [keptReceipt.id]))).toEqual([{ ...keptReceipt, seen: true }])
  })

  test('is removed with a withdrawal, and stays when the withdrawal is refused', () => {
    const arrived = { ...keptReceipt, arrived: true }
    expect(updateReceipts([arrived], { pending: [withdrawCommand] }, makeStore([]))).toEqual([])
    expect(updateReceipts([arrived], { pending: [withdrawCommand] }, makeStore([], [], withdrawCommand))).toEqual([arrived])
  })

  test('is the same object when nothing has happened', () => {
    const list = [keptReceipt]
    expect(updateReceipts(list, { pending: [askCommand] }, makeStore([askCommand]))).toBe(list)
  })
})

describe('the status of a question, from its receipt', () => {
  test.each([
    ['unsent', keptReceipt, makeStore([askCommand])],
    ['unsure', keptReceipt, makeStore([])],
    ['waiting', { ...keptReceipt, arrived: true }, makeStore([])],
    ['published', { ...keptReceipt, arrived: true }, makeStore([], [keptReceipt.id])],
    ['gone', { ...keptReceipt, arrived: true, seen: true }, makeStore([])],
  ] as const)('%s', (fate, receipt, screen) => expect(getReceiptStatus(receipt, screen)).toBe(fate))
})

describe('storage on the device', () => {
  const makeStorage = (): BrowserStorage & { readonly written: Map<string, string> } => {
    const written = new Map<string, string>()
    return {
      written,
      getItem: (key) => written.get(key) ?? null,
      setItem: (key, value) => void written.set(key, value),
      removeItem: (key) => void written.delete(key),
    }
  }

  test('survives a reload, separately for each session and person', () => {
    const device = makeStorage()
    const receipt = new ReceiptStore(device, 'one.room').add(toCommandId('asked'), 'Why?', 5)
    expect(new ReceiptStore(device, 'one.room').getAll()).toEqual([
      { id: toCommandId('asked'), receipt, text: 'Why?', askedAt: 5, arrived: false, seen: false },
    ])
    expect(new ReceiptStore(device, 'two.room').getAll()).toEqual([])
  })

  test('makes a new receipt of 128 random bits for each question, in the format of the protocol', () => {
    const receipts = new ReceiptStore(null, 'one.room')
    const made = Array.from({ length: 50 }, (_, index) => receipts.add(`${index}` as CommandId, 'Why?', 5))
    expect(new Set(made).size).toBe(50)
    for (const receipt of made) expect(receipt).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })

  test('does not lose what another page of the same device has stored', () => {
    const device = makeStorage()
    const [one, other] = [new ReceiptStore(device, 'one.room'), new ReceiptStore(device, 'one.room')]
    one.add(toCommandId('first'), 'First?', 1)
    other.add(toCommandId('second'), 'Second?', 2)
    one.refresh(null)
    for (const page of [one, other]) expect(page.getAll().map(({ text }) => text)).toEqual(['First?', 'Second?'])
  })

  test('holds receipts as long as the page when the browser stores nothing', () => {
    const receipts = new ReceiptStore(null, 'one.room')
    receipts.add(toCommandId('asked'), 'Why?', 5)
    receipts.refresh(null)
    expect(receipts.getAll()).toHaveLength(1)
  })

  test('ignores stored data that is not a receipt', () => {
    const device = makeStorage()
    device.setItem('rostrum.receipts.one.room', '[{"id":1},null,"x"]')
    expect(new ReceiptStore(device, 'one.room').getAll()).toEqual([])
    device.setItem('rostrum.receipts.one.room', '{')
    expect(new ReceiptStore(device, 'one.room').getAll()).toEqual([])
  })
})
