/** Reads the command line and writes the sheet of a language into a file, whose name it prints. */

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { makeSheet } from './make-sheet.ts'

const results = fileURLToPath(new URL('../.results/', import.meta.url))
const reviewed = languageIds.filter((language) => language !== 'en')

/** Returns the code to exit with: 2 for a language that there is not. */
export async function main([id, file, ...more]: readonly string[]): Promise<number> {
  const language = reviewed.find((each) => each === id)
  if (language === undefined || more.length > 0) {
    process.stderr.write(`npm run sheet -- <language> [file]\nThe languages are: ${reviewed.join(', ')}.\n`)
    return 2
  }
  const target = resolve(file ?? `${results}sheet-${language}.html`)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, makeSheet(language))
  process.stdout.write(`${target}\n`)
  return 0
}
