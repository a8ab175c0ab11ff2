/** The lines of a session in the store, next to the log. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { listRows } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'
import { type StoredLine, storedLine } from './caption-line.ts'

/** The lines of each language, as they were spoken. */
export type StoredLines = ReadonlyMap<string, readonly StoredLine[]>

export async function readStoredLines(store: Store, session: SessionId): Promise<StoredLines> {
  const lines = new Map<string, StoredLine[]>()
  for (const [key, line] of await listRows(store, `captions/${session}`, storedLine)) {
    const language = key.slice(0, key.indexOf('/'))
    const known = lines.get(language)
    if (known) known.push(line)
    else lines.set(language, [line])
  }
  return lines
}
