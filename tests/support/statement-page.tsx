/** The statement form of one person, with real states of a session. Its connection replies when the test says so. */
import { OwnStatement } from '@rostrum/client/features/statements/participant/own-statement.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, render, screen } from '@testing-library/react'
import { clearSent, makeConnection } from './fake-connection.ts'
import { getPerson } from './fixtures.ts'

const connection = makeConnection({ storageKey: 'session.person' })

const makeView = (state: State, person: string) => ({
  ...projectAudience(state, 'public').view,
  ...projectPerson(state, getPerson(state, person)).view,
  presence: { room: 1, remote: 1 },
})

const renderPage = () =>
  render(
    <ConnectionContext value={connection}>
      <OwnStatement />
    </ConnectionContext>,
  )

export const openStatementPage = (state: State, person: string, connectionKind: 'live' | 'offline' = 'live') => {
  clearSent()
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: connectionKind }, view: makeView(state, person) })
  return renderPage()
}

export const updateStatementPage = (state: State, person: string): void =>
  act(() => useSessionStore.setState({ view: makeView(state, person) }))

/** Loads the page again. `forgotten`: the waiting command is too old to be sent. */
export const reloadPage = ({ forgotten = false } = {}): void => {
  cleanup()
  if (forgotten) useSessionStore.setState({ pending: [] })
  renderPage()
}

export const getField = (): HTMLTextAreaElement => screen.getByRole('textbox')
