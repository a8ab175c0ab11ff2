/** The Chair's page over a state, and the hand that presses on it. */
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { Chair } from '@rostrum/client/surfaces/chair/chair.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { answerRequests } from './answer-requests.ts'
import { click } from './click.ts'
import { clearSent, makeConnection, sent } from './fake-connection.ts'
import { getPerson } from './fixtures.ts'
import { call, command, join, queueOpen, toTurnId } from './given.ts'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: query.includes('min-width'),
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}))
beforeEach(() => {
  clearSent()
  return loadLanguage('en', 'staff')
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

export const turn = toTurnId('turn-gov-1')
export const calling = [...queueOpen, join('gov-1'), join('civil-1'), join('private-1'), call('gov-1')]
export const speaking = [...calling, command('chair', 'floor.start', { turn }, { id: 'start' })]

export const asked: string[] = []
const connection = makeConnection({
  storageKey: 'session.person',
  request: answerRequests(({ path }) => {
    // The page asks for the forms to be said whenever the speaker changes.
    if (path === '/api/staff/spoken-names') return { ok: true, value: { names: [] } }
    asked.push(path)
    const people = [{ person: 'gov-2', entity: 'Permanent mission', group: null, channel: 'room', number: 0 }]
    return { ok: true, value: path.includes('phone') ? { phone: '+41 22 917 00 00' } : { people } }
  }),
})
export const show = (state: State): void =>
  useSessionStore.setState({
    view: {
      ...projectAudience(state, 'staff').view,
      ...projectPerson(state, getPerson(state, 'chair')).view,
      presence: { room: 12, remote: 8 },
    } as never,
  })
export const openPage = async (state: State): Promise<void> => {
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' } })
  show(state)
  await act(async () => {
    render(
      <ConnectionContext value={connection}>
        <Chair />
      </ConnectionContext>,
    )
  })
}

export const press = async (name: string | RegExp, inside = screen as Pick<typeof screen, 'getAllByRole'>): Promise<void> => {
  const [first] = inside.getAllByRole('button', { name })
  if (first) await click(first)
}
export const dialog = () => within(screen.getByRole('dialog'))
export const getMain = () => document.querySelector('[data-shortcut=next]') as HTMLElement
export const findUndo = () => document.querySelector('[data-shortcut=undo]')?.textContent ?? null
export const listTypes = () => sent.map(({ type }) => type)
