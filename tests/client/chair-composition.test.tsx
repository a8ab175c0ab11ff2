// @vitest-environment jsdom
/** Parts of the Chair’s page that take space only while they have something to show. */
import { LimitsDialog } from '@rostrum/client/features/floor/staff/limits-dialog.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { getLocalTime } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { Chair } from '@rostrum/client/surfaces/chair/chair.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { Event } from '@rostrum/shared/contract/registry'
import { seconds } from '@rostrum/shared/kernel/time'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerRequests } from '../support/answer-requests.ts'
import { click } from '../support/click.ts'
import { makeConnection } from '../support/fake-connection.ts'
import { afterNoon, getPerson } from '../support/fixtures.ts'
import {
  approve,
  ask,
  call,
  command,
  join,
  openSession,
  queueOpen,
  replay,
  type SentCommand,
  toQuestionId,
  toTurnId,
} from '../support/given.ts'
import { scriptStates } from '../support/script-states.ts'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: query.includes('min-width'),
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}))
beforeEach(() => loadLanguage('en', 'staff'))
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const makeStaffState = (history: readonly (SentCommand | Event)[], at: number, officers: readonly string[] = ['desk']) => {
  const state = replay(history)
  const view = {
    ...projectAudience(state, 'staff').view,
    ...projectPerson(state, getPerson(state, 'chair')).view,
    presence: { room: 12, remote: 8, officers },
  }
  const clockOffset = { offset: afterNoon(at) - getLocalTime(), uncertainty: 0, wallAhead: 0 }
  return { ...initialStore, connectionStatus: { kind: 'live' as const }, clockOffset, view: view as never }
}
/** Shows the page at a number of seconds after the planned start. */
const openPage = async (history: readonly (SentCommand | Event)[], at = 60, officers: readonly string[] = ['desk']) => {
  useSessionStore.setState(makeStaffState(history, at, officers))
  await act(async () => {
    render(
      <ConnectionContext value={makeConnection({ request: answerRequests(() => ({ ok: true, value: { names: [] } })) })}>
        <Chair />
      </ConnectionContext>,
    )
  })
}
const goToTopic = command('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId })
/** The topic begins as planned, ten minutes after the start. */
const goOnTime = { ...goToTopic, at: 600 }
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const sense = (name: string) => scriptStates.find((one) => one.name === name)?.history ?? []
const asking = [ask('civil-1', 'Who pays?', 'first'), approve('first')]
const waiting = [...queueOpen, goOnTime, join('gov-1'), join('civil-1'), join('private-1')]
const listRows = () => [...document.querySelectorAll('[data-row]')].map((row) => row.textContent?.replace(/[\u2066-\u2069]/g, '') ?? '')
const listLimits = () => screen.queryAllByRole('radio').map((one) => one.textContent?.replace(/[\s\u2066-\u2069]/g, ''))

test('[V121] without alerts there is no place for them, and without questions none for those', async () => {
  await openPage([openSession])
  expect(screen.queryByRole('region', { name: 'Alerts' })).toBeNull()
  expect(screen.queryByRole('region', { name: 'Questions' })).toBeNull()
  expect(screen.queryByRole('radiogroup')).toBeNull()
})

test('[V126] questions open with the first approved one, and stay until the Chair closes them', async () => {
  await openPage([...waiting, ask('civil-1', 'Who pays?', 'first'), approve('first')])
  expect(screen.getByRole('region', { name: 'Questions' }).textContent).toContain('Who pays?')
  expect(screen.queryByRole('button', { name: /^Questions/ })).toBeNull()
  await click(screen.getByRole('button', { name: 'Hide the questions' }))
  expect(screen.queryByRole('region', { name: 'Questions' })).toBeNull()
  const more = [ask('gov-1', 'Until when?', 'second'), approve('second')]
  act(() => useSessionStore.setState(makeStaffState([...waiting, ask('civil-1', 'Who pays?', 'first'), approve('first'), ...more], 60)))
  expect(screen.queryByRole('region', { name: 'Questions' })).toBeNull()
  await click(screen.getByRole('button', { name: /^Questions/ }))
  expect(screen.getByRole('region', { name: 'Questions' }).textContent).toContain('Until when?')
})

test('[V383] questions that the Chair has closed stay closed after a reload, and the button counts those that are new', async () => {
  await openPage(waiting)
  await click(screen.getByRole('button', { name: 'Questions' }))
  await click(screen.getByRole('button', { name: 'Hide the questions' }))
  cleanup()
  await openPage([...waiting, ...asking])
  expect(screen.queryByRole('region', { name: 'Questions' })).toBeNull()
  expect(screen.getByRole('button', { name: /^Questions/ }).textContent?.replace(/[\u2066-\u2069]/g, '')).toBe('Questions1 new')
  await click(screen.getByRole('button', { name: /^Questions/ }))
  await click(screen.getByRole('button', { name: 'Hide the questions' }))
  expect(screen.getByRole('button', { name: /^Questions/ }).textContent).toBe('Questions1')
})

test('[U7, V386] next to a fresh decision on a question there is no Undo, which would take back the step before', async () => {
  const getLast = () => document.querySelector('[data-box=last]')?.textContent?.replace(/[\u2066-\u2069]/g, '')
  const waits = [...queueOpen, ask('gov-1', 'Until when?', 'second'), ask('civil-1', 'Who pays?', 'first')]
  await openPage(waits, 60, [])
  expect(getLast()).toMatch(/^Opened the list.*Undo list opening$/)
  await press(/^Review/)
  expect(getLast()).toMatch(/Undo list opening$/)
  const decided = command('chair', 'questions.approve', { question: toQuestionId('first') }, { at: 40 })
  act(() => useSessionStore.setState(makeStaffState([...waits, decided], 60, [])))
  expect(getLast()).toMatch(/^Q01: Approved by the Chair, 12:00:40$/)
  await click(screen.getByRole('button', { name: 'Back to the list of speakers' }))
  expect(getLast()).toMatch(/Undo list opening$/)
})

test('[V383] once the sense of the room is over, questions that the Chair had closed are closed again', async () => {
  await openPage([...waiting, ...asking])
  await press('Hide the questions')
  const show = (name: string) => act(() => useSessionStore.setState(makeStaffState([...sense(name), ...asking], 200)))
  show('a sentence is closed')
  expect(screen.getByRole('button', { name: /^Questions/ }).textContent).toBe('Questions · Balance1')
  show('its result is published')
  expect(screen.queryByRole('region', { name: 'Questions' })).toBeNull()
  expect(screen.getByRole('button', { name: /^Sense of the room/ })).toBeTruthy()
})

test('[V126] questions that the Chair has closed do not hide a sentence that is put to the room', async () => {
  await openPage([...waiting, ...asking])
  await press('Hide the questions')
  act(() => useSessionStore.setState(makeStaffState([...sense('a sentence is put'), ...asking], 61)))
  expect(screen.queryByRole('button', { name: 'Sense of the room' })).toBeNull()
  expect(screen.getByRole('button', { name: /^Questions/ }).textContent).toBe('Questions · Balance1')
})

test('[V216] a published result leaves the questions in view, and an open sentence counts them', async () => {
  await openPage([...sense('its result is published'), ...asking], 200)
  expect(screen.getByRole('region', { name: 'Questions' }).textContent).toContain('Who pays?')
  await press('Show the sense of the room')
  expect(screen.queryByRole('region', { name: 'Questions' })).toBeNull()
  cleanup()
  await openPage([...sense('a sentence is put'), ...asking], 61)
  expect(screen.getByRole('button', { name: /^Questions/ }).textContent).toBe('Questions · Balance1')
})

test('[V126] questions open by a press before that', async () => {
  await openPage(waiting)
  await press('Questions')
  expect(screen.getByRole('region', { name: 'Questions' })).toBeTruthy()
})

test('[V127] limits are offered if one of them does not reach everybody', async () => {
  await openPage(waiting, 26 * 60)
  expect(listLimits()).toEqual(['4:301heard', '3:002heard', '2:00all3', '1:00all3'])
  cleanup()
  await openPage(waiting)
  expect(listLimits()).toEqual([])
})

test('[V127] limits that were offered on an item stay while somebody waits', async () => {
  await openPage(waiting, 26 * 60)
  expect(listLimits()).toHaveLength(4)
  const show = (at: number, history: readonly (SentCommand | Event)[]) => act(() => useSessionStore.setState(makeStaffState(history, at)))
  show(60, waiting)
  expect(listLimits()).toEqual(['4:30all3', '3:00all3', '2:00all3', '1:00all3'])
  show(60, [...queueOpen, goOnTime])
  expect(listLimits()).toEqual([])
})

test('[V394] while the meeting is suspended no limit claims whom it reaches', async () => {
  await openPage(waiting, 26 * 60)
  expect(listLimits()).toHaveLength(4)
  const suspended = [...waiting, command('chair', 'session.suspend', {}, { at: 26 * 60 })]
  act(() => useSessionStore.setState(makeStaffState(suspended, 27 * 60)))
  expect(listLimits()).toEqual([])
})

test('[V127] no limit that is offered changes its value as time passes, or after one was used', async () => {
  const listValues = () => listLimits().map((text) => text?.slice(0, 4))
  await openPage(waiting, 26 * 60)
  const values = ['4:30', '3:00', '2:00', '1:00']
  expect(listValues()).toEqual(values)
  const show = (at: number, history: readonly (SentCommand | Event)[]) => act(() => useSessionStore.setState(makeStaffState(history, at)))
  show(30 * 60, waiting)
  expect(listValues()).toEqual(values)
  const setLimit = (limit: number) =>
    command('chair', 'floor.set-limit', { scope: { kind: 'everyone' }, limit: seconds(limit), expectedLimit: seconds(180) })
  show(30 * 60, [...waiting, setLimit(120)])
  expect(listValues()).toEqual(values)
  show(30 * 60, [...waiting, setLimit(240)])
  expect(listValues()).toEqual(['6:00', '4:00', '2:45', '1:15'])
})

test('[V392] the line of the list says that the counts are at the pace so far once speakers have used less than their time', async () => {
  const getLine = () => document.body.textContent?.match(/Time for each speaker[^:]*:/)?.[0]
  await openPage(waiting, 26 * 60)
  expect(getLine()).toBe('Time for each speaker:')
  cleanup()
  const turn = { turn: toTurnId('turn-gov-2') }
  const short = [
    ...[join('gov-2', 610), call('gov-2', { at: 620 }), command('chair', 'floor.start', turn, { at: 630 })],
    command('chair', 'floor.end', turn, { at: 720 }),
  ]
  await openPage([...queueOpen, goOnTime, ...short, ...waiting.slice(queueOpen.length + 1)], 26 * 60)
  expect(getLine()).toBe('Time for each speaker at the pace so far:')
})

test('[V393] the time left for an item ends when those who wait read that it ends, with what the session has gained', async () => {
  await openPage([...queueOpen, { ...goToTopic, at: 300 }, ...waiting.slice(queueOpen.length + 1)], 26 * 60)
  expect(document.body.textContent).toMatch(/3 waiting, 8\smin left, 5 of them gained/)
})

test('[V360] a limit that is looked at does not look as if it were set, and the one that holds says so', async () => {
  await openPage(waiting, 26 * 60)
  const listTrials = () => screen.queryAllByRole('radio').map((one) => one.dataset.trial ?? null)
  const limits = listLimits()
  expect(listTrials().every((trial) => trial === null)).toBe(true)
  await userEvent.click(screen.getByRole('radio', { name: /2:00/ }))
  const [holds, trial] = [/^3:00/, /^2:00/].map((limit) => limits.findIndex((text) => limit.test(text ?? '')))
  expect(listTrials().flatMap((one, index) => (one === null ? [] : [[index, one]]))).toEqual([
    [holds, 'holds'],
    [trial, 'trial'],
  ])
  expect(listLimits()[holds ?? 0]).toBe('3:00now')
  expect(screen.getByRole('button', { name: /not set yet/ }).className).toMatch(/primary/)
})

test('[V360] in the dialog of all limits a changed limit says what still holds', async () => {
  await openPage(waiting)
  render(
    <ConnectionContext value={makeConnection({})}>
      <LimitsDialog onClose={() => undefined} />
    </ConnectionContext>,
  )
  const field = screen.getByLabelText('Everyone')
  await userEvent.selectOptions(field, '120000')
  expect(field.parentElement?.textContent).toContain('Not set yet. Now: 3:00')
  await userEvent.selectOptions(field, '180000')
  expect(field.parentElement?.textContent).not.toContain('Not set yet')
})

test('[V124] each row says when the floor is likely to reach it, also below the line', async () => {
  await openPage(waiting, 26 * 60)
  expect(listRows()).toEqual([
    expect.stringMatching(/about 12:26$/),
    expect.stringMatching(/about 12:29$/),
    expect.stringMatching(/about 12:32$/),
  ])
  cleanup()
  await openPage([...waiting, command('chair', 'session.suspend', {})], 26 * 60)
  expect(listRows().join()).not.toMatch(/about/)
})

test('[F89] after the end of the item no row gives a time that is past', async () => {
  await openPage(waiting, 40 * 60)
  expect(listRows().map((row) => row.slice(-5))).toEqual(['12:40', '12:43', '12:46'])
})

test('[V128] a press on the current item shows its guiding question and the title of the meeting', async () => {
  await openPage([...waiting, call('gov-1')])
  await press('About 1 topic')
  expect(screen.getByRole('dialog').textContent).toMatch(/What next\?.*Open consultation/)
})
