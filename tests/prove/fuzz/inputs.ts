/** Hostile inputs. Each is determined by a seed and its number alone. */
import { SeededRandom } from '../../support/seeded-random.ts'
import { makeCsvFile, makePlanFile, makeXlsxFile } from './hostile-files.ts'
import { makeEntryText, makeHandshakeText, makePacketText, makePollText, makeWebSocketFrames } from './hostile-packets.ts'
import { makeRequest } from './hostile-requests.ts'
import { makeEnvelopeText } from './hostile-values.ts'

/** The number of inputs of each kind in a hundred. */
const shares = { envelope: 32, handshake: 6, entry: 4, csv: 4, xlsx: 2, plan: 2, packet: 36, poll: 4, frames: 5, request: 5 } as const
type InputKind = keyof typeof shares
export type Input = { readonly kind: InputKind; readonly bytes: Buffer }

const makers: Readonly<Record<InputKind, (random: SeededRandom) => Buffer | string>> = {
  envelope: makeEnvelopeText,
  handshake: makeHandshakeText,
  entry: makeEntryText,
  csv: makeCsvFile,
  xlsx: makeXlsxFile,
  plan: makePlanFile,
  packet: makePacketText,
  poll: makePollText,
  frames: makeWebSocketFrames,
  request: makeRequest,
}
const hundred = (Object.keys(shares) as InputKind[]).flatMap((kind) => Array.from({ length: shares[kind] }, () => kind))

export function makeInput(seed: number, index: number): Input {
  const random = new SeededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  const kind = random.pick(hundred)
  return { kind, bytes: Buffer.from(makers[kind](random) as string) }
}

/** Returns a line from which the input can be made again, and kept. */
export const describeInput = ({ kind, bytes }: Input): string => `{ kind: '${kind}', base64: '${bytes.toString('base64')}' }`

/** Inputs that once did harm. Every run sends them first. */
export const keptInputs: readonly Input[] = []
