/** The next speakers who are away, as the staff see it. */
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { expect, test } from 'vitest'
import { createFanout, execute, loadSessionWithPeople, subscribe, waitForRounds } from '../support/session-harness.ts'

test('[L94] the staff see as away a person who is given the floor without a request and is not connected', async () => {
  const session = await loadSessionWithPeople(openMemoryLog())
  const fanout = createFanout(session)
  await execute(session, 'chair', 'session.open', {})
  const { frames } = subscribe(fanout, 'desk')
  const getAway = () => (frames.audienceView?.['presence'] as { away: object } | undefined)?.away
  await waitForRounds()
  expect(getAway()).toEqual({})
  await execute(session, 'chair', 'floor.give', { person: 'gov-2' as never, expectedCurrent: null, expectedNext: null })
  await waitForRounds()
  expect(getAway()).toEqual({ 'gov-2': expect.any(Number) })
  fanout.close()
  await session.close()
})

test('[L210] the staff do not see as away a member of the panel who sits in the room and has used no device', async () => {
  const session = await loadSessionWithPeople(openMemoryLog())
  const fanout = createFanout(session)
  await execute(session, 'chair', 'session.open', {})
  const { frames } = subscribe(fanout, 'desk')
  await execute(session, 'chair', 'floor.give', { person: 'panel' as never, expectedCurrent: null, expectedNext: null })
  await waitForRounds()
  expect(session.state.floor.current?.entry?.speaker.person).toBe('panel')
  expect((frames.audienceView?.['presence'] as { away: object } | undefined)?.away).toEqual({})
  fanout.close()
  await session.close()
})
