/** What a device keeps of questions whose author nobody keeps, and what it can tell of them. */
import { fateOf, heeded, type Receipt, Receipts } from '@rostrum/client/features/questions/participant/receipts'
import type { Pending, Shelf } from '@rostrum/client/session/outbox'
import type { CommandId, QuestionId } from '@rostrum/shared/contract/ids'
import type { QuestionRow } from '@rostrum/shared/projection/questions/parts'
import { describe, expect, it } from 'vitest'
import { commandOf, questionOf, receiptOf } from '../support/given.ts'

const kept: Receipt = { id: questionOf('asked'), receipt: receiptOf('device'), text: 'Why?', askedAt: 1, arrived: false, seen: false }
const ask: Pending = {
  envelope: { id: commandOf('asked'), type: 'questions.ask', data: { text: 'Why?', receipt: kept.receipt } },
  pressedAt: 1,
  standing: 'sending',
}
const takeBack: Pending = {
  envelope: { id: commandOf('back'), type: 'questions.take-back', data: { question: kept.id, receipt: kept.receipt } },
  pressedAt: 2,
  standing: 'sending',
}
const row = { number: 1, text: 'Why?' } as QuestionRow
const seeing = (...shown: readonly QuestionId[]) => ({ questions: Object.fromEntries(shown.map((id) => [id, row])) })
const screenWith = (pending: readonly Pending[], shown: readonly QuestionId[] = [], refused: Pending | null = null) => ({
  pending,
  refused: refused && { pending: refused, why: 'text-too-long' as const },
  view: seeing(...shown),
})

describe('what becomes of it', () => {
  it('arrives with the answer, whoever waits for it', () => {
    expect(heeded([kept], { pending: [ask] }, screenWith([]))).toEqual([{ ...kept, arrived: true }])
  })

  it('goes where the session refused the question', () => {
    expect(heeded([kept], { pending: [ask] }, screenWith([], [], ask))).toEqual([])
  })

  it('is remembered as published once it has been seen', () => {
    expect(heeded([kept], { pending: [] }, screenWith([], [kept.id]))).toEqual([{ ...kept, seen: true }])
  })

  it('goes once it is taken back, and stays where that was refused', () => {
    const arrived = { ...kept, arrived: true }
    expect(heeded([arrived], { pending: [takeBack] }, screenWith([]))).toEqual([])
    expect(heeded([arrived], { pending: [takeBack] }, screenWith([], [], takeBack))).toEqual([arrived])
  })

  it('is the same as before where nothing happened to it', () => {
    const list = [kept]
    expect(heeded(list, { pending: [ask] }, screenWith([ask]))).toBe(list)
  })
})

describe('what can be told of it', () => {
  it.each([
    ['unsent', kept, screenWith([ask])],
    ['unsure', kept, screenWith([])],
    ['waiting', { ...kept, arrived: true }, screenWith([])],
    ['published', { ...kept, arrived: true }, screenWith([], [kept.id])],
    ['gone', { ...kept, arrived: true, seen: true }, screenWith([])],
  ] as const)('%s', (fate, receipt, screen) => expect(fateOf(receipt, screen)).toBe(fate))
})

describe('kept on the device', () => {
  const shelf = (): Shelf & { readonly written: Map<string, string> } => {
    const written = new Map<string, string>()
    return {
      written,
      getItem: (key) => written.get(key) ?? null,
      setItem: (key, value) => void written.set(key, value),
      removeItem: (key) => void written.delete(key),
    }
  }

  it('survives the page, per session and person', () => {
    const device = shelf()
    const receipt = new Receipts(device, 'one.room').add(commandOf('asked'), 'Why?', 5)
    expect(new Receipts(device, 'one.room').kept()).toEqual([
      { id: commandOf('asked'), receipt, text: 'Why?', askedAt: 5, arrived: false, seen: false },
    ])
    expect(new Receipts(device, 'two.room').kept()).toEqual([])
  })

  it('makes a receipt of 128 random bits for each, as the session takes it', () => {
    const receipts = new Receipts(null, 'one.room')
    const made = Array.from({ length: 50 }, (_, index) => receipts.add(`${index}` as CommandId, 'Why?', 5))
    expect(new Set(made).size).toBe(50)
    for (const receipt of made) expect(receipt).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })

  it('does not lose what another page of the device has kept', () => {
    const device = shelf()
    const [one, other] = [new Receipts(device, 'one.room'), new Receipts(device, 'one.room')]
    one.add(commandOf('first'), 'First?', 1)
    other.add(commandOf('second'), 'Second?', 2)
    one.refresh(null)
    for (const page of [one, other]) expect(page.kept().map(({ text }) => text)).toEqual(['First?', 'Second?'])
  })

  it('where the browser keeps nothing, holds as long as the page', () => {
    const receipts = new Receipts(null, 'one.room')
    receipts.add(commandOf('asked'), 'Why?', 5)
    receipts.refresh(null)
    expect(receipts.kept()).toHaveLength(1)
  })

  it('what is not a receipt is none', () => {
    const device = shelf()
    device.setItem('rostrum.receipts.one.room', '[{"id":1},null,"x"]')
    expect(new Receipts(device, 'one.room').kept()).toEqual([])
    device.setItem('rostrum.receipts.one.room', '{')
    expect(new Receipts(device, 'one.room').kept()).toEqual([])
  })
})
