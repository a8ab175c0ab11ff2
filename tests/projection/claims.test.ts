/** Names that somebody claims are marked wherever a view shows them, and only those. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { EventDecision, State } from '@rostrum/shared/contract/registry'
import { type Audience, audiences, systemActor } from '@rostrum/shared/contract/roles'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { admitPeople, registerPeople } from '@rostrum/shared/domain/people/register'
import { KeptView } from '@rostrum/shared/projection/kept-view'
import { projectAudience } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { createState, makeAdmission, noon, plan } from '../support/fixtures.ts'
import { approve, ask, call, command, join, queueOpen, replay, toEntryId, toQuestionId, toTurnId } from '../support/given.ts'

const walkIn = (id: string, entity: string): Admission => ({
  ...makeAdmission(id, 'participant', entity, 'government', 'room'),
  walkIn: true,
})
const apply = (state: State, decision: EventDecision): State => {
  if (!decision.ok) throw new Error(decision.reason)
  return evolveAll(state, decision.events, noon)
}
/** A walk-in speaks and asks as a registered delegation, and the registered one does too. */
const joined = (() => {
  const start = createState({ ...plan, walkIns: true })
  return apply(start, admitPeople(start, [walkIn('claims', 'Delegation 1'), walkIn('free', 'Library')]))
})()
const history = [
  ...queueOpen,
  ask('claims'),
  ask('gov-1'),
  ask('free'),
  approve('claims-asks'),
  approve('gov-1-asks'),
  approve('free-asks'),
  join('claims'),
  join('gov-1'),
  join('free'),
]
const spoken = replay(history, joined)
const speaking = replay([call('claims'), command('chair', 'floor.start', { turn: toTurnId('turn-claims') })], spoken)
const over = replay(
  [command('chair', 'floor.end', { turn: toTurnId('turn-claims') }), join('claims'), command('chair', 'session.close', {})],
  speaking,
)
const written = replay([command('claims', 'statements.submit', { text: 'My words', expectedVersion: 0 })], over)

const project = (state: State, audience: Audience) => projectAudience(state, audience).view
const confirm = (state: State): State => replay([command('desk', 'people.confirm', { person: 'claims' as PersonId })], state)
const correct = (state: State): State =>
  apply(state, registerPeople(state, systemActor, [{ ...makeAdmission('claims', 'participant', 'Other Ltd', 'government', 'room') }]))
const revoke = (state: State): State => replay([command('desk', 'people.revoke', { person: 'claims' as PersonId })], state)

/** The marks of all names that the view shows, by where they are. */
const listMarks = (state: State, audience: Audience): Readonly<Record<string, true | undefined>> => {
  const view: Partial<ReturnType<typeof project>> = project(state, audience)
  const rows = <Row>(table: Readonly<Record<string, Row | undefined>> | undefined, read: (row: Row) => { toConfirm?: true } | null) =>
    Object.entries(table ?? {}).map(([id, row]) => [id, row && read(row)?.toConfirm] as const)
  return Object.fromEntries([
    ...rows(view.questions, ({ from }) => from),
    ...rows(view.entries, (row) => row),
    ...rows(view.pastTurns, ({ speaker }) => speaker),
    ...rows(view.notReached, (row) => row),
    ...rows(view.statements, (row) => row),
    ...(view.floor?.current ? [['floor', view.floor.current.speaker?.toConfirm] as const] : []),
  ])
}
const [asked, spoke] = [toQuestionId('claims-asks'), toTurnId('turn-claims')]

test.each(audiences)('[P120] every name that somebody claims is marked, and no other: %s', (audience) => {
  const marks = { ...listMarks(spoken, audience), ...listMarks(speaking, audience), ...listMarks(written, audience) }
  const marked = Object.keys(marks).filter((id) => marks[id])
  const own = [asked, toEntryId('claims'), 'floor', spoke, 'claims']
  expect(marked.sort()).toEqual(
    Object.keys(marks)
      .filter((id) => own.includes(id))
      .sort(),
  )
  expect(marked.length).toBeGreaterThan(audience === 'display' ? 0 : 1)
})

test('[P120] the mark goes when the staff confirm the person', () => {
  for (const state of [spoken, speaking, written])
    for (const audience of audiences) {
      const marks = Object.values(listMarks(confirm(state), audience))
      expect(marks.filter(Boolean)).toEqual([])
      // A screen that follows has the same as one that begins.
      const kept = new KeptView(state, audience)
      kept.advance(confirm(state), [{ type: 'people.confirmed', data: { person: 'claims' as PersonId } }])
      expect(kept.view).toEqual(project(confirm(state), audience))
    }
})

test('[P120] another name or the end of the access confirms no earlier word', () => {
  for (const end of [correct, revoke])
    for (const audience of ['staff', 'public', 'podium'] as const) {
      expect(listMarks(end(speaking), audience)).toMatchObject({ [asked]: true, floor: true })
      expect(listMarks(end(written), audience)).toMatchObject({
        [asked]: true,
        ...(audience === 'staff' ? { [spoke]: true, claims: true } : {}),
      })
    }
  expect(correct(speaking).people.toConfirm).toEqual([])
  // A question under the name that the staff gave is not marked.
  expect(
    listMarks(replay([ask('claims', 'More?', 'later'), approve('later')], correct(spoken)), 'public')[toQuestionId('later')],
  ).toBeUndefined()
})

test('[P120] a person who joined before the organization was registered is marked from then on', () => {
  const library = { ...makeAdmission('library', 'participant', 'Library', null, 'room') }
  expect(listMarks(spoken, 'public')[toQuestionId('free-asks')]).toBeUndefined()
  const registered = apply(spoken, registerPeople(spoken, systemActor, [library]))
  expect(listMarks(registered, 'public')).toMatchObject({ [toQuestionId('free-asks')]: true, [toEntryId('free')]: true })
})
