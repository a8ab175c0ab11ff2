// @vitest-environment jsdom
/** A request that is put on hold and comes back: what the page says, and what a screen reader speaks. */
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import { act, cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { command, join, queueOpen, replay, toEntryId } from '../support/given.ts'
import { getPageText, openParticipantPage, updateParticipantPage } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

let spoken: string[]
const say = (text: string) => void spoken.push(text.replace(/[\u2066-\u2069]/g, ''))
beforeEach(async () => {
  await loadLanguage('en', 'staff')
  spoken = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(screenReader, 'say').mockImplementation(say)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})
const hear = (): readonly string[] => {
  act(() => vi.advanceTimersByTime(0))
  return spoken.splice(0)
}

const go = (from: string, to: string) =>
  command('chair', 'agenda.go', { to: to as never, expectedCurrent: from as never }, { id: `go-${to}`, at: 20 })
const waiting = [...queueOpen, go('opening', 'topic'), join('civil-1'), join('gov-1')]
const mine = { entry: toEntryId('gov-1') }

test.each(['room', 'remote'] as const)(
  '[V408] a screen reader speaks that my request is on hold, and my place when it is back: %s',
  (where) => {
    for (const by of ['gov-1', 'chair']) {
      const held = [...waiting, command(by, 'queue.hold', mine, { id: 'hold' })]
      openParticipantPage(replay(waiting), 'gov-1', where)
      hear()
      updateParticipantPage(replay(held), 'gov-1', where)
      expect(hear()).toEqual(['Your request is on hold'])
      updateParticipantPage(replay([...held, command(by, 'queue.return', mine, { id: 'return' })]), 'gov-1', where)
      expect(hear()).toEqual(['You are 2nd.'])
      cleanup()
    }
  },
)

test.each(['room', 'remote'] as const)('[V408] a request on hold says that its topic has ended: %s', (where) => {
  const held = [...waiting, command('gov-1', 'queue.hold', mine, { id: 'hold' })]
  openParticipantPage(replay(held), 'gov-1', where)
  expect(getPageText()).not.toContain('It ended before your turn.')
  updateParticipantPage(replay([...held, go('topic', 'closing')]), 'gov-1', where)
  expect(getPageText()).toContain('It ended before your turn.')
  expect(hear().join(' ')).toMatch(/You asked for the floor on .*topic.* It ended before your turn\./)
})
