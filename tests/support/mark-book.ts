/** Marks for searches of many bytes. All begin alike, so one search finds every mark, in every form in which bytes travel. */
import { randomBytes } from 'node:crypto'
import { gzipSync, inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'

const half = 16
const length = 2 * half

/** Finds the beginning of marks in one form, and reads the mark that begins there. */
type Form = { readonly pattern: Buffer; readonly read: (bytes: Buffer, at: number) => string }

export class MarkBook {
  /** 64 random bits that all marks share. Each mark has 64 more of its own. */
  readonly #begin = randomBytes(half / 2).toString('hex')
  readonly #forms: readonly Form[]
  /** The number of bytes that were searched, including unpacked ones. */
  searched = 0

  constructor() {
    const makeForm = (prefix: string, width: number): Form => ({
      pattern: Buffer.from([...this.#begin].map((letter) => prefix + letter.charCodeAt(0).toString(16).padStart(width, '0')).join('')),
      read: (bytes, at) => {
        const size = prefix.length + width
        const text = bytes.subarray(at, at + length * size).toString('latin1')
        return String.fromCharCode(
          ...Array.from({ length }, (_, index) => Number.parseInt(text.slice(index * size + prefix.length, (index + 1) * size), 16)),
        )
      },
    })
    const plain: Form = { pattern: Buffer.from(this.#begin), read: (bytes, at) => bytes.subarray(at, at + length).toString('latin1') }
    this.#forms = [plain, makeForm('\\u', 4), makeForm('%', 2), makeForm('', 2), ...[0, 1, 2].map((before) => this.#makeBase64Form(before))]
  }

  make(): string {
    return this.#begin + randomBytes(half / 2).toString('hex')
  }

  /** Returns the marks in these bytes, and in everything compressed in them. */
  find(bytes: Buffer): ReadonlySet<string> {
    const found = new Set<string>()
    this.#collect(bytes, found)
    for (const packed of unpackAll(bytes)) this.#collect(packed, found)
    return found
  }

  /** Lists the forms in which a mark is not found. There must be none. */
  findBlindForms(): readonly string[] {
    const mark = this.make()
    const every = (prefix: string, width: number) =>
      [...mark].map((letter) => prefix + letter.charCodeAt(0).toString(16).padStart(width, '0')).join('')
    const forms: Readonly<Record<string, Buffer>> = {
      plain: Buffer.from(`..${mark}..`),
      escaped: Buffer.from(every('\\u', 4)),
      'percent-encoded': Buffer.from(every('%', 2)),
      hex: Buffer.from(Buffer.from(`..${mark}`).toString('hex')),
      ...Object.fromEntries(
        [0, 1, 2].map((before) => [`base64 ${before}`, Buffer.from(Buffer.from(`${'.'.repeat(before)}${mark}...`).toString('base64'))]),
      ),
      gzip: Buffer.concat([Buffer.from('before'), gzipSync(mark), Buffer.from('after')]),
      zip: Buffer.from(zipSync({ 'a.xml': Buffer.from(mark.repeat(9)) })),
    }
    return Object.entries(forms).flatMap(([name, bytes]) => (this.find(bytes).has(mark) ? [] : [`a mark that is ${name} is not found`]))
  }

  #collect(bytes: Buffer, found: Set<string>): void {
    this.searched += bytes.length
    for (const { pattern, read } of this.#forms)
      for (let at = bytes.indexOf(pattern); at >= 0; at = bytes.indexOf(pattern, at + 1)) found.add(read(bytes, at))
  }

  /** `before`: the number of bytes before the mark in its group of three. */
  #makeBase64Form(before: number): Form {
    const first = Math.ceil((before * 4) / 3)
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(this.#begin)]).toString('base64')
    return {
      pattern: Buffer.from(whole.slice(first, Math.floor(((before + half) * 4) / 3))),
      read: (bytes, at) => {
        const text = bytes.subarray(Math.max(0, at - first), at - first + Math.ceil((before + length) / 3) * 4).toString('latin1')
        return Buffer.from(text, 'base64')
          .subarray(before, before + length)
          .toString('latin1')
      },
    }
  }
}

/** The beginning of a gzip file with no name or other options in its head, as the library writes it. */
const gzipBegin = Buffer.from([0x1f, 0x8b, 0x08, 0x00])
const gzipHeadLength = 10
const zipEntryBegin = Buffer.from([0x50, 0x4b, 0x03, 0x04])

/** Unpacks everything compressed in the bytes: packed frames, and the files in documents. The library ignores the bytes that follow. */
function* unpackAll(bytes: Buffer): Iterable<Buffer> {
  for (let at = bytes.indexOf(gzipBegin); at >= 0; at = bytes.indexOf(gzipBegin, at + 1))
    yield* tryInflating(bytes.subarray(at + gzipHeadLength))
  for (let at = bytes.indexOf(zipEntryBegin); at >= 0; at = bytes.indexOf(zipEntryBegin, at + 1)) {
    const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    if (bytes.readUInt16LE(at + 8) === 8) yield* tryInflating(bytes.subarray(begin))
  }
}

/** Returns nothing if the beginning occurred by chance. */
function tryInflating(bytes: Buffer): readonly Buffer[] {
  try {
    return [inflateRawSync(bytes)]
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return []
    throw error
  }
}
