import { commands } from '@rostrum/shared/contract/registry'
import { isWithinBounds, parseEnvelope, parseHandshake } from '@rostrum/shared/protocol/parse'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createState } from '../support/fixtures.ts'
import { queueOpen, replay, toCommandId, toEntryId } from '../support/given.ts'
import { measureLeastTime } from '../support/least-time.ts'
import { allTypes, arbitraryRolls, playRolls } from '../support/random-session.ts'

const id = toCommandId('asks')
const malformedResult = { ok: false, reason: 'malformed' }
const makeNested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
const parseJson = (text: string): unknown => JSON.parse(text)

describe('valid input is understood', () => {
  test('[W10] the parser accepts every command that random sessions send', () => {
    const steps = fc
      .sample(arbitraryRolls(300, 300), { numRuns: 20, seed: 3 })
      .flatMap((many) => playRolls(replay(queueOpen, createState()), many, allTypes))
    for (const { command } of steps)
      expect(parseEnvelope(JSON.parse(JSON.stringify({ id, ...command })))).toMatchObject({ ok: true, value: { id, ...command } })
    expect(new Set(steps.map(({ command }) => command.type)).size).toBe(allTypes.length)
  })

  test('[W10] text is cleaned by the parser', () => {
    expect(parseEnvelope({ id, type: 'questions.ask', data: { text: '  e\u0301te\u0301\u202e ?', receipt: null } })).toEqual({
      ok: true,
      value: { id, type: 'questions.ask', data: { text: 'été ?', receipt: null } },
    })
    expect(parseEnvelope({ id, type: 'queue.join', data: { kind: 'intervention', topic: 'a\nb' } })).toMatchObject({
      value: { data: { topic: 'a b' } },
    })
  })
})

test.each([
  ['empty', '', 'text-empty'],
  ['nothing visible', ' \u200d\u202e ', 'text-empty'],
  ['too long', 'x'.repeat(1001), 'text-too-long'],
  ['far too long', 'x'.repeat(15_000), 'text-too-long'],
  ['beyond every limit', 'x'.repeat(2_000_000), 'text-too-long'],
  ['a lone surrogate', 'a\ud800', 'text-refused'],
])('[W11] refused text gets its reason: %s', (_, text, reason) =>
  expect(parseEnvelope({ id, type: 'questions.ask', data: { text, receipt: null } })).toMatchObject({ ok: false, reason }),
)

const entry = toEntryId('x')
test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a string', 'queue.open'],
  ['a number', 7],
  ['an array', []],
  ['a command in an array', [{ id, type: 'queue.open', data: {} }]],
  ['no id', { type: 'queue.open', data: {} }],
  ['a short id', { id: 'abc', type: 'queue.open', data: {} }],
  ['an overlong id', { id: 'x'.repeat(65), type: 'queue.open', data: {} }],
  ['an id with a space', { id: `${id} `, type: 'queue.open', data: {} }],
  ['an id that is a number', { id: 7, type: 'queue.open', data: {} }],
  ['no type', { id, data: {} }],
  ['an unknown type', { id, type: 'queue.destroy', data: {} }],
  ['a type that objects inherit', { id, type: 'constructor', data: {} }],
  ['the type __proto__', parseJson(`{"id":"${id}","type":"__proto__","data":{}}`)],
  ['an event as a type', { id, type: 'queue.joined', data: {} }],
  ['a command of the server alone', { id, type: 'session.create', data: {} }],
  ['no data', { id, type: 'queue.open' }],
  ['data null', { id, type: 'queue.open', data: null }],
  ['data a string', { id, type: 'questions.ask', data: 'text' }],
  ['an unknown key outside', { id, type: 'queue.open', data: {}, actor: 'chair' }],
  ['an unknown key inside', { id, type: 'queue.open', data: { at: 1 } }],
  ['__proto__ outside', parseJson(`{"id":"${id}","type":"queue.open","data":{},"__proto__":{"role":"chair"}}`)],
  ['__proto__ inside', parseJson(`{"id":"${id}","type":"queue.open","data":{"__proto__":{"x":1}}}`)],
  ['an entry called __proto__', { id, type: 'queue.withdraw', data: { entry: '__proto__' } }],
  ['an entry called constructor', { id, type: 'queue.withdraw', data: { entry: 'constructor' } }],
  ['a turn called toString', { id, type: 'floor.end', data: { turn: 'toString' } }],
  [
    'a group called valueOf',
    {
      id,
      type: 'queue.add',
      data: {
        kind: 'intervention',
        person: null,
        entity: 'a',
        speaker: null,
        group: 'valueOf',
        requestChannel: 'room',
        seenAt: 1,
        note: null,
      },
    },
  ],
  ['a wrong enum', { id, type: 'queue.remove', data: { entry, reason: 'dislike' } }],
  ['a fraction of a second', { id, type: 'floor.extend', data: { turn: entry, by: 1500 } }],
  ['more than allowed', { id, type: 'floor.extend', data: { turn: entry, by: 601_000 } }],
  ['not a number', { id, type: 'floor.extend', data: { turn: entry, by: Number.NaN } }],
  ['endless', { id, type: 'floor.extend', data: { turn: entry, by: Number.POSITIVE_INFINITY } }],
  [
    'a negative time',
    {
      id,
      type: 'queue.add',
      data: {
        kind: 'intervention',
        person: null,
        entity: 'a',
        speaker: null,
        group: 'civil',
        requestChannel: 'room',
        seenAt: -1,
        note: null,
      },
    },
  ],
  ['an array as text', { id, type: 'questions.ask', data: { text: ['a'] } }],
  ['deeply nested data', { id, type: 'questions.ask', data: { text: makeNested(5_000) } }],
  ['only nesting', makeNested(5_000)],
  ['a huge array', { id, type: 'questions.ask', data: { text: new Array(100_000).fill(0) } }],
  ['many keys', { id, type: 'queue.open', data: Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, 1])) }],
])('[W12] malformed, without any other effect: %s', (_, message) => expect(parseEnvelope(message)).toMatchObject(malformedResult))

test('[W12] a message has at most 200 values and 6 levels', () => {
  expect(isWithinBounds(Array.from({ length: 199 }, () => 0))).toBe(true)
  expect(isWithinBounds(Array.from({ length: 200 }, () => 0))).toBe(false)
  expect(isWithinBounds(makeNested(7))).toBe(true)
  expect(isWithinBounds(makeNested(8))).toBe(false)
})

/** Messages from a grammar: a valid message in which any part may be replaced by a hostile value. */
const arbitraryValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom<unknown>(undefined, '__proto__', 'constructor', '\ud800', -0, 1e308, [], {}, makeNested(40)),
  fc.double(),
  fc.string().map((text) => text.repeat(400)),
  fc.array(fc.nat(), { minLength: 190, maxLength: 260, size: 'max' }),
)
const arbitraryKey = fc.oneof(
  fc.constantFrom('entry', 'turn', 'question', 'text', 'topic', 'kind', 'expectedCurrent', '__proto__', 'constructor', 'toJSON', 'length'),
  fc.string({ maxLength: 8 }),
)
const arbitraryObject = fc.array(fc.tuple(arbitraryKey, arbitraryValue), { maxLength: 8 }).map((pairs) => {
  const made: Record<string, unknown> = {}
  for (const [name, value] of pairs) Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true })
  return made
})
const arbitraryMessage = fc.oneof(
  arbitraryValue,
  arbitraryObject,
  fc.record(
    {
      id: fc.oneof(fc.constant(id), arbitraryValue),
      type: fc.oneof(fc.constantFrom(...allTypes), arbitraryValue),
      data: fc.oneof(arbitraryObject, arbitraryValue),
    },
    { requiredKeys: [] },
  ),
  fc.record({ id: fc.constant(id), type: fc.constantFrom(...allTypes), data: arbitraryObject }),
)

test('[W12] every input gets an answer and no exception, in bounded time', () => {
  const began = performance.now()
  fc.assert(
    fc.property(arbitraryMessage, (one) => {
      const parsed = parseEnvelope(one)
      if (parsed.ok) expect(Object.keys(parsed.value).sort()).toEqual(['data', 'id', 'type'])
      else expect(['malformed', 'text-empty', 'text-too-long', 'text-refused']).toContain(parsed.reason)
      expect(typeof parseHandshake(one).ok).toBe('boolean')
    }),
    { numRuns: 4_000 },
  )
  expect(performance.now() - began).toBeLessThan(18_000)
  expect(({} as Record<string, unknown>)['role']).toBeUndefined()
})

test('[W12] the largest message of every command is parsed quickly', () => {
  for (const type of allTypes) {
    const data = {
      text: '\u0301'.repeat(16_000),
      topic: ' \n'.repeat(8_000),
      entity: `a${'\u200b'.repeat(16_000)}`,
      entry: 'x'.repeat(16_000),
    }
    expect([type, measureLeastTime(() => parseEnvelope({ id, type, data })) < 200]).toEqual([type, true])
  }
  for (const text of ['\u0301'.repeat(16_000), ' '.repeat(16_000), `${' \n'.repeat(8_000)}x`, '👩‍'.repeat(5_000)]) {
    const took = measureLeastTime(() => parseEnvelope({ id, type: 'questions.ask', data: { text, receipt: null } }))
    expect([JSON.stringify(text.slice(0, 4)), took < 200]).toEqual([JSON.stringify(text.slice(0, 4)), true])
  }
})

describe('the handshake', () => {
  const greeting = { protocol: 1, ticket: 'ticket', cursors: { audience: 'abc', person: 'def' }, unpacks: true }
  test('[W13] has protocol, ticket and cursors; the cursors and the ability to unpack are optional', () => {
    expect(parseHandshake(greeting)).toEqual({ ok: true, value: greeting })
    expect(parseHandshake({ protocol: 1, ticket: 'ticket' })).toEqual({
      ok: true,
      value: { protocol: 1, ticket: 'ticket', cursors: {}, unpacks: false },
    })
  })
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no ticket', { ...greeting, ticket: '' }],
    ['an overlong ticket', { ...greeting, ticket: 'x'.repeat(513) }],
    ['a protocol as text', { ...greeting, protocol: '1' }],
    ['an invalid cursor', { ...greeting, cursors: { audience: '\u0000' } }],
    ['a cursor of an unknown stream', { ...greeting, cursors: { staff: 'abc' } }],
    ['unpacking as text', { ...greeting, unpacks: 'gzip' }],
    ['cursors in a list', { ...greeting, cursors: ['abc'] }],
  ])('[W13] is malformed: %s', (_, auth) => expect(parseHandshake(auth)).toEqual(malformedResult))
})

test('[W10] the parser knows the commands of the registry', () => expect(allTypes).toEqual(Object.keys(commands)))
