// @vitest-environment jsdom
/** The session band: a part that must have ended by a time says so, and has its mark on the rail. */
import { AgendaBand } from '@rostrum/client/features/agenda/staff/agenda-band.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { founded, personIn, plan, sinceNoon } from '../support/fixtures.ts'
import { listOpen, stateAfter } from '../support/given.ts'

beforeEach(() => load('en', 'all'))
afterEach(cleanup)

const drawn = (its: typeof plan) => {
  const state = stateAfter(listOpen, founded(its))
  const view = {
    ...projectAudience(state, 'staff').view,
    ...projectPerson(state, personIn(state, 'chair')).view,
    presence: { room: 1, remote: 1 },
  }
  useScreen.setState({ ...emptyScreen, line: { kind: 'live' }, view: view as never })
  const { container } = render(<AgendaBand onGo={() => undefined} />)
  return { text: container.textContent?.replace(/[\u2066-\u2069]/g, ''), marks: container.querySelectorAll('[class*=must]').length }
}

it('says it beside the part’s own times', () => {
  const [first, second, ...rest] = plan.segments
  if (!first || !second) throw new Error('the plan has too few parts')
  const { text, marks } = drawn({ ...plan, segments: [first, { ...second, endsBy: sinceNoon(1500) }, ...rest] })
  expect(text).toMatch(/\d\d:\d\d, hard stop 12:25/)
  expect(marks).toBe(1)
})

it('says nothing where no part has an end of its own', () => {
  const { text, marks } = drawn(plan)
  expect(text).not.toContain(', hard stop')
  expect(marks).toBe(0)
})
