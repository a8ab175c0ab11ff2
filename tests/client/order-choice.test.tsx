// @vitest-environment jsdom
/** The order of speakers: what would change comes from the server, for the list of now, and the rule is used as it was read. */
import { OrderChoice } from '@rostrum/client/features/queue/order/order-choice.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import type { Command } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'

const names: Readonly<Record<string, string>> = { a: 'Agency', b: 'Bureau', c: 'Council', d: 'Delegation', e: 'Enterprise' }
const seen = (line: string): View =>
  ({
    list: { mode: 'balanced', recommend: false, overtakes: 4 },
    line: [...line].map((entry) => ({ entry })),
    entries: Object.fromEntries(Object.entries(names).map(([id, entity]) => [id, { entity }])),
  }) as unknown as View

type Asked = { readonly path: string; readonly answer: (value: unknown) => void }
let asked: Asked[] = []
let sent: Command[] = []
const connection = {
  ask: (path: string) => new Promise((answer) => asked.push({ path, answer })),
  send: (command: Command) => {
    sent.push(command)
    return Promise.resolve({ ok: true })
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

let closed = 0
beforeEach(async () => {
  asked = []
  sent = []
  closed = 0
  await load('en', 'all')
  useScreen.setState({ ...emptyScreen, view: seen('abcde') })
  render(
    <ConnectionContext value={connection}>
      <OrderChoice onDone={() => (closed += 1)} />
    </ConnectionContext>,
  )
})
afterEach(cleanup)

const told = () => screen.getByRole('status').textContent ?? ''
const answer = async (index: number, line: string) => {
  await expect.poll(() => asked.length).toBeGreaterThan(index)
  await act(async () => asked[index]?.answer({ ok: true, value: { line: [...line] } }))
}
const choose = (name: RegExp) => userEvent.click(screen.getByRole('radio', { name }))

it('asks nothing and offers nothing while the rule in force is chosen', async () => {
  expect(screen.queryByRole('status')).toBeNull()
  expect(screen.getByRole('button', { name: 'Use balanced' }).getAttribute('aria-disabled')).toBe('true')
  expect(asked).toEqual([])
})

it('reads out the biggest moves, the rest as a number, and what is true of the first places', async () => {
  await choose(/Groups in turn/)
  expect(told()).toBe('Asking the session what would change')
  await answer(0, 'abdec')
  expect(asked[0]?.path).toBe('/api/desk/order?mode=rotate&recommend=false')
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '3rd to 5thCouncil',
    '4th to 3rdDelegation',
    '5th to 4thEnterprise',
  ])
  expect(told()).toContain('Places 1 and 2 stay. Nobody is passed more than 4 times. The room screen states the rule.')
  expect(told()).not.toContain('smaller')
})

it('says who would be next when the first place does not stay', async () => {
  await choose(/Order received/)
  await answer(0, 'edcba')
  expect(told()).toContain('and 1 smaller move')
  expect(told()).toContain('Next would be Enterprise.')
  expect(told()).not.toContain('stay')
})

it('shows both lists side by side on request', async () => {
  await choose(/Groups in turn/)
  await answer(0, 'abced')
  await userEvent.click(screen.getByRole('button', { name: 'Compare both lists' }))
  const rows = screen.getAllByRole('row').map((line) => line.textContent)
  expect(rows).toEqual([
    'PlaceNowThen',
    '1AgencyAgency',
    '2BureauBureau',
    '3CouncilCouncil',
    '4DelegationEnterprise',
    '5EnterpriseDelegation',
  ])
})

it('asks again when the list changes, and shows no answer to an earlier question', async () => {
  await choose(/Groups in turn/)
  await expect.poll(() => asked.length).toBe(1)
  act(() => useScreen.setState({ view: seen('abcd') }))
  await answer(0, 'edcba')
  expect(told()).toBe('Asking the session what would change')
  await answer(1, 'abcd')
  expect(told()).toContain('Nothing would change now')
})

it('shows no answer about a rule that is not looked at any more', async () => {
  await choose(/Groups in turn/)
  await expect.poll(() => asked.length).toBe(1)
  await choose(/Room and remote/)
  await answer(0, 'edcba')
  expect(told()).toBe('Asking the session what would change')
  expect(asked[1]?.path).toContain('mode=alternate')
})

it('says so in words when no answer comes, asks again, and lets the rule be used all the same', async () => {
  await choose(/Groups in turn/)
  await expect.poll(() => asked.length).toBe(1)
  await act(async () => asked[0]?.answer({ ok: false, why: 'no-connection' }))
  expect(told()).toContain('No answer on what would change.')
  expect(screen.getByRole('button', { name: 'Use groups in turn' }).getAttribute('aria-disabled')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await answer(1, 'abcde')
  expect(told()).toContain('Nothing would change now')
})

it('sends the rule that is named, with the one that was seen in force', async () => {
  await choose(/Groups in turn/)
  await userEvent.click(screen.getByRole('checkbox', { name: /Suggest only/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Suggest only: groups in turn' }))
  expect(sent).toEqual([{ type: 'queue.order', data: { mode: 'rotate', recommend: true, expectedMode: 'balanced' } }])
  expect(closed).toBe(1)
})

it('suggests nothing in order received', async () => {
  await userEvent.click(screen.getByRole('checkbox', { name: /Suggest only/ }))
  await choose(/Order received/)
  expect((screen.getByRole('checkbox', { name: /Suggest only/ }) as HTMLInputElement).disabled).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Use received' }))
  expect(sent).toEqual([{ type: 'queue.order', data: { mode: 'received', recommend: false, expectedMode: 'balanced' } }])
})

it('keeps the rule in force', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Keep balanced' }))
  expect([sent, closed]).toEqual([[], 1])
})
