/**
 * Writes zip files that are the same byte for byte on every machine. The compressor is plain JavaScript, and times and chunks are fixed.
 */
import { Zip, ZipDeflate } from 'fflate'
import { YieldTimer } from './cooperative.ts'

/** A file in the zip. Its chunks are text, or the bytes of a picture. */
export type ZipEntry = { readonly name: string; readonly chunks: Iterable<string | Uint8Array> }

/** Returns the earliest date of a zip file. It is in local time, so that the bytes are the same in every time zone. */
const makeFirstDay = (): Date => new Date(1980, 0, 1)
/** Files that are already compressed. */
const compressed = /\.png$/
/** The length of a chunk in characters. */
const chunkLength = 32_768

export async function createZip(entries: Iterable<ZipEntry>): Promise<Uint8Array> {
  const out: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    out.push(data)
  })
  const [timer, encoder] = [new YieldTimer(), new TextEncoder()]
  for (const { name, chunks } of entries) {
    const entry = new ZipDeflate(name, { level: compressed.test(name) ? 0 : 6 })
    entry.mtime = makeFirstDay()
    zip.add(entry)
    for (const text of splitEvenly(chunks)) {
      if (text !== '') entry.push(typeof text === 'string' ? encoder.encode(text) : text, false)
      await timer.yieldIfDue()
    }
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  return joinBytes(out)
}

/** Splits text into chunks of equal length, so that the result does not depend on the original chunks. Never splits a surrogate pair. */
function* splitEvenly(chunks: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let buffered = ''
  for (const text of chunks) {
    if (typeof text !== 'string') {
      yield text
      continue
    }
    buffered += text
    while (buffered.length > chunkLength) {
      const cut = /[\ud800-\udbff]/.test(buffered[chunkLength - 1] ?? '') ? chunkLength - 1 : chunkLength
      yield buffered.slice(0, cut)
      buffered = buffered.slice(cut)
    }
    // An empty chunk gives the caller a chance to yield.
    yield ''
  }
  yield buffered
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, { byteLength }) => length + byteLength, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.byteLength
  }
  return all
}
