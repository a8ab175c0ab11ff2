/** The screen of one person, drawn from a real state of a real session, and what its buttons send. */

import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { ownTime } from '@rostrum/client/session/server-clock'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { Podium } from '@rostrum/client/surfaces/podium/podium.tsx'
import { Remote } from '@rostrum/client/surfaces/remote/remote.tsx'
import { Room } from '@rostrum/client/surfaces/room/room.tsx'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ComponentType } from 'react'
import { personIn, sinceNoon } from './fixtures.ts'

const views: Readonly<Record<'room' | 'remote' | 'podium', ComponentType>> = { room: Room, remote: Remote, podium: Podium }
export type Where = keyof typeof views

/** What was pressed, in order; each is answered with yes. */
export const sent: { readonly type: string; readonly data: object }[] = []
export const place = 'session.person'

export type Asked = { readonly path: string; readonly method: string; readonly body: unknown }
type Answered = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }
/** What was asked of the server's doors, in order, and how they answer. */
export let asked: Asked[] = []
let answers: (one: Asked) => Answered = () => ({ ok: false, why: 'not-found' })
export const answersAt = (given: typeof answers): void => {
  asked = []
  answers = given
}
const connection = {
  place,
  send: (command: (typeof sent)[number]) => {
    sent.push(command)
    return Promise.resolve({ ok: true })
  },
  ask: async (path: string, method = 'GET', body?: unknown): Promise<Answered> => {
    const one = { path, method, body }
    asked.push(one)
    return answers(one)
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

const screenOf = (state: State, person: string, where: Where, after: number) => ({
  ...emptyScreen,
  line: { kind: 'live' } as const,
  heardAt: ownTime(),
  offset: { by: sinceNoon(after) - ownTime(), give: 0 },
  view: {
    ...projectAudience(state, where === 'podium' ? 'podium' : 'public').view,
    ...projectPerson(state, personIn(state, person)).view,
    presence: { room: 1, remote: 1 },
  },
})

/** Another moment of the same session comes in, so many seconds after noon. */
export const comesIn = (state: State, person: string, where: Where = 'room', after = 60): void =>
  act(() => useScreen.setState(screenOf(state, person, where, after)))

export const sees = (state: State, person: string, where: Where = 'room', after = 60) => {
  comesIn(state, person, where, after)
  const Page = views[where]
  return render(
    <ConnectionContext value={connection}>
      <Page />
    </ConnectionContext>,
  )
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const button = (name: string | RegExp) => screen.queryByRole('button', { name })
/** All that is written on the page, without the marks of direction. */
export const text = (): string => (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
