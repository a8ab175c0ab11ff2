/** The size of a change to a long list, as it is sent to the people who are waiting. */
import { Fanout } from '@rostrum/server/engine/fanout/fanout'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { Presence } from '@rostrum/server/engine/presence/presence'
import { type EncodedFrame, frameCodec, selectEncodings } from '@rostrum/server/engine/wire/encode-frame'
import type { CommandId, EntryId, PersonId } from '@rostrum/shared/contract/ids'
import { toInstant } from '@rostrum/shared/kernel/time'
import { expect, test } from 'vitest'
import { makeAdmission, noon } from '../support/fixtures.ts'
import { cursorKey } from '../support/frame-client.ts'
import { execute, loadSessionWithPeople, MemoryLogger, waitForRounds } from '../support/session-harness.ts'
import { noTransients } from '../support/transients.ts'

const waiting = 500
const groups = ['government', 'civil', 'private', 'technical', 'international']
/** The most bytes. A person who asks or withdraws also gets their own request. */
const most = { others: 1000, own: 1200 }

test('[V115] with 500 waiting, a request, a move or a withdrawal takes at most 1 kB for anybody else', {
  timeout: 120_000,
}, async () => {
  const session = await loadSessionWithPeople(openMemoryLog())
  const people = Array.from({ length: waiting + 1 }, (_, one) => `delegate-${one}`)
  await session.admit(
    people.map((id, one) => makeAdmission(id, 'participant', `Delegation ${one}`, groups[one % groups.length] ?? null, 'remote')),
    'very-many' as CommandId,
  )
  const fanout = new Fanout<EncodedFrame>(session, {
    cursorKey,
    now: () => toInstant(noon),
    codec: frameCodec,
    logger: new MemoryLogger(),
    presence: new Presence(),
    transients: noTransients,
    runRound: (round) => round(),
  })
  const bytes = new Map<string, number>()
  for (const person of people) {
    const send = (frames: readonly EncodedFrame[]) => {
      const sum = selectEncodings(frames, true).reduce((all, encoded) => all + encoded.bytes.length, 0)
      bytes.set(person, (bytes.get(person) ?? 0) + sum)
    }
    fanout.subscribe({ person: person as PersonId, unpacks: true, send, end: () => undefined }, {})
  }
  for (const type of ['session.open', 'queue.open'] as const) expect(await execute(session, 'chair', type, {})).toEqual({ ok: true })
  const join = (person: string) => execute(session, person, 'queue.join', { kind: 'intervention', topic: null })
  for (const person of people.slice(0, waiting)) expect(await join(person)).toEqual({ ok: true })
  const findEntry = (person: string) =>
    [...session.state.queue.entries.values()].find(({ speaker }) => speaker.person === person)?.id as EntryId
  const findPlace = (place: number) => session.state.queue.order[place]?.entry as EntryId

  const tooHeavy: unknown[] = []
  const weigh = async (what: string, by: string, act: () => Promise<unknown>) => {
    await waitForRounds()
    bytes.clear()
    expect(await act()).toEqual({ ok: true })
    await waitForRounds()
    for (const [person, weight] of bytes) if (weight > (person === by ? most.own : most.others)) tooHeavy.push({ what, person, weight })
  }
  for (const place of [160, 0, 3, 60, 250, 350, 400, 480])
    await weigh('a withdrawal', `delegate-${place}`, () =>
      execute(session, `delegate-${place}`, 'queue.withdraw', { entry: findEntry(`delegate-${place}`) }),
    )
  await weigh('a request', `delegate-${waiting}`, () => join(`delegate-${waiting}`))
  await weigh('a move', 'chair', () => execute(session, 'chair', 'queue.move', { entry: findPlace(470), before: findPlace(20) }))
  expect(tooHeavy).toEqual([])
  fanout.close()
})
