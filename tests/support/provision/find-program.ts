import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export function findOnPath(...names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return findFile(names.flatMap((name) => folders.map((folder) => join(folder, name))))
}

/** The first of these that may be run. */
export function findFile(candidates: readonly string[]): string | null {
  return candidates.find(mayRun) ?? null
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false // asking is the only way to know
  }
}
