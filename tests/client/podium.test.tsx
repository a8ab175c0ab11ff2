// @vitest-environment jsdom
/** The panel’s own screen: own place, own clock, and the question put to the podium. */
import { load } from '@rostrum/client/text/text'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { seconds } from '@rostrum/shared/kernel/time'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { founded, plan } from '../support/fixtures.ts'
import { approves, asks, listOpen, open, questionOf, said, stateAfter, turnOf } from '../support/given.ts'
import { button, comesIn, press, sees, sent, text } from '../support/participant-page.tsx'

// The kit asks the browser for these, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(async () => {
  await load('en', 'all')
  sent.length = 0
  localStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const listed = founded({
  ...plan,
  segments: plan.segments.map((segment) =>
    segment.id === 'topic'
      ? {
          ...segment,
          speakers: [
            { entity: 'Guest speaker', group: 'civil' as GroupId, limit: null },
            { entity: 'Panel', group: null, limit: seconds(300) },
          ],
        }
      : segment,
  ),
})
const goes = said('chair', 'agenda.go', { to: plan.segments[1]?.id as never, expectedCurrent: plan.segments[0]?.id as never })

test('a panellist sees their place, after whom, why, and says ready', async () => {
  sees(stateAfter([...listOpen, goes], listed), 'panel', 'podium')
  expect(text()).toContain('You speak 2nd, after Guest speaker')
  expect(text()).toContain('You are listed in the programme of this item.')
  expect(button('Point of order')).toBeNull()
  await press('I am ready')
  expect(sent).toMatchObject([{ type: 'queue.ready' }])
})

test('a panellist who is not listed is told what can happen', () => {
  sees(stateAfter([open]), 'panel', 'podium')
  expect(text()).toContain('You are not on the list')
})

test('a panellist who has the floor sees their own clock, and ends it', async () => {
  const gives = said('chair', 'floor.give', { person: 'panel' as PersonId, expectedCurrent: null, expectedNext: null }, { id: 'given' })
  sees(stateAfter([open, gives]), 'panel', 'podium')
  expect(text()).toContain('You are called')
  comesIn(stateAfter([open, gives, said('chair', 'floor.start', { turn: turnOf('given') })]), 'panel', 'podium')
  expect(text()).toContain('You have the floor')
  await press('I have finished')
  expect(sent).toEqual([{ type: 'floor.end', data: { turn: turnOf('given') } }])
})

test('the question put to the podium is shown with its support, once, and the next one beside it', () => {
  const shown = stateAfter([
    open,
    asks('gov-1', 'First?', 'first'),
    asks('gov-2', 'Second?', 'second'),
    approves('first'),
    approves('second'),
    said('civil-1', 'questions.support', { question: questionOf('first') }),
    said('chair', 'questions.show', { question: questionOf('first'), expectedCurrent: null }),
    said('chair', 'questions.queue', { question: questionOf('second') }),
  ])
  sees(shown, 'panel', 'podium')
  expect(screen.getByRole('region', { name: 'For the podium' }).textContent).toMatch(/First\?.*1 support/)
  expect(screen.getByRole('region', { name: 'Next question' }).textContent).toContain('Second?')
  expect(text().split('First?')).toHaveLength(2)
})

test('a question put to me is said to be mine before it is on the screen and while it is, once, and not after', () => {
  const put = said('desk', 'questions.put', { question: questionOf('first'), to: 'panel' as PersonId })
  const asked = [open, asks('gov-1', 'First?', 'first'), put, approves('first')]
  const next = said('chair', 'questions.queue', { question: questionOf('first') })
  const shown = said('chair', 'questions.show', { question: questionOf('first'), expectedCurrent: null })
  const mine = () => screen.queryByRole('region', { name: 'For you' })?.textContent
  sees(stateAfter(asked.slice(0, -1)), 'panel', 'podium')
  expect(mine()).toBeUndefined()
  comesIn(stateAfter(asked), 'panel', 'podium')
  expect(mine()).toContain('First?')
  comesIn(stateAfter([...asked, next]), 'panel', 'podium')
  expect(mine()).toContain('First?')
  expect(text().split('First?')).toHaveLength(2)
  comesIn(stateAfter([...asked, next, shown]), 'panel', 'podium')
  expect(mine()).toContain('First?')
  expect(screen.queryByRole('region', { name: 'For the podium' })).toBeNull()
  expect(text().split('First?')).toHaveLength(2)
  const settled = said('chair', 'questions.settle', { question: questionOf('first'), answer: 'live' })
  comesIn(stateAfter([...asked, next, shown, settled]), 'panel', 'podium')
  expect(mine()).toBeUndefined()
})

test.each(['en', 'fr', 'ar'])('in %s no word is missing', async (language) => {
  await load(language, 'all')
  sees(stateAfter([...listOpen, goes], listed), 'panel', 'podium')
  expect(text().length).toBeGreaterThan(100)
})
