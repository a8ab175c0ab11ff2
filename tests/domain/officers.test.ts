/** Officers: their offices and duties, the officer in the chair, and the author of each step. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import { type Duty, duties, type Office, roleByOffice } from '@rostrum/shared/contract/offices'
import type { Command, CommandType, State } from '@rostrum/shared/contract/registry'
import { roleRules, systemActor } from '@rostrum/shared/contract/roles'
import { decide } from '@rostrum/shared/domain/decider'
import { canManageRoster } from '@rostrum/shared/domain/people/register'
import { type Grant, getPersonGrant, permissions } from '@rostrum/shared/domain/permissions'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { scenarios } from '../support/command-scenarios.ts'
import { afterNoon, allPeople, createState, getPerson, plan } from '../support/fixtures.ts'
import { ask, command, openSession, queueOpen, replay, toCommandId, toQuestionId } from '../support/given.ts'
import { allTypes } from '../support/random-session.ts'
import type { Scenario } from '../support/scenario.ts'

const rows: Readonly<Record<string, { readonly duty: Duty | null; readonly chair: Grant }>> = permissions

const makeOfficer = (person: string, office: Office, held: readonly Duty[] = duties) => ({
  person: person as PersonId,
  role: roleByOffice[office],
  entity: office,
  group: null,
  channel: 'room' as const,
  office: { office, duties: held },
})
const makeState = () =>
  createState(plan, [
    ...allPeople,
    makeOfficer('vice', 'vice-chair'),
    makeOfficer('floor-1', 'floor-secretary'),
    makeOfficer('floor-2', 'floor-secretary'),
    makeOfficer('notes-only', 'rapporteur', ['notes']),
    makeOfficer('questions-only', 'moderator', ['questions']),
  ])
const send = <C extends CommandType>(state: State, by: string, type: C, data: object) =>
  decide(state, { type, data } as Command, { actor: { person: by as PersonId }, at: afterNoon(500), id: toCommandId('now') })
const listOfficers = (state: State) => projectAudience(state, 'staff').view.officers ?? []
const hand = (by: string, to: string, expected: string | null) =>
  command(by, 'people.hand-chair', { to: to as PersonId, expectedPresiding: expected as PersonId })

test('[P50] officers are admitted by office, and several officers with the same office are numbered', () => {
  expect(listOfficers(makeState()).map(({ person, office, number }) => [person, office, number])).toEqual([
    ['chair', 'chair', 1],
    ['vice', 'vice-chair', 1],
    ['desk', 'secretariat', 1],
    ['floor-1', 'floor-secretary', 1],
    ['floor-2', 'floor-secretary', 2],
    ['questions-only', 'moderator', 1],
    ['notes-only', 'rapporteur', 1],
  ])
  for (const audience of ['public', 'podium', 'display'] as const)
    expect(projectAudience(makeState(), audience).view.officers).toBeUndefined()
})

test('[T39] an officer without the duty for questions reads those that wait, and decides on none', () => {
  const state = replay([openSession, ask('gov-1', 'Still hidden?')], makeState())
  const question = toQuestionId('gov-1-asks')
  const officer = getPerson(state, 'notes-only')
  expect(projectAudience(state, roleRules[officer.role].audience).view.questions[question]?.text).toBe('Still hidden?')
  for (const type of ['questions.approve', 'questions.hold'] as const)
    expect(send(state, officer.id, type, { question })).toEqual({ ok: false, reason: 'forbidden' })
  expect(send(state, 'questions-only', 'questions.approve', { question })).toMatchObject({ ok: true })
})

test('[P51] an officer may send exactly the commands of their duties', () => {
  for (const [officer, duty] of [
    ['notes-only', 'notes'],
    ['questions-only', 'questions'],
  ] as const)
    for (const type of allTypes) {
      const build = scenarios[type] as (of: string) => Scenario<CommandType>
      const { history, data } = build('gov-1')
      const state = replay(history, makeState())
      const isForbidden = (by: string) => {
        const decision = send(state, by, type, data('gov-1'))
        return !decision.ok && decision.reason === 'forbidden'
      }
      expect([type, isForbidden(officer)]).toEqual([type, rows[type]?.duty !== duty])
      expect([type, getPersonGrant(getPerson(state, officer), type)]).toEqual([type, rows[type]?.duty === duty ? 'yes' : 'no'])
    }
})

test('[P51] every command of the staff belongs to one duty, and no other command belongs to any', () => {
  for (const type of allTypes) expect([type, rows[type]?.duty !== null]).toEqual([type, rows[type]?.chair === 'yes'])
})

test('[P51] only officers with that duty manage the roster', () => {
  const state = makeState()
  const mayManage = (id: string) => canManageRoster(state, { person: id as PersonId })
  expect(['chair', 'desk', 'floor-1', 'notes-only', 'questions-only', 'panel', 'gov-1'].filter(mayManage)).toEqual([
    'chair',
    'desk',
    'floor-1',
  ])
  expect(canManageRoster(state, systemActor)).toBe(true)
})

test('[P52] the chair is handed over with one command, and taken back with one', () => {
  const getPresiding = (state: State) => listOfficers(state).flatMap(({ person, presiding }) => (presiding ? [person] : []))
  const start = replay([openSession], makeState())
  expect(getPresiding(start)).toEqual(['chair'])
  const handed = replay([hand('chair', 'vice', 'chair')], start)
  expect(getPresiding(handed)).toEqual(['vice'])
  expect(getPresiding(replay([hand('chair', 'chair', 'vice')], handed))).toEqual(['chair'])
  // An officer whose access ends is no longer in the chair.
  expect(getPresiding(replay([{ type: 'people.revoked', data: { person: 'vice' as PersonId } }], handed))).toEqual(['chair'])
})

test('[P52] the chair cannot be handed to anybody without the Chair’s screen, or by somebody who saw a different officer presiding', () => {
  const start = replay([openSession], makeState())
  const refuse = (by: string, to: string, expectedPresiding: string) => send(start, by, 'people.hand-chair', { to, expectedPresiding })
  expect(refuse('chair', 'desk', 'chair')).toEqual({ ok: false, reason: 'cannot-preside' })
  expect(refuse('chair', 'gov-1', 'chair')).toEqual({ ok: false, reason: 'cannot-preside' })
  expect(refuse('chair', 'nobody-of-this-name---', 'chair')).toEqual({ ok: false, reason: 'no-such-person' })
  expect(refuse('chair', 'vice', 'vice')).toEqual({ ok: false, reason: 'conflict' })
  expect(refuse('notes-only', 'vice', 'chair')).toEqual({ ok: false, reason: 'forbidden' })
  expect(refuse('chair', 'chair', 'chair')).toEqual({ ok: true, events: [] })
})

test('[P53] a step records which officer took it, and which one took it back', () => {
  const state = replay([...queueOpen, command('floor-2', 'queue.close', {}), command('vice', 'queue.open', {})], makeState())
  const { steps } = projectAudience(state, 'staff').view
  const last = steps?.at(-1)
  if (!last) throw new Error('no step was taken')
  expect(steps?.slice(-2).map(({ by }) => by)).toEqual(['floor-2', 'vice'])
  const undone = replay([command('desk', 'steps.undo', { step: last.id })], state)
  expect(projectAudience(undone, 'staff').view.undoneStep?.by).toBe('desk')
})

test('[P50] an officer knows their own office and duties; nobody else has one', () => {
  const state = makeState()
  expect(projectPerson(state, getPerson(state, 'notes-only')).view.me.office).toEqual({
    office: 'rapporteur',
    duties: ['notes'],
    number: 1,
  })
  expect(projectPerson(state, getPerson(state, 'gov-1')).view.me.office).toBeNull()
})
