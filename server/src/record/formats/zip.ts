/** Files in one, byte for byte the same on every machine: one compressor in plain JavaScript, fixed times, fixed chunks. */
import { Zip, ZipDeflate } from 'fflate'
import { Breath } from './cooperative.ts'

export type ZipEntry = { readonly name: string; readonly chunks: Iterable<string> }

/** The first day that a zip can name, on the clock of whichever place: so the bytes are the same in all of them. */
const firstDay = (): Date => new Date(1980, 0, 1)
/** In characters. */
const chunk = 32_768

export async function zipped(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const out: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    out.push(data)
  })
  const [breath, encoder] = [new Breath(), new TextEncoder()]
  for (const { name, chunks } of entries) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = firstDay()
    zip.add(entry)
    for (const text of evenly(chunks)) {
      if (text !== '') entry.push(encoder.encode(text), false)
      await breath.taken()
    }
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  return joined(out)
}

/** So that what is compressed does not depend on how it was put together. A pair of surrogates stays together. */
function* evenly(chunks: Iterable<string>): Generator<string> {
  let held = ''
  for (const text of chunks) {
    held += text
    while (held.length > chunk) {
      const cut = /[\ud800-\udbff]/.test(held[chunk - 1] ?? '') ? chunk - 1 : chunk
      yield held.slice(0, cut)
      held = held.slice(cut)
    }
    // Nothing to hand on yet: whoever takes these may look at the clock all the same.
    yield ''
  }
  yield held
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, { byteLength }) => length + byteLength, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.byteLength
  }
  return all
}
