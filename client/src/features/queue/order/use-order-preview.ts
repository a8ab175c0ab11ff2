/** The order under another rule or after a change of places, as the server would compute it now. It is requested again when the queue changes. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useEffect, useState } from 'react'
import { useRequest, useView } from '../../../session/hooks.tsx'
import type { OrderSetting } from '../../../text/order-mode-text.ts'

export type OrderPreview =
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly order: readonly EntryId[] }
  | { readonly kind: 'failed'; readonly retry: () => void }

/** The change that is asked about. */
export type OrderQuestion =
  | { readonly kind: 'rule'; readonly setting: OrderSetting }
  | { readonly kind: 'swap'; readonly entry: EntryId; readonly with: EntryId }

type PreviewAnswer = { readonly asked: string; readonly order: readonly EntryId[] | null }

/** Changes of the queue that arrive together lead to one request. */
const debounceMs = 250

/** `question`: null if there is nothing to request. */
export const useOrderPreview = (question: OrderQuestion | null): OrderPreview => {
  const request = useRequest()
  const order = useView((view) => view.order)
  const asked = question === null ? null : JSON.stringify(question)
  const [answer, setAnswer] = useState<PreviewAnswer | null>(null)
  const [tries, setTries] = useState(0)
  const isKnown = answer !== null && answer.asked === asked
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each question, order and try; an answer is no reason to ask again
  useEffect(() => {
    if (question === null) return undefined
    let isCurrent = true
    const timer = setTimeout(
      async () => {
        const result = await ask(request, question)
        // An answer from before the last change is not shown.
        if (isCurrent) setAnswer({ asked: JSON.stringify(question), order: result.ok ? result.value.order : null })
      },
      isKnown ? debounceMs : 0,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [request, asked, order, tries])
  if (!isKnown) return { kind: 'loading' }
  return answer.order === null ? { kind: 'failed', retry: () => setTries(tries + 1) } : { kind: 'known', order: answer.order }
}

const ask = (request: ReturnType<typeof useRequest>, question: OrderQuestion) => {
  if (question.kind === 'swap') return request('GET /api/staff/swap-preview', { query: { entry: question.entry, with: question.with } })
  const { mode, suggestOnly } = question.setting
  return request('GET /api/staff/order-preview', { query: { mode, suggestOnly: suggestOnly ? 'true' : 'false' } })
}
