/** The size of frames: in a storm of supporters, thousands of screens get several per second. */
import { gunzipSync } from 'node:zlib'
import { type EncodedPackets, frameCodec, selectEncodings } from '@rostrum/server/engine/wire/encode-frame'
import { evolveAll } from '@rostrum/shared/domain/decider'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Delta } from '@rostrum/shared/projection/delta'
import { KeptView } from '@rostrum/shared/projection/kept-view'
import type { Cursor } from '@rostrum/shared/protocol/frame'
import { fromWireFrame } from '@rostrum/shared/protocol/wire-frame'
import { expect, test } from 'vitest'
import { afterNoon, getEvents } from '../support/fixtures.ts'
import { command, decideCommand, toEntryId } from '../support/given.ts'
import { makeSizedSession } from '../support/sized-session.ts'

const weigh = (deltas: readonly Delta[]): number =>
  frameCodec.encode({
    stream: 'audience',
    at: 1_790_000_000_000 as Instant,
    base: 'AAAAAAAAAAA' as Cursor,
    cursor: 'BBBBBBBBBBB' as Cursor,
    deltas,
  }).bytes.length
const supporters = (count: number): readonly Delta[] =>
  Array.from({ length: count }, (_, index) => ['+', 'support', `question-${index}`.padEnd(22, '-'), 12_345])

test('[W19] a further supporter takes at most 60 bytes, and the frame around it at most 100', () => {
  const [empty, one, ten] = [weigh([]), weigh(supporters(1)), weigh(supporters(10))]
  console.info(`a frame: ${empty} bytes; with one total ${one}, with ten ${ten}`)
  expect(empty).toBeLessThanOrEqual(100)
  expect((ten - one) / 9).toBeLessThanOrEqual(60)
})

test('[W20] with 500 waiting, a move takes less than a kilobyte for each participant, and contains the same as unpacked', () => {
  const state = makeSizedSession({ people: 600, questions: 4, waiting: 500 })
  const kept = new KeptView(state, 'public')
  const moved = command('chair', 'queue.move', { entry: toEntryId('person-480'), before: toEntryId('person-20') })
  const events = getEvents(decideCommand(state, moved, afterNoon(60_000)))
  const deltas = kept.advance(evolveAll(state, events, afterNoon(60_000)), events)
  const frame = {
    stream: 'audience',
    at: afterNoon(60_000),
    base: 'AAAAAAAAAAA' as Cursor,
    cursor: 'BBBBBBBBBBB' as Cursor,
    deltas,
  } as const
  const encoded = frameCodec.encode(frame)
  const [{ packets, bytes }] = selectEncodings([encoded], true) as [EncodedPackets]
  console.info(`a move: ${encoded.bytes.length} bytes, packed ${bytes.length}`)
  expect(bytes.length).toBeLessThan(1000)
  expect(selectEncodings([encoded], false)[0]?.packets).toHaveLength(1)
  expect(fromWireFrame(JSON.parse(gunzipSync(packets[1] as Buffer).toString()))).toEqual(frame)
})

test('[W21] after ten steps, one further step is sent to the staff without the steps before', () => {
  let state = makeSizedSession({ people: 600, questions: 4, waiting: 50 })
  const kept = new KeptView(state, 'staff')
  const setLimit = (index: number): readonly Delta[] => {
    const limits = { scope: { kind: 'everyone' }, limit: 120_000 + index * 1000, expectedLimit: state.floor.limits.everyone } as never
    const at = afterNoon(60_000 + index)
    const events = getEvents(decideCommand(state, command('chair', 'floor.set-limit', limits), at))
    state = evolveAll(state, events, at)
    return kept.advance(state, events)
  }
  const frames = Array.from({ length: 12 }, (_, index) => setLimit(index))
  expect(state.steps.taken).toHaveLength(10)
  const of = (deltas: readonly Delta[] = []) => JSON.stringify(deltas.filter(([, part]) => part === 'steps'))
  const [fourth, last] = [of(frames[3]), of(frames.at(-1))]
  console.info(`a step to the staff: ${last.length} letters`)
  // The oldest step is removed, which adds one number.
  expect(last.length).toBeLessThanOrEqual(fourth.length + 2)
  expect(last.length).toBeLessThan(400)
})
