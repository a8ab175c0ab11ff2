/** A plan that is being edited: loaded, written into, and saved as a whole. What has been typed stays, whatever the answer is. */
import type { Phase } from '@rostrum/shared/contract/choices'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Answer, ask } from '../../session/ask.ts'
import { type Draft, draftOf, isSame } from './draft.ts'
import { type Said, saidAbout } from './places.ts'
import { type Faults, planFrom } from './reading.ts'
import type { Fault } from './typed.ts'

type Planned = { readonly phase: Phase; readonly plan: PlanFile }

/** What the fields of the page are given. */
export type PlanForm = {
  readonly draft: Draft
  /** It has begun: the plan is only looked at. */
  readonly fixed: boolean
  /** All that is wrong, by place. */
  readonly faults: Faults
  /** What is said of it there by now: not before somebody has been there, or has tried to save. */
  readonly shown: (place: string) => Fault | null
  readonly change: (place: string, next: (draft: Draft) => Draft) => void
  readonly visit: (place: string) => void
}

type Held = { readonly phase: Phase; readonly base: Draft; readonly draft: Draft }
type Outcome = { readonly kind: 'saved' } | { readonly kind: 'faulty' } | { readonly kind: 'refused'; readonly why: string }

const nothing: Said = { faults: new Map(), elsewhere: [] }
const nowhere: ReadonlySet<string> = new Set()

export const usePlan = (secret: string, session: string) => {
  const [held, hold] = useState<Held | null>(null)
  const [failed, fail] = useState<string | null>(null)
  const [visited, setVisited] = useState(nowhere)
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState(nothing)
  const [theirs, meet] = useState<Draft | null>(null)
  const [busy, setBusy] = useState(false)
  /** A new object each time, so that the same answer twice is seen twice. */
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const path = `/api/sessions/${session}/plan`

  const take = useCallback(({ phase, plan }: Planned) => {
    const draft = draftOf(plan)
    hold({ phase, base: draft, draft })
    setVisited(nowhere)
    setTried(false)
    setSaid(nothing)
  }, [])
  const load = useCallback(async () => {
    fail(null)
    const answer = await ask<Planned>('GET', path, undefined, secret)
    if (answer.ok) take(answer.value)
    else fail(answer.why)
  }, [path, secret, take])
  useEffect(() => void load(), [load])

  const draft = held?.draft ?? null
  const reading = useMemo(() => (draft === null ? null : planFrom(draft)), [draft])
  const faults = useMemo(() => new Map([...said.faults, ...(reading === null || reading.ok ? [] : reading.faults)]), [reading, said])

  /** `base`: what is believed to be stored; where it is not, the two are shown beside each other first. */
  const store = async (mine: Draft, plan: PlanFile, base: Draft): Promise<void> => {
    const now: Answer<Planned> = await ask('GET', path, undefined, secret)
    if (!now.ok) return setOutcome({ kind: 'refused', why: now.why })
    if (now.value.phase !== 'planned') {
      hold((before) => before && { ...before, phase: now.value.phase })
      return setOutcome({ kind: 'refused', why: 'session-begun' })
    }
    const stored = draftOf(now.value.plan)
    if (!isSame(stored, base)) return meet(stored)
    const answer: Answer<Planned> = await ask('PUT', path, plan, secret)
    if (answer.ok) {
      take(answer.value)
      return setOutcome({ kind: 'saved' })
    }
    setSaid(saidAbout(answer.more, mine))
    setOutcome({ kind: 'refused', why: answer.why })
  }
  const save = async (base: Draft | undefined = held?.base): Promise<void> => {
    if (busy || draft === null || base === undefined || reading === null) return
    setTried(true)
    setSaid(nothing)
    meet(null)
    if (!reading.ok) return setOutcome({ kind: 'faulty' })
    setBusy(true)
    setOutcome(null)
    await store(draft, reading.plan, base)
    setBusy(false)
  }

  const change = useCallback((place: string, next: (draft: Draft) => Draft) => {
    hold((before) => before && { ...before, draft: next(before.draft) })
    setOutcome((before) => (before?.kind === 'saved' ? null : before))
    setSaid((before) =>
      before.faults.has(place) ? { ...before, faults: new Map([...before.faults].filter(([at]) => at !== place)) } : before,
    )
  }, [])
  const visit = useCallback((place: string) => setVisited((before) => (before.has(place) ? before : new Set([...before, place]))), [])
  const shown = (place: string): Fault | null =>
    tried || visited.has(place) || said.faults.has(place) ? (faults.get(place) ?? null) : null

  const form: PlanForm | null = held && { draft: held.draft, fixed: held.phase !== 'planned', faults, shown, change, visit }
  return {
    form,
    failed,
    load,
    unsaved: held !== null && held.phase === 'planned' && !isSame(held.draft, held.base),
    busy,
    outcome,
    elsewhere: said.elsewhere,
    save: () => save(),
    /** What somebody else has saved meanwhile. */
    conflict: theirs && held ? { before: held.base, now: theirs } : null,
    settle: (choice: 'mine' | 'theirs' | 'later') => {
      meet(null)
      if (choice === 'later' || theirs === null) return
      if (choice === 'mine') {
        hold((before) => before && { ...before, base: theirs })
        void save(theirs)
        return
      }
      hold((before) => before && { ...before, base: theirs, draft: theirs })
      setOutcome(null)
    },
  }
}
