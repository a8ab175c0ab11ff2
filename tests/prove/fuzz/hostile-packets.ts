/** Packets of Engine.IO and Socket.IO, and the WebSocket frames that carry them, valid and invalid. */
import { protocolVersion } from '@rostrum/shared/protocol/version'
import type { SeededRandom } from '../../support/seeded-random.ts'
import { makeEnvelopeText, makeJsonText, makeLargeJson, makeText, repeat } from './hostile-values.ts'

/** Placeholders for values that are known only when the input is sent. */
export const placeholders = {
  ticket: '{{ticket}}',
  organizer: '{{organizer}}',
  session: '{{session}}',
  audience: '{{audience}}',
  person: '{{person}}',
} as const
/** Cursors as the server sends them, of one stream or of both. */
const heldCursors = ['audience', 'person', 'both'].map((held) =>
  JSON.stringify({
    ...(held === 'person' ? {} : { audience: placeholders.audience }),
    ...(held === 'audience' ? {} : { person: placeholders.person }),
  }),
)

export function makeHandshakeText(random: SeededRandom): string {
  if (random.isLikely(0.3)) return makeJsonText(random)
  const ticket = random.isLikely(0.5) ? placeholders.ticket : makeText(random)
  const cursors = random.isLikely(0.7) ? random.pick(['{}', '{"audience":"outdated"}', ...heldCursors]) : makeJsonText(random, 3)
  const protocol = random.isLikely(0.7) ? String(protocolVersion) : random.isLikely(0.5) ? '1' : makeJsonText(random, 4)
  return `{"protocol":${protocol},"ticket":${JSON.stringify(ticket)},"cursors":${cursors},"unpacks":${random.pick(['true', 'true', 'false', 'false', '1', '{}'])}${random.isLikely(0.2) ? `,"more":${random.isLikely(0.3) ? makeLargeJson(random) : makeJsonText(random)}` : ''}}`
}

/** Makes the packet with which a connection begins. */
export const makeEntryText = (random: SeededRandom): string => `40${makeHandshakeText(random)}`

/** Makes a packet of Socket.IO: its type, attachments, a namespace, a number and JSON. */
function makeSocketPacket(random: SeededRandom): string {
  const type = random.isLikely(0.6) ? '2' : random.pick(['0', '1', '3', '4', '5', '6', '7', '-1', 'x', ''])
  const attachments =
    type === '5' || type === '6' || random.isLikely(0.05) ? random.pick(['0-', '1-', '2-', '99999999-', '-', '1e9-', '-1-', '']) : ''
  const namespace = random.isLikely(0.1)
    ? random.pick(['/', '/captions,', '/admin,', '/__proto__,', ',', `/${'x'.repeat(300)},`, '/?a=b,'])
    : ''
  const number = random.isLikely(0.6) ? String(random.nextBelow(1000)) : random.pick(['', '', '', '99999999999999999999', '-1', '1.5'])
  return `${type}${attachments}${namespace}${number}${makeEventText(random)}`
}

function makeEventText(random: SeededRandom): string {
  const kind = random.nextBelow(8)
  if (kind === 0) return makeJsonText(random)
  if (kind === 1) return makeHandshakeText(random)
  if (kind === 2) return '["time"]'
  if (kind === 3) return '["packed",{"_placeholder":true,"num":0}]'
  if (kind === 4) return `[${JSON.stringify(makeText(random))},${makeJsonText(random)}]`
  const name = random.isLikely(0.7)
    ? 'command'
    : random.pick(['time', 'time', 'time', 'frame', 'disconnect', 'error', 'connect', 'newListener'])
  const more = name !== 'command' || random.isLikely(0.2) ? repeat(random, 3, () => `,${makeJsonText(random, 5)}`).join('') : ''
  return name === 'command' ? `[${JSON.stringify(name)},${makeEnvelopeText(random)}${more}]` : `[${JSON.stringify(name)}${more}]`
}

/** Makes a packet of Engine.IO, as text. */
export function makePacketText(random: SeededRandom): string {
  const type = random.pick(['4', '4', '4', '4', '4', '4', '0', '1', '2', '3', '5', '6', '7', 'b', 'x', '', '\ud800'])
  if (type === '4') return `4${makeSocketPacket(random)}`
  if (type === 'b') return `b${random.pick(['AAAA', '====', '!', 'A'.repeat(5_000)])}`
  return `${type}${random.isLikely(0.5) ? 'probe' : makeText(random)}`
}

/** Makes the body of a poll, which contains many packets. */
export const makePollText = (random: SeededRandom): string =>
  repeat(random, 40, () => makePacketText(random)).join(random.isLikely(0.9) ? '\u001e' : random.pick(['\u001d', ':', '\n']))

/** Makes WebSocket frames: some are masked and some are not, with any opcode and any stated length. */
export function makeWebSocketFrames(random: SeededRandom): Buffer {
  return Buffer.concat(Array.from({ length: 1 + random.nextBelow(4) }, () => makeWebSocketFrame(random)))
}

function makeWebSocketFrame(random: SeededRandom): Buffer {
  const opcode = random.pick([0x1, 0x1, 0x1, 0x0, 0x2, 0x3, 0x7, 0x8, 0x9, 0xa, 0xb, 0xf])
  const final = random.isLikely(0.8) ? 0x80 : 0
  const reserved = random.isLikely(0.1) ? random.pick([0x40, 0x20, 0x10, 0x70]) : 0
  const payload = random.isLikely(0.7)
    ? Buffer.from(makePacketText(random).slice(0, 20_000))
    : Buffer.from(Array.from({ length: random.nextBelow(200) }, () => random.nextBelow(256)))
  const isMasked = random.isLikely(0.85)
  const mask = Buffer.from([1, 2, 3, 4])
  const body = isMasked ? Buffer.from(payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0))) : payload
  return Buffer.concat([
    Buffer.from([final | reserved | opcode]),
    makeLength(random, payload.length, isMasked ? 0x80 : 0),
    ...(isMasked ? [mask] : []),
    body,
  ])
}

function makeLength(random: SeededRandom, length: number, mask: number): Buffer {
  if (random.isLikely(0.06)) {
    const huge = Buffer.alloc(9)
    huge[0] = mask | 127
    huge.writeBigUInt64BE(random.pick([2n ** 63n, 2n ** 40n, 2n ** 31n, 200_000n, 1n]), 1)
    return huge
  }
  if (length < 126) return Buffer.from([mask | length])
  const long = Buffer.alloc(3)
  long[0] = mask | 126
  long.writeUInt16BE(length, 1)
  return long
}
