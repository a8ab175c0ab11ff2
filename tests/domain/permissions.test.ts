/** The matrix, from the registry: every command, every role, every phase, for one's own, another person's and a missing object. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Command, CommandType, State } from '@rostrum/shared/contract/registry'
import { decide } from '@rostrum/shared/domain/decider'
import { getGrant, permissions } from '@rostrum/shared/domain/permissions'
import { addMillis, seconds } from '@rostrum/shared/kernel/time'
import { describe, expect, test } from 'vitest'
import { actorIds, actorRoles, entryData, getOwners, ownership, scenarios, takeFloor, turnData } from '../support/command-scenarios.ts'
import { isOwnedBy } from '../support/find-owner.ts'
import { createState, noon } from '../support/fixtures.ts'
import { command, given, raisePoint, replay, toCommandId, toTurnId } from '../support/given.ts'
import { allTypes } from '../support/random-session.ts'
import type { Scenario } from '../support/scenario.ts'

const decideAs = (state: State, type: CommandType, data: unknown, by: string) =>
  decide(state, { type, data } as Command, { actor: { person: by as PersonId }, at: addMillis(noon, seconds(100)), id: toCommandId('now') })

describe.each(allTypes)('[P4] %s', (type) => {
  const build = scenarios[type] as (of: string) => Scenario<CommandType>

  test.each(actorRoles)('by %s', (role) => {
    const grant = getGrant(role, type)
    const owner = getOwners(role, type)
    for (const thing of ['own', 'another’s'] as const) {
      const { history, data } = build(owner[thing])
      const may = grant === 'yes' || (grant === 'own' && thing === 'own')
      const decision = decideAs(replay(history), type, data(owner[thing]), actorIds[role])
      // Permitted, but refused at this moment: the time of the prompt is over here, and it has not been closed.
      const allowed =
        type === 'sense.respond'
          ? { ok: false, reason: 'prompt-closed' }
          : type === 'sense.publish'
            ? { ok: false, reason: 'prompt-not-closed' }
            : expect.objectContaining({ ok: true, events: expect.arrayContaining([expect.anything()]) })
      expect([thing, decision]).toEqual([thing, may ? allowed : { ok: false, reason: 'forbidden' }])
    }
  })

  test('in every phase, for existing and missing objects: forbidden exactly when the table says so', () => {
    for (const role of actorRoles) {
      const owner = getOwners(role, type)
      for (const thing of ownership) {
        const { history, data } = build(thing === 'missing' ? 'civil-1' : owner[thing])
        const began = history.length > 0 ? history : [command('chair', 'session.open', {})]
        const open = replay(began)
        const breaks = open.session.phase === 'open' ? [replay([...began, command('chair', 'session.suspend', {})])] : []
        for (const state of [createState(), open, ...breaks, replay([...began, command('chair', 'session.close', {})])]) {
          const its = data(owner[thing])
          const grant = getGrant(role, type)
          const may = grant === 'yes' || (grant === 'own' && isOwnedBy(state, its, actorIds[role]))
          const decision = decideAs(state, type, its, actorIds[role])
          expect([role, thing, state.session.phase, !decision.ok && decision.reason === 'forbidden']).toEqual([
            role,
            thing,
            state.session.phase,
            !may,
          ])
        }
      }
    }
  })

  test('a person whose access is revoked gets that reason for every command', () => {
    const { history, data } = build('gov-1')
    for (const by of ['chair', 'desk', 'panel', 'screen', 'gov-1']) {
      const state = replay([...history, { type: 'people.revoked', data: { person: by as PersonId } }])
      expect(decideAs(state, type, data('gov-1'), by)).toEqual({ ok: false, reason: 'person-revoked' })
    }
  })
})

test('[P6] a display may do nothing, a panellist only what is theirs; chair and secretariat differ only in results of prompts', () => {
  for (const type of allTypes) {
    expect([type, permissions[type].display]).toEqual([type, 'no'])
    const isOfChair = type === 'sense.publish' || type === 'sense.discard'
    expect([type, permissions[type].secretariat]).toEqual([type, isOfChair ? 'no' : permissions[type].chair])
  }
  const panellists = allTypes.filter((type) => permissions[type].panellist !== 'no')
  expect(panellists.map((type) => [type, permissions[type].panellist])).toEqual(
    [
      ...['queue.set-language', 'queue.ready', 'queue.hold', 'queue.return', 'queue.keep-place', 'queue.withdraw'],
      ...['floor.end', 'floor.decline', 'cues.deliver', 'cues.see'],
    ].map((type) => [type, 'own']),
  )
})

test('[P6] the system may close the list and a prompt, and end an access for the organizer, and nothing else', () => {
  expect(allTypes.filter((type) => getGrant('system', type) !== 'no')).toEqual(['people.revoke', 'queue.close', 'sense.close'])
})

test('[P6] participants may ask, support, and act on what is theirs', () => {
  const of = (grant: string) => allTypes.filter((type) => getGrant('participant', type) === grant)
  expect(of('yes')).toEqual([
    'queue.join',
    'questions.ask',
    'questions.withdraw-with-receipt',
    'questions.support',
    'questions.unsupport',
    'statements.submit',
    'statements.withdraw',
    'sense.respond',
  ])
  expect(of('own')).toEqual([
    'queue.set-topic',
    'queue.set-language',
    'queue.ready',
    'queue.hold',
    'queue.return',
    'queue.keep-place',
    'queue.withdraw',
    'queue.defer',
    'queue.offer-swap',
    'queue.accept-swap',
    'queue.refuse-swap',
    'floor.end',
    'floor.decline',
    'questions.withdraw',
    'cues.deliver',
    'cues.see',
  ])
})

test('[P4] nobody can end an interrupted turn', () => {
  const interrupted = [
    ...takeFloor('gov-1', true),
    raisePoint('civil-1'),
    command('chair', 'floor.recognize', { ...entryData('civil-1-point'), expectedCurrent: toTurnId('turn-gov-1') }),
  ]
  given(interrupted).when('floor.end', turnData('gov-1'), 'gov-1').thenRefused('forbidden')
})
