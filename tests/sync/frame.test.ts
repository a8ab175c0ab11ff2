import { applyFrame, type Cursor, type Frame, getCursors, type StreamStates } from '@rostrum/shared/protocol/frame'
import { expect, test } from 'vitest'
import { afterNoon, noon } from '../support/fixtures.ts'

const toCursor = (name: string) => name as Cursor
const streamStates: StreamStates = {
  audience: { cursor: toCursor('a1'), at: noon, view: { queue: { open: true }, entries: { x: { position: 1 } } } },
  person: { cursor: toCursor('p1'), at: noon, view: { myQueue: null } },
}
const makeDelta = (base: string, stream: 'audience' | 'person' = 'audience'): Frame => ({
  stream,
  at: afterNoon(1),
  base: toCursor(base),
  cursor: toCursor('a2'),
  deltas: [
    ['=', 'queue', { open: false }],
    ['+', 'entries', 'y', { position: 2 }],
  ],
})
const snapshot: Frame = { stream: 'audience', at: afterNoon(1), cursor: toCursor('s1'), view: { queue: { open: false } } }

test('[W4] a snapshot replaces the whole held view', () => {
  const taken = { outcome: 'applied', states: { audience: { cursor: 's1', at: afterNoon(1), view: { queue: { open: false } } } } }
  expect(applyFrame({}, snapshot)).toEqual(taken)
  expect(applyFrame(streamStates, snapshot)).toEqual({ ...taken, states: { ...taken.states, person: streamStates.person } })
})

test('[W5] a delta that starts from the held cursor is applied', () => {
  const applied = applyFrame(streamStates, makeDelta('a1'))
  expect(applied).toEqual({
    outcome: 'applied',
    states: {
      person: streamStates.person,
      audience: { cursor: 'a2', at: afterNoon(1), view: { queue: { open: false }, entries: { x: { position: 1 }, y: { position: 2 } } } },
    },
  })
  expect(applied.outcome === 'applied' && applied.states.person).toBe(streamStates.person)
})

test('[W5] an empty delta moves the cursor', () => {
  const applied = applyFrame(streamStates, {
    stream: 'audience',
    at: afterNoon(2),
    base: toCursor('a1'),
    cursor: toCursor('a9'),
    deltas: [],
  })
  expect(applied).toMatchObject({ outcome: 'applied', states: { audience: { cursor: 'a9', view: streamStates.audience?.view } } })
})

test.each([
  ['an older moment', streamStates, makeDelta('an older cursor')],
  ['a moment that was skipped', streamStates, makeDelta('a skipped cursor')],
  ['the moment of the other stream', streamStates, makeDelta('the cursor of the other stream')],
  ['its own stream’s cursor on the other stream', streamStates, makeDelta('a1', 'person')],
  ['nothing held', {}, makeDelta('a1')],
  ['the same frame again', { audience: { cursor: toCursor('a2'), at: noon, view: {} } }, makeDelta('a1')],
] as const)('[W6] a delta that starts from another cursor is a gap: %s', (_, streams, frame) => {
  expect(applyFrame(streams as StreamStates, frame)).toEqual({ outcome: 'gap' })
})

test('[W5] the held view is not changed', () => {
  const was = structuredClone(streamStates)
  applyFrame(streamStates, makeDelta('a1'))
  applyFrame(streamStates, snapshot)
  expect(streamStates).toEqual(was)
})

test('[W7] reconnecting sends the cursors that are held', () => {
  expect(getCursors(streamStates)).toEqual({ audience: 'a1', person: 'p1' })
  expect(getCursors({})).toEqual({})
})
