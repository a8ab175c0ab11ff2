/** Detects how a text file is encoded, and decodes it. The guess can be wrong, so it is shown, and people can choose another encoding. */
import { type Encoding, encodings } from '@rostrum/shared/contract/people-lists'
import { analyse } from 'chardet'
import { ListError } from './list-errors.ts'

/** The names of the detector that differ from ours. Files that claim an ISO encoding usually use the larger one of Windows. */
const encodingByDetectedName: Readonly<Record<string, Encoding>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
}
/** The bytes of lines with foreign letters that the detector examines. */
const maxSampleBytes = 64 * 1024

export type DecodedText = { readonly text: string; readonly encoding: Encoding }

export function decodeText(bytes: Uint8Array, chosen?: Encoding): DecodedText {
  if (chosen !== undefined) {
    const text = tryDecode(bytes, chosen)
    if (text === null) throw new ListError('list-wrong-encoding', chosen)
    return requireText({ text, encoding: chosen })
  }
  for (const encoding of listCandidates(bytes)) {
    const text = tryDecode(bytes, encoding)
    if (text !== null) return requireText({ text, encoding })
  }
  throw new ListError('list-unreadable')
}

/** Refuses control characters that no text has, but that nearly every other file has. */
function requireText(decoded: DecodedText): DecodedText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no text has
  if (/\u0000{2}|\u0000[\u0001-\u0008]/.test(decoded.text.slice(0, maxSampleBytes))) throw new ListError('list-unreadable')
  return decoded
}

/** The most probable encoding first. The last one can decode everything. */
function* listCandidates(bytes: Uint8Array): Iterable<Encoding> {
  const wide = detectWide(bytes)
  if (wide !== null) yield wide
  // Text in another encoding is hardly ever valid UTF-8.
  yield 'utf-8'
  for (const { name } of analyse(pickSample(bytes))) {
    const detected = name.toLowerCase()
    const encoding = encodingByDetectedName[detected] ?? encodings.find((one) => one === detected)
    if (encoding !== undefined && encoding !== 'utf-8' && !encoding.startsWith('utf-16')) yield encoding
  }
  yield 'windows-1252'
}

/** Detects UTF-16 by its mark, or by the zeros that separators, digits and Latin letters contain in it. */
function detectWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2_048)
  const zeros: [even: number, odd: number] = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1
  const [even, odd] = zeros
  if (Math.max(even, odd) < sample.length / 40 || Math.min(even, odd) > Math.max(even, odd) / 8) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Lines that contain only Latin letters are the same in most encodings. They would hide the others from the detector. */
function pickSample(bytes: Uint8Array): Uint8Array {
  const sample: number[] = []
  let [begin, isForeign] = [0, false]
  for (let at = 0; at < bytes.length && sample.length < maxSampleBytes; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x80) isForeign = true
    if (byte !== 0x0a && at < bytes.length - 1) continue
    if (isForeign) sample.push(...bytes.subarray(begin, Math.min(at + 1, begin + 4_096)))
    begin = at + 1
    isForeign = false
  }
  return Uint8Array.from(sample)
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
