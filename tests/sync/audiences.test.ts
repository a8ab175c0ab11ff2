/** The streams of audiences: one for each audience that somebody on the node belongs to. */
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { projectAudience } from '@rostrum/shared/projection/project'
import { expect, test, vi } from 'vitest'
import { textCodec } from '../support/frame-client.ts'
import { createFanout, execute, loadSessionWithPeople, subscribe, waitForRounds } from '../support/session-harness.ts'

const label = async (session: Awaited<ReturnType<typeof loadSessionWithPeople>>, seconds: number) =>
  execute(session, 'chair', 'floor.set-limit', {
    scope: { kind: 'everyone' },
    limit: (seconds * 1000) as never,
    expectedLimit: session.state.floor.limits.everyone,
  })

test('[V109] an audience that nobody on a node belongs to costs that node nothing', async () => {
  const session = await loadSessionWithPeople(openMemoryLog())
  const encode = vi.spyOn(textCodec, 'encode')
  const fanout = createFanout(session)
  expect(await label(session, 100)).toEqual({ ok: true })
  await waitForRounds()
  expect(encode).not.toHaveBeenCalled()
  const { frames } = subscribe(fanout, 'gov-1')
  await waitForRounds()
  encode.mockClear()
  expect(await label(session, 90)).toEqual({ ok: true })
  await waitForRounds()
  expect(encode.mock.calls.filter(([{ stream }]) => stream === 'audience')).toHaveLength(1)
  expect(frames.streams.audience?.view).toMatchObject(projectAudience(session.state, 'public').view)
  fanout.close()
  encode.mockRestore()
})

test('[V109] the first person of an audience sees everything, and after a return gets only the missed changes', async () => {
  const session = await loadSessionWithPeople(openMemoryLog())
  const fanout = createFanout(session)
  subscribe(fanout, 'gov-1')
  expect(await label(session, 100)).toEqual({ ok: true })
  const { frames, leave } = subscribe(fanout, 'screen')
  expect(frames.streams.audience?.view).toMatchObject(projectAudience(session.state, 'display').view)
  leave()
  expect(await label(session, 90)).toEqual({ ok: true })
  await waitForRounds()
  frames.received.length = 0
  subscribe(fanout, 'screen', frames)
  expect(frames.received.filter((text) => 'view' in JSON.parse(text))).toEqual([])
  expect(frames.streams.audience?.view).toMatchObject(projectAudience(session.state, 'display').view)
  fanout.close()
})
