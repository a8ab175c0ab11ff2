/** Frames in the order in which they came, also behind one that is being unpacked. */
import { gzipSync } from 'node:zlib'
import { canUnpack, FrameReader } from '@rostrum/client/session/frame-reader'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Cursor, Frame } from '@rostrum/shared/protocol/frame'
import { packRows, toWireFrame } from '@rostrum/shared/protocol/wire-frame'
import { expect, test } from 'vitest'

const makeFrame = (cursor: string): Frame => ({ stream: 'audience', at: 1 as Instant, cursor: cursor as Cursor, view: { floor: cursor } })
const pack = (frame: Frame): ArrayBuffer => {
  const packed = gzipSync(JSON.stringify(packRows(toWireFrame(frame), new Map())))
  return packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer
}
const openReader = () => {
  const read: string[] = []
  const reader = new FrameReader(({ cursor }) => read.push(cursor))
  return { reader, read }
}

test('[W62] what comes after a packed frame waits until it is unpacked, and nothing waits otherwise', async () => {
  expect(canUnpack).toBe(true)
  const { reader, read } = openReader()
  reader.read(toWireFrame(makeFrame('a')))
  expect(read).toEqual(['a'])
  reader.readPacked(pack(makeFrame('b'.repeat(100_000))))
  reader.read(toWireFrame(makeFrame('c')))
  reader.readPacked(pack(makeFrame('d')))
  reader.read(toWireFrame(makeFrame('e')))
  expect(read).toEqual(['a'])
  await expect.poll(() => read.length).toBe(5)
  expect(read.map(([first]) => first).join('')).toBe('abcde')
  reader.read(toWireFrame(makeFrame('f')))
  expect(read.at(-1)).toBe('f')
})

test('[W62] what a connection left behind when it ended is never shown', async () => {
  const { reader, read } = openReader()
  reader.readPacked(pack(makeFrame('old')))
  reader.read(toWireFrame(makeFrame('also old')))
  reader.reset()
  reader.readPacked(pack(makeFrame('new')))
  reader.read(toWireFrame(makeFrame('newer')))
  await expect.poll(() => read.length).toBe(2)
  expect(read).toEqual(['new', 'newer'])
})

test('[X22] who waits for all that has come goes on at once if nothing waits, after the last frame otherwise, and never after the end', async () => {
  const { reader, read } = openReader()
  const seen: string[] = []
  reader.afterAll(() => seen.push(`after ${read.length}`))
  expect(seen).toEqual(['after 0'])
  reader.readPacked(pack(makeFrame('b')))
  reader.read(toWireFrame(makeFrame('c')))
  reader.afterAll(() => seen.push(`after ${read.length}`))
  expect(seen).toHaveLength(1)
  await expect.poll(() => seen).toEqual(['after 0', 'after 2'])
  reader.readPacked(pack(makeFrame('d')))
  reader.afterAll(() => seen.push('too late'))
  reader.reset()
  reader.readPacked(pack(makeFrame('e')))
  await expect.poll(() => read.at(-1)).toBe('e')
  expect(seen).not.toContain('too late')
})
