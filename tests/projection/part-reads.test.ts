/** Each part says which slices it reads; here its hands are watched. A slice that is read and not named would leave screens behind. */
import type { State } from '@rostrum/shared/contract/registry'
import { audiences } from '@rostrum/shared/contract/roles'
import { audienceParts, personParts, projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { founded, personIn } from '../support/fixtures.ts'
import { listOpen, said, stateAfter } from '../support/given.ts'
import { play, rolls } from '../support/random-session.ts'

const states = fc.sample(rolls(80, 120), { numRuns: 12, seed: 5 }).flatMap((many) =>
  play(stateAfter(listOpen, founded()), many)
    .filter((_, index) => index % 20 === 19)
    .map(({ after }) => after),
)
const closed = stateAfter([...listOpen, said('chair', 'session.close', {})], founded())

const watched = (state: State, seen: Set<string>): State =>
  new Proxy(state, {
    get: (target, slice) => {
      seen.add(String(slice))
      return target[slice as keyof State]
    },
  })

test.each(Object.entries(audienceParts))('[V4] the part %s reads the slices that it names, and all of them', (_, part) => {
  const seen = new Set<string>()
  for (const state of states) for (const audience of audiences) part.of(watched(state, seen), audience)
  expect([...seen].sort()).toEqual([...part.reads].sort())
})

test.each(Object.entries(personParts))('[V4] the personal part %s reads no slice that it does not name', (_, part) => {
  const seen = new Set<string>()
  for (const state of states) for (const id of ['gov-1', 'civil-1', 'chair']) part.of(watched(state, seen), personIn(state, id))
  expect(part.reads).toEqual(expect.arrayContaining([...seen]))
})

test('[V4] no part is forgotten here', () => {
  const [state] = states
  if (!state) throw new Error('no session was played')
  const shown = new Set([state, closed].flatMap((one) => audiences.flatMap((audience) => Object.keys(projectAudience(one, audience).view))))
  expect(Object.keys(audienceParts).sort()).toEqual([...shown].sort())
  expect(Object.keys(personParts).sort()).toEqual(Object.keys(projectPerson(state, personIn(state, 'gov-1')).view).sort())
})
