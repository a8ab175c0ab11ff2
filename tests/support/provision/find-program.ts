import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export function findOnPath(...names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return findFile(names.flatMap((name) => folders.map((folder) => join(folder, name))))
}

/** Returns the first of these files that is executable, or null. */
export function findFile(candidates: readonly string[]): string | null {
  return candidates.find(isExecutable) ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false // accessSync throws if the file is missing or not executable
  }
}
