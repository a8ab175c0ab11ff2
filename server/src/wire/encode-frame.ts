/** A frame encoded once for many connections: as a Socket.IO packet and as the bytes of a WebSocket frame. */
import type { Frame } from '@rostrum/shared/protocol/frame'
import { toWireFrame } from '@rostrum/shared/protocol/wire-frame'

export type EncodedFrame = {
  /** An Engine.IO message: Socket.IO's type 2 (event) and its arguments. */
  readonly packet: string
  /** The same as an unmasked WebSocket text frame (RFC 6455 §5.2), with Engine.IO's type 4 (message) before it. */
  readonly bytes: Buffer
}

export const encodeFrame = (frame: Frame): EncodedFrame => {
  const packet = `2${JSON.stringify(['frame', toWireFrame(frame)])}`
  const body = Buffer.from(`4${packet}`)
  return { packet, bytes: Buffer.concat([makeHeader(body.length), body]) }
}

const finalText = 0x81

const makeHeader = (length: number): Buffer => {
  if (length < 126) return Buffer.from([finalText, length])
  if (length < 65_536) {
    const header = Buffer.from([finalText, 126, 0, 0])
    header.writeUInt16BE(length, 2)
    return header
  }
  const header = Buffer.from([finalText, 127, 0, 0, 0, 0, 0, 0, 0, 0])
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
