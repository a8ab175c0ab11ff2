// @vitest-environment jsdom
/** The waiting points of order among the alerts of Chair and secretariat. */

import { usePointAlerts } from '@rostrum/client/features/floor/staff/use-point-alerts.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { StaffAlerts } from '@rostrum/client/surfaces/staff/staff-alerts.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { AlertPlace } from '@rostrum/client/ui/alert-place.tsx'
import { getButtonClass } from '@rostrum/client/ui/button.tsx'
import type { Command } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getPerson } from '../support/fixtures.ts'
import { call, command, join, queueOpen, raisePoint, replay, toTurnId } from '../support/given.ts'
import { makeQueueView } from '../support/queue-view.ts'

vi.stubGlobal('CSS', { escape: (text: string) => text })
let sent: Command[] = []
const connection = {
  send: async (command: Command) => {
    sent.push(command)
    return { ok: true }
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

beforeEach(() => {
  sent = []
  return loadLanguage('en', 'staff')
})
afterEach(cleanup)

const makeTurn = (kind: string) => ({ id: 'turn', kind, startedAt: 1, runningSince: 1, paused: null, speaker: null, onBehalfOf: [] })
const held = { staff: { person: null, nameId: null, topic: null, note: null, requestChannel: 'room', held: true } }
const labels = { place: 'Alerts', none: 'No alerts', all: 'All alerts', count: (n: number) => `${n} alerts` }
const Points = ({ hasMain }: { hasMain: boolean }) => <AlertPlace alerts={usePointAlerts(hasMain)} labels={labels} />
const renderPoints = (current: object | null, rows: Record<string, object>, hasMain = false, interrupted: object | null = null) => {
  const pointRows = Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { kind: 'point-of-order', ...row }]))
  const view = makeQueueView({ order: '', rows: pointRows, pointsOfOrder: Object.keys(rows) })
  const floor = { ...view.floor, current, interrupted }
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, view: { ...view, floor } as never })
  render(
    <ConnectionContext value={connection}>
      <Points hasMain={hasMain} />
    </ConnectionContext>,
  )
}
const openAll = async () => {
  const more = screen.queryByRole('button', { name: /alerts$/ })
  if (more) await userEvent.click(more)
}
const getTexts = () => screen.getAllByRole('listitem').map((item) => item.textContent?.replace(/[\u2066-\u2069]/g, ''))

test('[F35] all waiting points of order are listed with their number, each with its action; a deferred one comes last', async () => {
  renderPoints(makeTurn('intervention'), { a: {}, b: { channel: 'remote' }, c: held })
  expect(screen.getByRole('alert').textContent).toContain('Point of order 1 of 3')
  await openAll()
  expect(getTexts()).toEqual([
    'Point of order 1 of 3Organization a, in the roomRecognize and pause the clockAfter this speaker',
    'Point of order 2 of 3Organization b, remoteRecognize and pause the clockAfter this speaker',
    'Point of order 3 of 3Organization c, after this speakerRecognize',
  ])
  const [, second] = screen.getAllByRole('listitem')
  await userEvent.click(within(second as HTMLElement).getByRole('button', { name: 'Recognize and pause the clock' }))
  await userEvent.click(within(second as HTMLElement).getByRole('button', { name: 'After this speaker' }))
  expect(sent).toEqual([
    { type: 'floor.recognize', data: { entry: 'b', expectedCurrent: 'turn' } },
    { type: 'floor.intend', data: { turn: 'turn', act: { kind: 'recognize', entry: 'b' } } },
  ])
})

test('[V163] next to the main button, which recognizes the first point, its alert has no button for that', async () => {
  renderPoints(makeTurn('intervention'), { a: {}, b: {}, c: held }, true)
  expect(screen.queryByRole('button', { name: /^Recognize/ })).toBeNull()
  await openAll()
  expect(getTexts()).toEqual([
    'Point of order 1 of 3Organization a, in the roomRecognize and pause the clockAfter this speaker',
    'Point of order 2 of 3Organization b, in the roomRecognize and pause the clockAfter this speaker',
    'Point of order 3 of 3Organization c, after this speakerRecognize',
  ])
  cleanup()
  // The main button calls somebody before a point that waits until after the speaker.
  renderPoints(makeTurn('intervention'), { a: held }, true)
  expect(screen.getByRole('button', { name: 'Recognize' })).toBeTruthy()
})

test.each([true, false])(
  '[V422] in the list of all alerts the first point in order has the strongest button, with a main button: %s',
  async (hasMain) => {
    renderPoints(makeTurn('intervention'), { a: {}, b: {} }, hasMain)
    await openAll()
    const [first, second] = screen.getAllByRole('listitem').map((item) => within(item).getByRole('button', { name: /^Recognize/ }))
    const urgent = getButtonClass({ look: 'urgent', size: 'small' })
    expect([first?.className, second?.className]).toEqual([urgent, getButtonClass({ size: 'small' })])
  },
)

test('[F95] while the Chair rules on a point of order, the one that waits has one button: the main one, or its own on a page without', () => {
  renderPoints(null, { a: {} }, true, makeTurn('intervention'))
  expect(screen.queryByRole('button', { name: 'Recognize' })).toBeNull()
  cleanup()
  renderPoints(null, { a: {} }, false, makeTurn('intervention'))
  expect(screen.getByRole('button', { name: 'Recognize' })).toBeTruthy()
})

test('[F109] while the Chair rules on a point of order, another one can be put off until the interrupted turn is over', async () => {
  renderPoints(null, { a: {}, b: {} }, true, makeTurn('intervention'))
  await openAll()
  expect(getTexts()).toEqual([
    'Point of order 1 of 2Organization a, in the roomRecognizeAfter this speaker',
    'Point of order 2 of 2Organization b, in the roomRecognizeAfter this speaker',
  ])
  await userEvent.click(screen.getAllByRole('button', { name: 'After this speaker' })[0] as HTMLElement)
  expect(sent).toEqual([{ type: 'floor.intend', data: { turn: 'turn', act: { kind: 'recognize', entry: 'a' } } }])
  cleanup()
  renderPoints(null, { a: {} }, true, { ...makeTurn('intervention'), startedAt: null })
  expect(screen.queryByRole('button', { name: 'After this speaker' })).toBeNull()
})

test('[F35] while one has the floor the others stay listed, without an action that would be refused', async () => {
  renderPoints(makeTurn('point-of-order'), { a: {}, b: {} })
  expect(screen.queryByRole('alert')).toBeNull()
  await openAll()
  expect(getTexts()).toEqual(['Point of order 1 of 2Organization a, in the room', 'Point of order 2 of 2Organization b, in the room'])
  expect(screen.queryByRole('button', { name: /Recognize/ })).toBeNull()
})

test('[F35] points deferred until after this speaker are quiet until the speaker has ended', () => {
  renderPoints(makeTurn('intervention'), { a: held })
  expect(screen.queryByRole('alert')).toBeNull()
  cleanup()
  renderPoints(null, { a: held })
  expect(screen.getByRole('alert').textContent?.replace(/[\u2066-\u2069]/g, '')).toContain('Organization a, in the room')
})

const renderAlerts = (drives: boolean, ...raised: readonly string[]) => {
  const start = command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })
  const state = replay([...queueOpen, join('gov-1'), call('gov-1'), start, ...raised.map((who) => raisePoint(who))])
  const views = [projectAudience(state, 'staff').view, projectPerson(state, getPerson(state, 'desk')).view]
  useSessionStore.setState({
    ...initialStore,
    connectionStatus: { kind: 'live' },
    view: Object.assign({ presence: { room: 1, remote: 1 } }, ...views) as never,
  })
  render(
    <ConnectionContext value={connection}>
      <StaffAlerts drives={drives} />
    </ConnectionContext>,
  )
}

test('[F35] an officer without the duty of the floor reads that a point is waiting, and has nothing to press', () => {
  renderAlerts(false, 'civil-1')
  expect(screen.getByRole('alert').textContent).toContain('Point of order')
  expect(screen.queryByRole('button')).toBeNull()
  cleanup()
  renderAlerts(true, 'civil-1')
  expect(screen.getByRole('button', { name: 'Recognize and pause the clock' })).toBeTruthy()
})

test('[F112] next to the number of a point of order, the button for all alerts says that it counts alerts', () => {
  renderAlerts(true, 'civil-1', 'gov-2')
  expect(screen.getByRole('alert').textContent).toContain('Point of order 1 of 2')
  expect(screen.getByRole('button', { name: /alert/ }).textContent?.replace(/[\u2066-\u2069]/g, '')).toBe('2 alerts')
})
