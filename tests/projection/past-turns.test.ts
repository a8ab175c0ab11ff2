/** What is over: the turns for those who write, and the number of the unheard for the room. */
import { audiences } from '@rostrum/shared/contract/roles'
import { projectAudience } from '@rostrum/shared/projection/registry'
import { expect, test } from 'vitest'
import { founded } from '../support/fixtures.ts'
import { calls, joins, listOpen, type Said, said, stateAfter, turnOf } from '../support/given.ts'

const spoken: readonly Said[] = [
  ...listOpen,
  joins('gov-1', 1),
  joins('civil-1', 2),
  calls('gov-1', { at: 10 }),
  said('chair', 'floor.start', { turn: turnOf('turn-gov-1') }, { at: 15 }),
  said('chair', 'floor.end', { turn: turnOf('turn-gov-1') }, { at: 75 }),
]
const shown = (history: readonly Said[]) => {
  const state = stateAfter(history, founded())
  return Object.fromEntries(
    audiences.map((audience) => {
      const { turns, unreached } = projectAudience(state, audience).view
      return [audience, { turns, unreached }]
    }),
  )
}

test('[V19] a turn that is over is told to the staff, and to nobody else', () => {
  const { staff, ...others } = shown(spoken)
  expect(Object.entries(staff?.turns ?? {})).toEqual([
    [turnOf('turn-gov-1'), expect.objectContaining({ kind: 'intervention', used: 60_000, question: null })],
  ])
  for (const { turns } of Object.values(others)) expect(turns).toBeUndefined()
})

test('[V19] the room screen says after the close how many are invited to write, and says it alone', () => {
  const before = shown(spoken)
  const after = shown([...spoken, said('chair', 'session.close', {}, { at: 100 })])
  for (const audience of audiences) {
    expect(before[audience]?.unreached).toBeUndefined()
    expect(after[audience]?.unreached).toBe(audience === 'display' ? 1 : undefined)
  }
})
