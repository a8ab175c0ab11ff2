/** Hostile texts and values, from a seed. */
import { commands } from '@rostrum/shared/contract/registry'
import type { SeededRandom } from '../../support/seeded-random.ts'

const inherited = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'then', 'toJSON']
const texts = [
  '',
  ' ',
  '\0',
  '\u202e',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '﷽',
  '👩‍👩‍👧‍👦',
  'e\u0301'.repeat(40),
  '<img src=x onerror=1>',
  "'; DROP TABLE commits; --",
  '=1+1',
  '../../etc/passwd',
  '%00',
  '$' + '{7*7}',
  '\r\n\r\n',
  '"\\',
  '{{',
  ...inherited,
]
const numbers = [0, -0, 1, -1, 0.5, 2 ** 31, 2 ** 53, 2 ** 53 + 2, -(2 ** 63), 1e308, 5e-324, 1_893_456_000_000]
const types = [...Object.keys(commands), ...inherited, 'session.create', 'people.admit', '']
const fields = [
  ...['entry', 'question', 'turn', 'text', 'topic', 'kind', 'reason', 'expectedCurrent', 'expectedNext', 'expectedVersion', 'receipt'],
  ...['person', 'to', 'act', 'scope', 'limit', 'for', 'cue', 'into', 'with', 'note', 'tag', 'segment', 'about', 'id', 'type', 'data'],
]

export function makeText(random: SeededRandom): string {
  if (random.isLikely(0.1)) return random.pick(texts).repeat(random.nextBelow(2_000))
  const parts = Array.from({ length: 1 + random.nextBelow(3) }, () =>
    random.isLikely(0.7) ? random.pick(texts) : String.fromCharCode(random.nextBelow(65_536)),
  )
  return parts.join('')
}

const makeId = (random: SeededRandom): string =>
  random.isLikely(0.6) ? Array.from({ length: 22 }, () => random.pick([...'abcXYZ019_-'])).join('') : makeText(random)

/** Makes JSON as text. So it can contain what no value would produce: `__proto__` as a key, duplicate keys, infinite numbers. */
export function makeJsonText(random: SeededRandom, depth = 0): string {
  const kind = random.nextBelow(depth > 4 ? 6 : 9)
  if (kind === 0) return random.pick(['null', 'true', 'false', '1e999', '-0', '00', 'NaN', '1E400', '[', '{', '"', 'undefined', ''])
  if (kind === 1) return String(random.pick(numbers))
  if (kind <= 3) return JSON.stringify(makeText(random))
  if (kind === 4) return JSON.stringify(makeId(random))
  if (kind === 5) return random.isLikely(0.05) ? '['.repeat(1 + random.nextBelow(20_000)) : '{}'
  if (kind === 6) return `[${repeat(random, 6, () => makeJsonText(random, depth + 1)).join(',')}]`
  if (kind === 7 && random.isLikely(0.1)) return makeLargeJson(random)
  const keys = repeat(random, 6, () => (random.isLikely(0.7) ? random.pick(fields) : makeText(random)))
  return `{${keys.map((key) => `${JSON.stringify(key)}:${makeJsonText(random, depth + 1)}`).join(',')}}`
}

/** Makes JSON that is deep or wide, and complete. */
export function makeLargeJson(random: SeededRandom): string {
  const count = random.pick([7, 8, 100, 201, 300, 3_000])
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"a":', '}]'],
  ] as const)
  return random.isLikely(0.5) ? `${open.repeat(count)}1${close.repeat(count)}` : `[${Array.from({ length: count }, () => '{}').join(',')}]`
}

/** Makes a text that looks like a command. Some of its fields are valid. */
export function makeEnvelopeText(random: SeededRandom): string {
  if (random.isLikely(0.15)) return makeJsonText(random)
  const type = random.pick(types)
  const data = random.isLikely(0.3) ? makeLikelyData(random, type) : makeJsonText(random)
  const more = random.isLikely(0.1) ? `,${JSON.stringify(makeText(random))}:${makeJsonText(random)}` : ''
  return `{"id":${JSON.stringify(makeId(random))},"type":${JSON.stringify(type)},"data":${data}${more}}`
}

/** Makes the fields of the command. Some have values of a wrong kind. */
function makeLikelyData(random: SeededRandom, type: string): string {
  if (!Object.hasOwn(commands, type)) return '{}'
  const { shape } = commands[type as keyof typeof commands].schema as unknown as { readonly shape?: object }
  const values = Object.keys(shape ?? {}).map((key) => {
    const value = random.isLikely(0.5)
      ? JSON.stringify(makeId(random))
      : random.isLikely(0.4)
        ? random.pick(['null', '1', '60000', '"intervention"', '"room"', '[]', 'true'])
        : makeJsonText(random, 3)
    return `${JSON.stringify(key)}:${value}`
  })
  return `{${values.join(',')}}`
}

export const repeat = <T>(random: SeededRandom, limit: number, make: () => T): readonly T[] =>
  Array.from({ length: random.nextBelow(limit) }, make)

/** Removes, doubles or changes some bytes. */
export function damage(random: SeededRandom, bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  let at = 0
  for (let count = random.nextBelow(4); count > 0 && at < bytes.length; count -= 1) {
    const cut = at + random.nextBelow(bytes.length - at)
    pieces.push(bytes.subarray(at, cut))
    const length = random.nextBelow(24)
    const how = random.nextBelow(4)
    if (how === 0) pieces.push(Buffer.from(Array.from({ length }, () => random.nextBelow(256))))
    if (how === 1) pieces.push(bytes.subarray(cut, cut + length), bytes.subarray(cut, cut + length))
    if (how === 2) pieces.push(Buffer.from(makeText(random)))
    at = Math.min(bytes.length, cut + (how === 1 ? 0 : length))
  }
  return Buffer.concat([...pieces, bytes.subarray(at)])
}
