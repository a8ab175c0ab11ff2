/** The lines of a session as they are stored, next to the log. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Store } from '../store/store.ts'
import { type StoredLine, storedLine } from './caption-line.ts'

/** Of each language, as they were spoken. */
export type StoredLines = ReadonlyMap<string, readonly StoredLine[]>

export async function readStoredLines(store: Store, session: SessionId): Promise<StoredLines> {
  const lines = new Map<string, StoredLine[]>()
  for (const [key, value] of await store.list(`captions/${session}`)) {
    const language = key.slice(0, key.indexOf('/'))
    const known = lines.get(language)
    if (known) known.push(storedLine.parse(value))
    else lines.set(language, [storedLine.parse(value)])
  }
  return lines
}
