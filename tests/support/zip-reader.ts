/** Files that are several in one, as text by name. */
import { unzipSync } from 'fflate'

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

export const unpacked = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, text(content)]))

export const fileIn = (bytes: Uint8Array, name: string): string => {
  const file = unpacked(bytes).get(name)
  if (file === undefined) throw new Error(`there is no ${name} in it`)
  return file
}

/** All that a search for text could meet in it: as it is, unpacked, and without the signs by which formats keep markup out. */
export const readable = (bytes: Uint8Array): readonly string[] => {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  const texts = zipped ? [...unpacked(bytes).values()] : []
  const plain = [text(bytes), Buffer.from(bytes).toString('latin1'), ...texts]
  return [...plain, ...plain.map((one) => one.replace(/<[^>]*>|[\\_]/g, ''))]
}
