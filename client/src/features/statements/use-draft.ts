import { useState } from 'react'
import { usePlace } from '../../session/hooks.tsx'
import { shelf } from '../../session/session-ticket.ts'
import { type Draft, draftIn } from './participant/draft.ts'

/** What is written, with what keeps it; null while nothing is. */
export const useDraft = (): readonly [Draft | null, (draft: Draft | null) => void] => {
  const key = `rostrum.statement.${usePlace()}`
  const [draft, set] = useState(() => draftIn(shelf('localStorage')?.getItem(key) ?? null))
  const keep = (next: Draft | null) => {
    set(next)
    if (next === null) shelf('localStorage')?.removeItem(key)
    else shelf('localStorage')?.setItem(key, JSON.stringify(next))
  }
  return [draft, keep]
}
