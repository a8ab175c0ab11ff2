/** The matrix, from the registry: every command, every seat, every phase, on one's own, another's and a missing thing. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Command, CommandType, State } from '@rostrum/shared/contract/registry'
import { decide } from '@rostrum/shared/domain/decider'
import { grants, permissions } from '@rostrum/shared/domain/permissions'
import { plus, seconds } from '@rostrum/shared/kernel/time'
import { describe, expect, test } from 'vitest'
import { actors, entry, ownerFor, type Scene, scenes, seats, speaks, turn, whose } from '../support/command-scenarios.ts'
import { founded, noon } from '../support/fixtures.ts'
import { commandOf, given, raises, said, stateAfter, turnOf } from '../support/given.ts'
import { everyType } from '../support/random-session.ts'

const answer = (state: State, type: CommandType, data: unknown, by: string) =>
  decide(state, { type, data } as Command, { actor: { person: by as PersonId }, at: plus(noon, seconds(100)), id: commandOf('now') })

describe.each(everyType)('[P4] %s', (type) => {
  const build = scenes[type] as (of: string) => Scene<CommandType>

  test.each(seats)('by %s', (seat) => {
    const grant = grants(seat, type)
    const owner = ownerFor(seat, type)
    for (const thing of ['own', 'another’s'] as const) {
      const { history, data } = build(owner[thing])
      const may = grant === 'yes' || (grant === 'own' && thing === 'own')
      const decision = answer(stateAfter(history), type, data(owner[thing]), actors[seat])
      expect([thing, decision]).toEqual([
        thing,
        may ? { ok: true, events: expect.arrayContaining([expect.anything()]) } : { ok: false, why: 'forbidden' },
      ])
    }
  })

  test('in every phase, on what is there and what is not: forbidden exactly where the table says so', () => {
    for (const seat of seats) {
      const owner = ownerFor(seat, type)
      for (const thing of whose) {
        const { history, data } = build(thing === 'missing' ? 'civil-1' : owner[thing])
        const began = history.length > 0 ? history : [said('chair', 'session.open', {})]
        const open = stateAfter(began)
        const breaks = open.session.phase === 'open' ? [stateAfter([...began, said('chair', 'session.suspend', {})])] : []
        for (const state of [founded(), open, ...breaks, stateAfter([...began, said('chair', 'session.close', {})])]) {
          const its = data(owner[thing])
          const grant = grants(seat, type)
          const may = grant === 'yes' || (grant === 'own' && ownedBy(state, its, actors[seat]))
          const decision = answer(state, type, its, actors[seat])
          expect([seat, thing, state.session.phase, !decision.ok && decision.why === 'forbidden']).toEqual([
            seat,
            thing,
            state.session.phase,
            !may,
          ])
        }
      }
    }
  })

  test('whoever is revoked is told so, whatever they ask', () => {
    const { history, data } = build('gov-1')
    for (const by of ['chair', 'desk', 'panel', 'screen', 'gov-1']) {
      const state = stateAfter([...history, said(by === 'chair' ? 'desk' : 'chair', 'people.revoke', { person: by as PersonId })])
      expect(answer(state, type, data('gov-1'), by)).toEqual({ ok: false, why: 'person-revoked' })
    }
  })
})

/** By the state, apart from the table under test. */
const ownedBy = ({ queue, floor, questions, cues }: State, data: object, by: string): boolean => {
  const its = data as { readonly entry?: string; readonly turn?: string; readonly question?: string; readonly cue?: string }
  const entries = Object.values(queue.entries)
    .filter(({ id }) => id === its.entry)
    .map(({ speaker }) => speaker.person)
  const turns = floor.current && floor.current.id === its.turn ? [floor.current.entry?.speaker.person] : []
  const authors = [...questions.all.values()].filter(({ id }) => id === its.question).map(({ author }) => author?.person)
  const cuedTurn = cues.last?.id === its.cue ? cues.last?.turn : undefined
  const cued = [
    ...(floor.current?.id === cuedTurn ? [floor.current?.entry?.speaker.person] : []),
    ...floor.past.filter(({ id }) => id === cuedTurn).map(({ speaker }) => speaker?.person),
  ]
  return [...entries, ...turns, ...authors, ...cued].some((person) => person === by)
}

test('[P6] a display may do nothing, a panellist act on what is theirs, and the staff drive alike', () => {
  for (const type of everyType) {
    expect([type, permissions[type].display]).toEqual([type, 'no'])
    expect(permissions[type].secretariat).toBe(permissions[type].chair)
  }
  const panellists = everyType.filter((type) => permissions[type].panellist !== 'no')
  expect(panellists.map((type) => [type, permissions[type].panellist])).toEqual(
    ['queue.ready', 'queue.hold', 'queue.return', 'queue.withdraw', 'floor.end', 'floor.absent', 'cues.deliver', 'cues.see'].map((type) => [
      type,
      'own',
    ]),
  )
})

test('[P6] time itself may close the list and nothing else', () => {
  expect(everyType.filter((type) => grants('system', type) !== 'no')).toEqual(['queue.close'])
})

test('[P6] participants ask, support, and act on what is theirs', () => {
  const of = (grant: string) => everyType.filter((type) => grants('participant', type) === grant)
  expect(of('yes')).toEqual([
    'queue.join',
    'questions.ask',
    'questions.take-back',
    'questions.support',
    'questions.unsupport',
    'statements.file',
    'statements.withdraw',
  ])
  expect(of('own')).toEqual([
    'queue.note',
    'queue.ready',
    'queue.hold',
    'queue.return',
    'queue.withdraw',
    'queue.defer',
    'queue.offer-swap',
    'queue.take-swap',
    'queue.refuse-swap',
    'floor.end',
    'floor.absent',
    'questions.withdraw',
    'cues.deliver',
    'cues.see',
  ])
})

test('[P4] a turn that was interrupted is nobody’s to end', () => {
  const interrupted = [
    ...speaks('gov-1', true),
    raises('civil-1'),
    said('chair', 'floor.recognize', { ...entry('civil-1-point'), expectedCurrent: turnOf('turn-gov-1') }),
  ]
  given(interrupted).when('floor.end', turn('gov-1'), 'gov-1').thenRefused('forbidden')
})
