/** Every refusal that the table promises is met, and none that it does not: random sessions from fixed seeds. */

import { type Rejection, rejections } from '@rostrum/shared/contract/rejections'
import { decide } from '@rostrum/shared/domain/decider'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusals } from '../support/command-refusals.ts'
import { founded, plan, unattributed } from '../support/fixtures.ts'
import { approves, asks, entryOf, joins, listOpen, open, questionOf, said, stateAfter } from '../support/given.ts'
import type { Roll } from '../support/random-command.ts'
import { everyType, lasting, play, rolls } from '../support/random-session.ts'

/** Rare on the way: a question that its author took back after it had left the screen, somebody who holds their place, and an entity that has had its rights of reply. */
const unshown = [
  ...listOpen,
  asks('gov-1'),
  approves('gov-1-asks'),
  said('chair', 'questions.show', { question: questionOf('gov-1-asks'), expectedCurrent: null }),
  said('chair', 'questions.unshow', { question: questionOf('gov-1-asks') }),
  said('gov-1', 'questions.withdraw', { question: questionOf('gov-1-asks') }),
]
const reply = (by: string, id: string) => said(by, 'queue.join', { kind: 'right-of-reply', topic: null }, { id })
const replied = [
  ...listOpen,
  reply('gov-1', 'reply'),
  said('chair', 'floor.call', { entry: entryOf('reply'), expectedCurrent: null, expectedNext: entryOf('reply') }),
  reply('gov-1b', 'another'),
]
const held = [...listOpen, joins('gov-1'), joins('civil-1'), said('gov-1', 'queue.hold', { entry: entryOf('gov-1') })]
const capped = founded({ ...plan, questions: { ...plan.questions, cap: 1 } })
const close = said('chair', 'session.close', {})
const filed = [...listOpen, joins('gov-1'), close, said('gov-1', 'statements.file', { text: 'Said', expectedVersion: 0 })]
const starts = [[], [], [open], listOpen, listOpen, unshown, held, replied, [open, close], filed]
  .map((history) => stateAfter(history, founded()))
  .concat(stateAfter(listOpen, founded(unattributed)), stateAfter(listOpen, capped))

const met = (): { readonly refused: ReadonlySet<string>; readonly accepted: ReadonlySet<string> } => {
  const [refused, accepted] = [new Set<string>(), new Set<string>()]
  const games = fc.sample(rolls(250, 250), { numRuns: 1_100, seed: 7 }) as Roll[][]
  for (const [index, game] of games.entries()) {
    const start = starts[index % starts.length]
    if (!start) continue
    const types = index % 3 === 0 ? everyType : [...lasting, ...lasting.filter((one) => one.startsWith('questions.'))]
    for (const {
      command: { type },
      decision,
    } of play(start, game, types)) {
      if (!decision.ok) refused.add(`${type} ${decision.why}`)
      else if (decision.events.length > 0) accepted.add(type)
    }
  }
  return { refused, accepted }
}
const found = met()
const promised = everyType.flatMap((type) => refusals[type].map((why) => `${type} ${why}`))

test('[W1] a command is refused for the reasons that its table names, and for no other', () => {
  expect([...found.refused].sort()).toEqual(promised.sort())
})

test('[W1] every command can be accepted', () => {
  expect([...found.accepted].sort()).toEqual([...everyType].sort())
})

test('[W2] every reason there is can be met', () => {
  const elsewhere: readonly Rejection[] = [
    'walk-ins-closed', // the door of the server says it
    'session-begun', // planning anew says these: domain/planning.test.ts
    'group-in-use',
    'text-empty', // the parser says it: protocol/parse.test.ts
  ]
  expect([...new Set([...promised.map((one) => one.split(' ')[1]), ...elsewhere])].sort()).toEqual([...rejections].sort())
})

test('[W3] a refused command changes nothing, and asked again it is refused alike', () => {
  const steps = play(starts[2] ?? founded(), fc.sample(rolls(400, 400), { numRuns: 1, seed: 3 })[0] ?? []).filter(
    ({ decision }) => !decision.ok,
  )
  expect(steps.length).toBeGreaterThan(20)
  for (const step of steps) {
    expect(step.after).toBe(step.before)
    expect(decide(step.before, step.command, { actor: { person: step.by as never }, at: step.at, id: step.id })).toEqual(step.decision)
  }
})
