/** A plan being edited: load it, change it, save it as a whole. The typed text stays, whatever the server answers. */
import type { AnswerOf, FailureOf } from '@rostrum/shared/api/operations'
import type { SessionPhase } from '@rostrum/shared/contract/enums'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { request } from '../../session/http.ts'
import { isSamePlan, type PlanDraft, toPlanDraft } from './model/draft.ts'
import { parseServerErrors, type ServerErrors } from './model/error-places.ts'
import { type PlanErrors, readDraft } from './model/read-draft.ts'
import type { FieldError } from './model/read-field.ts'

/** The props that the fields of the page share. */
export type PlanForm = {
  readonly draft: PlanDraft
  /** The session has started, so the plan cannot be changed. */
  readonly readOnly: boolean
  /** All errors, by place. */
  readonly errors: PlanErrors
  /** The error to show at a place. It is hidden until the user has visited the field or tried to save. */
  readonly getShownError: (place: string) => FieldError | null
  readonly change: (place: string, next: (draft: PlanDraft) => PlanDraft) => void
  readonly markVisited: (place: string) => void
}

/** `base`: the plan that is presumably stored, with its `version`. */
type LoadedPlan = {
  readonly phase: SessionPhase
  readonly version: string
  readonly base: PlanDraft
  readonly draft: PlanDraft
  readonly uninformed: number
}
type StoredVersion = Pick<LoadedPlan, 'version' | 'base'>
type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'faulty' }
  | { readonly kind: 'refused'; readonly reason: FailureOf<'PUT /api/sessions/:id/plan'> }

const noServerErrors: ServerErrors = { errors: new Map(), elsewhere: [] }
const noPlaces: ReadonlySet<string> = new Set()

export const usePlan = (secret: string, session: string) => {
  const [loaded, setLoaded] = useState<LoadedPlan | null>(null)
  const [failed, setFailed] = useState<FailureOf<'GET /api/sessions/:id/plan'> | null>(null)
  const [visited, setVisited] = useState(noPlaces)
  const [saveTried, setSaveTried] = useState(false)
  const [serverErrors, setServerErrors] = useState(noServerErrors)
  const [otherVersion, setOtherVersion] = useState<StoredVersion | null>(null)
  const [busy, setBusy] = useState(false)
  /** A new object each time, so that the same answer is shown again. */
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null)

  const take = useCallback(({ phase, version, plan, uninformed }: AnswerOf<'GET /api/sessions/:id/plan'>) => {
    const draft = toPlanDraft(plan)
    setLoaded({ phase, version, base: draft, draft, uninformed })
    setVisited(noPlaces)
    setSaveTried(false)
    setServerErrors(noServerErrors)
  }, [])
  const load = useCallback(async () => {
    setFailed(null)
    const result = await request('GET /api/sessions/:id/plan', { params: { id: session } }, secret)
    if (result.ok) take(result.value)
    else setFailed(result.reason)
  }, [session, secret, take])
  useEffect(() => void load(), [load])

  const draft = loaded?.draft ?? null
  const reading = useMemo(() => (draft === null ? null : readDraft(draft)), [draft])
  const faults = useMemo(
    () => new Map([...serverErrors.errors, ...(reading === null || reading.ok ? [] : reading.errors)]),
    [reading, serverErrors],
  )

  /** If another plan was saved since `version`, the user first sees both plans side by side. */
  const store = async (mine: PlanDraft, plan: PlanFile, version: string): Promise<void> => {
    const result = await request('PUT /api/sessions/:id/plan', { params: { id: session }, body: { version, plan } }, secret)
    if (result.ok) {
      take(result.value)
      return setOutcome({ kind: 'saved' })
    }
    if (result.reason === 'conflict') return await compare()
    if (result.reason === 'session-started') setLoaded((before) => before && { ...before, phase: 'open' })
    setServerErrors(parseServerErrors(result.details, mine))
    setOutcome({ kind: 'refused', reason: result.reason })
  }
  const compare = async (): Promise<void> => {
    const now = await request('GET /api/sessions/:id/plan', { params: { id: session } }, secret)
    if (now.ok) setOtherVersion({ version: now.value.version, base: toPlanDraft(now.value.plan) })
    else setOutcome({ kind: 'refused', reason: now.reason })
  }
  const save = async (version: string | undefined = loaded?.version): Promise<void> => {
    if (busy || draft === null || version === undefined || reading === null) return
    setSaveTried(true)
    setServerErrors(noServerErrors)
    setOtherVersion(null)
    if (!reading.ok) return setOutcome({ kind: 'faulty' })
    setBusy(true)
    setOutcome(null)
    await store(draft, reading.plan, version)
    setBusy(false)
  }

  const change = useCallback((place: string, next: (draft: PlanDraft) => PlanDraft) => {
    setLoaded((before) => before && { ...before, draft: next(before.draft) })
    setOutcome((before) => (before?.kind === 'saved' ? null : before))
    setServerErrors((before) =>
      before.errors.has(place) ? { ...before, errors: new Map([...before.errors].filter(([at]) => at !== place)) } : before,
    )
  }, [])
  const visit = useCallback((place: string) => setVisited((before) => (before.has(place) ? before : new Set([...before, place]))), [])
  const shown = (place: string): FieldError | null =>
    saveTried || visited.has(place) || serverErrors.errors.has(place) ? (faults.get(place) ?? null) : null

  const form: PlanForm | null = loaded && {
    draft: loaded.draft,
    readOnly: loaded.phase !== 'planned',
    errors: faults,
    getShownError: shown,
    change,
    markVisited: visit,
  }
  return {
    form,
    failed,
    load,
    unsaved: loaded !== null && loaded.phase === 'planned' && !isSamePlan(loaded.draft, loaded.base),
    busy,
    outcome,
    /** How many people have an invitation to another time or place than that of the stored plan. */
    uninformed: loaded?.uninformed ?? 0,
    elsewhere: serverErrors.elsewhere,
    save: () => save(),
    /** The changes that somebody else has saved in the meantime. */
    conflict: otherVersion && loaded ? { before: loaded.base, now: otherVersion.base } : null,
    resolveConflict: (choice: 'mine' | 'theirs' | 'later') => {
      setOtherVersion(null)
      if (choice === 'later' || otherVersion === null) return
      if (choice === 'mine') {
        setLoaded((before) => before && { ...before, ...otherVersion })
        void save(otherVersion.version)
        return
      }
      setLoaded((before) => before && { ...before, ...otherVersion, draft: otherVersion.base })
      setOutcome(null)
    },
  }
}
