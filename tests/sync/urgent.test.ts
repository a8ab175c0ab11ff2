/** Changes that are sent at once while a round is on its way to many screens. */
import { maxFirst } from '@rostrum/server/engine/fanout/audience-fanout'
import { stepByStep } from '@rostrum/server/engine/fanout/walk'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { Frame } from '@rostrum/shared/protocol/frame'
import { expect, test } from 'vitest'
import { makeAdmission } from '../support/fixtures.ts'
import { FrameClient } from '../support/frame-client.ts'
import { createFanout, execute, loadSessionWithPeople, MemoryLogger, subscribe, waitForRounds } from '../support/session-harness.ts'
import { noTransients } from '../support/transients.ts'

/** More phones than in a hall. */
const many = 24 * stepByStep.size

type LoadedSession = Awaited<ReturnType<typeof loadSessionWithPeople>>

/** Sets the limit, which is sent at once. */
const setLimit = async (session: LoadedSession, seconds: number) =>
  execute(session, 'chair', 'floor.set-limit', {
    scope: { kind: 'everyone' },
    limit: (seconds * 1000) as never,
    expectedLimit: session.state.floor.limits.everyone,
  })

/** True if a frame contains the limit. Presence is sent automatically after a second, and may come in between. */
const tellsLimit = (frame: string) => frame.includes('"limits"')

const tellsCall = (frame: string) => frame.includes('"stream":"audience"') && frame.includes('"current":{')

/** Opens a session with many phones. `onWrite` is called for each write, with the number of the phone and the frames. */
const openHall = async (phones: number, onWrite: (phone: number, frames: readonly string[]) => unknown) => {
  const session = await loadSessionWithPeople(openMemoryLog())
  const fanout = createFanout(session)
  for (let phone = 0; phone < phones; phone += 1) {
    const send = (frames: readonly string[]) => onWrite(phone, frames)
    fanout.subscribe({ person: 'gov-1' as PersonId, unpacks: false, send, end: () => undefined }, {})
  }
  return { session, fanout }
}

test('[V114] an urgent change joins the round that is running, and nobody misses a frame or gets one twice', async () => {
  const clients = Array.from({ length: many }, (_, phone) => (phone % 250 === 1 ? new FrameClient() : null))
  const writes: { readonly phone: number; readonly frames: number }[] = []
  let react: (() => void) | null = null
  const hall = await openHall(many, (phone, frames) => {
    for (const frame of frames) clients[phone]?.apply(frame)
    const count = frames.filter(tellsLimit).length
    if (count > 0) writes.push({ phone, frames: count })
    react?.()
  })
  writes.length = 0
  const late = new FrameClient()
  // This happens in the middle of the second step.
  const second = new Promise((resolve) => {
    react = () => {
      if (writes.length < stepByStep.size + 7) return
      react = null
      subscribe(hall.fanout, 'gov-2', late)
      resolve(setLimit(hall.session, 77))
    }
  })
  expect(await setLimit(hall.session, 99)).toEqual({ ok: true })
  expect(await second).toEqual({ ok: true })
  await expect.poll(() => clients.every((client) => client === null || JSON.stringify(client.audienceView).includes('77000'))).toBe(true)
  await expect.poll(() => JSON.stringify(late.audienceView)).toContain('77000')
  expect(late.gaps).toBe(0)
  expect(clients.reduce((gaps, client) => gaps + (client?.gaps ?? 0), 0)).toBe(0)
  const [both, alone] = [writes.filter(({ frames }) => frames === 2), writes.filter(({ frames }) => frames === 1)]
  // The phones of two steps got the first change alone. They are visited again, and nobody else is.
  expect([both.length, alone.length]).toEqual([many - 2 * stepByStep.size, 4 * stepByStep.size])
  expect(new Set(both.map(({ phone }) => phone)).size).toBe(both.length)
  hall.fanout.close()
})

test('[V114] however many urgent changes there are, a person soon gets the frames that concern them alone', async () => {
  let [writes, isHeard] = [0, false]
  let react = (): void => undefined
  const hall = await openHall(many, (_, frames) => {
    isHeard ||= frames.some((frame) => frame.includes('"stream":"person"') && frame.includes('"myQueue"'))
    react()
  })
  for (const type of ['session.open', 'queue.open'] as const) expect(await execute(hall.session, 'chair', type, {})).toEqual({ ok: true })
  isHeard = false
  const pending: Promise<unknown>[] = []
  react = () => {
    writes += 1
    if (writes < 13 * many && writes % 200 === 0 && !isHeard) pending.push(setLimit(hall.session, 60 + ((writes / 200) % 60)))
  }
  expect(await execute(hall.session, 'gov-1', 'queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
  pending.push(setLimit(hall.session, 59))
  await expect.poll(() => isHeard, { timeout: 10_000 }).toBe(true)
  // This was long before the last of the changes.
  expect(writes).toBeLessThan(7 * many)
  await Promise.all(pending)
  hall.fanout.close()
})

test.each([{ isUnderWay: false }, { isUnderWay: true }])(
  '[V114] a called person hears it first, in one write with everybody’s frame; in the middle of a round: $isUnderWay',
  async ({ isUnderWay }) => {
    const calls: { readonly who: string; readonly frames: readonly string[] }[] = []
    const note = (who: string, frames: readonly string[]) => frames.some(tellsCall) && calls.push({ who, frames })
    let react = (): void => undefined
    const { session, fanout } = await openHall(many, (_, frames) => {
      note('phone', frames)
      react()
    })
    fanout.subscribe({ person: 'gov-2' as PersonId, unpacks: false, send: (frames) => note('called', frames), end: () => undefined }, {})
    for (const type of ['session.open', 'queue.open'] as const) expect(await execute(session, 'chair', type, {})).toEqual({ ok: true })
    expect(await execute(session, 'gov-2', 'queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
    const [entry] = session.state.queue.entries.keys()
    const call = () =>
      execute(session, 'chair', 'floor.call', { entry: entry as never, expectedCurrent: null, expectedNext: entry as never })
    calls.length = 0
    const called = new Promise((resolve) => {
      react = () => {
        react = () => undefined
        resolve(call())
      }
    })
    if (isUnderWay) await setLimit(session, 99)
    expect(await (isUnderWay ? called : call())).toEqual({ ok: true })
    await expect.poll(() => calls.length).toBe(many + 1)
    expect(calls[0]?.who).toBe('called')
    expect(calls[0]?.frames.map((frame) => (JSON.parse(frame) as Frame).stream)).toContain('person')
    fanout.close()
  },
)

test('[V114] frames for very many single people do not delay the others: they follow the frame for everybody', async () => {
  const session = await loadSessionWithPeople(openMemoryLog())
  const fanout = createFanout(session)
  const people = Array.from({ length: 2 * maxFirst }, (_, one) => `delegate-${one}`)
  await session.admit(
    people.map((id) => makeAdmission(id, 'participant', id, 'government', 'remote')),
    'very-many' as CommandId,
  )
  const streams: string[] = []
  for (const person of people) {
    const send = (frames: readonly string[]) => streams.push(...frames.map((frame) => (JSON.parse(frame) as Frame).stream))
    fanout.subscribe({ person: person as PersonId, unpacks: false, send, end: () => undefined }, {})
  }
  for (const type of ['session.open', 'queue.open'] as const) expect(await execute(session, 'chair', type, {})).toEqual({ ok: true })
  for (const person of people)
    expect(await execute(session, person, 'queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
  await waitForRounds()
  streams.length = 0
  expect(await execute(session, 'chair', 'session.close', {})).toEqual({ ok: true })
  await expect.poll(() => streams.filter((stream) => stream === 'person').length).toBe(people.length)
  expect(streams.slice(0, people.length).every((stream) => stream === 'audience')).toBe(true)
  fanout.close()
})

test('[V114] if one person’s own view cannot be made, everybody else gets theirs, and the log reports it', async () => {
  const session = await loadSessionWithPeople(openMemoryLog())
  const logger = new MemoryLogger()
  let isBroken = false
  const fanout = createFanout(session, logger, {
    ...noTransients,
    ofPerson: (state, person) => {
      if (isBroken && person === 'gov-2') throw new Error('on purpose')
      return noTransients.ofPerson(state, person)
    },
  })
  const [one, other] = [subscribe(fanout, 'gov-1'), subscribe(fanout, 'gov-2')]
  for (const type of ['session.open', 'queue.open'] as const) expect(await execute(session, 'chair', type, {})).toEqual({ ok: true })
  isBroken = true
  for (const person of ['gov-2', 'gov-1'])
    expect(await execute(session, person, 'queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
  await expect.poll(() => JSON.stringify(one.frames.personView)).toContain('"askedAt"')
  for (const { frames } of [one, other]) await expect.poll(() => frames.audienceView?.['order']).toHaveLength(2)
  expect(logger.lines.map(({ message }) => message)).toContain('the frames of one person failed')
  fanout.close()
})

test.each([{ phones: 1000 }, { phones: many }])(
  '[V114] officers, the room screen and the answer come before $phones phones',
  async ({ phones }) => {
    const order: string[] = []
    const note = (who: string) => {
      if (order.at(-1) !== who) order.push(who)
    }
    const hall = await openHall(phones, (_, frames) => frames.some(tellsLimit) && note('phone'))
    for (const person of ['chair', 'panel', 'screen']) {
      const frames = new FrameClient()
      const { apply } = frames
      frames.apply = (frame) => {
        if (tellsLimit(frame)) note(person)
        return apply.call(frames, frame)
      }
      subscribe(hall.fanout, person, frames)
    }
    order.length = 0
    await setLimit(hall.session, 99).then(() => note('answer'))
    await expect.poll(() => order).toContain('phone')
    expect(order).toEqual(['chair', 'panel', 'screen', 'answer', 'phone'])
    hall.fanout.close()
  },
)
