/** The People workplace with a view and HTTP replies that the test gives. */
import { PeopleWorkplace } from '@rostrum/client/features/people/roster/people-workplace.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import type { RosterCounts, RosterRow } from '@rostrum/shared/api/people'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { answerRequests, type SentRequest } from './answer-requests.ts'

export type RosterPageReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string; readonly details?: object }

/** The requests that the page sent, in order. */
export let requests: SentRequest[] = []
export let sentCommands: { readonly type: string; readonly data: object }[] = []
let getAnswer: (asked: SentRequest) => RosterPageReply | undefined = () => undefined

export const makeRosterRow = (id: string, given: Partial<RosterRow> = {}): RosterRow => ({
  person: id as RosterRow['person'],
  role: 'participant',
  entity: `Entity ${id}`,
  group: null,
  channel: 'room',
  number: 1,
  revoked: false,
  name: null,
  email: null,
  language: null,
  nameInRecord: null,
  externalId: null,
  phone: null,
  pronounced: null,
  said: null,
  presence: 'absent',
  since: null,
  checkedIn: false,
  invitation: null,
  ...given,
})

const countPeople = (people: readonly RosterRow[]): RosterCounts => {
  const countWith = (presence: RosterRow['presence'], channel?: string) =>
    people.filter((row) => row.presence === presence && row.channel === (channel ?? row.channel)).length
  const countPresent = (channel: string) => countWith('connected', channel) + countWith('checked-in', channel)
  const groups = [...new Set(people.map(({ group }) => group))]
  const countChannel = (channel: string) => people.filter((row) => row.channel === channel).length
  return {
    registered: { room: countChannel('room'), remote: countChannel('remote') },
    groups: groups.map((group) => ({ group, registered: people.filter((row) => row.group === group).length })),
    connected: { room: countWith('connected', 'room'), remote: countWith('connected', 'remote') },
    checkedIn: { room: countWith('checked-in', 'room'), remote: countWith('checked-in', 'remote') },
    present: { room: countPresent('room'), remote: countPresent('remote') },
    away: countWith('away'),
    absent: countWith('absent'),
  }
}

export const makeRosterPage = (people: readonly RosterRow[], more: object = {}): RosterPageReply => ({
  ok: true,
  value: { people, total: people.length, page: 1, pages: 1, counts: countPeople(people), walkIns: null, ...more },
})

const makeView = (more: object): View =>
  ({
    session: {
      phase: 'open',
      timeZone: 'UTC',
      groups: [{ id: 'civil-society', label: 'Civil society', short: 'Civil society', mark: 'circle' }],
    },
    floor: { current: null, interrupted: null },
    order: [],
    entries: {},
    presence: { room: 3, remote: 2, away: {} },
    toConfirm: [],
    withoutLink: [],
    ...more,
  }) as unknown as View

const connection = {
  request: answerRequests(({ path, ...rest }) => {
    const one = { path: path.replace('/api/sessions/s/people', ''), ...rest }
    requests.push(one)
    return getAnswer(one) ?? { ok: false, reason: 'not-found' }
  }),
  send: (command: { readonly type: string; readonly data: object }) => {
    sentCommands.push(command)
    return Promise.resolve({ ok: true })
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

/** Opens the page. `answer` gives the reply to each request. The page requests the roster with GET. */
export const openPeoplePage = async (answer: (asked: SentRequest) => RosterPageReply | undefined, view: object = {}): Promise<void> => {
  requests = []
  sentCommands = []
  getAnswer = answer
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, view: makeView(view) })
  render(
    <ConnectionContext value={connection}>
      <PeopleWorkplace session={'s' as SessionId} />
    </ConnectionContext>,
  )
  await screen.findByText(/\d (person|people) registered/)
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const getRowText = (id: string): string =>
  (document.querySelector(`[data-person="${id}"]`)?.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
/** Chooses an item from the menu of a row. */
export const chooseFromMenu = async (who: string, name: RegExp): Promise<void> => {
  await press(`More actions for ${who}`)
  await userEvent.click(await screen.findByRole('menuitem', { name }))
}
export const getChangeRequests = (): readonly SentRequest[] => requests.filter(({ method }) => method !== 'GET')
export const getPageText = (): string => (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
