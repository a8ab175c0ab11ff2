// @vitest-environment jsdom
/** The session band: a segment with a fixed end time shows that time, and the rail marks it. */
import { AgendaBand } from '@rostrum/client/features/agenda/staff/agenda-band.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { afterNoon, createState, getPerson, plan } from '../support/fixtures.ts'
import { queueOpen, replay } from '../support/given.ts'

beforeEach(() => loadLanguage('en', 'all'))
afterEach(cleanup)

const renderBand = (its: typeof plan) => {
  const state = replay(queueOpen, createState(its))
  const view = {
    ...projectAudience(state, 'staff').view,
    ...projectPerson(state, getPerson(state, 'chair')).view,
    presence: { room: 1, remote: 1 },
  }
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, view: view as never })
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

test('shows nothing where no segment has a fixed end time', () => {
  const { text, marks } = renderBand(plan)
  expect(text).not.toContain(', hard stop')
  expect(marks).toBe(0)
})
