/** A frame encoded once for many connections: as packets of Socket.IO and as the bytes of WebSocket frames. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { partShapes } from '@rostrum/shared/projection/project'
import type { Frame } from '@rostrum/shared/protocol/frame'
import { packRows, toWireFrame } from '@rostrum/shared/protocol/wire-frame'

export type EncodedFrame = {
  /** Messages of Engine.IO: an event of Socket.IO, and its binary argument if it has one. */
  readonly packets: readonly (string | Buffer)[]
  /** The same as unmasked WebSocket frames (RFC 6455 §5.2), with Engine.IO's type 4 (message) before a text. */
  readonly bytes: Buffer
}

/** Letters from which a first view is packed. A smaller one is a few packets on any line. */
const minPackedLetters = 16_384
const compress = promisify(gzip)

/** The codec of the wire. A packed frame is an event of its own, whose one argument is the compressed JSON of the frame. */
export const frameCodec = {
  encode: (frame: Frame): EncodedFrame => encodeText(JSON.stringify(toWireFrame(frame))),
  pack: (frame: Frame): EncodedFrame | Promise<EncodedFrame> => {
    const text = JSON.stringify(packRows(toWireFrame(frame), partShapes))
    return text.length < minPackedLetters ? frameCodec.encode(frame) : compress(text).then(encodePacked)
  },
  countBytes: ({ bytes }: EncodedFrame): number => bytes.length,
}

const encodeText = (wire: string): EncodedFrame => {
  const packet = `2["frame",${wire}]`
  return { packets: [packet], bytes: toWebSocketFrame(finalText, Buffer.from(`4${packet}`)) }
}

/** Socket.IO's type 5 (binary event) says that one attachment follows. */
const packedEvent = '51-["packed",{"_placeholder":true,"num":0}]'

const encodePacked = (packed: Buffer): EncodedFrame => ({
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
