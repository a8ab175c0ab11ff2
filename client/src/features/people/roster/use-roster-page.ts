/** One page of the roster, by what is written of somebody and by group. Asked anew while it is looked at, calmly. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAsk, useView } from '../../../session/hooks.tsx'
import { peopleDoor, type RosterPage, type RosterRow } from '../roster-types.ts'

/** Letters written one after the other are asked about together. */
const gathered = 200
/** What others correct is seen after so long; who comes and goes, after so long at most. */
const [often, calm] = [15_000, 5_000]

export type Looking = {
  readonly find: string
  /** Empty: all; `none`: those of no group. */
  readonly group: string
  readonly page: number
}

type Held = {
  readonly roster: RosterPage | null
  readonly why: string | null
  readonly asking: boolean
  readonly again: () => void
  /** What the server has answered about one of them. */
  readonly replace: (row: RosterRow) => void
}

export const useRosterPage = (session: SessionId, { find, group, page }: Looking): Held => {
  const ask = useAsk()
  const presence = useView((view) => view.presence)
  const [roster, hold] = useState<RosterPage | null>(null)
  const [why, refuse] = useState<string | null>(null)
  const [asking, wait] = useState(true)
  const wanted = useRef(0)
  const askedAt = useRef(Number.NEGATIVE_INFINITY)
  const look = useCallback(async () => {
    wanted.current += 1
    askedAt.current = performance.now()
    const turn = wanted.current
    const asked = new URLSearchParams({ find: find.slice(0, 120), page: String(page), ...(group === '' ? {} : { group }) })
    const answer = await ask<RosterPage>(peopleDoor(session, `?${asked}`))
    if (turn !== wanted.current) return
    wait(false)
    // What has been shown stays while nothing else can be.
    if (answer.ok) hold(answer.value)
    refuse(answer.ok ? null : answer.why)
  }, [ask, session, find, group, page])
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
  const seen = useRef(presence)
  useEffect(() => {
    if (seen.current === presence) return
    const timer = setTimeout(
      () => {
        seen.current = presence
        void look()
      },
      Math.max(0, askedAt.current + calm - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [presence, look])
  const replace = (row: RosterRow) =>
    hold((before) => before && { ...before, people: before.people.map((one) => (one.person === row.person ? row : one)) })
  return { roster, why, asking, again: () => void look(), replace }
}
