/**
 * A rehearsal: the acts of simulated people, and how real people take over from them. `whole-rehearsal.slow.test.ts` runs one to its end.
 */

import { readFile } from 'node:fs/promises'
import { type Cast, casts } from '@rostrum/server/services/rehearsal/casts'
import { compressPlan } from '@rostrum/server/services/rehearsal/compress-plan'
import { chooseIntentions } from '@rostrum/server/services/rehearsal/participants'
import { startRehearsal } from '@rostrum/server/services/rehearsal/rehearsal'
import { listRehearsalPeople } from '@rostrum/server/services/rehearsal/rehearsal-people'
import { SimulatedClient } from '@rostrum/server/services/rehearsal/simulated-client'
import { SimulationClock } from '@rostrum/server/services/rehearsal/simulation-clock'
import { watchTakeOver } from '@rostrum/server/services/rehearsal/take-over'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import { maxPeople } from '@rostrum/shared/contract/lengths'
import { type CastName, castNames } from '@rostrum/shared/contract/rehearsals'
import { roles } from '@rostrum/shared/contract/roles'
import { addMillis, minutes, seconds, toInstant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { makeRehearsalPorts } from '../support/rehearsal-ports.ts'

const modelPlan = loadTemplate('wsis-at-20')

test('a plan at 30 times the speed: every length is divided by 30, and it is marked as a rehearsal', () => {
  const start = toInstant(1_000_000)
  const plan = compressPlan(modelPlan, 30, start)
  expect(plan).toMatchObject({ rehearsal: true, pace: 30, startsAt: start, endsAt: addMillis(start, seconds(180)) })
  expect(plan.segments.map(({ length }) => length)).toEqual([20, 48, 52, 44, 16].map(seconds))
  expect(plan.segments[1]?.startsAt).toBe(addMillis(start, seconds(20)))
  expect(plan.floor.limits).toMatchObject({ everyone: 6_000, pointOfOrder: 2_000, answer: 4_000 })
  expect(compressPlan(modelPlan, 1, modelPlan.startsAt)).toEqual({
    ...modelPlan,
    rehearsal: true,
    pace: 1,
    walkIns: true,
    walkInPlaces: maxPeople,
  })
})

test('[R44] every role but the participants has a link of its own, also a booth', () => {
  const people = listRehearsalPeople(modelPlan)
  expect(new Set([...people.map(({ role }) => role), 'participant'])).toEqual(new Set(roles))
})

describe('the casts', () => {
  /** Returns what 60 people intend in each of 200 rehearsals. */
  const intend = (cast: CastName) =>
    Array.from({ length: 200 }, (_, seed) => {
      const scene = { clock: new SimulationClock(30, seed * 7919 + 1), cast: casts[cast], sessionLength: minutes(90), people: 60 }
      return Array.from({ length: 60 }, (_one, number) => chooseIntentions(scene, number % 5 < 2, number))
    })
  const average = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length

  test.each(castNames)(
    '[S60] %s: the number of points of order, questions and lost connections is as in the table, however many people play',
    (name) => {
      const sessions = intend(name)
      const { pointsOfOrder, questionsPerPerson, lostLineShare } = casts[name]
      const points = average(sessions.map((people) => people.filter(({ pointOfOrderAt }) => pointOfOrderAt < minutes(90)).length))
      expect(points / pointsOfOrder).toBeCloseTo(1, 0)
      const questions = average(sessions.map((people) => average(people.map(({ questionsAt }) => questionsAt.length))))
      expect(Math.abs(questions - questionsPerPerson)).toBeLessThan(0.05)
      const lost = average(sessions.map((people) => people.filter(({ breaksAt }) => breaksAt.length > 0).length / 24))
      expect(Math.abs(lost - lostLineShare)).toBeLessThan(0.05)
    },
  )

  test('[S60] the document gives the same rates', async () => {
    const page = await readFile(new URL('../../docs/operating.md', import.meta.url), 'utf8')
    for (const [what, read] of [
      ['points of order in a session', ({ pointsOfOrder }: Cast) => `${pointsOfOrder}`],
      ['requests withdrawn', ({ withdrawnShare }: Cast) => `${Math.round(withdrawnShare * 100)} %`],
      ['called speakers absent', ({ absentShare }: Cast) => `${Math.round(absentShare * 100)} %`],
      ['questions for each person', ({ questionsPerPerson }: Cast) => `${questionsPerPerson}`],
    ] as const)
      expect(page).toContain(`| ${what} | ${read(casts.usual)} | ${read(casts.difficult)} |`)
  })
})

describe('a rehearsal', () => {
  let server: InProcessServer
  beforeAll(async () => {
    server = await startInProcessServer()
  })
  afterAll(() => server.close())

  test('[R44] one of the staff takes over: the simulated chair stops permanently, and the staff are told', {
    timeout: 60_000,
  }, async () => {
    const {
      session: id,
      chairDone: presided,
      done,
      stop,
    } = await startRehearsal(modelPlan, { speed: 60, people: 6, cast: 'usual', seed: 3 }, makeRehearsalPorts(server))
    const session = await server.app.sessions.open(id)
    if (!session) throw new Error('it is not there')
    const until = (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        if (holds()) return resolve()
        const leave = session.onChange(() => {
          if (!holds()) return
          leave()
          resolve()
        })
      })
    await until(() => session.state.floor.current !== null)
    const suspend = { id: 'taken-over------------' as never, type: 'session.suspend', data: {} } as const
    expect(await session.execute({ person: 'secretariat' as never }, suspend)).toEqual({ ok: true })
    const point = { text: 'Written by a person.', tag: null, segment: null, about: null }
    expect(
      await session.execute({ person: 'secretariat' as never }, { id: 'own-point-------------' as never, type: 'notes.add', data: point }),
    ).toEqual({ ok: true })
    const steps = session.state.steps.taken.length
    await presided
    expect(session.state.session.phase).toBe('suspended')
    expect(session.state.steps.taken).toHaveLength(steps)
    await until(() => session.state.cues.announcements.length > 0)
    expect(session.state.cues.announcements).toMatchObject([
      { to: 'staff', text: { en: expect.stringMatching(/^You chair now/), ar: expect.any(String) } },
    ])
    stop()
    await done
  })

  test('[R44] a command of the simulated chair that is under way does not hide the act of a person', async () => {
    const url = `http://127.0.0.1:${server.app.getPort()}`
    const { session, startupLinks } = server
    const [chair, secretariat] = await Promise.all(
      [startupLinks.chair, startupLinks.secretariat].map((link) => SimulatedClient.enter(url, { link: getSecret(link) })),
    )
    if (!chair || !secretariat) throw new Error('not entered')
    const leave = watchTakeOver(session, chair, secretariat)
    expect(await chair.send('session.open', { onAnyDay: true })).toBe(true)
    expect(await chair.send('queue.open', {})).toBe(true)
    expect(chair.isRetired).toBe(false)
    const underWay = chair.send('queue.last-call', { for: minutes(2) })
    const data = { scope: { kind: 'everyone' }, limit: seconds(45), expectedLimit: session.state.floor.limits.everyone } as const
    const press = { id: 'a-real-press----------' as never, type: 'floor.set-limit', data } as const
    expect(await session.execute({ person: 'chair' as never }, press)).toEqual({ ok: true })
    expect(chair.isRetired).toBe(true)
    // The later step is the simulated one.
    expect(await underWay).toBe(true)
    expect(session.state.steps.taken.map(({ commandType }) => commandType).slice(-2)).toEqual(['floor.set-limit', 'queue.last-call'])
    expect(await chair.send('queue.close', {})).toBe(false)
    expect(session.state.queue.status.kind).toBe('last-call')
    leave()
    for (const client of [chair, secretariat]) client.leave()
  })
})
