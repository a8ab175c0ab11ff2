import { createHash } from 'node:crypto'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { anonymousActor, systemActor } from '@rostrum/shared/contract/roles'
import { decide } from '@rostrum/shared/domain/decider'
import { anonymizeActor, digestReceipt } from '@rostrum/shared/domain/questions/anonymity'
import { describe, expect, test } from 'vitest'
import { anonymousPlan, createState, noon, plan } from '../support/fixtures.ts'
import { approve, ask, askAnonymously, command, given, openSession, toCommandId, toQuestionId, toReceipt } from '../support/given.ts'
import { allTypes } from '../support/random-session.ts'

const anonymousState = createState(anonymousPlan)
const question = toQuestionId('gov-1-asks')
const receipt = toReceipt('gov-1')
const afterAsk = [openSession, askAnonymously('gov-1')]
const getQuestion = (state: State) => state.questions.all.get(question)

describe('if authors are not recorded', () => {
  test('[T15] a question has no author, and a digest that is not the receipt', () => {
    const state = given([openSession], anonymousState)
      .when('questions.ask', { text: 'Why?', receipt }, 'gov-1', { id: 'gov-1-asks' })
      .thenState()
    expect(getQuestion(state)).toMatchObject({ author: null, receiptDigest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(state.questions.byAuthor.size).toBe(0)
    const written = JSON.stringify(getQuestion(state))
    for (const trace of [receipt, 'gov-1"', 'Delegation 1', 'government']) expect(written).not.toContain(trace)
  })

  test('[T15] two digests of one receipt have nothing in common', () => {
    expect(digestReceipt(question, receipt)).not.toBe(digestReceipt(toQuestionId('other'), receipt))
    const digest = createHash('sha256').update(`${question} ${receipt}`).digest('hex')
    expect(digestReceipt(question, receipt)).toBe(digest)
  })

  test('[T15] without a receipt it is refused', () => {
    given([openSession], anonymousState).when('questions.ask', { text: 'Why?', receipt: null }, 'gov-1').thenRefused('receipt-needed')
  })

  test('[T15] if authors are recorded, a receipt has no effect', () => {
    for (const attribution of ['named', 'hidden'] as const) {
      const named = createState({ ...plan, questions: { ...plan.questions, attribution } })
      const state = given([openSession], named).when('questions.ask', { text: 'Why?', receipt }, 'gov-1', { id: 'gov-1-asks' }).thenState()
      expect(getQuestion(state)).toMatchObject({ author: { person: 'gov-1' }, receiptDigest: null })
      given([], state).when('questions.withdraw-with-receipt', { question, receipt }, 'gov-1').thenRefused('no-such-question')
    }
  })

  test('[T15] a question is not linked to its author, who can support it and ask without limit', () => {
    given([...afterAsk, approve('gov-1-asks')], anonymousState)
      .when('questions.support', { question }, 'gov-1')
      .thenState()
    const capped = createState({ ...anonymousPlan, questions: { ...anonymousPlan.questions, cap: 1 } })
    given(afterAsk, capped).when('questions.ask', { text: 'How?', receipt }, 'gov-1').thenState()
  })

  test('[T16] the holder of the receipt withdraws it, until its answer starts', () => {
    const published = [...afterAsk, approve('gov-1-asks')]
    for (const by of ['gov-1', 'civil-1'])
      for (const history of [afterAsk, published, [...afterAsk, command('desk', 'questions.hold', { question })]]) {
        const state = given(history, anonymousState)
          .when('questions.withdraw-with-receipt', { question, receipt }, by)
          .then([{ type: 'questions.withdrawn', data: { question } }])
        expect(getQuestion(state)?.status).toBe('withdrawn')
        given([], state).when('questions.withdraw-with-receipt', { question, receipt }, by).thenRefused('wrong-status')
      }
    given([...published, command('chair', 'questions.show', { question, expectedCurrent: null })], anonymousState)
      .when('questions.withdraw-with-receipt', { question, receipt }, 'gov-1')
      .thenRefused('wrong-status')
  })

  test('[T16] without the receipt the question does not exist for the sender, and its author’s name does not withdraw it', () => {
    const wrong = { receipt: toReceipt('civil-1') }
    given(afterAsk, anonymousState)
      .when('questions.withdraw-with-receipt', { question, ...wrong }, 'gov-1')
      .thenRefused('no-such-question')
    given(afterAsk, anonymousState)
      .when('questions.withdraw-with-receipt', { question: toQuestionId('none'), ...wrong }, 'gov-1')
      .thenRefused('no-such-question')
    given(afterAsk, anonymousState).when('questions.withdraw', { question }, 'gov-1').thenRefused('forbidden')
  })
})

describe('the recorded actor', () => {
  const actor = { person: 'gov-1' as PersonId }

  test('[T17] the actor of asking and withdrawing is anonymous if authors are not recorded; everything else has its actor', () => {
    for (const type of [...allTypes, 'session.create', 'people.admit'] as const) {
      const unsigned = type === 'questions.ask' || type === 'questions.withdraw-with-receipt'
      expect([type, anonymizeActor(anonymousState, actor, type)]).toEqual([type, unsigned ? anonymousActor : actor])
      expect([type, anonymizeActor(createState(), actor, type)]).toEqual([type, actor])
      if (!unsigned) expect(anonymizeActor(anonymousState, systemActor, type)).toBe(systemActor)
    }
  })

  test('[T17] nobody acts as the anonymous actor, not even a person with that id', () => {
    const [participant] = [...anonymousState.people.all.values()].filter(({ role }) => role === 'participant')
    if (!participant) throw new Error('nobody takes part')
    const all = anonymousState.people.all.set('anonymous' as PersonId, { ...participant, id: 'anonymous' as PersonId })
    const state = { ...given([openSession, ask('gov-1', 'Why?', 'x')]).getState(), people: { ...anonymousState.people, all } }
    for (const command of [
      { type: 'questions.ask', data: { text: 'Why?', receipt } },
      { type: 'queue.join', data: { kind: 'point-of-order', topic: null } },
    ] as const)
      expect(decide(state, command, { actor: anonymousActor, at: noon, id: toCommandId('now') })).toEqual({
        ok: false,
        reason: 'person-revoked',
      })
  })
})
