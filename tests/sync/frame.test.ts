import { applyFrame, type Cursor, cursorsOf, type Frame, type Synced } from '@rostrum/shared/protocol/frame'
import { expect, test } from 'vitest'
import { noon, sinceNoon } from '../support/fixtures.ts'

const cursor = (name: string) => name as Cursor
const held: Synced = {
  audience: { cursor: cursor('a1'), at: noon, view: { list: { open: true }, entries: { x: { place: 1 } } } },
  person: { cursor: cursor('p1'), at: noon, view: { myEntry: null } },
}
const delta = (base: string, stream: 'audience' | 'person' = 'audience'): Frame => ({
  stream,
  at: sinceNoon(1),
  base: cursor(base),
  cursor: cursor('a2'),
  deltas: [
    ['=', 'list', { open: false }],
    ['+', 'entries', 'y', { place: 2 }],
  ],
})
const snapshot: Frame = { stream: 'audience', at: sinceNoon(1), cursor: cursor('s1'), view: { list: { open: false } } }

test('[W4] a snapshot is taken as it is, whatever was held', () => {
  const taken = { outcome: 'applied', synced: { audience: { cursor: 's1', at: sinceNoon(1), view: { list: { open: false } } } } }
  expect(applyFrame({}, snapshot)).toEqual(taken)
  expect(applyFrame(held, snapshot)).toEqual({ ...taken, synced: { ...taken.synced, person: held.person } })
})

test('[W5] a frame that starts from what is held is put on', () => {
  const applied = applyFrame(held, delta('a1'))
  expect(applied).toEqual({
    outcome: 'applied',
    synced: {
      person: held.person,
      audience: { cursor: 'a2', at: sinceNoon(1), view: { list: { open: false }, entries: { x: { place: 1 }, y: { place: 2 } } } },
    },
  })
  expect(applied.outcome === 'applied' && applied.synced.person).toBe(held.person)
})

test('[W5] a frame without differences moves the cursor', () => {
  const applied = applyFrame(held, { stream: 'audience', at: sinceNoon(2), base: cursor('a1'), cursor: cursor('a9'), deltas: [] })
  expect(applied).toMatchObject({ outcome: 'applied', synced: { audience: { cursor: 'a9', view: held.audience?.view } } })
})

test.each([
  ['an older moment', held, delta('a0')],
  ['a moment that was skipped', held, delta('a7')],
  ['the moment of the other stream', held, delta('p1')],
  ['its own stream’s cursor on the other stream', held, delta('a1', 'person')],
  ['nothing held', {}, delta('a1')],
  ['the same frame again', { audience: { cursor: cursor('a2'), at: noon, view: {} } }, delta('a1')],
] as const)('[W6] a frame that starts from something else is a gap: %s', (_, synced, frame) => {
  expect(applyFrame(synced as Synced, frame)).toEqual({ outcome: 'gap' })
})

test('[W5] what was held is not touched', () => {
  const was = structuredClone(held)
  applyFrame(held, delta('a1'))
  applyFrame(held, snapshot)
  expect(held).toEqual(was)
})

test('[W7] the cursors of what is held, for coming back', () => {
  expect(cursorsOf(held)).toEqual({ audience: 'a1', person: 'p1' })
  expect(cursorsOf({})).toEqual({})
})
