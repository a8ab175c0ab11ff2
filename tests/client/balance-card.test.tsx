// @vitest-environment jsdom
/** Figures beside the floor list: the balance behind its bars, and how many names fit on the room screen. */
import { BalanceCard } from '@rostrum/client/features/queue/balance/balance-card.tsx'
import { fitting } from '@rostrum/client/features/queue/display/display-next.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import type { View } from '@rostrum/shared/projection/registry'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { seen } from '../support/queue-view.ts'

// The kit asks the browser for this, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(() => load('en', 'all'))
afterEach(cleanup)

const show = (view: View, children: ReactNode) => {
  useScreen.setState({ ...emptyScreen, view })
  render(children)
}
const bare = (text: string | null): string => (text ?? '').replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ')

it('the balance behind the bars: groups, channels and organizations', async () => {
  const share = (of: string, requests: number, turns: number, used: number) => ({ of, requests, turns, used })
  const balance = { groups: [share('civil', 3, 1, 90_000)], channels: [share('room', 2, 1, 90_000), share('remote', 1, 0, 0)] }
  show(
    seen({ balance, entities: [{ entity: 'Library federation', group: 'civil', requests: 1, turns: 1, used: 190_000, over: 10_000 }] }),
    <BalanceCard />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Full balance' }))
  expect(screen.getAllByRole('row').map((line) => bare(line.textContent))).toEqual([
    'GroupRequestsTurnsTimeShare',
    'Civil311:30100 %',
    'WhereRequestsTurnsTimeShare',
    'Room211:30100 %',
    'Remote100:000 %',
    'Organization or delegationTurnsTimeOver',
    'Library federation13:100:10',
  ])
})

it('on the room screen a long name is never cut: fewer are shown', () => {
  expect([fitting([]), fitting([1, 1, 1]), fitting([3, 3, 1]), fitting([9, 1])]).toEqual([0, 3, 2, 1])
})
