/**
 * The texts that an editor has approved. Each language has a file with one line for each key: a digest of the English text and the
 * translation. If the digest differs, the text has changed since.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { productTexts } from '../support/product-texts.ts'

export type Approval = 'approved' | 'changed' | 'new'

const getFile = (language: LanguageId) => new URL(`approved/${language}.tsv`, import.meta.url)

/** Returns eight hexadecimal digits. */
export const digestText = (english: string, own: string): string =>
  createHash('sha256').update(`${english}\0${own}`).digest('hex').slice(0, 8)

export function readApproved(language: LanguageId, file = getFile(language)): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n')
  return new Map(lines.filter((line) => line !== '').map((line) => line.split('\t') as [string, string]))
}

export const getApproval = (approved: ReadonlyMap<string, string>, key: string, digest: string): Approval => {
  const before = approved.get(key)
  if (before === undefined) return 'new'
  return before === digest ? 'approved' : 'changed'
}

/** Writes the file without keys that no longer exist. Returns how many of the current texts are approved. */
export function writeApproved(language: LanguageId, more: Readonly<Record<string, string>>, file = getFile(language)): number {
  const known = productTexts.get('en') ?? new Map<string, string>()
  const all = new Map([...readApproved(language, file), ...Object.entries(more)])
  const lines = [...all].filter(([key]) => known.has(key)).map(([key, digest]) => `${key}\t${digest}`)
  writeFileSync(file, `${lines.sort().join('\n')}\n`)
  const own = productTexts.get(language)
  return [...known].filter(([key, english]) => all.get(key) === digestText(english, own?.get(key) ?? '')).length
}
