/** Reads the command line. Writes the sheet of a language into a file and prints its name. Or stores the approvals that a reader saved. */

import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { writeApproved } from './approved.ts'
import { makeSheet } from './make-sheet.ts'

const results = fileURLToPath(new URL('../.results/', import.meta.url))
const reviewed = languageIds.filter((language) => language !== 'en')
type Reviewed = (typeof reviewed)[number]

const usage = `npm run sheet -- <language> [file]
npm run sheet -- <language> --approve <file that a reader saved>
The languages are: ${reviewed.join(', ')}.
`

/** Returns the exit code: 2 for an unknown language, or for a file about another language. */
export async function main([id, ...more]: readonly string[]): Promise<number> {
  const language = reviewed.find((each) => each === id)
  if (language !== undefined && more[0] === '--approve' && more.length === 2) return approve(language, more[1] ?? '')
  if (language === undefined || more.length > 1 || more[0]?.startsWith('--')) {
    process.stderr.write(usage)
    return 2
  }
  const target = resolve(more[0] ?? `${results}sheet-${language}.html`)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, makeSheet(language))
  process.stdout.write(`${target}\n`)
  return 0
}

type Saved = { readonly language: string; readonly approved: Readonly<Record<string, string>>; readonly remarks: readonly object[] }

async function approve(language: Reviewed, file: string): Promise<number> {
  if (!existsSync(file)) {
    process.stderr.write(`There is no file ${file}.\n`)
    return 2
  }
  const saved = JSON.parse(await readFile(file, 'utf8')) as Saved
  if (saved.language !== language) {
    process.stderr.write(`This file is about the language ${saved.language}.\n`)
    return 2
  }
  const count = writeApproved(language, saved.approved)
  process.stdout.write(`${count} texts are approved as they are now. The file has ${saved.remarks.length} remarks.\n`)
  return 0
}
