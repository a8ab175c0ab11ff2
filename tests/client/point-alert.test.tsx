// @vitest-environment jsdom
/** The points of order that wait, on the secretariat's screen. */
import { PointAlert } from '@rostrum/client/features/floor/staff/point-alert.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { Command } from '@rostrum/shared/contract/registry'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeQueueView } from '../support/queue-view.ts'

let sent: Command[] = []
const connection = {
  send: async (command: Command) => {
    sent.push(command)
    return { ok: true }
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

beforeEach(() => {
  sent = []
  return loadLanguage('en', 'all')
})
afterEach(cleanup)

const makeTurn = (kind: string) => ({ id: 'turn', kind, startedAt: 1, runningSince: 1, paused: null, speaker: null, onBehalfOf: [] })
const held = { staff: { person: null, name: null, topic: null, note: null, requestChannel: 'room', held: true } }
const renderPoints = (current: object | null, rows: Record<string, object>) => {
  const pointRows = Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { kind: 'point-of-order', ...row }]))
  const view = makeQueueView({ order: '', rows: pointRows, pointsOfOrder: Object.keys(rows) })
  const floor = { ...view.floor, current, interrupted: null }
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, view: { ...view, floor } as never })
  render(
    <ConnectionContext value={connection}>
      <PointAlert />
    </ConnectionContext>,
  )
}
const getTexts = () => screen.getAllByRole('listitem').map((item) => item.textContent?.replace(/[\u2066-\u2069]/g, ''))

test('[F35] all points of order that wait are listed with their number, each with its action', async () => {
  renderPoints(makeTurn('intervention'), { a: {}, b: { channel: 'remote' }, c: held })
  expect(screen.getByRole('alert').textContent).toContain('Points of order, 3')
  expect(getTexts()).toEqual([
    'Organization a in the roomRecognize, pause clockAfter this speaker',
    'Organization b remoteRecognize, pause clockAfter this speaker',
    'Organization c after this speakerRecognize',
  ])
  const [, second] = screen.getAllByRole('listitem')
  await userEvent.click(within(second as HTMLElement).getByRole('button', { name: 'Recognize, pause clock' }))
  await userEvent.click(within(second as HTMLElement).getByRole('button', { name: 'After this speaker' }))
  expect(sent).toEqual([
    { type: 'floor.recognize', data: { entry: 'b', expectedCurrent: 'turn' } },
    { type: 'floor.intend', data: { turn: 'turn', act: { kind: 'recognize', entry: 'b' } } },
  ])
})

test('[F35] while one has the floor the others stay listed, without an action that would be refused', () => {
  renderPoints(makeTurn('point-of-order'), { a: {}, b: {} })
  expect(screen.getByRole('status').textContent).toContain('2 more points of order')
  expect(getTexts()).toEqual(['Organization a in the room', 'Organization b in the room'])
  expect(screen.queryByRole('button')).toBeNull()
})

test('[F35] points that come after this speaker are quiet until the speaker has ended', () => {
  renderPoints(makeTurn('intervention'), { a: held })
  expect(screen.queryByRole('alert')).toBeNull()
  cleanup()
  renderPoints(null, { a: held })
  expect(screen.getByRole('alert').textContent).toContain('Organization a in the room')
})
