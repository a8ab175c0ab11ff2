import { createHash } from 'node:crypto'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { somebody, system } from '@rostrum/shared/contract/roles'
import { decide } from '@rostrum/shared/domain/decider'
import { proofOf, recordedActor } from '@rostrum/shared/domain/questions/anonymity'
import { describe, expect, test } from 'vitest'
import { founded, noon, plan, unattributed } from '../support/fixtures.ts'
import { approves, asks, asksUnnamed, commandOf, given, open, questionOf, receiptOf, said } from '../support/given.ts'
import { everyType } from '../support/random-session.ts'

const nameless = founded(unattributed)
const question = questionOf('gov-1-asks')
const receipt = receiptOf('gov-1')
const asked = [open, asksUnnamed('gov-1')]
const get = (state: State) => state.questions.all.get(question)

describe('where authors are not kept', () => {
  test('[T15] a question has no author, and a proof that is not the receipt', () => {
    const state = given([open], nameless).when('questions.ask', { text: 'Why?', receipt }, 'gov-1', { id: 'gov-1-asks' }).thenState()
    expect(get(state)).toMatchObject({ author: null, proof: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(state.questions.asked.size).toBe(0)
    const written = JSON.stringify(get(state))
    for (const trace of [receipt, 'gov-1"', 'Delegation 1', 'government']) expect(written).not.toContain(trace)
  })

  test('[T15] two proofs of one receipt have nothing in common', () => {
    expect(proofOf(question, receipt)).not.toBe(proofOf(questionOf('other'), receipt))
    const digest = createHash('sha256').update(`${question} ${receipt}`).digest('hex')
    expect(proofOf(question, receipt)).toBe(digest)
  })

  test('[T15] without a receipt it is refused', () => {
    given([open], nameless).when('questions.ask', { text: 'Why?', receipt: null }, 'gov-1').thenRefused('receipt-needed')
  })

  test('[T15] elsewhere a receipt counts for nothing', () => {
    for (const attribution of ['named', 'hidden'] as const) {
      const named = founded({ ...plan, questions: { ...plan.questions, attribution } })
      const state = given([open], named).when('questions.ask', { text: 'Why?', receipt }, 'gov-1', { id: 'gov-1-asks' }).thenState()
      expect(get(state)).toMatchObject({ author: { person: 'gov-1' }, proof: null })
      given([], state).when('questions.take-back', { question, receipt }, 'gov-1').thenRefused('no-such-question')
    }
  })

  test('[T15] nobody can be told that a question is their own, and nobody has too many', () => {
    given([...asked, approves('gov-1-asks')], nameless)
      .when('questions.support', { question }, 'gov-1')
      .thenState()
    const capped = founded({ ...unattributed, questions: { ...unattributed.questions, cap: 1 } })
    given(asked, capped).when('questions.ask', { text: 'How?', receipt }, 'gov-1').thenState()
  })

  test('[T16] whoever has the receipt takes it back, until its answer begins', () => {
    const published = [...asked, approves('gov-1-asks')]
    for (const by of ['gov-1', 'civil-1'])
      for (const history of [asked, published, [...asked, said('desk', 'questions.hold', { question })]]) {
        const state = given(history, nameless)
          .when('questions.take-back', { question, receipt }, by)
          .then([{ type: 'questions.withdrawn', data: { question } }])
        expect(get(state)?.status).toBe('withdrawn')
        given([], state).when('questions.take-back', { question, receipt }, by).thenRefused('not-decided-here')
      }
    given([...published, said('chair', 'questions.show', { question, expectedCurrent: null })], nameless)
      .when('questions.take-back', { question, receipt }, 'gov-1')
      .thenRefused('not-decided-here')
  })

  test('[T16] to anybody else it answers like one that does not exist, and it cannot be withdrawn by name', () => {
    const wrong = { receipt: receiptOf('civil-1') }
    given(asked, nameless)
      .when('questions.take-back', { question, ...wrong }, 'gov-1')
      .thenRefused('no-such-question')
    given(asked, nameless)
      .when('questions.take-back', { question: questionOf('none'), ...wrong }, 'gov-1')
      .thenRefused('no-such-question')
    given(asked, nameless).when('questions.withdraw', { question }, 'gov-1').thenRefused('forbidden')
  })
})

describe('who is written down', () => {
  const actor = { person: 'gov-1' as PersonId }

  test('[T17] whoever asks or takes back is somebody, where authors are not kept; everything else has its actor', () => {
    for (const type of [...everyType, 'session.create', 'people.admit'] as const) {
      const unsigned = type === 'questions.ask' || type === 'questions.take-back'
      expect([type, recordedActor(nameless, actor, type)]).toEqual([type, unsigned ? somebody : actor])
      expect([type, recordedActor(founded(), actor, type)]).toEqual([type, actor])
      if (!unsigned) expect(recordedActor(nameless, system, type)).toBe(system)
    }
  })

  test('[T17] nobody acts as somebody, also if somebody were called so', () => {
    const [participant] = [...nameless.people.all.values()].filter(({ role }) => role === 'participant')
    if (!participant) throw new Error('nobody takes part')
    const all = nameless.people.all.set('somebody' as PersonId, { ...participant, id: 'somebody' as PersonId })
    const state = { ...given([open, asks('gov-1', 'Why?', 'x')]).thenSo(), people: { ...nameless.people, all } }
    for (const command of [
      { type: 'questions.ask', data: { text: 'Why?', receipt } },
      { type: 'queue.join', data: { kind: 'point-of-order', topic: null } },
    ] as const)
      expect(decide(state, command, { actor: somebody, at: noon, id: commandOf('now') })).toEqual({ ok: false, why: 'person-revoked' })
  })
})
