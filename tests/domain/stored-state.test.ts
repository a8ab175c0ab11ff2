/** The state of a session written as JSON and read back. */
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { fromStoredState, toStoredState } from '@rostrum/shared/domain/stored-state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState } from '../support/fixtures.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'

const copy = (state: typeof initialState) => fromStoredState(JSON.parse(JSON.stringify(toStoredState(state))))

/** Where a value has tables, so that a table that came back as a plain object is found. */
const listTables = (value: unknown, path = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  const isTable = !Array.isArray(value) && Symbol.iterator in value
  const entries = isTable ? [...(value as Iterable<[string, unknown]>)] : Object.entries(value)
  return [...(isTable ? [path] : []), ...entries.flatMap(([key, item]) => listTables(item, `${path}.${key}`))]
}

test('[L70] a state that was written and read back is the same, and goes on as it would have', () => {
  expect(copy(initialState)).toEqual(initialState)
  fc.assert(
    fc.property(arbitraryRolls(30, 80), fc.nat(), (rolls, place) => {
      const steps = playRolls(createState(), rolls)
      const cut = place % steps.length
      let state = copy(steps[cut]?.before ?? createState())
      expect(listTables(state)).toEqual(listTables(steps[cut]?.before))
      for (const { decision, after, at } of steps.slice(cut)) {
        if (decision.ok) state = evolveAll(state, decision.events, at)
        expect(state).toEqual(after)
      }
    }),
    { numRuns: 25 },
  )
})

test('[L70] what JSON cannot hold is refused, not lost', () => {
  const state = { ...initialState, questions: { ...initialState.questions, more: new Map([['a', 1]]) } }
  expect(() => toStoredState(state)).toThrow('questions.more')
})
