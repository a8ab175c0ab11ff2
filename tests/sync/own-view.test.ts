/** A person's own view follows changes of the person, even if nothing else has changed. */
import { changeOwnChannelInSession } from '@rostrum/server/doors/application/session-setup'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { expect, test } from 'vitest'
import { createFanout, execute, loadSessionWithPeople, padId, subscribe, waitForRounds } from '../support/session-harness.ts'

test('[V58] a person who moves from the room to the line gets only the announcements for the line', async () => {
  const session = await loadSessionWithPeople(openMemoryLog())
  const fanout = createFanout(session)
  await execute(session, 'chair', 'session.open', {})
  await execute(session, 'desk', 'cues.announce', { to: 'room', text: 'Coffee is outside' })
  await execute(session, 'desk', 'cues.announce', { to: 'remote', text: 'The line is muted' })
  const { frames } = subscribe(fanout, 'gov-1')
  const getTexts = () => (frames.personView?.['myAnnouncements'] as readonly { text: string }[] | undefined)?.map(({ text }) => text)
  expect(getTexts()).toEqual(['Coffee is outside'])
  expect(await changeOwnChannelInSession(session, 'gov-1' as PersonId, 'remote', padId('moved'))).toEqual({ ok: true })
  await waitForRounds()
  expect(getTexts()).toEqual(['The line is muted'])
  fanout.close()
  await session.close()
})
