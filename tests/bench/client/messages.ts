/**
 * Decodes the messages of a server. This is the only file of the bench that knows how frames travel. A text that thousands of screens
 * receive is decoded once: the screens share the result, and must not change it.
 */
import { gunzipSync } from 'node:zlib'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import { type Frame, type StreamName, streamNames } from '@rostrum/shared/protocol/frame'
import type { Handshake } from '@rostrum/shared/protocol/messages'
import { fromWireFrame, type PackedFrame, unpackRows, type WireFrame } from '@rostrum/shared/protocol/wire-frame'
import { binaryOpcode, eventOpcode, textOpcode } from './raw-socket.ts'

/** The facts that the bench looks for in a frame. Null if the frame does not contain them. */
export type Shown = {
  /** The speaking limit for everyone, in milliseconds. */
  readonly limit: number | null
  /** The number of questions that the frame adds or changes. */
  readonly published: number
  /** The number of people who support each of these questions. */
  readonly supports: Readonly<Record<string, number>> | null
  /** True once nearly all people have responded to the current prompt. Screens are sent no number. */
  readonly haveNearlyAll: boolean
}
/** `bytes`: the size of the whole message. */
export type ShownCaptions = { readonly lines: readonly { readonly text: string }[]; readonly bytes: number }
export type Message =
  | { readonly kind: 'open' | 'ping' | 'accepted' | 'other' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'reply'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'captions'; readonly update: ShownCaptions }
  | { readonly kind: 'frame'; readonly frame: Frame; readonly shown: Shown }

export const pongText = '3'
export const makeConnectText = (handshake: Omit<Handshake, 'unpacks'>): string => `40${JSON.stringify({ ...handshake, unpacks: true })}`
/** `number`: the reply has the same number. */
export const makeEventText = (number: number, event: 'command' | 'time' | 'follow', ...args: readonly unknown[]): string =>
  `42${number}${JSON.stringify([event, ...args])}`

const other: Message = { kind: 'other' }
/**
 * The first character is Engine.IO's type: 0 open, 2 ping, 4 message. The second is Socket.IO's: 0 connect, 2 event, 3 reply, 4 refused.
 */
const fixedKinds: Readonly<Record<string, Message>> = { '0': { kind: 'open' }, '2': { kind: 'ping' }, '40': { kind: 'accepted' } }

function decodeText(text: string): Message {
  const [type = ''] = text
  if (type !== '4') return fixedKinds[type] ?? other
  const [, kind = '', number = '', json = ''] = /^4(\d)(\d*)(.*)$/s.exec(text) ?? []
  if (kind === '0') return fixedKinds['40'] ?? other
  if (!['2', '3', '4'].includes(kind)) return other
  const content: unknown = JSON.parse(json)
  if (kind === '3') return { kind: 'reply', number: Number(number), answer: (content as readonly unknown[])[0] }
  if (kind === '4') return { kind: 'refused', reason: String((content as { readonly message?: unknown }).message) }
  const [event, argument] = content as readonly [string, unknown]
  if (event === 'captions')
    return { kind: 'captions', update: { lines: (argument as CaptionUpdate).lines, bytes: Buffer.byteLength(text) } }
  return event === 'frame' ? describeFrame(fromWireFrame(argument as WireFrame)) : other
}

/** Decodes the attachment of the event `packed`. The text before the attachment contains nothing else. */
const decodePacked = (body: Buffer): Message =>
  describeFrame(fromWireFrame(unpackRows(JSON.parse(gunzipSync(body).toString()) as PackedFrame)))

function describeFrame(frame: Frame): Message {
  if (!streamNames.includes(frame.stream satisfies StreamName)) throw new Error(`a frame of the stream ${frame.stream}`)
  return { kind: 'frame', frame, shown: readShown(frame) }
}

type FloorPart = { readonly limits: { readonly everyone: number } }

function readShown(frame: Frame): Shown {
  if (frame.stream === 'person') return { limit: null, published: 0, supports: null, haveNearlyAll: false }
  if ('view' in frame) {
    const { floor, support } = frame.view as { readonly floor?: FloorPart; readonly support?: Record<string, number> }
    return { limit: floor?.limits.everyone ?? null, published: 0, supports: support ?? null, haveNearlyAll: false }
  }
  let limit: number | null = null
  let published = 0
  let haveNearlyAll = false
  const supports: Record<string, number> = {}
  for (const delta of frame.deltas) {
    if (delta[0] === '=' && delta[1] === 'floor') limit = (delta[2] as FloorPart).limits.everyone
    if (delta[0] === '+' && delta[1] === 'questions') published += 1
    if (delta[0] === '=' && delta[1] === 'participation')
      haveNearlyAll = (delta[2] as { readonly turnout: string | null } | null)?.turnout === 'nearly-all'
    if (delta[0] === '=' && delta[1] === 'support') Object.assign(supports, delta[2])
    if (delta[0] === '+' && delta[1] === 'support') supports[delta[2]] = delta[3] as number
  }
  return { limit, published, supports: Object.keys(supports).length === 0 ? null : supports, haveNearlyAll }
}

const decoders: Readonly<Record<number, (body: Buffer) => Message>> = {
  [textOpcode]: (body) => decodeText(body.toString()),
  [binaryOpcode]: decodePacked,
  [eventOpcode]: (body) => describeFrame(fromWireFrame(JSON.parse(body.toString()) as WireFrame)),
}

/** Decoding a shorter text is faster than finding it. */
const shortest = 60
const keptTexts = 12

/** Remembers the most recent texts that are the same for many screens. */
export class MessageReader {
  readonly #known: { readonly bytes: Buffer; readonly message: Message }[] = []
  decoded = 0

  read(opcode: number, body: Buffer): Message {
    const decode = decoders[opcode]
    if (decode === undefined) throw new Error(`a WebSocket message of type ${opcode}`)
    if (body.length >= shortest) {
      for (const { bytes, message } of this.#known) if (bytes.length === body.length && bytes.equals(body)) return message
    }
    this.decoded += 1
    const message = decode(body)
    const isForMany = message.kind === 'captions' || (message.kind === 'frame' && message.frame.stream === 'audience')
    if (body.length >= shortest && isForMany) this.#keep(body, message)
    return message
  }

  #keep(body: Buffer, message: Message): void {
    this.#known.unshift({ bytes: Buffer.from(body), message })
    if (this.#known.length > keptTexts) this.#known.pop()
  }
}
