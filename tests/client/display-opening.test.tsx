// @vitest-environment jsdom
/** The room screen before anybody has spoken, in a suspension and at a last call. */
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setDisplayView } from '../support/display-view.ts'
import { createState, plan } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, type SentCommand, toTurnId } from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const ticket = { joining: { code: 'K7M4PX2Q', url: 'https://rostrum.example/join', renewed: 0 } } as never
const show = (history: readonly SentCommand[], at: number): string => {
  setDisplayView(replay(history, createState({ ...plan, walkIns: true })), at)
  render(<Display ticket={ticket} />)
  return getPageText()
}
const startTurn = command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })
const endTurn = command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }, { id: 'end-turn', at: 50 })
const callLast = command('chair', 'queue.last-call', { for: 60_000 as never }, { at: 60 })
const suspend = command('chair', 'session.suspend', {}, { at: 110 })

test('[V401] in the opening, before anybody has spoken, the screen says what the session is, its first topic and how to join', () => {
  const text = show(queueOpen, 60)
  for (const words of ['Next: Topic 1', 'The list of speakers is open', 'Ask for the floor or ask a question', 'K7M4', 'rostrum.example'])
    expect(text).toContain(words)
  expect(text).not.toContain('Nobody has the floor')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Open consultation')
  cleanup()
  expect(show([...queueOpen, join('gov-1'), call('gov-1'), startTurn, endTurn], 60)).toContain('Nobody has the floor')
})

test('[V402] a suspension says who comes next, and that one may ask meanwhile', () => {
  const text = show([...queueOpen, join('gov-1'), join('civil-1'), suspend], 120)
  expect(text).toContain('2 waiting')
  const next = screen.getByRole('region', { name: 'Next' }).textContent
  for (const name of ['Delegation 1', 'Organization 1']) expect(next).toContain(name)
  expect(text).toContain('Ask for the floor or ask a question')
})

test('[V403] a last call says how many wait', () => {
  const text = show([...queueOpen, join('gov-1'), join('civil-1'), callLast], 75)
  for (const words of ['0:45', '2 waiting']) expect(text).toContain(words)
})
