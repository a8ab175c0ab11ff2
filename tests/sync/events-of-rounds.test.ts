/** A round sends a state with the events that lead to it, because the events name the rows that changed. */
import type { TransientChange, Transients } from '@rostrum/server/engine/fanout/transients'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { expect, test } from 'vitest'
import { createFanout, execute, loadSessionWithPeople, MemoryLogger, subscribe, waitForRounds } from '../support/session-harness.ts'
import { noTransients } from '../support/transients.ts'

test('[V1] a round that begins before the fanout knows the events of a change leaves out no row', async () => {
  const session = await loadSessionWithPeople(openMemoryLog())
  let note: (change: TransientChange) => void = () => undefined
  const transients: Transients = {
    ...noTransients,
    onChange: (listener) => {
      note = listener
      return () => undefined
    },
  }
  // The sense of the room hears of a change before the fanout does, and what it then shows begins a round at once.
  session.onChange(() => note({ people: ['chair' as PersonId], audiences: false }))
  const fanout = createFanout(session, new MemoryLogger(), transients)
  const { frames } = subscribe(fanout, 'chair')
  await execute(session, 'chair', 'session.open', {})
  await execute(session, 'chair', 'queue.open', {})
  for (const who of ['gov-1', 'gov-2', 'civil-1']) await execute(session, who, 'queue.join', { kind: 'intervention', topic: null })
  await expect.poll(() => Object.keys(frames.audienceView?.['entries'] ?? {})).toHaveLength(3)
  // A round begins at once only after a pause.
  await waitForRounds()
  await execute(session, 'chair', 'session.close', {})
  await expect.poll(() => frames.audienceView?.['session']).toMatchObject({ phase: 'closed' })
  await expect.poll(() => Object.keys(frames.audienceView?.['notReached'] ?? {}), { timeout: 2_000 }).toHaveLength(3)
  fanout.close()
})
