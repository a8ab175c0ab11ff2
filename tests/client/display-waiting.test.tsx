// @vitest-environment jsdom
/** The next speakers and how many wait, on the room screen at a new topic, in a suspension, and while nobody waits. */
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setDisplayView } from '../support/display-view.ts'
import { createState, plan } from '../support/fixtures.ts'
import { command, join, queueOpen, replay, type SentCommand } from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const ticket = { joining: { code: 'K7M4PX2Q', url: 'https://rostrum.example/join', renewed: 0 } } as never
const toTopic = command('chair', 'agenda.go', { to: 'topic' as never, expectedCurrent: 'opening' as never }, { at: 100 })
const show = (history: readonly SentCommand[], at: number): string => {
  setDisplayView(replay([...queueOpen, ...history], createState({ ...plan, walkIns: true })), at)
  render(<Display ticket={ticket} />)
  return getPageText()
}
const showNewTopic = (...before: readonly SentCommand[]) => show([...before, toTopic], 105)

const waiting = [join('gov-1'), join('civil-1'), join('private-1')]
test.each<readonly [string, readonly SentCommand[], string]>([
  ['open', [], '3 waiting, list open'],
  ['closed', [command('chair', 'queue.close', {})], '3 speakers remain on the list'],
  ['at a last call', [command('chair', 'queue.last-call', { for: 60_000 as never }, { at: 90 })], '0:45'],
])('[V378] at a new topic the next speakers and the state of the list stay on the room screen: list %s', (_, more, state) => {
  const text = showNewTopic(...waiting, ...more)
  const next = screen.getByRole('region', { name: 'Next' })
  for (const name of ['Delegation 1', 'Organization 1', 'Company 1']) expect(next.textContent).toContain(name)
  for (const words of ['Topic 1', 'What next?', state, 'K7M4', 'rostrum.example']) expect(text).toContain(words)
  expect(screen.getAllByRole('img', { name: 'QR code to join' })).toHaveLength(1)
  expect(text).not.toContain('Nobody has the floor')
})

test('[V378] at a new topic for which nobody waits the code is large', () => {
  const text = showNewTopic()
  for (const words of ['Topic 1', 'What next?', 'The list of speakers is open', 'K7M4']) expect(text).toContain(words)
  expect(screen.queryByRole('region', { name: 'Next' })).toBeNull()
})

test.each<readonly [string, readonly SentCommand[], boolean]>([
  ['people wait', [join('gov-1'), join('civil-1')], true],
  ['nobody waits', [], false],
])('[V382] a suspension says how many wait, and the column of the next speakers has its heading, if %s', (_, history, isSaid) => {
  expect(show([...history, command('chair', 'session.suspend', {})], 60).includes('2 waiting')).toBe(isSaid)
  cleanup()
  show([...history, toTopic], 130)
  expect(screen.getByRole('heading', { name: 'Next' }).className.split(' ').includes('sr')).toBe(!isSaid)
})
