// @vitest-environment jsdom
/** The called speaker before the clock starts: the name of a right of reply, and how long a device has been away. */
import { DisplayFloor } from '@rostrum/client/features/floor/display/display-floor.tsx'
import { ChairFloor } from '@rostrum/client/features/floor/staff/chair-floor.tsx'
import { QueueCard } from '@rostrum/client/features/queue/list/queue-card.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { getLocalTime, measureWallAhead } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterNoon, getPerson } from '../support/fixtures.ts'
import { command, join, queueOpen, replay, type SentCommand, toEntryId, toTurnId } from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const setHistory = (audience: 'display' | 'staff', history: readonly SentCommand[], away: Record<string, number> = {}) => {
  const state = replay(history)
  act(() =>
    useSessionStore.setState({
      ...initialStore,
      connectionStatus: { kind: 'live' },
      lastHeardAt: getLocalTime(),
      clockOffset: { offset: afterNoon(300) - getLocalTime(), uncertainty: 0, wallAhead: measureWallAhead() },
      view: {
        ...projectAudience(state, audience).view,
        ...projectPerson(state, getPerson(state, audience === 'display' ? 'screen' : 'chair')).view,
        presence: { room: 1, remote: 1, ...(audience === 'staff' ? { away } : {}) },
      } as never,
    }),
  )
}

const show = (page: ReactElement, history: readonly SentCommand[], away: Record<string, number> = {}) => {
  setHistory(page.type === DisplayFloor ? 'display' : 'staff', history, away)
  render(<ConnectionContext value={{} as never}>{page}</ConnectionContext>)
  return getPageText().replace(/[\u2066-\u2069\u00a0]/g, (mark) => (mark === '\u00a0' ? ' ' : ''))
}

const reply = command('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })
const callReply = command('chair', 'floor.call', { entry: toEntryId('reply'), expectedCurrent: null, expectedNext: toEntryId('reply') })

test('[Q23] a speaker called for a right of reply is named as such on chair and room screen', () => {
  const history = [...queueOpen, reply, callReply]
  expect(show(<ChairFloor />, history)).toContain('Right of reply')
  cleanup()
  expect(show(<DisplayFloor />, history)).toContain('Right of reply')
})

test('[V294] the room screen says once that a speaker is called', () => {
  const text = show(<DisplayFloor />, [...queueOpen, join('civil-1'), command('chair', 'floor.call', next('civil-1'), { id: 'turn' })])
  expect(screen.getAllByText('Called to speak', { ignore: '.sr' })).toHaveLength(1)
  expect(text).not.toContain('Waiting to start')
})

test('[V295] on the room screen those on whose behalf somebody speaks come after the name', () => {
  const merge = command('desk', 'queue.merge', { into: toEntryId('gov-1'), entry: toEntryId('gov-2') })
  const joint = [...queueOpen, join('gov-1'), join('gov-2'), merge, command('chair', 'floor.call', next('gov-1'), { id: 'turn' })]
  expect(show(<DisplayFloor />, joint)).toMatch(/Room.*Delegation 1.*also on behalf of Delegation 2/)
})

test('[Q23] rights of reply come before the rows of the list, with their number', () => {
  show(<QueueCard variant="secretariat" />, [...queueOpen, join('civil-1'), reply])
  const [title, ...lists] = [screen.getByRole('heading', { name: 'Rights of reply, 1' }), ...screen.getAllByRole('list')]
  expect(title.compareDocumentPosition(lists.at(-1) as Node) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  expect(screen.getAllByRole('listitem').map((item) => item.textContent?.includes('asked order'))).toHaveLength(2)
})

test('[P32, V212] the staff see how long the device of a called speaker has been away, until the clock is started', () => {
  const called = [...queueOpen, join('civil-1'), command('chair', 'floor.call', { ...next('civil-1') }, { id: 'turn' })]
  const away = { 'civil-1': afterNoon(300 - 190) }
  expect(show(<ChairFloor />, called, away)).toMatch(/No signal for .?3.?\smin/)
  cleanup()
  const started = [...called, command('chair', 'floor.start', { turn: 'turn'.padEnd(22, '-') as never })]
  expect(show(<ChairFloor />, started, away)).not.toContain('No signal')
})

test('[F42] the staff see whether a called remote speaker has reported that they are ready', () => {
  const remote = [...queueOpen, join('civil-1')]
  const calling = command('chair', 'floor.call', next('civil-1'), { id: 'turn' })
  expect(show(<ChairFloor />, [...remote, calling])).toContain('Not ready yet')
  cleanup()
  expect(show(<ChairFloor />, [...remote, command('civil-1', 'queue.ready', { entry: toEntryId('civil-1') }), calling])).toContain('Ready')
  cleanup()
  expect(show(<DisplayFloor />, [...remote, calling])).not.toContain('Not ready yet')
  cleanup()
  const room = [...queueOpen, join('gov-1'), command('chair', 'floor.call', next('gov-1'), { id: 'turn' })]
  expect(show(<ChairFloor />, room)).not.toContain('Not ready yet')
})

const next = (who: string) => ({ entry: toEntryId(who), expectedCurrent: null, expectedNext: toEntryId(who) })

test('[F28] after the last word the forecast shows that nobody else is called, and no row is next', () => {
  const lastWord = command('chair', 'floor.call-last', {
    entry: toEntryId('gov-2'),
    expectedCurrent: null,
    expectedNext: toEntryId('civil-1'),
  })
  const page = show(<QueueCard variant="chair" />, [...queueOpen, join('civil-1'), join('gov-2'), join('gov-1'), lastWord])
  expect(page).toContain('2 waiting. The last speaker has been called: nobody else on the list will be called.')
  expect(page).toContain('The last speaker has been called2 would not be reached')
  expect(page).not.toContain('will be heard')
  expect(document.querySelector('[class*=next]')).toBeNull()
})

test('[V313] a limit is looked at until the next call or the way back, and is then forgotten', async () => {
  const waiting = [...queueOpen, ...['civil-1', 'gov-2', 'gov-1', 'private-1'].map((who) => join(who))]
  show(<QueueCard variant="chair" />, waiting)
  const look = () => userEvent.click(screen.getAllByRole('radio').at(-1) as HTMLElement)
  await look()
  expect(screen.getByRole('button', { name: /^Use / })).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Keep 3:00' }))
  expect(screen.queryByRole('button', { name: /^Use / })).toBeNull()
  await look()
  setHistory('staff', [...waiting, command('chair', 'floor.call', next('civil-1'), { id: 'turn' })])
  expect(screen.queryByRole('button', { name: /^Use / })).toBeNull()
})

test('[V424] a limit that was looked at when a speaker was called is said not to be set, until the clock starts', async () => {
  const waiting = [...queueOpen, ...['civil-1', 'gov-2', 'gov-1', 'private-1'].map((who) => join(who))]
  show(<QueueCard variant="chair" />, waiting)
  await userEvent.click(screen.getAllByRole('radio').at(-1) as HTMLElement)
  expect(getPageText()).not.toContain('was not set')
  const called = [...waiting, command('chair', 'floor.call', next('civil-1'), { id: 'turn' })]
  setHistory('staff', called)
  expect(getPageText()).toContain('1:00 was not set. The limit is still 3:00.')
  expect(getPageText()).not.toMatch(/\d waiting/)
  setHistory('staff', [...called, command('chair', 'floor.start', { turn: toTurnId('turn') })])
  expect(getPageText()).not.toContain('was not set')
  expect(getPageText()).toMatch(/\d waiting/)
})
