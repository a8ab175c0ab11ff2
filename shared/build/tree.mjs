// The files of this checkout, and their digests.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export const root = join(import.meta.dirname, '../..')
export const at = (...parts) => join(root, ...parts)
export const product = ['shared', 'server', 'client']

const stampFile = at('node_modules/.rostrum.json')

/** What was installed and built here last. What cannot be read counts as nothing. */
export function readStamp() {
  if (!existsSync(stampFile)) return {}
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

export function writeStamp(part) {
  writeFileSync(stampFile, JSON.stringify({ ...readStamp(), ...part }))
}

export function sources(...folders) {
  return folders.flatMap((folder) => files(at(folder))).flatMap((file) => [relative(root, file), readFileSync(file)])
}

export function files(folder) {
  // What a build makes among its sources would make every first build look outdated.
  const skipped = new Set(['node_modules', 'dist', '.types', 'messages.d.ts'])
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name) && !entry.name.endsWith('.tsbuildinfo'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
}

export function hash(parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}
