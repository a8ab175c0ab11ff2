// @vitest-environment jsdom
/** The texts for everybody while the Chair rules, and during a suspension. */

import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import { call, command, join, queueOpen, raisePoint, replay, toEntryId, toTurnId } from '../support/given.ts'
import { getPageText, openParticipantPage } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const turn = toTurnId('turn-gov-1')
const speaking = [...queueOpen, join('gov-1'), call('gov-1', { at: 10 }), command('chair', 'floor.start', { turn }, { at: 20 })]
const ruling = [
  ...speaking,
  raisePoint('civil-1'),
  command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: turn }, { id: 'point', at: 60 }),
  command('chair', 'floor.end', { turn: toTurnId('point') }, { at: 90 }),
]

test.each(['room', 'remote'] as const)(
  '[F50] during the ruling others read who waits to continue, and with how much time: %s',
  (surface) => {
    openParticipantPage(replay(ruling), 'private-1', surface)
    const text = getPageText()
    expect(text).toContain('Ruling of the Chair')
    expect(text).toContain('Waits to continue')
    expect(text).toContain('Delegation 1')
    expect(screen.getByRole('timer').textContent).toBe('2:20')
  },
)

test('[S81] during a suspension everybody reads when it ends', () => {
  openParticipantPage(
    replay([...speaking, command('chair', 'session.suspend', { until: afterNoon(900) }, { at: 80 })]),
    'private-1',
    'room',
  )
  expect(getPageText()).toMatch(/suspended until .?12:15/)
})

const late = [...speaking, join('civil-1')]

test('[S83] nobody is told during a suspension that the time will not suffice', () => {
  openParticipantPage(replay(late), 'private-1', 'room', 590)
  expect(getPageText()).toContain('may not be reached')
  cleanup()
  openParticipantPage(replay([...late, command('chair', 'session.suspend', {}, { at: 80 })]), 'private-1', 'room', 590)
  expect(getPageText()).not.toContain('may not be reached')
})
