/** The list under another rule, as the server would make it now; asked again while the list changes. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useEffect, useState } from 'react'
import { useAsk, useView } from '../../../session/hooks.tsx'
import type { RuleInForce } from '../../../text/order-mode-text.ts'

export type OrderUnder =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly line: readonly EntryId[] }
  | { readonly kind: 'failed'; readonly again: () => void }

type Held = { readonly path: string; readonly line: readonly EntryId[] | null }

/** Changes of the list that come together are asked about once. */
const gathered = 250

/** `rule`: null where nothing is to be asked. */
export const useOrderUnder = (rule: RuleInForce | null): OrderUnder => {
  const ask = useAsk()
  const line = useView((view) => view.line)
  const path = rule === null ? null : `/api/desk/order?mode=${rule.mode}&recommend=${rule.recommend}`
  const [held, hold] = useState<Held | null>(null)
  const [tries, tryAgain] = useState(0)
  const known = held !== null && held.path === path
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for each list and each try; an answer is no reason to ask
  useEffect(() => {
    if (path === null) return undefined
    let wanted = true
    const timer = setTimeout(
      async () => {
        const answer = await ask<{ line: readonly EntryId[] }>(path)
        // What was asked before the last change is not shown.
        if (wanted) hold({ path, line: answer.ok ? answer.value.line : null })
      },
      known ? gathered : 0,
    )
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [ask, path, line, tries])
  if (!known) return { kind: 'asking' }
  return held.line === null ? { kind: 'failed', again: () => tryAgain(tries + 1) } : { kind: 'known', line: held.line }
}
