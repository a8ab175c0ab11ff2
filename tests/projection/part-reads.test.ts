/** Each part names the slices that it reads. A slice that is read and not named would leave screens outdated. */
import type { State } from '@rostrum/shared/contract/registry'
import { type Audience, audiences } from '@rostrum/shared/contract/roles'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { audienceParts, personParts } from '@rostrum/shared/projection/registry'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, getPerson, planWithPapers } from '../support/fixtures.ts'
import { command, queueOpen, replay } from '../support/given.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'

const sampleStates = fc.sample(arbitraryRolls(80, 120), { numRuns: 12, seed: 5 }).flatMap((many) =>
  playRolls(replay(queueOpen, createState()), many)
    .filter((_, index) => index % 20 === 19)
    .map(({ after }) => after),
)
const closedState = replay([...queueOpen, command('chair', 'session.close', {})], createState(planWithPapers))

const watchReads = (state: State, seen: Set<string>): State =>
  new Proxy(state, {
    get: (target, slice) => {
      seen.add(String(slice))
      return target[slice as keyof State]
    },
  })

test.each(Object.entries(audienceParts))('[V4] the part %s reads all slices that it names, and no others', (_, part) => {
  const seen = new Set<string>()
  const project = part.project as (state: State, audience: Audience) => unknown
  for (const state of sampleStates)
    for (const audience of audiences.filter((one) => part.audiences[one])) project(watchReads(state, seen), audience)
  expect([...seen].sort()).toEqual([...part.reads].sort())
})

test.each(Object.entries(personParts))('[V4] the personal part %s reads only slices that it names', (_, part) => {
  const seen = new Set<string>()
  for (const state of sampleStates)
    for (const id of ['gov-1', 'civil-1', 'chair']) part.project(watchReads(state, seen), getPerson(state, id))
  expect(part.reads).toEqual(expect.arrayContaining([...seen]))
})

test('[V4] every part is in these tests', () => {
  const [state] = sampleStates
  if (!state) throw new Error('no session was played')
  const shown = new Set(
    [state, closedState].flatMap((one) => audiences.flatMap((audience) => Object.keys(projectAudience(one, audience).view))),
  )
  expect(Object.keys(audienceParts).sort()).toEqual([...shown].sort())
  expect(Object.keys(personParts).sort()).toEqual(Object.keys(projectPerson(state, getPerson(state, 'gov-1')).view).sort())
})
