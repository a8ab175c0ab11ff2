// @vitest-environment jsdom
/** The order of speakers: the server previews what a rule would change, and the staff apply the previewed rule. */
import { SwapChanges } from '@rostrum/client/features/queue/order/order-changes.tsx'
import { OrderChoice } from '@rostrum/client/features/queue/order/order-choice.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerRequests } from '../support/answer-requests.ts'

const names: Readonly<Record<string, string>> = { a: 'Agency', b: 'Bureau', c: 'Council', d: 'Delegation', e: 'Enterprise' }
const makeView = (order: string): View =>
  ({
    queue: { mode: 'balanced', suggestOnly: false, maxOvertakes: 4 },
    order: [...order],
    entries: Object.fromEntries(Object.entries(names).map(([id, entity]) => [id, { entity }])),
  }) as unknown as View

type PendingRequest = { readonly path: string; readonly answer: (value: unknown) => void }
let requests: PendingRequest[] = []
let sent: Command[] = []
const connection = {
  request: answerRequests(({ path }) => new Promise((answer) => requests.push({ path, answer }))),
  send: (command: Command) => {
    sent.push(command)
    return Promise.resolve({ ok: true })
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

let closeCount = 0
beforeEach(async () => {
  requests = []
  sent = []
  closeCount = 0
  await loadLanguage('en', 'staff')
  useSessionStore.setState({ ...initialStore, view: makeView('abcde') })
  render(
    <ConnectionContext value={connection}>
      <OrderChoice onDone={() => (closeCount += 1)} />
    </ConnectionContext>,
  )
})
afterEach(cleanup)

const getStatusText = () => screen.getByRole('status').textContent ?? ''
const answerRequest = async (index: number, order: string) => {
  await expect.poll(() => requests.length).toBeGreaterThan(index)
  await act(async () => requests[index]?.answer({ ok: true, value: { order: [...order] } }))
}
const chooseMode = (name: RegExp) => userEvent.click(screen.getByRole('radio', { name }))

test('requests no preview and offers no button while the current rule is chosen', async () => {
  expect(screen.queryByRole('status')).toBeNull()
  expect(screen.getByRole('button', { name: 'Use balanced' }).getAttribute('aria-disabled')).toBe('true')
  expect(requests).toEqual([])
})

test('lists the biggest moves, the number of the others, and what happens to the first positions', async () => {
  await chooseMode(/Groups in turn/)
  expect(getStatusText()).toBe('Working out what would change')
  await answerRequest(0, 'abdec')
  expect(requests[0]?.path).toBe('/api/staff/order-preview?mode=rotate&suggestOnly=false')
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '3rd to 5thCouncil',
    '4th to 3rdDelegation',
    '5th to 4thEnterprise',
  ])
  expect(getStatusText()).toContain('Places 1 and 2 stay. Nobody is overtaken more than 4 times. The room screen states the rule.')
  expect(getStatusText()).not.toContain('smaller')
})

test('shows who would be next if the first position changes', async () => {
  await chooseMode(/Order of requests/)
  await answerRequest(0, 'edcba')
  expect(getStatusText()).toContain('and 1 smaller move')
  expect(getStatusText()).toContain('The next speaker would be Enterprise.')
  expect(getStatusText()).not.toContain('stay')
})

test('shows both lists side by side on request', async () => {
  await chooseMode(/Groups in turn/)
  await answerRequest(0, 'abced')
  await userEvent.click(screen.getByRole('button', { name: 'Compare both lists' }))
  const rows = screen.getAllByRole('row').map((order) => order.textContent)
  expect(rows).toEqual([
    'PlaceNowThen',
    '1AgencyAgency',
    '2BureauBureau',
    '3CouncilCouncil',
    '4DelegationEnterprise',
    '5EnterpriseDelegation',
  ])
})

test('requests a new preview when the list changes, and shows no answer to an earlier request', async () => {
  await chooseMode(/Groups in turn/)
  await expect.poll(() => requests.length).toBe(1)
  act(() => useSessionStore.setState({ view: makeView('abcd') }))
  await answerRequest(0, 'edcba')
  expect(getStatusText()).toBe('Working out what would change')
  await answerRequest(1, 'abcd')
  expect(getStatusText()).toContain('Nothing would change now')
})

test('shows no answer about a rule that is no longer chosen', async () => {
  await chooseMode(/Groups in turn/)
  await expect.poll(() => requests.length).toBe(1)
  await chooseMode(/Room and remote/)
  await answerRequest(0, 'edcba')
  expect(getStatusText()).toBe('Working out what would change')
  expect(requests[1]?.path).toContain('mode=alternate')
})

test('explains in words when no answer arrives, tries again, and lets the staff apply the rule anyway', async () => {
  await chooseMode(/Groups in turn/)
  await expect.poll(() => requests.length).toBe(1)
  await act(async () => requests[0]?.answer({ ok: false, reason: 'no-connection' }))
  expect(getStatusText()).toContain('Could not work out what would change.')
  expect(screen.getByRole('button', { name: 'Use groups in turn' }).getAttribute('aria-disabled')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await answerRequest(1, 'abcde')
  expect(getStatusText()).toContain('Nothing would change now')
})

test('sends the chosen rule with the expected current one', async () => {
  await chooseMode(/Groups in turn/)
  await userEvent.click(screen.getByRole('checkbox', { name: /Suggest only/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Suggest only: groups in turn' }))
  expect(sent).toEqual([{ type: 'queue.set-order', data: { mode: 'rotate', suggestOnly: true, expectedMode: 'balanced' } }])
  expect(closeCount).toBe(1)
})

test('does not offer “only suggest” for order of request', async () => {
  await userEvent.click(screen.getByRole('checkbox', { name: /Suggest only/ }))
  await chooseMode(/Order of requests/)
  expect((screen.getByRole('checkbox', { name: /Suggest only/ }) as HTMLInputElement).disabled).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Use order of requests' }))
  expect(sent).toEqual([{ type: 'queue.set-order', data: { mode: 'received', suggestOnly: false, expectedMode: 'balanced' } }])
})

test('can keep the current rule', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Keep balanced' }))
  expect([sent, closeCount]).toEqual([[], 1])
})

test('[Q32] says who else would move when two change places, and nothing when nobody would', async () => {
  cleanup()
  render(
    <ConnectionContext value={connection}>
      <div role="status">
        <SwapChanges entry={'a' as EntryId} with={'d' as EntryId} />
      </div>
    </ConnectionContext>,
  )
  await answerRequest(0, 'dbeac')
  expect(requests[0]?.path).toBe('/api/staff/swap-preview?entry=a&with=d')
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['5th to 3rdEnterprise', '3rd to 5thCouncil'])
  expect(getStatusText()).toContain('2 more speakers move')
  await act(async () => useSessionStore.setState({ view: makeView('abcde') }))
  await answerRequest(1, 'dbcae')
  expect(getStatusText()).toBe('')
})
