/** A frame encoded once for many connections: as packets of Socket.IO and as the bytes of WebSocket frames. */
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import { partShapes } from '@rostrum/shared/projection/project'
import type { Cursor, Frame, StreamName } from '@rostrum/shared/protocol/frame'
import { packRows, toWireFrame } from '@rostrum/shared/protocol/wire-frame'

export type EncodedPackets = {
  /** Messages of Engine.IO: an event of Socket.IO, and its binary argument if it has one. */
  readonly packets: readonly (string | Buffer)[]
  /** The same messages as unmasked WebSocket frames (RFC 6455 §5.2), with Engine.IO's type 4 (message) before a text. */
  readonly bytes: Buffer
}

export type EncodedFrame = EncodedPackets & {
  readonly stream: StreamName
  readonly cursor: Cursor
  /** The packed form for screens that unpack, if it is much smaller. */
  readonly packed?: EncodedPackets
}

/** Selects the form for a screen. If nothing is packed, the frames themselves are returned, so that no list is made for each screen. */
export const selectEncodings = (frames: readonly EncodedFrame[], unpacks: boolean): readonly EncodedPackets[] =>
  unpacks && frames.some(({ packed }) => packed !== undefined) ? frames.map((frame) => frame.packed ?? frame) : frames

/** The length, in characters, from which a first view is packed. A smaller one is a few packets on any line. */
const minPackedLetters = 16_384
/**
 * The length, in characters, from which a change for everybody is packed. Packing it once takes a twentieth of a millisecond, which is
 * little for something sent so often.
 */
const minPackedChange = 768
const compress = promisify(gzip)

/** The codec of the wire. A packed frame is a separate event whose only argument is the compressed JSON of the frame. */
export const frameCodec = {
  encode: (frame: Frame): EncodedFrame => {
    const { stream, cursor } = frame
    const wire = JSON.stringify(toWireFrame(frame))
    const plain = { stream, cursor, ...encodeText(wire) }
    const isForAll = stream === 'audience' && !('view' in frame)
    return isForAll && wire.length >= minPackedChange ? { ...plain, packed: encodePacked(gzipSync(wire)) } : plain
  },
  pack: (frame: Frame): EncodedFrame | Promise<EncodedFrame> => {
    const text = JSON.stringify(packRows(toWireFrame(frame), partShapes))
    if (text.length < minPackedLetters) return frameCodec.encode(frame)
    return compress(text).then((packed) => ({ stream: frame.stream, cursor: frame.cursor, ...encodePacked(packed) }))
  },
  countBytes: ({ bytes }: EncodedFrame): number => bytes.length,
}

/** Encodes any event of Socket.IO with one argument, for many connections. */
export const encodeEvent = (event: string, argument: unknown): EncodedPackets => {
  const packet = `2${JSON.stringify([event, argument])}`
  return { packets: [packet], bytes: toWebSocketFrame(finalText, Buffer.from(`4${packet}`)) }
}

const textPacket = { before: '2["frame",', after: ']' }

const encodeText = (wire: string): EncodedPackets => {
  const packet = `${textPacket.before}${wire}${textPacket.after}`
  return { packets: [packet], bytes: toWebSocketFrame(finalText, Buffer.from(`4${packet}`)) }
}

/** Returns the JSON of a frame that is not packed. */
export const getJson = ({ packets: [packet] }: EncodedFrame): string => {
  if (typeof packet !== 'string' || !packet.startsWith(textPacket.before)) throw new Error('this frame is packed')
  return packet.slice(textPacket.before.length, -textPacket.after.length)
}

/** Socket.IO's type 5 (binary event) announces one attachment. */
const packedEvent = '51-["packed",{"_placeholder":true,"num":0}]'

const encodePacked = (packed: Buffer): EncodedPackets => ({
  packets: [packedEvent, packed],
  bytes: Buffer.concat([toWebSocketFrame(finalText, Buffer.from(`4${packedEvent}`)), toWebSocketFrame(finalBinary, packed)]),
})

const finalText = 0x81
const finalBinary = 0x82

const toWebSocketFrame = (type: number, body: Buffer): Buffer => Buffer.concat([makeHeader(type, body.length), body])

const makeHeader = (type: number, length: number): Buffer => {
  if (length < 126) return Buffer.from([type, length])
  if (length < 65_536) {
    const header = Buffer.from([type, 126, 0, 0])
    header.writeUInt16BE(length, 2)
    return header
  }
  const header = Buffer.from([type, 127, 0, 0, 0, 0, 0, 0, 0, 0])
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
