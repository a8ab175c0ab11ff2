import type { PersonId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { createState, plan } from '../support/fixtures.ts'
import { call, command, given, join, queueOpen, replay, toEntryId, toTurnId } from '../support/given.ts'

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
