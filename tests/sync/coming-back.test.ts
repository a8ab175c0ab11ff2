/** The frames for a screen that was away: nothing, the missed changes, or everything. */
import { type FrameCodec, FrameStream, type ViewSource } from '@rostrum/server/engine/fanout/frame-stream'
import { RecentDeltas } from '@rostrum/server/engine/fanout/recent-deltas'
import { TextHasher } from '@rostrum/server/engine/fanout/text-hasher'
import { ViewDigest } from '@rostrum/server/engine/fanout/view-digest'
import type { State } from '@rostrum/shared/contract/registry'
import { type AnyView, type Delta, patch } from '@rostrum/shared/projection/delta'
import { diffViews, projectAudience } from '@rostrum/shared/projection/project'
import type { Cursor, Frame } from '@rostrum/shared/protocol/frame'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createState, noon } from '../support/fixtures.ts'
import { cursorKey, FrameClient, textCodec } from '../support/frame-client.ts'
import { queueOpen, replay } from '../support/given.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'

const project = (state: State) => projectAudience(state, 'staff').view as AnyView
const openStream = (state: State, maxRemembered: number | null = 1e6, codec: FrameCodec<string> = textCodec) => {
  let view = project(state)
  const source: ViewSource = {
    get view() {
      return view
    },
    advance: (next) => {
      const before = view
      view = project(next)
      return diffViews(before, view)
    },
  }
  return new FrameStream<string>({ name: 'audience', source, hasher: new TextHasher(cursorKey), maxRemembered, transient: {}, codec }, noon)
}

/** Returns the first frames for a screen that holds this cursor. */
const catchUp = (stream: FrameStream<string>, held?: Cursor): readonly string[] => {
  const frames = stream.catchUp(held, false)
  if (frames instanceof Promise) throw new Error('plain frames are there at once')
  return frames
}
const applyAll = (screen: FrameClient, frames: readonly string[]) => expect(frames.map((frame) => screen.apply(frame))).not.toContain('gap')

test('[W18] from any earlier view one frame leads to the current one, with the digest of a view made from scratch', () => {
  fc.assert(
    fc.property(arbitraryRolls(20, 60), (rolls) => {
      const start = replay(queueOpen, createState())
      const stream = openStream(start)
      const away: FrameClient[] = []
      const leave = (held?: FrameClient) => {
        const screen = new FrameClient()
        screen.streams = held?.streams ?? {}
        away.push(screen)
        return screen
      }
      const live = leave()
      applyAll(live, catchUp(stream))
      for (const { after } of playRolls(start, rolls)) {
        const frame = stream.advance(after, noon)
        if (frame !== null) live.apply(frame)
        leave(live)
      }
      for (const screen of away) {
        const [frame = '', ...more] = catchUp(stream, screen.cursors.audience)
        expect([more, 'view' in (JSON.parse(frame) as Frame)]).toEqual([[], false])
        applyAll(screen, [frame])
        expect(screen.audienceView).toEqual(live.audienceView)
      }
    }),
    { numRuns: 40 },
  )
})

test('[W18] a screen that holds the current view gets an empty delta, even from a stream that was created again', () => {
  const state = replay(queueOpen, createState())
  const screen = new FrameClient()
  applyAll(screen, catchUp(openStream(state)))
  expect(catchUp(openStream(state), screen.cursors.audience).map((frame) => JSON.parse(frame))).toMatchObject([
    { base: screen.cursors.audience, deltas: [] },
  ])
})

test('[W18] a screen with another history, another key or a very old cursor gets everything', () => {
  const state = replay(queueOpen, createState())
  const other = new ViewDigest(new TextHasher(Buffer.from('another key')), project(state)).cursor
  const stream = openStream(state, 0)
  const first = new ViewDigest(new TextHasher(cursorKey), project(state)).cursor
  expect(stream.advance(createState(), noon)).not.toBeNull()
  for (const cursor of [other, first, 'AAAAAAAAAAA' as Cursor, '__proto__' as Cursor])
    expect(JSON.parse(catchUp(stream, cursor)[0] ?? '')).toHaveProperty('view')
})

test('[L93] equal views have the same cursor, whatever the order of their fields', () => {
  fc.assert(
    fc.property(arbitraryRolls(20, 40), (rolls) => {
      const view = project(playRolls(replay(queueOpen, createState()), rolls).at(-1)?.after ?? createState())
      const read = JSON.parse(JSON.stringify(view)) as AnyView
      const cursors = [view, read, reverseFields(read) as AnyView].map((one) => new ViewDigest(new TextHasher(cursorKey), one).cursor)
      expect(new Set(cursors).size).toBe(1)
    }),
    { numRuns: 20 },
  )
})

const reverseFields = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(reverseFields)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, reverseFields(field)]),
  )
}

test('[W62] however often a view changes, newcomers share one snapshot, and each gets the current view', () => {
  let snapshots = 0
  const encode = (frame: Frame) => {
    if ('view' in frame) snapshots += 1
    return JSON.stringify(frame)
  }
  fc.assert(
    fc.property(arbitraryRolls(20, 40), (rolls) => {
      const start = replay(queueOpen, createState())
      const stream = openStream(start, 1e6, { ...textCodec, encode })
      snapshots = 0
      let present = start
      for (const { after } of playRolls(start, rolls)) {
        present = after
        stream.advance(after, noon)
        const newcomer = new FrameClient()
        applyAll(newcomer, catchUp(stream))
        expect(newcomer.audienceView).toEqual(JSON.parse(JSON.stringify(project(present))))
      }
      expect(snapshots).toBeLessThanOrEqual(2)
    }),
    { numRuns: 20 },
  )
})

test('[W62] changes since a snapshot are sent with it as long as they are small; then another snapshot is made', () => {
  const start = replay(queueOpen, createState())
  const stream = openStream(start, 1e6, { ...textCodec, countBytes: () => 16_385 })
  const has = (frames: readonly string[]) => frames.map((frame) => 'view' in (JSON.parse(frame) as Frame))
  expect(has(catchUp(stream))).toEqual([true])
  expect(stream.advance(createState(), noon)).not.toBeNull()
  expect(has(catchUp(stream))).toEqual([true])
  expect(stream.updateTransient({ presence: { room: 1, remote: 0 } }, noon)).not.toBeNull()
  expect(JSON.parse(catchUp(stream)[0] ?? '')).toMatchObject({ view: { presence: { room: 1 } } })
})

test('[W62] a snapshot is packed once for everybody who waits for it, and changes in the meantime follow it', async () => {
  let packings = 0
  let finish = (): void => undefined
  const pack = (frame: Frame) => {
    packings += 1
    return new Promise<string>((resolve) => {
      finish = () => resolve(JSON.stringify(frame))
    })
  }
  const start = replay(queueOpen, createState())
  const stream = openStream(start, 1e6, { ...textCodec, pack })
  const waiting = [stream.catchUp(undefined, true), stream.catchUp(undefined, true)]
  const plain = catchUp(stream)
  expect([packings, plain.length]).toEqual([1, 1])
  stream.advance(createState(), noon)
  finish()
  await Promise.all(waiting)
  const frames = stream.catchUp(undefined, true)
  if (frames instanceof Promise) throw new Error('it was packed')
  expect([packings, frames[0], frames.length]).toEqual([1, plain[0], 2])
  const screen = new FrameClient()
  applyAll(screen, frames)
  expect(screen.audienceView).toEqual(JSON.parse(JSON.stringify(project(createState()))))
})

test('[W18] a stream remembers a limited number of deltas, and drops the oldest first', () => {
  const recent = new RecentDeltas(100)
  const cursors = Array.from({ length: 50 }, (_, index) => `c${index}` as Cursor)
  for (const base of cursors) recent.add({ base, deltas: [['=', 'floor', base]], letters: 10 })
  expect(cursors.filter((cursor) => recent.compose(cursor) !== null)).toEqual(cursors.slice(-10))
  expect(recent.compose(cursors[45] as Cursor)).toEqual([['=', 'floor', 'c49']])
})

test('[W18] only the last change of each row and part is kept', () => {
  const views: readonly AnyView[] = [
    { support: { a: 1, b: 1 }, floor: 1, order: [1, 2, 3], causes: 'rrr' },
    { support: { a: 2, c: 1 }, floor: 2, order: [1, 3, 2], causes: 'rr' },
    { support: { a: 3, b: 2 }, order: [3, 1, 2, 4], causes: 'rrrg' },
    { support: { b: 2 }, floor: 4, order: [3, 1, 2, 4, 5], causes: 'grrrg' },
  ]
  const recent = new RecentDeltas(1e6)
  for (const [index, view] of views.slice(1).entries())
    recent.add({ base: `${index}` as Cursor, deltas: diffViews(views[index] as AnyView, view) as readonly Delta[], letters: 1 })
  for (const [index, view] of views.slice(0, -1).entries())
    expect(patch(view, recent.compose(`${index}` as Cursor) ?? [])).toEqual(views.at(-1))
  expect(recent.compose('0' as Cursor)?.filter(([kind, part]) => kind !== '~' && part === 'support')).toHaveLength(3)
})

test('[L132] frames for many people are encoded once and kept; frames for one person are not kept', () => {
  const state = replay(queueOpen, createState())
  for (const isShared of [true, false]) {
    const encode = vi.fn(textCodec.encode)
    const stream = openStream(state, isShared ? 1e6 : null, { ...textCodec, encode })
    const frames = Array.from({ length: 3 }, () => catchUp(stream))
    expect([isShared, encode.mock.calls.length]).toEqual([isShared, isShared ? 1 : 3])
    const { cursor } = JSON.parse(frames[0]?.[0] ?? '') as { readonly cursor: Cursor }
    encode.mockClear()
    const returned = Array.from({ length: 3 }, () => catchUp(stream, cursor))
    expect([isShared, encode.mock.calls.length]).toEqual([isShared, isShared ? 1 : 3])
    for (const each of [frames, returned]) expect(new Set(each.map(String)).size).toBe(1)
  }
})
