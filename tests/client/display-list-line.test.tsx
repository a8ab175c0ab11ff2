// @vitest-environment jsdom
/** The list of speakers on the room screen while a sentence has the large type. */
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { PromptId } from '@rostrum/shared/contract/ids'
import type { Event } from '@rostrum/shared/contract/registry'
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sentence } from '../support/command-scenarios.ts'
import { setDisplayView } from '../support/display-view.ts'
import { createState, plan } from '../support/fixtures.ts'
import { command, join, queueOpen, replay, toCommandId } from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const ticket = { joining: { code: 'K7M4PX2Q', url: 'https://rostrum.example/join', renewed: 0 } } as never
const put = command('desk', 'sense.put', sentence, { id: 'sense', at: 70 })
const lastCall = command('desk', 'queue.last-call', { for: 60_000 as never }, { at: 60 })
const prompt = toCommandId('sense') as string as PromptId
const close = command('chair', 'sense.close', { prompt }, { at: 72 })
const few = { amount: 'a-few', spread: null } as const
const words = { comfortable: few, 'could-live': few, concerns: few, discuss: few, 'no-view': few }
const published: Event = { type: 'sense.published', data: { prompt, result: { turnout: 'most', words } } }
const show = (...history: Parameters<typeof replay>[0]): string => {
  setDisplayView(replay([...queueOpen, ...history], createState({ ...plan, walkIns: true })), 75)
  render(<Display ticket={ticket} />)
  return getPageText()
}

test('[V395] while a sentence is asked, the room screen says until when a last call runs, who is next and how many wait', () => {
  const text = show(join('gov-1'), join('civil-1'), lastCall, put)
  for (const words of ['time left to respond', 'closes in 0:45', 'Delegation 1', '2 waiting']) expect(text).toContain(words)
  expect(text).not.toContain('Organization 1')
})

test('[V395] while a sentence is asked and the list is open, the room screen says who is next', () => {
  const text = show(join('gov-1'), put)
  for (const words of ['time left to respond', 'Delegation 1', '1 waiting']) expect(text).toContain(words)
  expect(text).not.toContain('closes in')
})

test('[V395] a published result leaves the last call and the next speaker in view', () => {
  const text = show(join('gov-1'), lastCall, put, close, published)
  for (const shown of ['a few', 'closes in 0:45', 'Delegation 1', '1 waiting']) expect(text).toContain(shown)
})
