/** One page of the roster, by what is written of somebody. Asked anew while it is looked at. */
import type { SessionId } from '@rostrum/shared/kernel/ids'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAsk } from '../../session/hooks.tsx'
import { peopleDoor, type RosterPage } from './roster.ts'

/** Letters written one after the other are asked about together. */
const gathered = 200
const often = 15_000

type Held = { readonly roster: RosterPage | null; readonly why: string | null; readonly asking: boolean; readonly again: () => void }

export const useRosterPage = (session: SessionId, find: string, page: number): Held => {
  const ask = useAsk()
  const [roster, hold] = useState<RosterPage | null>(null)
  const [why, refuse] = useState<string | null>(null)
  const [asking, wait] = useState(true)
  const wanted = useRef(0)
  const look = useCallback(async () => {
    wanted.current += 1
    const turn = wanted.current
    const asked = new URLSearchParams({ find: find.slice(0, 120), page: String(page) })
    const answer = await ask<RosterPage>(peopleDoor(session, `?${asked}`))
    if (turn !== wanted.current) return
    wait(false)
    // What has been shown stays while nothing else can be.
    if (answer.ok) hold(answer.value)
    refuse(answer.ok ? null : answer.why)
  }, [ask, session, find, page])
  useEffect(() => {
    wait(true)
    const first = setTimeout(() => void look(), find === '' ? 0 : gathered)
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), often)
    return () => {
      wanted.current += 1
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [look, find])
  return { roster, why, asking, again: () => void look() }
}
