/** Reads a ZIP archive: the text of each file in it, by name. */
import { unzipSync } from 'fflate'

const decodeText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

export const unzip = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, decodeText(content)]))

export const readEntry = (bytes: Uint8Array, name: string): string => {
  const file = unzip(bytes).get(name)
  if (file === undefined) throw new Error(`the archive has no file ${name}`)
  return file
}

/** Returns everything that a search for text could find: the raw text, the unpacked text, and both without escape characters. */
export const extractText = (bytes: Uint8Array): readonly string[] => {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  const texts = zipped ? [...unzip(bytes).values()] : []
  const plain = [decodeText(bytes), Buffer.from(bytes).toString('latin1'), ...texts]
  return [...plain, ...plain.map((one) => one.replace(/<[^>]*>|[\\_]/g, ''))]
}
