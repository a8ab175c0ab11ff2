import type { PersonId, PromptId } from '@rostrum/shared/contract/ids'
import { commands, type State } from '@rostrum/shared/contract/registry'
import type { SenseResult } from '@rostrum/shared/contract/sense-words'
import { nextDeadline } from '@rostrum/shared/domain/deadlines'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { canRespond, getResponder, restartPrompt } from '@rostrum/shared/domain/sense/decide'
import { describe, expect, test } from 'vitest'
import { admitViceChair, admitWalkIn, sentence } from '../support/command-scenarios.ts'
import { afterNoon } from '../support/fixtures.ts'
import { command, given, queueOpen, replay, type SentCommand, toCommandId, toReceipt } from '../support/given.ts'

const prompt = toCommandId('sentence') as string as PromptId
const put = command('desk', 'sense.put', sentence, { id: 'sentence', at: 10 })
const afterPut: readonly SentCommand[] = [...queueOpen, put]
const close = (at: number, by = 'chair') => command(by, 'sense.close', { prompt }, { at })
const closed = [...afterPut, close(40)]
const respond = { prompt, option: 1, receipt: toReceipt('phone') }
const result: SenseResult = { turnout: 'some', words: null }
const publish = (state: State, by: string) =>
  decide(
    state,
    { type: 'sense.publish', data: { prompt, irrevocable: true } },
    {
      ...{ actor: { person: by as PersonId }, at: afterNoon(50), id: toCommandId('publish'), result },
    },
  )

describe('a prompt is put', () => {
  test('[E1] to everybody, with the time at which it closes, and the floor does not change', () => {
    const before = replay(queueOpen)
    const state = given(queueOpen).when('sense.put', sentence, 'desk', { id: 'sentence', at: 10 }).thenState()
    expect(state.sense.prompts).toMatchObject([{ id: prompt, status: 'open', putAt: afterNoon(10), closesAt: afterNoon(70), restarts: 0 }])
    expect([state.floor, state.queue, state.agenda]).toEqual([before.floor, before.queue, before.agenda])
  })

  test('[E1] in several languages, for 60 to 90 seconds, and with no other responses than the five', () => {
    const { schema } = commands['sense.put']
    const isTaken = (changes: object) => schema.safeParse({ ...sentence, ...changes }).success
    expect(isTaken({ text: { en: 'Once a year.', ar: 'مرة في السنة.' } })).toBe(true)
    expect(isTaken({ options: ['comfortable', 'concerns'] })).toBe(false)
    expect([59_000, 60_000, 90_000, 91_000].map((length) => isTaken({ length }))).toEqual([false, true, true, false])
    expect(isTaken({ text: '‮ ' })).toBe(false)
  })

  test('[E7] to as many as can respond then, however many come or go', () => {
    const context = { actor: { person: 'desk' as PersonId }, at: afterNoon(10), id: toCommandId('sentence'), responders: 31 }
    const decision = decide(replay(queueOpen), { type: 'sense.put', data: sentence }, context)
    expect(decision).toMatchObject({ events: [{ data: { prompt: { of: 31 } } }] })
  })

  test('[E27] the same words again only ten minutes after they closed, however they are spelled, in any language; others at once', () => {
    const text = { en: 'The next review, meets once a YEAR', fr: 'Une fois par an.' }
    const discarded = [...closed, command('chair', 'sense.discard', { prompt })]
    const putAgain = (at: number, changes: object = {}, history: readonly SentCommand[] = discarded) =>
      given(history).when('sense.put', { ...sentence, ...changes }, 'chair', { at })
    putAgain(639).thenRefused('put-recently')
    putAgain(639, { text }).thenRefused('put-recently')
    putAgain(640).thenState()
    putAgain(60, { text: 'The next review meets twice a year.' }).thenState()
    putAgain(60, {}, [...afterPut, command('chair', 'sense.withdraw', { prompt }, { at: 40 })]).thenState()
  })

  test('[E1] one at a time, and not before the last result has been decided on', () => {
    given(afterPut).when('sense.put', sentence, 'chair').thenRefused('prompt-open')
    given(closed).when('sense.put', sentence, 'chair').thenRefused('result-undecided')
    given([...closed, command('chair', 'sense.discard', { prompt })])
      .when('sense.put', { ...sentence, text: 'Another one.' }, 'chair')
      .thenState()
  })

  test('[E1] in an open session only, by chair and secretariat', () => {
    given([]).when('sense.put', sentence, 'chair').thenRefused('session-not-open')
    given([...queueOpen, command('chair', 'session.suspend', {})])
      .when('sense.put', sentence, 'chair')
      .thenRefused('session-suspended')
    given(queueOpen).when('sense.put', sentence, 'gov-1').thenRefused('forbidden')
  })

  test('[E3] it can be withdrawn while it is open, and stays recorded', () => {
    const state = given(afterPut).when('sense.withdraw', { prompt }, 'desk', { at: 20 }).thenState()
    expect(state.sense.prompts).toMatchObject([
      { status: 'withdrawn', decidedAt: afterNoon(20), text: 'The next review meets once a year.' },
    ])
    given(closed).when('sense.withdraw', { prompt }, 'desk').thenRefused('prompt-closed')
  })
})

describe('it closes', () => {
  test('[E2] when its time is over, and no timer closes it earlier', () => {
    const state = replay(afterPut)
    expect(nextDeadline(state)).toEqual({ at: afterNoon(70), command: { type: 'sense.close', data: { prompt } } })
    given(afterPut).when('sense.close', { prompt }, 'system', { at: 69 }).thenNothing()
    given(afterPut)
      .when('sense.close', { prompt }, 'system', { at: 70 })
      .then([{ type: 'sense.closed', data: { prompt } }])
  })

  test('[E2] the earlier of two deadlines comes first', () => {
    const lastCall = (seconds: number) => command('chair', 'queue.last-call', { for: (seconds * 1000) as never }, { at: 11 })
    expect(nextDeadline(replay([...afterPut, lastCall(30)]))?.command.type).toBe('queue.close')
    expect(nextDeadline(replay([...afterPut, lastCall(120)]))?.command.type).toBe('sense.close')
  })

  test('[E2] the last call leaves 15 seconds, or the rest if that is less, and comes once', () => {
    const state = given(afterPut).when('sense.last-call', { prompt }, 'chair', { at: 30 }).thenState()
    expect(state.sense.prompts[0]).toMatchObject({ closesAt: afterNoon(45), lastCall: true })
    const late = given(afterPut).when('sense.last-call', { prompt }, 'chair', { at: 60 }).thenState()
    expect(late.sense.prompts[0]).toMatchObject({ closesAt: afterNoon(70) })
    given([], state).when('sense.last-call', { prompt }, 'desk', { at: 31 }).thenNothing()
  })

  test('[E17] with the session: an open prompt is withdrawn, a result is discarded', () => {
    const end = (history: readonly SentCommand[]) => replay([...history, command('chair', 'session.close', {})]).sense.prompts[0]
    expect(end(afterPut)).toMatchObject({ status: 'withdrawn' })
    expect(end(closed)).toMatchObject({ status: 'discarded', discarded: 'session-closed', result: null })
  })
})

describe('a response', () => {
  test('[E4] is taken until the close, even while the session is suspended, and leaves no event', () => {
    given(afterPut).when('sense.respond', respond, 'gov-1', { at: 69 }).thenNothing()
    given([...afterPut, command('chair', 'session.suspend', {})])
      .when('sense.respond', respond, 'gov-1', { at: 20 })
      .thenNothing()
  })

  test('[E4] is refused once its time is over, even if nobody has closed it yet', () => {
    given(afterPut).when('sense.respond', respond, 'gov-1', { at: 70 }).thenRefused('prompt-closed')
    given(closed).when('sense.respond', respond, 'gov-1', { at: 41 }).thenRefused('prompt-closed')
  })

  test('[E4] must be to the prompt that is put, by a participant', () => {
    expect(commands['sense.respond'].schema.safeParse({ ...respond, option: 5 }).success).toBe(false)
    given(afterPut)
      .when('sense.respond', { ...respond, prompt: toCommandId('gone') as never }, 'gov-1')
      .thenRefused('no-such-prompt')
    for (const by of ['chair', 'desk', 'panel', 'screen']) given(afterPut).when('sense.respond', respond, by).thenRefused('forbidden')
  })

  test('[E28] is refused from people who joined by code until the secretariat has confirmed them, whatever name they gave', () => {
    const there = [...queueOpen, admitWalkIn, put]
    given(there).when('sense.respond', respond, 'walk-in').thenRefused('not-confirmed')
    const confirm = command('desk', 'people.confirm', { person: 'walk-in' as PersonId })
    given([...there, confirm])
      .when('sense.respond', respond, 'walk-in')
      .thenNothing()
    const isCounted = (history: readonly (SentCommand | typeof admitWalkIn)[]) =>
      [...replay(history).people.all.values()].filter(canRespond).some(({ id }) => id === 'walk-in')
    expect([isCounted(there), isCounted([...there, confirm])]).toEqual([false, true])
  })

  test('[E6] belongs to the delegation if each delegation counts once, however its name is spelled; without one a person counts alone', () => {
    const spelled = ['Kenya', 'KENYA', 'Kenya.', 'Republic of  Kenya'].map((entity) =>
      getResponder('delegation', { id: 'any' as PersonId, entity }),
    )
    expect(new Set(spelled.slice(0, 3)).size).toBe(1)
    expect(spelled[3]).not.toBe(spelled[0])
    expect(getResponder('delegation', { id: 'guest' as PersonId, entity: '' })).toBe('guest')
    expect(getResponder('person', { id: 'gov-1' as PersonId, entity: 'Delegation' })).toBe('gov-1')
  })
})

describe('the result', () => {
  test('[E9] is published by the officer in the chair, and by nobody else', () => {
    const state = replay(closed)
    expect(publish(state, 'chair')).toEqual({ ok: true, events: [{ type: 'sense.published', data: { prompt, result } }] })
    expect(publish(state, 'desk')).toEqual({ ok: false, reason: 'forbidden' })
    given(closed).when('sense.discard', { prompt }, 'desk').thenRefused('forbidden')
    const handed = replay([
      ...closed,
      admitViceChair,
      command('desk', 'people.hand-chair', { to: 'vice' as PersonId, expectedPresiding: 'chair' as PersonId }),
    ])
    expect([publish(handed, 'chair').ok, publish(handed, 'vice').ok]).toEqual([false, true])
  })

  test('[E9] is published once, and only by a command that states that nothing takes it back', () => {
    expect(commands['sense.publish'].schema.safeParse({ prompt }).success).toBe(false)
    const published = evolveAll(replay(closed), [{ type: 'sense.published', data: { prompt, result } }], afterNoon(50))
    expect(publish(published, 'chair')).toEqual({ ok: false, reason: 'prompt-not-closed' })
    given([], published).when('sense.discard', { prompt }, 'chair').thenRefused('prompt-not-closed')
    expect(commands['sense.publish'].undo).toBe('final')
  })

  test('[E9] is refused if no memory holds it', () => {
    given(closed).when('sense.publish', { prompt, irrevocable: true }, 'chair').thenRefused('result-missing')
  })

  test('[E9] is recorded without its words if it is discarded', () => {
    const state = given(closed).when('sense.discard', { prompt }, 'chair').thenState()
    expect(state.sense.prompts).toMatchObject([{ status: 'discarded', discarded: 'chair', result: null }])
  })

  test('[E9] is shown once published, until it is taken down or the next prompt is put', () => {
    const published = evolveAll(replay(closed), [{ type: 'sense.published', data: { prompt, result } }], afterNoon(50))
    expect(published.sense.prompts[0]).toMatchObject({ status: 'published', shown: true, result })
    const down = given([], published).when('sense.take-down', { prompt }, 'desk').thenState()
    expect(down.sense.prompts[0]).toMatchObject({ shown: false, result })
    given([], down).when('sense.take-down', { prompt }, 'desk').thenNothing()
    const next = given([], published)
      .when('sense.put', { ...sentence, text: 'Another one.' }, 'desk')
      .thenState()
    expect(next.sense.prompts.map(({ shown }) => shown)).toEqual([false, false])
  })
})

describe('additions of the server', () => {
  test('[E15] after a restart there are at least 20 seconds to send responses again, and a lost result is discarded', () => {
    const again = restartPrompt(replay(afterPut), prompt, afterNoon(65))
    expect(again).toMatchObject({ events: [{ type: 'sense.restarted', data: { closesAt: afterNoon(85) } }] })
    expect(restartPrompt(replay(afterPut), prompt, afterNoon(20))).toMatchObject({ events: [{ data: { closesAt: afterNoon(70) } }] })
    expect(restartPrompt(replay(closed), prompt, afterNoon(65))).toMatchObject({
      events: [{ type: 'sense.discarded', data: { reason: 'lost' } }],
    })
    const state = evolveAll(replay(afterPut), again.ok ? again.events : [], afterNoon(65))
    expect(state.sense.prompts[0]).toMatchObject({ restarts: 1, closesAt: afterNoon(85), status: 'open' })
  })
})

test('[E29] a log of the first design is read: its result was published, and is not shown any more', () => {
  const old = {
    ...{ ...sentence, id: prompt, segment: null, putAt: afterNoon(10), closesAt: afterNoon(70), lastCall: false, restarts: 0 },
    ...{ status: 'open', closedAt: null, decidedAt: null, discarded: null, shown: false },
    ...{ options: ['comfortable', { named: 'Later' }], participation: null, breadth: null },
  }
  const events = [
    { type: 'sense.put', data: { prompt: old } },
    { type: 'sense.closed', data: { prompt } },
    { type: 'sense.counted', data: { prompt, participation: { responded: 3, of: 5, groups: 1, ofGroups: 1 } } },
    { type: 'sense.published', data: { prompt, breadth: { columns: [], marks: [] } } },
  ]
  const { sense } = evolveAll(replay(queueOpen), JSON.parse(JSON.stringify(events)), afterNoon(80))
  expect(sense.prompts).toMatchObject([{ status: 'published', text: sentence.text, of: null, result: null, shown: false }])
})
