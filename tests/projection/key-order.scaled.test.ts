/** Nothing follows from the order of keys: every stored and sent object means the same in any order. */
import { hashPlan } from '@rostrum/server/doors/application/session-setup'
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { parsePlan } from '@rostrum/server/services/template/read-plan'
import { toPlanFile } from '@rostrum/server/services/template/write-plan'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { formats } from '@rostrum/shared/contract/record-formats'
import type { Event } from '@rostrum/shared/contract/registry'
import { audiences } from '@rostrum/shared/contract/roles'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { fromStoredState, toStoredState } from '@rostrum/shared/domain/stored-state'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, getEvents, plan } from '../support/fixtures.ts'
import { buildModelLog, modelId } from '../support/model-session.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'
import { countRuns } from '../support/runs.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { shuffleKeys } from '../support/shuffle-keys.ts'
import { wordPlan } from '../support/worded-plan.ts'

const worded = parsePlan(wordPlan(toPlanFile(plan)))
const readAll = (state: ReturnType<typeof createState>) => [
  ...audiences.map((audience) => projectAudience(state, audience).view),
  ...[...state.people.all.values()].map((person) => projectPerson(state, person).view),
]

test('[L142] a session whose stored events have their keys in another order is decided, shown and kept the same', () => {
  fc.assert(
    fc.property(arbitraryRolls(60, 160), fc.nat(), (rolls, seed) => {
      const random = new SeededRandom(seed)
      const start = createState(worded)
      let state = fromStoredState(shuffleKeys(toStoredState(start), random))
      for (const { command, by, at, id, decision, after } of playRolls(start, rolls)) {
        const context = { actor: { person: by as PersonId }, at, id, breadth: { columns: [], marks: [] } }
        expect(decide(state, shuffleKeys(command, random), context)).toEqual(decide(state, command, context))
        if (decision.ok) state = evolveAll(state, shuffleKeys(getEvents(decision), random) as readonly Event[], at)
        expect(state).toEqual(after)
      }
      expect(readAll(state)).toEqual(readAll(fromStoredState(toStoredState(state))))
    }),
    { numRuns: countRuns(60), endOnFailure: true },
  )
})

test('[L142, S12] the version of a plan is the same whatever the order of its keys, so that a restart makes no conflict', () => {
  const state = createState(worded)
  for (let seed = 0; seed < 20; seed += 1) {
    const shuffled = fromStoredState(shuffleKeys(toStoredState(state), new SeededRandom(seed)))
    expect(hashPlan(shuffled)).toBe(hashPlan(state))
  }
})

test('[L142] every file of the record is the same, byte for byte, whatever the order of keys in the log', {
  timeout: 120_000,
}, async () => {
  const random = new SeededRandom(7)
  const commits = buildModelLog()
  const shuffled = commits.map((commit) => ({ ...commit, events: shuffleKeys(commit.events, random) }))
  for (const format of formats)
    for (const language of languageIds) {
      const options = { format, language, public: false, notes: true }
      const [one, other] = [await exportRecord(modelId, commits, options), await exportRecord(modelId, shuffled, options)]
      expect(Buffer.from(other.bytes).equals(Buffer.from(one.bytes)), `${format} ${language}`).toBe(true)
    }
})
