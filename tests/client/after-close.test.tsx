// @vitest-environment jsdom
/** After the close: how the room screen and the agenda show the people and segments that were not reached. */
import { AgendaNow } from '@rostrum/client/features/agenda/public/agenda-now.tsx'
import { AgendaStripNow } from '@rostrum/client/features/agenda/public/agenda-strip-now.tsx'
import { DisplayWelcome } from '@rostrum/client/features/session/display/display-welcome.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { Audience } from '@rostrum/shared/contract/roles'
import { projectAudience } from '@rostrum/shared/projection/project'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createState, plan } from '../support/fixtures.ts'
import { approve, ask, command, join, queueOpen, replay, type SentCommand, toQuestionId, toTurnId } from '../support/given.ts'

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const renderAfterClose = (what: ReactNode, audience: Audience, its: typeof plan, ...more: readonly SentCommand[]): string => {
  const state = replay([...queueOpen, ...more, command('chair', 'session.close', {}, { at: 700 })], createState(its))
  const view = { ...projectAudience(state, audience).view, presence: { room: 1, remote: 1 } }
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, view: view as never })
  render(what)
  return (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
}
const openStatementsPlan = { ...plan, statements: { ...plan.statements, anytime: true } }

test.each([
  ['everyone was reached', plan, [], [null, null]],
  [
    'one speaker was not reached',
    plan,
    [join('gov-1', 610)],
    ['1 speaker who was not reached is invited to submit a written statement.', null],
  ],
  ['statements are open to everyone', openStatementsPlan, [], [null, 'Anyone may submit a written statement for the record.']],
] as const)('the room screen shows who may submit a statement: %s', (_, its, said, [invited, open]) => {
  const text = renderAfterClose(<DisplayWelcome />, 'display', its, ...said)
  expect(text).toContain('Meeting closed')
  expect(/\d+ speakers? who [^.]*\./.exec(text)?.[0] ?? null).toBe(invited)
  expect(/Anyone may submit[^.]*\./.exec(text)?.[0] ?? null).toBe(open)
})

test('[V22] at the close the room screen counts the same answered questions as the record, without those taken off unanswered', () => {
  const question = toQuestionId('gov-1-asks')
  const show = command('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer' })
  const shown = [ask('gov-1', 'Why?'), approve('gov-1-asks'), show, command('chair', 'floor.start', { turn: toTurnId('answer') })]
  expect(renderAfterClose(<DisplayWelcome />, 'display', plan, ...shown)).toContain('1 question answered')
  cleanup()
  const takenOff = command('chair', 'questions.unshow', { question })
  expect(renderAfterClose(<DisplayWelcome />, 'display', plan, ...shown, takenOff)).toContain('0 questions answered')
})

test('the agenda of a closed session shows no future times, and marks segments that were not reached', () => {
  const text = renderAfterClose(<AgendaNow place={null} />, 'public', plan)
  expect(text.match(/Not reached/g)).toHaveLength(2)
  expect(text).not.toMatch(/meeting ends|Likely/)
  cleanup()
  const strip = renderAfterClose(<AgendaStripNow />, 'public', plan)
  expect(document.querySelectorAll('li[title$="Not reached"]')).toHaveLength(2)
  expect(strip).not.toMatch(/ends/)
})

test('[V431] an item that began early says when, so that its planned time is not read as its beginning', () => {
  const state = replay(queueOpen, createState(plan))
  const view = { ...projectAudience(state, 'public').view, presence: { room: 1, remote: 1 } }
  const current = view.plan.find(({ id }) => id === view.progress.current)
  const renderShifted = (earlier: number) => {
    const moved = view.plan.map((one) => (one === current ? { ...one, startsAt: one.startsAt + earlier } : one))
    useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, view: { ...view, plan: moved } as never })
    render(<AgendaNow place={null} />)
    const text = document.body.textContent ?? ''
    cleanup()
    return text
  }
  expect(renderShifted(10 * 60_000)).toMatch(/Started at \d\d:\d\d\. Now, until about/)
  const startedAt = Object.values(view.progress.actual).at(-1)?.startedAt ?? 0
  expect(renderShifted(startedAt - (current?.startsAt ?? 0))).not.toContain('Started at')
})
