/** Past turns for the note-takers, and the number of people not reached for the display. */
import { audiences } from '@rostrum/shared/contract/roles'
import { projectAudience } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { createState } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, type SentCommand, toTurnId } from '../support/given.ts'

const afterTurns: readonly SentCommand[] = [
  ...queueOpen,
  join('gov-1', 1),
  join('civil-1', 2),
  call('gov-1', { at: 10 }),
  command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }, { at: 15 }),
  command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }, { at: 75 }),
]
const projectTurnCounts = (history: readonly SentCommand[]) => {
  const state = replay(history, createState())
  return Object.fromEntries(
    audiences.map((audience) => {
      const { pastTurns, notReachedCount } = projectAudience(state, audience).view
      return [audience, { pastTurns, notReachedCount }]
    }),
  )
}

test('[V19] past turns are sent to the staff, and to nobody else', () => {
  const { staff, ...others } = projectTurnCounts(afterTurns)
  expect(Object.entries(staff?.pastTurns ?? {})).toEqual([
    [toTurnId('turn-gov-1'), expect.objectContaining({ kind: 'intervention', used: 60_000, question: null })],
  ])
  for (const { pastTurns } of Object.values(others)) expect(pastTurns).toBeUndefined()
})

test('[V19] after the close only the room screen gets the number of people who are invited to submit', () => {
  const before = projectTurnCounts(afterTurns)
  const after = projectTurnCounts([...afterTurns, command('chair', 'session.close', {}, { at: 100 })])
  for (const audience of audiences) {
    expect(before[audience]?.notReachedCount).toBeUndefined()
    expect(after[audience]?.notReachedCount).toBe(audience === 'display' ? 1 : undefined)
  }
})
