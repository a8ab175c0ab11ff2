/** People whose own view is affected by a change: nobody is left out, and few are projected in vain. */
import { isDeepStrictEqual } from 'node:util'
import type { QuestionId } from '@rostrum/shared/contract/ids'
import type { Event, State } from '@rostrum/shared/contract/registry'
import { addMillis, minutes } from '@rostrum/shared/kernel/time'
import { findConcerned } from '@rostrum/shared/projection/concerned'
import { projectPerson } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allPeople, anonymousPlan, createState, makeAdmission, makePlan, noon, plan } from '../support/fixtures.ts'
import { command, decideCommand, join, queueOpen, replay, type SentCommand, toEntryId } from '../support/given.ts'
import { arbitraryRolls, type PlayedCommand, playRolls } from '../support/random-session.ts'

type Group = { readonly from: State; readonly to: State; readonly events: readonly Event[] }
/** Divides the steps of a session into groups of one to `most`, as commits arrive together. */
const groupSteps = (steps: readonly PlayedCommand[], most: number): readonly Group[] => {
  const groups: Group[] = []
  for (let begin = 0; begin < steps.length; ) {
    const some = steps.slice(begin, begin + 1 + ((begin * 7) % most))
    const [first, last] = [some[0], some.at(-1)]
    if (first && last)
      groups.push({ from: first.before, to: last.after, events: some.flatMap(({ decision }) => (decision.ok ? decision.events : [])) })
    begin += some.length
  }
  return groups
}

test('[V56] people not concerned by a change see the same as before, even when many commits come together', () => {
  let unconcerned = 0
  fc.assert(
    fc.property(
      fc.constantFrom(plan, makePlan('received'), { ...plan, statements: { ...plan.statements, anytime: true } }, anonymousPlan),
      fc.constantFrom(1, 4, 30),
      arbitraryRolls(60, 160),
      (its, most, rolls) => {
        for (const { from, to, events } of groupSteps(playRolls(replay(queueOpen, createState(its)), rolls), most)) {
          const concerned = findConcerned(events, { from, to })
          if (concerned === 'all') continue
          for (const [id, person] of to.people.all) {
            const before = from.people.all.get(id)
            if (concerned.has(id) || !before) continue
            unconcerned += 1
            const [was, is] = [projectPerson(from, before).view, projectPerson(to, person).view]
            if (!isDeepStrictEqual(was, is)) expect({ id, events: events.map(({ type }) => type), view: is }).toEqual({ id, view: was })
          }
        }
      },
    ),
    { numRuns: 120 },
  )
  expect(unconcerned).toBeGreaterThan(10_000)
})

const waiting = Array.from({ length: 200 }, (_, index) => `speaker-${index}`)
const crowded = replay(
  [...queueOpen, ...waiting.map((id) => join(id))],
  createState(makePlan('received'), [
    ...allPeople,
    ...[...waiting, 'late'].map((id, index) => makeAdmission(id, 'participant', `Delegation ${index}`, 'government', 'room')),
  ]),
)
/** Lists the people concerned by the last commands of a history, taken together. */
const listConcerned = (history: readonly SentCommand[], last: readonly SentCommand[]): readonly string[] => {
  const from = replay(history, createState(makePlan('received')))
  const events: Event[] = []
  let to = from
  for (const sent of last) {
    const decision = decideCommand(to, sent, addMillis(noon, minutes(20)))
    if (!decision.ok) throw new Error(decision.reason)
    events.push(...decision.events)
    to = replay(decision.events, to)
  }
  const concerned = findConcerned(events, { from, to })
  return concerned === 'all' ? [concerned] : [...concerned]
}

test('[V56] the author of a merged question learns the number of its host when the host is published', () => {
  const ask = (by: string) => command(by, 'questions.ask', { text: `By ${by}`, receipt: null }, { id: `asked-${by}` })
  const [host, other] = ['gov-1', 'civil-1'].map((by) => `asked-${by}`.padEnd(22, '-') as QuestionId) as [QuestionId, QuestionId]
  const history = [...queueOpen, ask('gov-1'), ask('civil-1'), command('desk', 'questions.merge', { into: host, question: other })]
  expect(listConcerned(history, [command('desk', 'questions.approve', { question: host })])).toContain('civil-1')
})

test('[V56] an announcement to everybody that replaces the oldest concerns the channel to which the oldest was addressed', () => {
  const announce = (to: 'everyone' | 'remote', id: string) => command('desk', 'cues.announce', { to, text: `Announcement ${id}` }, { id })
  const five = [announce('remote', 'first'), ...['b', 'c', 'd', 'e'].map((id) => announce('everyone', id))]
  expect(listConcerned([...queueOpen, ...five], [announce('everyone', 'f')])).toEqual(['all'])
  expect(listConcerned([...queueOpen, ...five.slice(1)], [announce('everyone', 'f')])).toEqual([])
})

test('[V56] a request that was made and removed between two rounds concerns the person', () => {
  const remove = command('desk', 'queue.remove', { entry: toEntryId('gov-1'), reason: 'duplicate' })
  expect(listConcerned(queueOpen, [join('gov-1'), remove])).toContain('gov-1')
})

const countConcerned = (sent: SentCommand): number | 'all' => {
  const decision = decideCommand(crowded, sent, addMillis(noon, minutes(20)))
  if (!decision.ok) throw new Error(decision.reason)
  const concerned = findConcerned(decision.events, { from: crowded, to: replay(decision.events, crowded) })
  return concerned === 'all' ? concerned : concerned.size
}

test.each([
  ['a join', join('late', 600), 1],
  ['a withdrawal', command('speaker-3', 'queue.withdraw', { entry: toEntryId('speaker-3') }), 1],
  [
    'a new limit',
    command('chair', 'floor.set-limit', { scope: { kind: 'everyone' }, limit: 60_000 as never, expectedLimit: 180_000 as never }),
    0,
  ],
] as const)('[V56] with 200 waiting, %s concerns %j', (_, sent, count) => {
  expect(countConcerned(sent)).toBe(count)
})
