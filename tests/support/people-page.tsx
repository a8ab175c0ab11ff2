/** The People workplace over a view that the test writes, and doors that answer what the test has laid out. */
import { PeopleDesk } from '@rostrum/client/features/people/roster/people-workplace.tsx'
import type { Counts, RosterRow } from '@rostrum/client/features/people/roster-types'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'

// Others may work on the same machine.
configure({ asyncUtilTimeout: 5000 })

export type Said = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string; readonly more?: object }
export type Asked = { readonly path: string; readonly method: string; readonly body: unknown }

/** What was asked, in order. */
export let asked: Asked[] = []
let answers: (asked: Asked) => Said | undefined = () => undefined

export const person = (id: string, given: Partial<RosterRow> = {}): RosterRow => ({
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
  named: null,
  presence: 'absent',
  since: null,
  arrived: false,
  ...given,
})

const countsOf = (people: readonly RosterRow[]): Counts => {
  const having = (presence: RosterRow['presence'], channel?: string) =>
    people.filter((row) => row.presence === presence && row.channel === (channel ?? row.channel)).length
  const there = (channel: string) => having('connected', channel) + having('arrived', channel)
  const groups = [...new Set(people.map(({ group }) => group))]
  const of = (channel: string) => people.filter((row) => row.channel === channel).length
  return {
    registered: { room: of('room'), remote: of('remote') },
    groups: groups.map((group) => ({ group, registered: people.filter((row) => row.group === group).length })),
    present: { room: there('room'), remote: there('remote') },
    away: having('away'),
    absent: having('absent'),
  }
}

export const pageOf = (people: readonly RosterRow[], more: object = {}): Said => ({
  ok: true,
  value: { people, total: people.length, page: 1, pages: 1, counts: countsOf(people), ...more },
})

const viewOf = (more: object): View =>
  ({
    session: {
      phase: 'open',
      timeZone: 'UTC',
      groups: [{ id: 'civil-society', label: 'Civil society', short: 'Civil society', mark: 'circle' }],
    },
    floor: { current: null, interrupted: null },
    line: [],
    entries: {},
    presence: { room: 3, remote: 2, away: {} },
    ...more,
  }) as unknown as View

const connection = {
  ask: async (path: string, method = 'GET', body?: unknown): Promise<Said> => {
    const one = { path: path.replace('/api/sessions/s/people', ''), method, body }
    asked.push(one)
    return answers(one) ?? { ok: false, why: 'not-found' }
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

/** `doors`: what is answered; the roster itself is asked for with GET. */
export const opens = async (doors: (asked: Asked) => Said | undefined, view: object = {}): Promise<void> => {
  asked = []
  answers = doors
  useScreen.setState({ ...emptyScreen, line: { kind: 'live' }, view: viewOf(view) })
  render(
    <ConnectionContext value={connection}>
      <PeopleDesk session={'s' as SessionId} />
    </ConnectionContext>,
  )
  await screen.findByText(/\d (person|people) registered/)
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const rowOf = (id: string): string =>
  (document.querySelector(`[data-person="${id}"]`)?.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
/** From the menu of a row. */
export const act = async (who: string, name: RegExp): Promise<void> => {
  await press(`More actions for ${who}`)
  await userEvent.click(await screen.findByRole('menuitem', { name }))
}
export const changes = (): readonly Asked[] => asked.filter(({ method }) => method !== 'GET')
export const text = (): string => (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
