// @vitest-environment jsdom
/** After the close: what the room screen says of those who were not reached, and what the agenda says of parts that were not. */
import { AgendaNow, AgendaStripNow } from '@rostrum/client/features/agenda/public/agenda-now.tsx'
import { ScreenWelcome } from '@rostrum/client/features/session/display/display-welcome.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import type { Audience } from '@rostrum/shared/contract/roles'
import { projectAudience } from '@rostrum/shared/projection/registry'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { founded, plan } from '../support/fixtures.ts'
import { joins, listOpen, type Said, said, stateAfter } from '../support/given.ts'

beforeEach(() => load('en', 'all'))
afterEach(cleanup)

const shown = (what: ReactNode, audience: Audience, its: typeof plan, ...more: readonly Said[]): string => {
  const state = stateAfter([...listOpen, ...more, said('chair', 'session.close', {}, { at: 700 })], founded(its))
  const view = { ...projectAudience(state, audience).view, presence: { room: 1, remote: 1 } }
  useScreen.setState({ ...emptyScreen, line: { kind: 'live' }, view: view as never })
  render(what)
  return (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
}
const everybody = { ...plan, statements: { ...plan.statements, anytime: true } }

it.each([
  ['nobody was left', plan, [], [null, null]],
  ['somebody was', plan, [joins('gov-1', 610)], ['1 speaker who was not reached is invited to submit in writing.', null]],
  ['everybody may write', everybody, [], [null, 'Written statements are open to everyone and go in the record.']],
] as const)('the room screen says who may write: %s', (_, its, said, [invited, open]) => {
  const text = shown(<ScreenWelcome />, 'display', its, ...said)
  expect(text).toContain('Session closed')
  expect(/\d+ speakers? who [^.]*\./.exec(text)?.[0] ?? null).toBe(invited)
  expect(/Written statements[^.]*\./.exec(text)?.[0] ?? null).toBe(open)
})

it('the agenda of a closed session offers no times to come: parts that were not reached say so', () => {
  const text = shown(<AgendaNow place={null} />, 'public', plan)
  expect(text.match(/Not reached/g)).toHaveLength(2)
  expect(text).not.toMatch(/Session ends|Likely/)
  cleanup()
  const strip = shown(<AgendaStripNow />, 'public', plan)
  expect(strip.match(/Not reached/g)).toHaveLength(2)
  expect(strip).not.toMatch(/ends/)
})
