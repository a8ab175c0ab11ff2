/** The promises of each kind of share, whatever node its values come from. */

import { Share, type ShareKind, type ShareName } from '@rostrum/server/engine/nodes/share'
import { presenceShare } from '@rostrum/server/engine/presence/presence'
import { checkInShare } from '@rostrum/server/engine/presence/presence-registry'
import { failureShare } from '@rostrum/server/people/access/attempt-limiter'
import { boothShare } from '@rostrum/server/services/booth/booth-memory'
import { screenShare } from '@rostrum/server/services/booth/booth-room'
import { captionShare } from '@rostrum/server/services/captions/caption-news'
import { counterShare } from '@rostrum/server/services/sense/other-counters'
import { responseShare } from '@rostrum/server/services/sense/responses'
import { operations } from '@rostrum/shared/api/operations'
import { boothLengths } from '@rostrum/shared/protocol/booth'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCommandId } from '../support/test-client.ts'

const handInSchema = operations['PUT /api/me/booth-text'].body
const lineSchema = operations['POST /api/booth/lines'].body

const at = fc.integer({ min: 1, max: 4 })
const word = fc.constantFrom('a', 'b', 'c')
/** Every kind, with values that it may have. A kind that is missing here does not compile. */
const kinds = {
  presence: [presenceShare, fc.option(at)],
  'check-ins': [checkInShare, word],
  failures: [failureShare, at],
  captions: [captionShare, fc.record({ at, line: fc.option(fc.record({ run: at, seq: at, at, spokenAt: at, text: word })) })],
  booth: [
    boothShare,
    fc.record({
      at,
      value: fc.option(
        fc.oneof(
          fc.record({ text: word, mark: fc.constant('check'), pronounced: fc.option(word) }),
          fc.record({ id: word, device: word, text: word, at }),
          fc.record({ device: word, since: at, handsOver: fc.boolean() }),
        ),
      ),
    }),
  ],
  'booth-screens': [screenShare, at],
  responses: [responseShare, fc.record({ by: word, option: at, receipt: word, at })],
  'response-counters': [counterShare, fc.record({ isWhole: fc.boolean(), isClosed: fc.boolean(), result: fc.constant(null) })],
} satisfies Record<ShareName, readonly [ShareKind<unknown>, fc.Arbitrary<unknown>]>

describe('every kind', () => {
  for (const [name, [kind, values]] of Object.entries(kinds) as unknown as [string, [ShareKind<unknown>, fc.Arbitrary<unknown>]][]) {
    test(`[L139] ${name}: all nodes get the same, in whatever order two values arrive`, () => {
      fc.assert(
        fc.property(values, values, values, (one, two, three) => {
          expect(kind.merge(one, two)).toEqual(kind.merge(two, one))
          expect(kind.merge(kind.merge(one, two), three)).toEqual(kind.merge(one, kind.merge(two, three)))
          if (kind.keptBy === 'every-node') expect(kind.merge(one, one)).toEqual(one)
        }),
      )
    })

    test(`[L140] ${name}: has a name of its own, reads what it writes, and nothing else`, () => {
      expect(kind.name).toBe(name)
      fc.assert(
        fc.property(values, (value) => {
          expect(kind.value.safeParse(JSON.parse(JSON.stringify(value)))).toMatchObject({ success: true, data: value })
        }),
      )
      for (const other of [{}, [], 'x'.repeat(20_000), Number.NaN, { at: 1 }, undefined])
        expect([other, kind.value.safeParse(other).success]).toEqual([other, false])
    })
  }
})

test('[L202] a node keeps what others sent of a kind that every node keeps, and does not send it again', () => {
  const passed: string[] = []
  const share = new Share(responseShare, (key) => passed.push(key))
  const [earlier, later] = [1, 2].map((at) => ({ by: 'person', option: at, receipt: 'r', at }))
  const receive = (...put: (readonly [string, unknown])[]) => share.receive('other node', { whole: true, put, gone: [] })
  expect([receive(['person', later]), receive(['person', earlier]), receive(['person', later]), receive()]).toEqual([
    ['person'],
    [],
    [],
    [],
  ])
  expect([passed, share.own.get('person'), share.forget('other node'), share.get('person')]).toEqual([[], later, [], later])
})

test('[L203] every node takes the longest texts for interpreters that a node takes from people, whatever their letters', () => {
  const family = '👩‍👩‍👧‍👦'
  const { text, pronounced, line } = boothLengths
  const handedIn = handInSchema.parse({ text: 'x\u0323'.repeat(text), mark: 'check', pronounced: family.repeat(pronounced) })
  const written = lineSchema.parse({ id: newCommandId(), device: 'device-one', text: family.repeat(line) })
  for (const value of [handedIn, { ...written, at: 1 }])
    expect(boothShare.value.safeParse({ at: 1, value })).toMatchObject({ success: true })
})
