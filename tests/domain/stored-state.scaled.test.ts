/** The state of a session written as JSON and read back. */
import { toCanonicalJson } from '@rostrum/server/engine/log/chain'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Commit, Event } from '@rostrum/shared/contract/registry'
import { decide, evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { fromStoredState, toStoredState } from '@rostrum/shared/domain/stored-state'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { projectAudience } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, getEvents } from '../support/fixtures.ts'
import { queueOpen, replay } from '../support/given.ts'
import { arbitraryRolls, type PlayedCommand, playRolls, typesWithoutClose } from '../support/random-session.ts'
import { countRuns } from '../support/runs.ts'

const copy = (state: typeof initialState) => fromStoredState(JSON.parse(JSON.stringify(toStoredState(state))))

/** Lists the places of the tables in a value. This finds a table that came back as a plain object. */
const listTables = (value: unknown, path = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  const isTable = !Array.isArray(value) && Symbol.iterator in value
  const entries = isTable ? [...(value as Iterable<[string, unknown]>)] : Object.entries(value)
  return [
    ...(isTable ? [`${path} ${value.constructor.name}`] : []),
    ...entries.flatMap(([key, item]) => listTables(item, `${path}.${key}`)),
  ]
}

test('[L70] a state that was written and read back is the same, and continues in the same way', () => {
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
    { numRuns: countRuns(25) },
  )
})

/** The commands with the most to undo: they change lists and tables of requests. */
const aboutTheList = typesWithoutClose.filter((type) => /^(queue|floor|steps)\./.test(type))
/** Returns the events as they are read from the log, where their fields are in another order. */
const readAgain = ({ at, by, command, id, decision }: PlayedCommand): readonly Event[] => {
  const commit = {
    revision: 1 as Revision,
    at,
    actor: { person: by as PersonId },
    command: { id, type: command.type },
    events: getEvents(decision),
  }
  return (JSON.parse(toCanonicalJson(commit)) as Pick<Commit, 'events'>).events
}
const toText = (value: unknown) =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).sort()) : item,
  )

test('[L70] a node that has read the log decides and shows the same as a node that took the commands', () => {
  fc.assert(
    fc.property(arbitraryRolls(100, 300), (rolls) => {
      const start = replay(queueOpen)
      let state = start
      for (const played of playRolls(start, rolls, aboutTheList)) {
        const { command, by, at, id, decision, after } = played
        expect(toText(decide(state, command, { actor: { person: by as PersonId }, at, id }))).toBe(toText(decision))
        if (decision.ok) state = evolveAll(state, readAgain(played), at)
        expect(projectAudience(state, 'staff').view).toEqual(projectAudience(after, 'staff').view)
      }
    }),
    { numRuns: countRuns(40), endOnFailure: true },
  )
})

test('[L70] a value that JSON cannot hold is refused, not lost', () => {
  const state = { ...initialState, questions: { ...initialState.questions, more: new Set([1]) } }
  expect(() => toStoredState(state)).toThrow('questions.more')
})
