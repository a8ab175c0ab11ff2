// @vitest-environment jsdom
/** The podium page of a panellist: their position, their clock, and the question on the screen. */
import { uiLanguages } from '@rostrum/client/text/language-files'
import { loadLanguage } from '@rostrum/client/text/text'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { seconds } from '@rostrum/shared/kernel/time'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createState, plan } from '../support/fixtures.ts'
import { approve, ask, command, openSession, queueOpen, replay, toQuestionId, toTurnId } from '../support/given.ts'
import { getPageText, openParticipantPage, press, queryButton, sent, updateParticipantPage } from '../support/participant-page.tsx'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sent.length = 0
  localStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const panelState = createState({
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
const startTopic = command('chair', 'agenda.go', { to: plan.segments[1]?.id as never, expectedCurrent: plan.segments[0]?.id as never })

test('a panellist sees their position, who speaks before, and its cause, and can report that they are ready', async () => {
  openParticipantPage(replay([...queueOpen, startTopic], panelState), 'panel', 'podium')
  expect(getPageText()).toContain('You will speak 2nd, after Guest speaker')
  expect(getPageText()).toContain('You are listed in the programme.')
  expect(queryButton('Point of order')).toBeNull()
  await press('I am ready')
  expect(sent).toMatchObject([{ type: 'queue.ready' }])
})

test('a panellist without a request or programme entry sees what can happen', () => {
  openParticipantPage(replay([openSession]), 'panel', 'podium')
  expect(getPageText()).toContain('You are on the panel')
})

test('a panellist who has the floor sees their own clock, and can end the turn', async () => {
  const giveFloor = command(
    'chair',
    'floor.give',
    { person: 'panel' as PersonId, expectedCurrent: null, expectedNext: null },
    { id: 'given' },
  )
  openParticipantPage(replay([openSession, giveFloor]), 'panel', 'podium')
  expect(getPageText()).toContain('The Chair has called you')
  updateParticipantPage(replay([openSession, giveFloor, command('chair', 'floor.start', { turn: toTurnId('given') })]), 'panel', 'podium')
  expect(getPageText()).toContain('You have the floor')
  await press('I have finished')
  expect(sent).toEqual([])
  await press('End my turn')
  expect(sent).toEqual([{ type: 'floor.end', data: { turn: toTurnId('given') } }])
})

test('the question on the screen is shown once, with its support, together with the next one', () => {
  const shown = replay([
    openSession,
    ask('gov-1', 'First?', 'first'),
    ask('gov-2', 'Second?', 'second'),
    approve('first'),
    approve('second'),
    command('civil-1', 'questions.support', { question: toQuestionId('first') }),
    command('chair', 'questions.show', { question: toQuestionId('first'), expectedCurrent: null }),
    command('chair', 'questions.set-next', { question: toQuestionId('second') }),
  ])
  openParticipantPage(shown, 'panel', 'podium')
  expect(screen.getByRole('region', { name: 'For the podium' }).textContent).toMatch(/First\?.*1 supporter/)
  expect(screen.getByRole('region', { name: 'Next question' }).textContent).toContain('Second?')
  expect(getPageText().split('First?')).toHaveLength(2)
})

test('a question assigned to me is marked as mine once, before and while it is on the screen, and not after the answer', () => {
  const assign = command('desk', 'questions.assign', { question: toQuestionId('first'), assignee: 'panel' as PersonId })
  const asked = [openSession, ask('gov-1', 'First?', 'first'), assign, approve('first')]
  const next = command('chair', 'questions.set-next', { question: toQuestionId('first') })
  const shown = command('chair', 'questions.show', { question: toQuestionId('first'), expectedCurrent: null })
  const getMyQuestion = () => screen.queryByRole('region', { name: 'For you' })?.textContent
  openParticipantPage(replay(asked.slice(0, -1)), 'panel', 'podium')
  expect(getMyQuestion()).toBeUndefined()
  updateParticipantPage(replay(asked), 'panel', 'podium')
  expect(getMyQuestion()).toContain('First?')
  updateParticipantPage(replay([...asked, next]), 'panel', 'podium')
  expect(getMyQuestion()).toContain('First?')
  expect(getPageText().split('First?')).toHaveLength(2)
  updateParticipantPage(replay([...asked, next, shown]), 'panel', 'podium')
  expect(getMyQuestion()).toContain('First?')
  expect(screen.queryByRole('region', { name: 'For the podium' })).toBeNull()
  expect(getPageText().split('First?')).toHaveLength(2)
  const settled = command('chair', 'questions.mark-answered', { question: toQuestionId('first'), answer: 'live' })
  updateParticipantPage(replay([...asked, next, shown, settled]), 'panel', 'podium')
  expect(getMyQuestion()).toBeUndefined()
})

test('[V152] the podium has the topic, its guiding question and the published questions, each once', () => {
  const published = [openSession, startTopic, ask('gov-1', 'First?', 'first'), ask('gov-2', 'Second?', 'second'), approve('first')]
  openParticipantPage(replay([...published, ask('civil-1', 'Third?', 'third'), approve('second')]), 'panel', 'podium')
  expect(screen.getByRole('region', { name: 'Questions' }).textContent).toMatch(/First\?.*Second\?/)
  expect(getPageText()).toContain('What next?')
  expect(getPageText()).not.toContain('Third?')
  const next = command('chair', 'questions.set-next', { question: toQuestionId('first') })
  updateParticipantPage(replay([...published, approve('second'), next]), 'panel', 'podium')
  expect(screen.getByRole('region', { name: 'Questions' }).textContent).not.toContain('First?')
  for (const words of ['First?', 'Second?']) expect(getPageText().split(words)).toHaveLength(2)
})

test('[V152] while nobody has the floor, the floor is one line', () => {
  openParticipantPage(replay([openSession, startTopic]), 'panel', 'podium')
  const floor = screen.getByRole('region', { name: 'Who has the floor' })
  expect(floor.querySelector('[role=timer]')).toBeNull()
  expect(floor.className).toContain('row')
})

test.each(uiLanguages.map(({ id }) => id))('in %s no text is missing', async (language) => {
  await loadLanguage(language, 'staff')
  openParticipantPage(replay([...queueOpen, startTopic], panelState), 'panel', 'podium')
  expect(getPageText().length).toBeGreaterThan(100)
})
