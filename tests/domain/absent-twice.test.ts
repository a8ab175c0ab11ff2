/** A speaker who was called twice in vain, and so lost the request. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { expect, test } from 'vitest'
import { call, command, join, queueOpen, replay, toTurnId } from '../support/given.ts'

const absent = command('chair', 'floor.mark-absent', { turn: toTurnId('turn-gov-1') })
const once = [...queueOpen, join('gov-1', 5), join('civil-1', 6), call('gov-1', { at: 10 }), absent]
const twice = [...once, call('gov-1', { next: 'civil-1' }), absent]
const askAgain = command('gov-1', 'queue.join', { kind: 'intervention', topic: null }, { id: 'again' })
const getReason = (history: typeof once) => replay(history).queue.removed['gov-1' as PersonId]

test('[P101] the reason is there after the second call until the person asks again', () => {
  expect([getReason(once), getReason(twice), getReason([...twice, askAgain])]).toEqual([undefined, 'absent', undefined])
})

test('[P101] an undo takes the reason back', () => {
  const step = replay(twice).steps.taken.at(-1)?.id as never
  expect(getReason([...twice, command('chair', 'steps.undo', { step })])).toBeUndefined()
})

test('[Q10] a person who is given the floor all the same no longer sees that they were called twice', () => {
  const waits = replay(twice)
  const give = command(
    'chair',
    'floor.give',
    { person: 'gov-1' as PersonId, expectedCurrent: null, expectedNext: waits.queue.next },
    { id: 'given' },
  )
  const turn = replay([...twice, give]).floor.current?.id ?? toTurnId('none')
  const start = command('chair', 'floor.start', { turn })
  const end = command('chair', 'floor.end', { turn })
  expect([getReason([...twice, give]), getReason([...twice, give, start, end])]).toEqual(['absent', undefined])
  const step = replay([...twice, give, start]).steps.taken.at(-1)?.id as never
  expect(getReason([...twice, give, start, command('chair', 'steps.undo', { step })])).toBe('absent')
})
