/** A plan that is being edited: loaded, written into, and saved as a whole. What has been typed stays, whatever the answer is. */
import type { Phase } from '@rostrum/shared/contract/enums'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Answer, ask } from '../../session/http.ts'
import { type Draft, draftOf, isSame } from './model/draft.ts'
import { type Said, saidAbout } from './model/error-places.ts'
import { type Faults, planFrom } from './model/read-draft.ts'
import type { Fault } from './model/read-field.ts'

type Planned = { readonly phase: Phase; readonly version: string; readonly plan: PlanFile }

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

/** `base`: what is believed to be stored, in this version. */
type Held = { readonly phase: Phase; readonly version: string; readonly base: Draft; readonly draft: Draft }
type Stored = Pick<Held, 'version' | 'base'>
type Outcome = { readonly kind: 'saved' } | { readonly kind: 'faulty' } | { readonly kind: 'refused'; readonly why: string }

const nothing: Said = { faults: new Map(), elsewhere: [] }
const nowhere: ReadonlySet<string> = new Set()

export const usePlan = (secret: string, session: string) => {
  const [held, hold] = useState<Held | null>(null)
  const [failed, fail] = useState<string | null>(null)
  const [visited, setVisited] = useState(nowhere)
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState(nothing)
  const [theirs, meet] = useState<Stored | null>(null)
  const [busy, setBusy] = useState(false)
  /** A new object each time, so that the same answer twice is seen twice. */
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const path = `/api/sessions/${session}/plan`

  const take = useCallback(({ phase, version, plan }: Planned) => {
    const draft = draftOf(plan)
    hold({ phase, version, base: draft, draft })
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

  /** Where another plan has been saved since `version`, the two are shown beside each other first. */
  const store = async (mine: Draft, plan: PlanFile, version: string): Promise<void> => {
    const answer: Answer<Planned> = await ask('PUT', `${path}?version=${version}`, plan, secret)
    if (answer.ok) {
      take(answer.value)
      return setOutcome({ kind: 'saved' })
    }
    if (answer.why === 'moved-on') return await compare()
    if (answer.why === 'session-begun') hold((before) => before && { ...before, phase: 'open' })
    setSaid(saidAbout(answer.more, mine))
    setOutcome({ kind: 'refused', why: answer.why })
  }
  const compare = async (): Promise<void> => {
    const now: Answer<Planned> = await ask('GET', path, undefined, secret)
    if (now.ok) meet({ version: now.value.version, base: draftOf(now.value.plan) })
    else setOutcome({ kind: 'refused', why: now.why })
  }
  const save = async (version: string | undefined = held?.version): Promise<void> => {
    if (busy || draft === null || version === undefined || reading === null) return
    setTried(true)
    setSaid(nothing)
    meet(null)
    if (!reading.ok) return setOutcome({ kind: 'faulty' })
    setBusy(true)
    setOutcome(null)
    await store(draft, reading.plan, version)
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
    conflict: theirs && held ? { before: held.base, now: theirs.base } : null,
    settle: (choice: 'mine' | 'theirs' | 'later') => {
      meet(null)
      if (choice === 'later' || theirs === null) return
      if (choice === 'mine') {
        hold((before) => before && { ...before, ...theirs })
        void save(theirs.version)
        return
      }
      hold((before) => before && { ...before, ...theirs, draft: theirs.base })
      setOutcome(null)
    },
  }
}
