// @vitest-environment jsdom
/** Figures next to the list of speakers: the table behind the bars. */
import { BalanceCard } from '@rostrum/client/features/queue/balance/balance-card.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { View } from '@rostrum/shared/projection/registry'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeQueueView } from '../support/queue-view.ts'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const renderCard = (view: View, children: ReactNode) => {
  useSessionStore.setState({ ...initialStore, view })
  render(children)
}
const stripMarks = (text: string | null): string => (text ?? '').replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ')

test('the table behind the bars shows groups, channels and organizations', async () => {
  const makeShare = (key: string, requests: number, turns: number, used: number) => ({ key, requests, turns, used })
  const balance = { groups: [makeShare('civil', 3, 1, 90_000)], channels: [makeShare('room', 2, 1, 90_000), makeShare('remote', 1, 0, 0)] }
  renderCard(
    makeQueueView({
      balance,
      entityShares: [{ entity: 'Library federation', group: 'civil', requests: 1, turns: 1, used: 190_000, over: 10_000 }],
    }),
    <BalanceCard />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Shares' }))
  expect(screen.getAllByRole('row').map((line) => stripMarks(line.textContent))).toEqual([
    'GroupRequestsInterventionsTimeShare',
    'Civil311:30100%',
    'WhereRequestsInterventionsTimeShare',
    'Room211:30100%',
    'Remote100:000%',
    'Organization or delegationInterventionsTimeOver time',
    'Library federation13:100:10',
  ])
})

test('[V214] before the first intervention the balance speaks of groups in this meeting, and the group that speaks is being heard', () => {
  const share = { requests: 1, turns: 0, used: 0 }
  const balance = {
    groups: [
      { key: 'civil', ...share },
      { key: 'private', ...share },
    ],
    channels: [],
  }
  renderCard(makeQueueView({ balance }), <BalanceCard />)
  const getText = () => stripMarks(document.body.textContent)
  expect(getText()).toContain('No group has been heard in this meeting yet')
  cleanup()
  const view = makeQueueView({ balance })
  const current = { kind: 'intervention', startedAt: 1, speaker: { group: 'civil' } }
  renderCard({ ...view, floor: { ...view.floor, current } } as never, <BalanceCard />)
  expect(getText()).toMatch(/Not yet heard in this meeting: [Pp]rivate/)
  cleanup()
  const point = { kind: 'point-of-order', startedAt: 2, speaker: { group: 'private' } }
  renderCard({ ...view, floor: { ...view.floor, current: point, interrupted: current } } as never, <BalanceCard />)
  expect(getText()).toMatch(/Not yet heard in this meeting: [Pp]rivate/)
})
