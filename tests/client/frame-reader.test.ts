/** Frames in the order in which they arrived, even behind one that is being unpacked. */
import { gzipSync } from 'node:zlib'
import { FrameReader } from '@rostrum/client/session/frame-reader'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Cursor, Frame } from '@rostrum/shared/protocol/frame'
import { packRows, toWireFrame } from '@rostrum/shared/protocol/wire-frame'
import { expect, test, vi } from 'vitest'

const makeFrame = (cursor: string): Frame => ({ stream: 'audience', at: 1 as Instant, cursor: cursor as Cursor, view: { floor: cursor } })
const pack = (frame: Frame): ArrayBuffer => {
  const packed = gzipSync(JSON.stringify(packRows(toWireFrame(frame), new Map())))
  return packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer
}
const openReader = () => {
  const read: string[] = []
  const onBroken = vi.fn()
  const reader = new FrameReader({ onFrame: ({ cursor }) => void read.push(cursor), onBroken })
  return { reader, read, onBroken }
}

test('[W62] frames behind a packed one wait until it is unpacked; otherwise no frame waits', async () => {
  const { reader, read } = openReader()
  expect(reader.canUnpack).toBe(true)
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

test('[W62] frames still waiting when a connection ends are never shown', async () => {
  const { reader, read } = openReader()
  reader.readPacked(pack(makeFrame('old')))
  reader.read(toWireFrame(makeFrame('also old')))
  reader.reset()
  reader.readPacked(pack(makeFrame('new')))
  reader.read(toWireFrame(makeFrame('newer')))
  await expect.poll(() => read.length).toBe(2)
  expect(read).toEqual(['new', 'newer'])
})

test('[X22] a callback after all frames runs at once if none waits, otherwise after the last, and never after the end', async () => {
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

test('[W69] after an unreadable packed frame the connection ends, frames behind it are dropped, and the next asks for plain frames', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { reader, read, onBroken } = openReader()
  const damaged = pack(makeFrame('b'))
  new Uint8Array(damaged).fill(0, 10)
  const seen: string[] = []
  reader.readPacked(pack(makeFrame('a')))
  reader.readPacked(damaged)
  reader.read(toWireFrame(makeFrame('c')))
  reader.afterAll(() => seen.push('too early'))
  await expect.poll(() => onBroken.mock.calls.length).toBe(1)
  expect(reader.canUnpack).toBe(false)
  expect(warn).toHaveBeenCalledOnce()
  reader.read(toWireFrame(makeFrame('d')))
  expect(read.at(-1)).toBe('d')
  reader.readPacked(pack(makeFrame('e')))
  await expect.poll(() => read.at(-1)).toBe('e')
  expect(read).not.toContain('c')
  expect(seen).toEqual([])
  expect(onBroken).toHaveBeenCalledOnce()
  warn.mockRestore()
})

test('[W69] a damaged frame of a connection that has ended does not affect the next connection', async () => {
  const { reader, read, onBroken } = openReader()
  reader.readPacked(new ArrayBuffer(30))
  reader.reset()
  reader.readPacked(pack(makeFrame('new')))
  await expect.poll(() => read).toEqual(['new'])
  expect(onBroken).not.toHaveBeenCalled()
  expect(reader.canUnpack).toBe(true)
})
