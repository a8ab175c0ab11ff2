/** A view that events keep up to date equals the view computed from scratch, and its deltas lead there. */
import { isDeepStrictEqual } from 'node:util'
import { audiences } from '@rostrum/shared/contract/roles'
import { addMillis, seconds } from '@rostrum/shared/kernel/time'
import { type AnyView, patch } from '@rostrum/shared/projection/delta'
import { KeptView } from '@rostrum/shared/projection/kept-view'
import { projectAudience } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allPeople, anonymousPlan, createState, makeAdmission, makePlan, noon, plan } from '../support/fixtures.ts'
import { approve, ask, command, decideCommand, queueOpen, replay, type SentCommand, toQuestionId } from '../support/given.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'
import { countRuns } from '../support/runs.ts'

const copy = (view: AnyView): AnyView => JSON.parse(JSON.stringify(view)) as AnyView

test('[V59] for every audience, after one commit or many, the kept view equals the view computed from scratch', {
  timeout: 60_000,
}, () => {
  let steps = 0
  fc.assert(
    fc.property(
      fc.constantFrom(
        plan,
        makePlan('received'),
        { ...plan, questions: { ...plan.questions, attribution: 'hidden' as const }, statements: { ...plan.statements, anytime: true } },
        anonymousPlan,
      ),
      fc.constantFrom(1, 3, 20),
      arbitraryRolls(60, 160),
      (its, most, rolls) => {
        const start = replay(queueOpen, createState(its))
        const played = playRolls(start, rolls)
        const views = audiences.map((audience) => ({
          audience,
          kept: new KeptView(start, audience),
          screen: copy(projectAudience(start, audience).view as AnyView),
        }))
        for (let begin = 0; begin < played.length; ) {
          const some = played.slice(begin, begin + 1 + ((begin * 5) % most))
          begin += some.length
          const state = some.at(-1)?.after ?? start
          const events = some.flatMap(({ decision }) => (decision.ok ? decision.events : []))
          for (const one of views) {
            steps += 1
            one.screen = patch(one.screen, copy(one.kept.advance(state, events) as never) as never)
            const should = copy(projectAudience(state, one.audience).view as AnyView)
            const types = events.map(({ type }) => type)
            for (const is of [copy(one.kept.view), one.screen])
              if (!isDeepStrictEqual(is, should))
                expect({ audience: one.audience, types, view: is }).toEqual({ audience: one.audience, types, view: should })
          }
        }
      },
    ),
    { numRuns: countRuns(90) },
  )
  expect(steps).toBeGreaterThan(countRuns(5_000))
})

/** Makes a session with this number of published questions. */
const makeCrowd = (count: number) => {
  const askers = Array.from({ length: count }, (_, index) => `asker-${index}`)
  const people = [
    ...allPeople,
    ...[...askers, 'supporter'].map((id) => makeAdmission(id, 'participant', `Organization ${id}`, 'government', 'room')),
  ]
  return replay([...queueOpen, ...askers.flatMap((id) => [ask(id), approve(`${id}-asks`)])], createState(plan, people))
}
/** Measures the milliseconds to update the kept views of staff and public, and returns the median of many. */
const timeKept = (count: number, makeCommand: (index: number) => SentCommand): number => {
  let state = makeCrowd(count)
  const views = (['staff', 'public'] as const).map((audience) => new KeptView(state, audience))
  const took = Array.from({ length: 60 }, (_, index) => {
    const decision = decideCommand(state, makeCommand(index), addMillis(noon, seconds(10_000 + index)))
    if (!decision.ok) throw new Error(decision.reason)
    state = replay(decision.events, state)
    const began = performance.now()
    for (const view of views) view.advance(state, decision.events)
    return performance.now() - began
  })
  return took.sort((a, b) => a - b)[30] ?? 0
}

test.each([
  ['a support', (index: number) => command('supporter', 'questions.support', { question: toQuestionId(`asker-${index}-asks`) })],
  [
    'a label',
    (index: number) =>
      command('desk', 'questions.label', { question: toQuestionId(`asker-${index}-asks`), segment: null, tags: [`t${index}`] }),
  ],
] as const)('[V59] %s costs as much with 2,000 questions as with 100', (name, makeCommand) => {
  timeKept(100, makeCommand)
  const [small, large] = [timeKept(100, makeCommand), timeKept(2000, makeCommand)]
  console.info(`${name}: ${small.toFixed(3)} ms with 100 questions, ${large.toFixed(3)} ms with 2,000`)
  expect(large).toBeLessThan(Math.max(0.2, small * 3))
})
