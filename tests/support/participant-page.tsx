/** The screen of one person, rendered from a real state of a session, and the commands that its buttons send. */

import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import type { PendingCommand } from '@rostrum/client/session/outbox'
import { getLocalTime, measureWallAhead } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { Podium } from '@rostrum/client/surfaces/podium/podium.tsx'
import { Remote } from '@rostrum/client/surfaces/remote/remote.tsx'
import { Room } from '@rostrum/client/surfaces/room/room.tsx'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, render, screen } from '@testing-library/react'
import type { ComponentProps, ComponentType } from 'react'
import { answerRequests, type SentRequest } from './answer-requests.ts'
import { click } from './click.ts'
import { afterNoon, getPerson } from './fixtures.ts'

const surfaces: Readonly<Record<'room' | 'remote' | 'podium', ComponentType>> = { room: Room, remote: Remote, podium: Podium }
export type SurfaceName = keyof typeof surfaces

/** The commands that the page sent, in order. Each of them is accepted. */
export const sent: { readonly type: string; readonly data: object }[] = []
/** The commands that the page took back before they were sent. */
export const cancelled: CommandId[] = []
export const storageKey = 'session.person'

type PageReply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string }
/** The HTTP requests to the server, in order, and their replies. */
export let requests: SentRequest[] = []
let getAnswer: (one: SentRequest) => PageReply = () => ({ ok: false, reason: 'not-found' })
export const setAnswers = (given: typeof getAnswer): void => {
  requests = []
  getAnswer = given
}
const connection = {
  storageKey,
  follow: () => () => undefined,
  send: (command: (typeof sent)[number]) => {
    sent.push(command)
    return Promise.resolve({ ok: true })
  },
  cancel: ({ envelope }: PendingCommand) => void cancelled.push(envelope.id),
  request: answerRequests((one) => {
    requests.push(one)
    return getAnswer(one)
  }),
} as unknown as ComponentProps<typeof ConnectionContext>['value']

const makeStore = (state: State, person: string, where: SurfaceName, after: number) => ({
  ...initialStore,
  connectionStatus: { kind: 'live' } as const,
  lastHeardAt: getLocalTime(),
  currentAt: getLocalTime(),
  clockOffset: { offset: afterNoon(after) - getLocalTime(), uncertainty: 0, wallAhead: measureWallAhead() },
  view: {
    ...projectAudience(state, where === 'podium' ? 'podium' : 'public').view,
    ...projectPerson(state, getPerson(state, person)).view,
    presence: { room: 1, remote: 1 },
  },
})

/** Shows another state of the same session. `after`: the time in seconds after noon. */
export const updateParticipantPage = (state: State, person: string, where: SurfaceName = 'room', after = 60): void => {
  const { lastRefusal: _, ...changed } = makeStore(state, person, where, after)
  act(() => useSessionStore.setState(changed))
}

/** `isKept`: the page begins with the last view of an earlier one, and the server has not answered yet. */
export const openParticipantPage = (state: State, person: string, where: SurfaceName = 'room', after = 60, isKept = false) => {
  act(() => useSessionStore.setState(makeStore(state, person, where, after)))
  if (isKept) useSessionStore.setState({ currentAt: null })
  const Page = surfaces[where]
  return render(
    <ConnectionContext value={connection}>
      <Page />
    </ConnectionContext>,
  )
}

export const press = (name: string | RegExp) => click(screen.getByRole('button', { name }))
export const queryButton = (name: string | RegExp) => screen.queryByRole('button', { name })
/** Returns the whole text of the page, without the direction marks. */
export const getPageText = (): string => (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
