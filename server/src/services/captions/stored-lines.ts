/** The lines of a session in the store, next to the log. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import { writeLineId } from '@rostrum/shared/protocol/caption-line-id'
import { listRows } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'
import { type StoredLine, storedLine } from './caption-line.ts'

/** The lines of each language, as they were spoken. */
export type StoredLines = ReadonlyMap<string, readonly StoredLine[]>

/** The key of a line in the store. */
export const writeRowKey = (language: string, line: StoredLine): string => `${language}/${writeLineId(line)}`
const readRowLanguage = (key: string): string => key.slice(0, key.indexOf('/'))

export async function readStoredLines(store: Store, session: SessionId): Promise<StoredLines> {
  const lines = new Map<string, StoredLine[]>()
  for (const [key, line] of await listRows(store, `captions/${session}`, storedLine)) {
    const language = readRowLanguage(key)
    const known = lines.get(language)
    if (known) known.push(line)
    else lines.set(language, [line])
  }
  return lines
}
