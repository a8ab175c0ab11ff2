/** Where authors are not kept: one who does nothing but ask is searched for in everything that is written, told and answered. */
import { randomBytes } from 'node:crypto'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { noRevision, type PersonId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { describe, expect, it } from 'vitest'
import { everybody, unattributed } from '../support/fixtures.ts'
import { Screen } from '../support/frame-client.ts'
import { questionOf, receiptOf } from '../support/given.ts'
import { randomDeed } from '../support/random-people.ts'
import { Chance } from '../support/seeded-random.ts'
import { fanoutOf, foundedLog, Notes, openLine, rounds, sessionId, sit, tell } from '../support/session-harness.ts'

const accepted = { ok: true }
const refused = (why: string) => ({ ok: false, why })
const asker = `asker-${randomBytes(16).toString('hex')}`
const entity = `Entity ${randomBytes(16).toString('hex')}`
const receipt = receiptOf(randomBytes(16).toString('hex'))
const others = ['chair', 'desk', 'panel', 'screen', 'gov-1', 'civil-1'] as const

const session = async (notes = new Notes(), log = openMemoryLog()) => {
  const line = await openLine(await foundedLog(log, unattributed), notes)
  const one = { person: asker as PersonId, role: 'participant', entity, group: null, channel: 'room' } as const
  await line.admit([...everybody, one], 'everybody' as never)
  await tell(line, 'chair', 'session.open', {})
  return { line, log, notes }
}
const traces = [asker, entity, receipt].flatMap((trace) => [trace, Buffer.from(trace).toString('base64').replace(/=+$/, '')])
const namesTheAsker = (written: unknown): boolean => traces.some((trace) => JSON.stringify(written).includes(trace))
/** All but the one by which they were admitted. */
const written = async (log: { read: ReturnType<typeof openMemoryLog>['read'] }): Promise<readonly Commit[]> =>
  (await log.read(sessionId, noRevision)).filter(({ command }) => command.type !== 'people.admit')

describe('a session whose authors are not kept', () => {
  it('[T17] names whoever asks in no commit, frame, answer, refusal or line of the log, whatever happens', {
    timeout: 60_000,
  }, async () => {
    const { line, log, notes } = await session()
    const fanout = fanoutOf(line, notes)
    const seats = [...others, asker].map((person) => sit(fanout, person))
    const dice = new Chance(11)
    const answers: unknown[] = []
    for (let round = 0; round < 600; round += 1) {
      const text = () => `Words ${dice.below(1_000_000)}`
      if (dice.chance(0.15)) {
        answers.push(await tell(line, asker, 'questions.ask', { text: text(), receipt: dice.chance(0.9) ? receipt : null }))
        continue
      }
      if (dice.chance(0.05)) {
        const question = dice.pick([...line.state.questions.all.keys(), questionOf('none')])
        answers.push(await tell(line, asker, 'questions.take-back', { question, receipt }))
        continue
      }
      const { person, envelope } = randomDeed(line.state, dice, text)
      if (person === asker || envelope.type === 'floor.give' || envelope.type === 'people.revoke') continue
      if (envelope.type === 'queue.add' && envelope.data.person === asker) continue
      answers.push(await line.handle({ person }, envelope))
    }
    await rounds()
    const late = [...others, asker].map((person) => sit(fanout, person))
    const back = seats.slice(0, others.length).map((seat, index) => {
      const screen = new Screen()
      screen.synced = seat.screen.synced
      return sit(fanout, others[index] ?? 'chair', screen)
    })
    await tell(line, 'chair', 'session.close', {})
    await rounds()

    const commits = await written(log)
    const asked = commits.filter(({ command }) => command.type === 'questions.ask')
    expect(asked.length).toBeGreaterThan(60)
    expect(commits.filter(({ command }) => command.type === 'questions.take-back').length).toBeGreaterThan(5)
    for (const { actor, command } of commits)
      expect([command.type, actor.person === 'somebody']).toEqual([command.type, /ask|take-back/.test(command.type)])
    expect(commits.filter(namesTheAsker)).toEqual([])
    expect(answers.filter(namesTheAsker)).toEqual([])
    expect(notes.lines.filter(namesTheAsker)).toEqual([])
    expect(namesTheAsker([...line.state.questions.all.values()])).toBe(false)
    expect(namesTheAsker(line.state.questions)).toBe(false)
    for (const { screen } of [...seats.slice(0, -1), ...late.slice(0, -1), ...back])
      expect(screen.received.filter(namesTheAsker)).toEqual([])
    // Their own screens are told who they are, and nothing of a question that is not everybody's.
    const own = seats.at(-1)?.screen.person
    expect(own).toMatchObject({ me: { id: asker }, myQuestions: [] })
    expect(line.state.questions.all.size).toBe(asked.length)
  })

  it('[T17] gives a repeat the first answer, also after a restart', async () => {
    const { line, log } = await session()
    const ask = { text: 'Why?', receipt }
    const [one, two] = await Promise.all([1, 2].map(() => tell(line, asker, 'questions.ask', ask, 'ask')))
    expect([one, two, await tell(line, asker, 'questions.ask', ask, 'ask')]).toEqual([accepted, accepted, accepted])
    const bare = await tell(line, asker, 'questions.ask', { text: 'Why?', receipt: null }, 'bare')
    expect([bare, await tell(line, asker, 'questions.ask', ask, 'bare')]).toEqual([refused('receipt-needed'), refused('receipt-needed')])
    const back = { question: questionOf('ask'), receipt }
    expect(await tell(line, asker, 'questions.take-back', back, 'back')).toEqual(accepted)
    const { revision } = line
    await line.close()
    const again = await openLine(log)
    expect(again.state.questions.all.size).toBe(1)
    expect(await tell(again, asker, 'questions.ask', ask, 'ask')).toEqual(accepted)
    expect(await tell(again, asker, 'questions.take-back', back, 'back')).toEqual(accepted)
    expect(again.revision).toBe(revision)
  })

  it('[L2] leaves an id with whoever used it first', async () => {
    const { line } = await session()
    const ask = { text: 'Why?', receipt }
    await tell(line, 'gov-1', 'queue.join', { kind: 'point-of-order', topic: null }, 'theirs')
    expect(await tell(line, asker, 'questions.ask', ask, 'theirs')).toEqual(refused('malformed'))
    await tell(line, asker, 'questions.ask', ask, 'asked')
    const { revision } = line
    expect(await tell(line, 'gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, 'asked')).toEqual(refused('malformed'))
    expect(await tell(line, 'gov-1', 'questions.ask', { text: 'Mine', receipt: receiptOf('gov-1') }, 'asked')).toEqual(accepted)
    expect(line.revision).toBe(revision)
    expect(line.state.questions.all.get(questionOf('asked'))?.text).toBe('Why?')
  })

  it('[T17] lets nobody act as somebody', async () => {
    const { line } = await session()
    expect(await tell(line, 'somebody', 'questions.ask', { text: 'Why?', receipt })).toEqual(refused('person-revoked'))
  })
})
