/** Writes zip files that are byte for byte the same on every machine: a compressor in plain JavaScript, fixed times, fixed chunks. */
import { Zip, ZipDeflate } from 'fflate'
import { YieldTimer } from './cooperative.ts'

export type ZipEntry = { readonly name: string; readonly chunks: Iterable<string> }

/** The earliest date of a zip file, in local time, so that the bytes are the same in every time zone. */
const makeFirstDay = (): Date => new Date(1980, 0, 1)
/** In characters. */
const chunkLength = 32_768

export async function createZip(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const out: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    out.push(data)
  })
  const [timer, encoder] = [new YieldTimer(), new TextEncoder()]
  for (const { name, chunks } of entries) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = makeFirstDay()
    zip.add(entry)
    for (const text of splitEvenly(chunks)) {
      if (text !== '') entry.push(encoder.encode(text), false)
      await timer.yieldIfDue()
    }
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  return joinBytes(out)
}

/** Splits text into chunks of equal length, so that the result does not depend on the chunks it came in. Never splits a surrogate pair. */
function* splitEvenly(chunks: Iterable<string>): Generator<string> {
  let buffered = ''
  for (const text of chunks) {
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
