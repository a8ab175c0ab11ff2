/** Sessions without recorded authors. The tests look for traces of a person who only asks, in commits, frames, answers and log entries. */
import { randomBytes } from 'node:crypto'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { describe, expect, test } from 'vitest'
import { allPeople, anonymousPlan } from '../support/fixtures.ts'
import { FrameClient } from '../support/frame-client.ts'
import { toQuestionId, toReceipt } from '../support/given.ts'
import { makeRandomAction } from '../support/random-people.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import {
  createFanout,
  createLog,
  execute,
  loadSession,
  MemoryLogger,
  sessionId,
  subscribe,
  waitForRounds,
} from '../support/session-harness.ts'

const accepted = { ok: true }
const makeRefusal = (reason: string) => ({ ok: false, reason })
const askerId = `asker-${randomBytes(16).toString('hex')}`
const entity = `Entity ${randomBytes(16).toString('hex')}`
const receipt = toReceipt(randomBytes(16).toString('hex'))
const otherPeople = ['chair', 'desk', 'panel', 'screen', 'gov-1', 'civil-1'] as const

const startAnonymousSession = async (logger = new MemoryLogger(), log = openMemoryLog()) => {
  const session = await loadSession(await createLog(log, anonymousPlan), logger)
  const one = { person: askerId as PersonId, role: 'participant', entity, group: null, channel: 'room' } as const
  await session.admit([...allPeople, one], 'everybody' as never)
  await execute(session, 'chair', 'session.open', {})
  return { session, log, logger }
}
const traces = [askerId, entity, receipt].flatMap((trace) => [trace, Buffer.from(trace).toString('base64').replace(/=+$/, '')])
const hasAskerTrace = (written: unknown): boolean => traces.some((trace) => JSON.stringify(written).includes(trace))
/** Returns all commits except the admission, which contains the person. */
const readWrittenCommits = async (log: { read: ReturnType<typeof openMemoryLog>['read'] }): Promise<readonly Commit[]> =>
  (await log.read(sessionId, revisionZero)).filter(({ command }) => command.type !== 'people.admit')

describe('a session that does not record authors', () => {
  test('[T17] leaves no trace of a person who asks in any commit, frame, answer, refusal or log entry', {
    timeout: 60_000,
  }, async () => {
    const { session, log, logger } = await startAnonymousSession()
    const fanout = createFanout(session, logger)
    const subscriptions = [...otherPeople, askerId].map((person) => subscribe(fanout, person))
    const random = new SeededRandom(11)
    const answers: unknown[] = []
    for (let round = 0; round < 600; round += 1) {
      const text = () => `Words ${random.nextBelow(1_000_000)}`
      if (random.isLikely(0.15)) {
        answers.push(await execute(session, askerId, 'questions.ask', { text: text(), receipt: random.isLikely(0.9) ? receipt : null }))
        continue
      }
      if (random.isLikely(0.05)) {
        const question = random.pick([...session.state.questions.all.keys(), toQuestionId('none')])
        answers.push(await execute(session, askerId, 'questions.withdraw-with-receipt', { question, receipt }))
        continue
      }
      const { person, envelope } = makeRandomAction(session.state, random, text)
      if (person === askerId || envelope.type === 'floor.give' || envelope.type === 'people.revoke') continue
      if (envelope.type === 'queue.add' && envelope.data.person === askerId) continue
      answers.push(await session.execute({ person }, envelope))
    }
    await waitForRounds()
    const late = [...otherPeople, askerId].map((person) => subscribe(fanout, person))
    const back = subscriptions.slice(0, otherPeople.length).map((role, index) => {
      const frames = new FrameClient()
      frames.streams = role.frames.streams
      return subscribe(fanout, otherPeople[index] ?? 'chair', frames)
    })
    await execute(session, 'chair', 'session.close', {})
    await waitForRounds()

    const commits = await readWrittenCommits(log)
    const asked = commits.filter(({ command }) => command.type === 'questions.ask')
    expect(asked.length).toBeGreaterThan(60)
    expect(commits.filter(({ command }) => command.type === 'questions.withdraw-with-receipt').length).toBeGreaterThan(5)
    for (const { actor, command } of commits)
      expect([command.type, actor.person === 'anonymous']).toEqual([command.type, /ask|withdraw-with-receipt/.test(command.type)])
    expect(commits.filter(hasAskerTrace)).toEqual([])
    expect(answers.filter(hasAskerTrace)).toEqual([])
    expect(logger.lines.filter(hasAskerTrace)).toEqual([])
    expect(hasAskerTrace([...session.state.questions.all.values()])).toBe(false)
    expect(hasAskerTrace(session.state.questions)).toBe(false)
    for (const { frames } of [...subscriptions.slice(0, -1), ...late.slice(0, -1), ...back])
      expect(frames.received.filter(hasAskerTrace)).toEqual([])
    // The person's own screens know who they are, and show no question that is not public.
    const own = subscriptions.at(-1)?.frames.personView
    expect(own).toMatchObject({ me: { id: askerId }, myQuestions: [] })
    expect(session.state.questions.all.size).toBe(asked.length)
  })

  test('[T17] repeats the first answer to a repeated command, even after a restart', async () => {
    const { session, log } = await startAnonymousSession()
    const ask = { text: 'Why?', receipt }
    const [one, two] = await Promise.all([1, 2].map(() => execute(session, askerId, 'questions.ask', ask, 'ask')))
    expect([one, two, await execute(session, askerId, 'questions.ask', ask, 'ask')]).toEqual([accepted, accepted, accepted])
    const bare = await execute(session, askerId, 'questions.ask', { text: 'Why?', receipt: null }, 'bare')
    expect([bare, await execute(session, askerId, 'questions.ask', ask, 'bare')]).toEqual([
      makeRefusal('receipt-needed'),
      makeRefusal('receipt-needed'),
    ])
    const back = { question: toQuestionId('ask'), receipt }
    expect(await execute(session, askerId, 'questions.withdraw-with-receipt', back, 'back')).toEqual(accepted)
    const { revision } = session
    await session.close()
    const again = await loadSession(log)
    expect(again.state.questions.all.size).toBe(1)
    expect(await execute(again, askerId, 'questions.ask', ask, 'ask')).toEqual(accepted)
    expect(await execute(again, askerId, 'questions.withdraw-with-receipt', back, 'back')).toEqual(accepted)
    expect(again.revision).toBe(revision)
  })

  test('[L2] accepts a command id only from the person who used it first', async () => {
    const { session } = await startAnonymousSession()
    const ask = { text: 'Why?', receipt }
    await execute(session, 'gov-1', 'queue.join', { kind: 'point-of-order', topic: null }, 'theirs')
    expect(await execute(session, askerId, 'questions.ask', ask, 'theirs')).toEqual(makeRefusal('malformed'))
    await execute(session, askerId, 'questions.ask', ask, 'asked')
    const { revision } = session
    expect(await execute(session, 'gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, 'asked')).toEqual(
      makeRefusal('malformed'),
    )
    expect(await execute(session, 'gov-1', 'questions.ask', { text: 'Mine', receipt: toReceipt('gov-1') }, 'asked')).toEqual(accepted)
    expect(session.revision).toBe(revision)
    expect(session.state.questions.all.get(toQuestionId('asked'))?.text).toBe('Why?')
  })

  test('[T17] nobody can send commands as the anonymous actor', async () => {
    const { session } = await startAnonymousSession()
    expect(await execute(session, 'anonymous', 'questions.ask', { text: 'Why?', receipt })).toEqual(makeRefusal('person-revoked'))
  })
})
