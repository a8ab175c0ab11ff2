import type { GroupId, PersonId, StatementId } from '@rostrum/shared/contract/ids'
import type { CommandData, State } from '@rostrum/shared/contract/registry'
import { describe, expect, test } from 'vitest'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import { call, command, given, join, queueOpen, replay, toCommandId, toEntryId, toTurnId } from '../support/given.ts'

const closeSession = command('chair', 'session.close', {})
const afterClose = [...queueOpen, join('gov-1'), closeSession]
const statementData = { text: 'We would have said this.', expectedVersion: 0 }
const anytimeState = createState({ ...plan, statements: { words: 100, anytime: true } })
const afterTurnStart = [...queueOpen, join('gov-1'), call('gov-1'), command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })]

describe('a statement in writing', () => {
  test('[N4] is submitted by a person who was not reached, and belongs to their request', () => {
    const state = given(afterClose).when('statements.submit', statementData, 'gov-1').thenState()
    expect(state.statements.all.get('gov-1' as PersonId)).toMatchObject({
      text: statementData.text,
      words: 5,
      version: 1,
      entry: toEntryId('gov-1'),
      turn: null,
      author: { person: 'gov-1' },
    })
  })

  test('[N4] is accepted from nobody else, unless the session accepts statements from everybody', () => {
    given(afterClose).when('statements.submit', statementData, 'civil-1').thenRefused('statements-closed')
    const state = given(afterTurnStart, anytimeState).when('statements.submit', statementData, 'civil-1').thenState()
    expect(state.statements.all.get('civil-1' as PersonId)).toMatchObject({ entry: null, turn: null })
    given([], anytimeState).when('statements.submit', statementData, 'civil-1').thenRefused('session-not-open')
  })

  test('[N4] is linked to the last turn of somebody who has spoken', () => {
    const ended = [...afterTurnStart, command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') })]
    const state = given(ended, anytimeState).when('statements.submit', statementData, 'gov-1').thenState()
    expect(state.statements.all.get('gov-1' as PersonId)).toMatchObject({ entry: null, turn: toTurnId('turn-gov-1') })
  })

  test('[N5] has at most as many words as the session allows, counted as a reader would', () => {
    const makeData = (n: number) => ({ ...statementData, text: Array(n).fill('word').join(' ') })
    given(afterClose).when('statements.submit', makeData(100), 'gov-1').thenState()
    given(afterClose).when('statements.submit', makeData(101), 'gov-1').thenRefused('text-too-long')
    const chinese = given(afterClose)
      .when('statements.submit', { ...statementData, text: '社区网络如何获得资金？' }, 'gov-1')
      .thenState()
    expect(chinese.statements.all.get('gov-1' as PersonId)?.words).toBeGreaterThan(3)
  })

  test('[N6] a new version replaces the one before, from any device that has seen it; it can be withdrawn', () => {
    const filed = [...afterClose, command('gov-1', 'statements.submit', statementData)]
    given(filed)
      .when('statements.submit', { ...statementData, text: 'Other' }, 'gov-1')
      .thenRefused('conflict')
    const again = given(filed).when('statements.submit', { text: 'Other', expectedVersion: 1 }, 'gov-1').thenState()
    expect(again.statements.all.get('gov-1' as PersonId)).toMatchObject({ text: 'Other', version: 2 })
    expect(again.statements.all.get('gov-1' as PersonId)?.id).toBe(replay(filed).statements.all.get('gov-1' as PersonId)?.id)
    given(filed)
      .when('statements.submit', { ...statementData, expectedVersion: 1 }, 'gov-1')
      .thenNothing()
    given(filed).when('statements.withdraw', { expectedVersion: 1 }, 'gov-1').thenState()
    given(afterClose).when('statements.withdraw', { expectedVersion: 1 }, 'gov-1').thenRefused('no-such-statement')
  })
})

describe('a statement that was handed in', () => {
  const onPaper = command(
    'desk',
    'queue.add',
    {
      ...{ kind: 'intervention', person: null, entity: 'Library federation', speaker: null, group: 'civil' as GroupId },
      ...{ requestChannel: 'paper', seenAt: afterNoon(50), note: null },
    },
    { id: 'paper' },
  )
  const closed = [...queueOpen, join('gov-1'), onPaper, closeSession]
  const byEntry = (who: string) => ({ kind: 'entry', entry: toEntryId(who) }) as const
  const entered = { by: byEntry('paper'), text: 'We handed this in.', expectedVersion: 0 }
  const list = (state: State) => [...state.statements.all.values()].map(({ author, text, enteredBy }) => [author.entity, text, enteredBy])

  test('[R83] is entered for somebody who was added without a device, changed and removed', () => {
    const state = given(closed).when('statements.enter', entered, 'desk').thenState()
    expect(list(state)).toEqual([['Library federation', 'We handed this in.', 'desk']])
    const [statement] = state.statements.all.values()
    expect(statement).toMatchObject({ author: { person: null, group: 'civil' }, entry: toEntryId('paper'), version: 1 })
    const history = [...closed, command('desk', 'statements.enter', entered)]
    const again = given(history)
      .when('statements.enter', { ...entered, text: 'Corrected.', expectedVersion: 1 }, 'chair')
      .thenState()
    expect(list(again)).toEqual([['Library federation', 'Corrected.', 'chair']])
    const id = [...replay(history).statements.all.values()][0]?.id as StatementId
    const removed = given(history).when('statements.remove', { statement: id, expectedVersion: 1 }, 'desk').thenState()
    expect(list(removed)).toEqual([])
  })

  test('[R83] is entered only for somebody who may submit one, within the same limit of words', () => {
    const enter = (by: CommandData<'statements.enter'>['by'], more: object = {}) =>
      given(closed).when('statements.enter', { ...entered, by, ...more }, 'desk')
    enter({ kind: 'entry', entry: toEntryId('nobody') }).thenRefused('no-such-entry')
    enter({ kind: 'person', person: 'nobody' as PersonId }).thenRefused('no-such-person')
    enter({ kind: 'person', person: 'civil-1' as PersonId }).thenRefused('statements-closed')
    enter(byEntry('gov-1'), { text: 'word '.repeat(101).trim() }).thenRefused('text-too-long')
    enter(byEntry('gov-1'), { expectedVersion: 1 }).thenRefused('conflict')
    given(closed).when('statements.enter', entered, 'gov-1').thenRefused('forbidden')
  })

  test('[R83] never takes the place of the author’s own text; the author replaces or withdraws what was entered', () => {
    const own = [...closed, command('gov-1', 'statements.submit', statementData, { id: 'own' })]
    given(own)
      .when('statements.enter', { ...entered, by: byEntry('gov-1'), expectedVersion: 1 }, 'desk')
      .thenRefused('statement-by-author')
    given(own)
      .when('statements.remove', { statement: toCommandId('own') as string as StatementId, expectedVersion: 1 }, 'desk')
      .thenRefused('statement-by-author')
    const onBehalf = [...closed, command('desk', 'statements.enter', { ...entered, by: byEntry('gov-1') })]
    const replaced = given(onBehalf)
      .when('statements.submit', { ...statementData, expectedVersion: 1 }, 'gov-1')
      .thenState()
    expect(list(replaced)).toEqual([['Delegation 1', statementData.text, undefined]])
    expect(list(given(onBehalf).when('statements.withdraw', { expectedVersion: 1 }, 'gov-1').thenState())).toEqual([])
  })
})
