/** Why questions that nobody knows to be mine were declined: asked with their receipts while the page is looked at, since nobody can be told. */
import type { Decline } from '@rostrum/shared/contract/enums'
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useEffect, useState } from 'react'
import { useAsk } from '../../../session/hooks.tsx'
import { useScreen } from '../../../session/store.ts'
import { type Fate, fateOf, type Receipt } from './receipts.ts'

type Told = { readonly declined: readonly { readonly question: QuestionId; readonly reason: Decline }[] }

const often = 15_000
/** What does not show whether it was declined. */
const unseen: readonly Fate[] = ['waiting', 'gone']

export const useDeclines = (kept: readonly Receipt[]): ReadonlyMap<QuestionId, Decline> => {
  const ask = useAsk()
  const [declined, hold] = useState<ReadonlyMap<QuestionId, Decline>>(new Map())
  const waiting = useScreen((screen) =>
    JSON.stringify(kept.filter((one) => unseen.includes(fateOf(one, screen))).map(({ id, receipt }) => ({ question: id, receipt }))),
  )
  useEffect(() => {
    const receipts: readonly object[] = JSON.parse(waiting)
    if (receipts.length === 0) return
    let left = false
    const look = async () => {
      const answer = await ask<Told>('/api/me/declines', 'POST', { receipts: receipts.slice(-50) })
      if (!left && answer.ok) hold(new Map(answer.value.declined.map(({ question, reason }) => [question, reason])))
    }
    void look()
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), often)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [waiting, ask])
  return declined
}
