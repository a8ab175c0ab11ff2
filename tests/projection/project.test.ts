/** The stream is sufficient: for every commit, audience and person, the old view plus the delta gives the new view. */
import { isDeepStrictEqual } from 'node:util'
import type { State } from '@rostrum/shared/contract/registry'
import { audiences } from '@rostrum/shared/contract/roles'
import { type AnyView, patch } from '@rostrum/shared/projection/delta'
import { valuePart } from '@rostrum/shared/projection/part'
import { diffViews, type Projection, projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import type { AudienceView } from '@rostrum/shared/projection/registry'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymousPlan, createState, getPerson, makePlan, plan } from '../support/fixtures.ts'
import { queueOpen, replay } from '../support/given.ts'
import { arbitraryRolls, type PlayedCommand, playRolls } from '../support/random-session.ts'

test('[V161] a part that leaves an audience out of its answers does not compile', () => {
  const answers = { staff: true, podium: false, booth: false, public: true } as const
  // @ts-expect-error: nothing is said of the room screen
  valuePart('The phase.', answers, ['session'], ({ session }) => session.phase)
  const part = valuePart('The phase.', { ...answers, display: false }, ['session'], ({ session }) => session.phase)
  expect(part.audiences).toEqual({ ...answers, display: false })
})

const persons = ['chair', 'panel', 'screen', 'gov-1', 'gov-1b', 'civil-1', 'guest-1'] as const
type Viewer = { readonly name: string; readonly project: (state: State, before?: Projection<object>) => Projection<object> }
const viewers: readonly Viewer[] = [
  ...audiences.map(
    (audience): Viewer => ({
      name: audience,
      project: (state, before) => projectAudience(state, audience, before as Projection<AudienceView>),
    }),
  ),
  ...persons.map(
    (id): Viewer => ({
      name: id,
      project: (state) => projectPerson(state, getPerson(state, id)),
    }),
  ),
]

const plans = [
  plan,
  makePlan('received'),
  { ...plan, questions: { ...plan.questions, attribution: 'hidden' } },
  { ...plan, questions: { ...plan.questions, moderation: 'none' } },
  anonymousPlan,
] as const
const forAllSessions = (check: (start: State, steps: readonly PlayedCommand[]) => void, runs: number): void =>
  fc.assert(
    fc.property(fc.constantFrom(...plans), arbitraryRolls(60, 160), (its, many) => {
      const start = replay(queueOpen, createState(its))
      check(start, playRolls(start, many))
    }),
    { numRuns: runs },
  )

const copyAsJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
/** Fast if both are equal; shows the difference otherwise. */
const expectEqual = (is: unknown, should: unknown): void => {
  if (!isDeepStrictEqual(is, should)) expect(is).toEqual(should)
}

test('[V1] the old view plus the delta gives the new view, for every commit, audience and person', () =>
  forAllSessions((start, steps) => {
    for (const { name, project } of viewers) {
      let before = project(start)
      let screen: AnyView = copyAsJson(before.view) as AnyView
      for (const step of steps) {
        if (step.after === step.before) continue
        const fresh = project(step.after).view
        const next = project(step.after, before)
        expectEqual({ name, view: next.view }, { name, view: fresh })
        expectEqual(patch(before.view as AnyView, diffViews(before.view, next.view)), fresh)
        screen = patch(screen, copyAsJson(diffViews(before.view, next.view)))
        before = next
      }
      expectEqual({ name, screen }, { name, screen: copyAsJson(before.view) })
      expect(steps.length).toBeGreaterThan(0)
    }
  }, 25))

test('[V1] many commits at once travel as one delta', () =>
  forAllSessions((start, steps) => {
    for (const { project } of viewers) {
      const [first, last] = [project(start).view as AnyView, project(steps.at(-1)?.after ?? start).view as AnyView]
      expect(patch(first, copyAsJson(diffViews(first, last)))).toEqual(last)
    }
  }, 15))

test('[V2] a view is plain data: it is the same after serialization', () =>
  forAllSessions((_, steps) => {
    const end = steps.at(-1)?.after
    for (const { project } of viewers) {
      const view = end && project(end).view
      expect(copyAsJson(view)).toStrictEqual(view)
    }
  }, 15))

test('[V3] unchanged content keeps its identity: the view of an audience, its parts, and its rows', () =>
  forAllSessions((start, steps) => {
    for (const { project } of viewers.slice(0, audiences.length)) {
      let before = project(start)
      for (const step of steps) {
        const next = project(step.after, before)
        if (step.after === step.before) expect(next.view).toBe(before.view)
        for (const [part, value] of Object.entries(next.view)) {
          const old = (before.view as AnyView)[part]
          const reads = partSlices[part]
          if (!reads) throw new Error(`say in this test what ${part} reads`)
          if (reads.every((slice) => step.after[slice] === step.before[slice]) && value !== old) expect([part, value]).toBe(old)
          if (part === 'entries' || part === 'questions') checkKeepsRows(step, part, old as AnyView, value as AnyView)
        }
        before = next
      }
    }
    expect(steps.length).toBeGreaterThan(0)
  }, 15))

const partSlices: Readonly<Record<string, readonly (keyof State)[]>> = {
  session: ['session'],
  papers: ['session'],
  joinCodeRenewals: ['session'],
  admitsByCode: ['session', 'people'],
  toConfirm: ['people'],
  withoutLink: ['people', 'session'],
  plan: ['agenda'],
  notes: ['notes'],
  noteTags: ['session'],
  undoneStep: ['steps'],
  finalStep: ['steps', 'floor', 'queue', 'questions'],
  statements: ['statements', 'people'],
  prompt: ['sense'],
  notReached: ['queue', 'people'],
  notReachedCount: ['queue', 'session'],
  pastTurns: ['floor', 'people'],
  progress: ['agenda'],
  segmentCounts: ['floor', 'questions', 'agenda'],
  queue: ['queue', 'agenda'],
  order: ['queue'],
  causes: ['queue'],
  replies: ['queue'],
  entries: ['queue', 'people'],
  pointsOfOrder: ['queue', 'floor'],
  intention: ['floor'],
  suggestion: ['queue'],
  jointEntries: ['queue'],
  captionLanguages: ['captions'],
  captionSettings: ['captions'],
  displayCaptions: ['captions'],
  balance: ['queue', 'floor', 'session'],
  entityShares: ['queue', 'floor'],
  officers: ['people'],
  panellists: ['people'],
  interpreted: ['people'],
  steps: ['steps', 'floor'],
  announcements: ['cues', 'session'],
  displayBlank: ['cues', 'session'],
  floor: ['floor', 'cues', 'people'],
  questions: ['questions', 'session', 'people'],
  support: ['questions', 'session'],
  supportGroups: ['questions', 'session'],
  questionCounts: ['questions'],
  questionRules: ['questions', 'session'],
  answering: ['questions'],
}

const checkKeepsRows = ({ before, after }: PlayedCommand, part: 'entries' | 'questions', old: AnyView, rows: AnyView): void => {
  const getItem = (state: State, id: string) =>
    part === 'entries' ? state.queue.entries.get(id as never) : state.questions.all.get(id as never)
  for (const [id, row] of Object.entries(rows)) {
    // A row of the queue also shows its limit, and a question also shows how many are merged into it.
    const other = part === 'entries' ? before.floor.limits !== after.floor.limits : before.questions.merged !== after.questions.merged
    if (old[id] !== undefined && !other && getItem(before, id) === getItem(after, id) && row !== old[id]) expect([id, row]).toBe(old[id])
  }
}
