// @vitest-environment jsdom
/** The session band: a segment with a fixed end time shows that time, and the rail marks it. */
import { AgendaBand } from '@rostrum/client/features/agenda/staff/agenda-band.tsx'
import { getLocalTime } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { afterNoon, createState, getPerson, plan } from '../support/fixtures.ts'
import { command, queueOpen, replay, type SentCommand } from '../support/given.ts'

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

/** A minute after the opening. */
const clockOffset = { offset: afterNoon(60) - getLocalTime(), uncertainty: 0, wallAhead: 0 }

const renderBand = (its: typeof plan, history: readonly SentCommand[] = queueOpen) => {
  const state = replay(history, createState(its))
  const view = {
    ...projectAudience(state, 'staff').view,
    ...projectPerson(state, getPerson(state, 'chair')).view,
    presence: { room: 1, remote: 1 },
  }
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, clockOffset, view: view as never })
  const { container } = render(<AgendaBand onGo={() => undefined} />)
  return { text: container.textContent?.replace(/[\u2066-\u2069]/g, ''), marks: container.querySelectorAll('[class*=must]').length }
}

test('shows the end time next to the planned times of the item', () => {
  const [first, second, ...rest] = plan.segments
  if (!first || !second) throw new Error('the plan has too few parts')
  const { text, marks } = renderBand({ ...plan, segments: [first, { ...second, endsBy: afterNoon(1500) }, ...rest] })
  expect(text).toMatch(/\d\d:\d\d, hard stop 12:25/)
  expect(marks).toBe(1)
})

test('shows nothing if no segment has a fixed end time', () => {
  const { text, marks } = renderBand(plan)
  expect(text).not.toContain(', hard stop')
  expect(marks).toBe(0)
})

test('[S67] a session opened far from its plan is neither ahead nor behind, and its band shows the time left', () => {
  const week = 7 * 24 * 60 * 60 * 1000
  const shiftBy = (by: number): typeof plan => ({
    ...plan,
    startsAt: (plan.startsAt + by) as never,
    endsAt: (plan.endsAt + by) as never,
    segments: plan.segments.map((segment) => ({ ...segment, startsAt: (segment.startsAt + by) as never })),
  })
  const open = [command('chair', 'session.open', { onAnyDay: true })]
  for (const by of [-week, week]) {
    const { text } = renderBand(shiftBy(by), open)
    expect(text).toMatch(/At\sthis\space\sit\swill\send\sat\s\d\d:\d\d\.\s\d{1,2}\smin\sleft\./)
    expect(text).not.toMatch(/ahead|behind|On time|Make up/)
    cleanup()
  }
  expect(renderBand(plan, open).text).toContain('On time')
})
