// @vitest-environment jsdom
/** The floor while a question is answered, and while somebody speaks: who asked, and who has the turn. */
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { approve, ask, call, command, join, openSession, queueOpen, replay, toQuestionId, toTurnId } from '../support/given.ts'
import { getPageText, openParticipantPage, type SurfaceName } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const answering = replay([
  openSession,
  ask('gov-1', 'Why now?'),
  approve('gov-1-asks'),
  command('chair', 'questions.show', { question: toQuestionId('gov-1-asks'), expectedCurrent: null }),
])

test.each<SurfaceName>(['room', 'remote'])('[V60] the author of a question is named as such on a page of participants: %s', (surface) => {
  openParticipantPage(answering, 'civil-1', surface)
  expect(getPageText()).toContain('Asked by Delegation 1')
  expect(screen.getByRole('timer').getAttribute('aria-label')).not.toMatch(/Speaker \d/)
})

test.each<SurfaceName>(['room', 'remote'])('[V60] nobody but the staff reads the number of a speaker: %s', (surface) => {
  const start = command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })
  openParticipantPage(replay([...queueOpen, join('gov-1'), call('gov-1'), start]), 'civil-1', surface)
  expect(getPageText()).toContain('Delegation 1')
  expect(getPageText()).not.toMatch(/Speaker \d/)
  expect(screen.getByRole('timer').getAttribute('aria-label')).toBe('Time left for Delegation 1')
})
