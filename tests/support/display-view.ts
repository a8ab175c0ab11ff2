/** Sets the state that a room screen shows, with the server's time. */
import { getLocalTime, measureWallAhead } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act } from '@testing-library/react'
import { afterNoon, getPerson } from './fixtures.ts'

/** `at`: in seconds after noon. */
export const setDisplayView = (state: State, at: number): void =>
  act(() =>
    useSessionStore.setState({
      ...initialStore,
      connectionStatus: { kind: 'live' },
      lastHeardAt: getLocalTime(),
      clockOffset: { offset: afterNoon(at) - getLocalTime(), uncertainty: 0, wallAhead: measureWallAhead() },
      view: {
        ...projectAudience(state, 'display').view,
        ...projectPerson(state, getPerson(state, 'screen')).view,
        presence: { room: 1, remote: 1 },
      },
    }),
  )
