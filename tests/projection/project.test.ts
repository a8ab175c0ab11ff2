/** What travels is enough: for every commit, audience and person, the old view and the difference make the new view. */
import { isDeepStrictEqual } from 'node:util'
import type { State } from '@rostrum/shared/contract/registry'
import { audiences } from '@rostrum/shared/contract/roles'
import { type AnyView, diff, patch } from '@rostrum/shared/projection/delta'
import { type AudienceView, type PersonView, type Projected, projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { founded, personIn, plan, planWith, unattributed } from '../support/fixtures.ts'
import { listOpen, stateAfter } from '../support/given.ts'
import { play, rolls, type Step } from '../support/random-session.ts'

const persons = ['chair', 'panel', 'screen', 'gov-1', 'gov-1b', 'civil-1', 'guest-1'] as const
type Eye = { readonly name: string; readonly project: (state: State, before?: Projected<object>) => Projected<object> }
const eyes: readonly Eye[] = [
  ...audiences.map(
    (audience): Eye => ({
      name: audience,
      project: (state, before) => projectAudience(state, audience, before as Projected<AudienceView>),
    }),
  ),
  ...persons.map(
    (id): Eye => ({ name: id, project: (state, before) => projectPerson(state, personIn(state, id), before as Projected<PersonView>) }),
  ),
]

const plans = [
  plan,
  planWith('received'),
  { ...plan, questions: { ...plan.questions, attribution: 'hidden' } },
  { ...plan, questions: { ...plan.questions, moderation: 'none' } },
  unattributed,
] as const
const sessions = (check: (start: State, steps: readonly Step[]) => void, runs: number): void =>
  fc.assert(
    fc.property(fc.constantFrom(...plans), rolls(60, 160), (its, many) => {
      const start = stateAfter(listOpen, founded(its))
      check(start, play(start, many))
    }),
    { numRuns: runs },
  )

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
/** Fast where all is well; says what differs where it is not. */
const alike = (is: unknown, should: unknown): void => {
  if (!isDeepStrictEqual(is, should)) expect(is).toEqual(should)
}

test('[V1] the old view and the difference make the new view, for every commit, audience and person', () =>
  sessions((start, steps) => {
    for (const { name, project } of eyes) {
      let before = project(start)
      let screen: AnyView = overTheWire(before.view) as AnyView
      for (const step of steps) {
        if (step.after === step.before) continue
        const fresh = project(step.after).view
        const next = project(step.after, before)
        alike({ name, view: next.view }, { name, view: fresh })
        alike(patch(before.view as AnyView, diff(before.view as AnyView, next.view as AnyView)), fresh)
        screen = patch(screen, overTheWire(diff(before.view as AnyView, next.view as AnyView)))
        before = next
      }
      alike({ name, screen }, { name, screen: overTheWire(before.view) })
      expect(steps.length).toBeGreaterThan(0)
    }
  }, 25))

test('[V1] many commits at once travel as one difference', () =>
  sessions((start, steps) => {
    for (const { project } of eyes) {
      const [first, last] = [project(start).view as AnyView, project(steps.at(-1)?.after ?? start).view as AnyView]
      expect(patch(first, overTheWire(diff(first, last)))).toEqual(last)
    }
  }, 15))

test('[V2] a view is plain data: written down and read again it is the same', () =>
  sessions((_, steps) => {
    const end = steps.at(-1)?.after
    for (const { project } of eyes) {
      const view = end && project(end).view
      expect(overTheWire(view)).toStrictEqual(view)
    }
  }, 15))

test('[V3] what has not changed keeps its identity: the view, its parts, and its rows', () =>
  sessions((start, steps) => {
    for (const { project } of eyes) {
      let before = project(start)
      for (const step of steps) {
        const next = project(step.after, before)
        if (step.after === step.before) expect(next.view).toBe(before.view)
        for (const [part, value] of Object.entries(next.view)) {
          const old = (before.view as AnyView)[part]
          const reads = slicesOf[part]
          if (!reads) throw new Error(`say in this test what ${part} reads`)
          if (reads.every((slice) => step.after[slice] === step.before[slice]) && value !== old) expect([part, value]).toBe(old)
          if (part === 'entries' || part === 'questions') keepsRows(step, part, old as AnyView, value as AnyView)
        }
        before = next
      }
    }
    expect(steps.length).toBeGreaterThan(0)
  }, 15))

const slicesOf: Readonly<Record<string, readonly (keyof State)[]>> = {
  session: ['session'],
  codes: ['session'],
  plan: ['agenda'],
  notes: ['notes'],
  noteTags: ['session'],
  statements: ['statements'],
  unheard: ['queue'],
  unreached: ['queue', 'session'],
  turns: ['floor'],
  myStatement: ['session', 'statements', 'queue'],
  progress: ['agenda'],
  tally: ['floor', 'agenda'],
  list: ['queue'],
  line: ['queue'],
  replies: ['queue'],
  entries: ['queue', 'floor'],
  points: ['queue'],
  suggestion: ['queue'],
  joint: ['queue'],
  balance: ['queue', 'floor', 'session'],
  entities: ['queue', 'floor'],
  panel: ['people'],
  steps: ['steps'],
  notices: ['cues', 'session'],
  blank: ['cues', 'session'],
  myNotices: ['cues', 'session'],
  floor: ['floor', 'cues'],
  questions: ['questions', 'session', 'people'],
  support: ['questions', 'session'],
  questionCounts: ['questions', 'session'],
  asking: ['questions', 'session'],
  answering: ['questions'],
  me: ['people', 'session'],
  myEntry: ['queue', 'floor'],
  myFloor: ['floor'],
  myQuestions: ['questions'],
  mySupports: ['questions'],
  myPut: ['questions'],
}

const keepsRows = ({ before, after }: Step, part: 'entries' | 'questions', old: AnyView, rows: AnyView): void => {
  const thing = (state: State, id: string) => (part === 'entries' ? state.queue.entries[id as never] : state.questions.all.get(id as never))
  for (const [id, row] of Object.entries(rows)) {
    // A row of the list shows the limit of whom it is about, a question how many are asked with it.
    const other = part === 'entries' ? before.floor.limits !== after.floor.limits : before.questions.merged !== after.questions.merged
    if (old[id] !== undefined && !other && thing(before, id) === thing(after, id) && row !== old[id]) expect([id, row]).toBe(old[id])
  }
}
