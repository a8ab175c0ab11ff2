/** One person's own statement, over real states of a session and a line that answers when the test says so. */
import { Statement } from '@rostrum/client/features/statements/participant/own-statement.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen } from '@testing-library/react'
import { lineOf, nothingSent } from './fake-connection.ts'
import { personIn } from './fixtures.ts'

const connection = lineOf({ place: 'session.person' })

const viewOf = (state: State, person: string) => ({
  ...projectAudience(state, 'public').view,
  ...projectPerson(state, personIn(state, person)).view,
  presence: { room: 1, remote: 1 },
})

const draws = () =>
  render(
    <ConnectionContext value={connection}>
      <Statement />
    </ConnectionContext>,
  )

/** `line`: whether there is one. */
export const opens = (state: State, person: string, line: 'live' | 'offline' = 'live') => {
  nothingSent()
  useScreen.setState({ ...emptyScreen, line: { kind: line }, view: viewOf(state, person) })
  return draws()
}

export const comesIn = (state: State, person: string): void => act(() => useScreen.setState({ view: viewOf(state, person) }))

/** The page is loaded again. `forgotten`: what waited is too old to be sent. */
export const reloads = ({ forgotten = false } = {}): void => {
  cleanup()
  if (forgotten) useScreen.setState({ pending: [] })
  draws()
}

export const field = (): HTMLTextAreaElement => screen.getByRole('textbox')
