// @vitest-environment jsdom
/** The controls of the Chair, the last act, and what takes it back. */
import { useSessionStore } from '@rostrum/client/session/store'
import { toMillis } from '@rostrum/shared/kernel/time'
import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { calling, findUndo, openPage, show, speaking, turn } from '../support/chair-page.tsx'
import { click } from '../support/click.ts'
import { sent } from '../support/fake-connection.ts'
import { command, replay, toCommandId, toEntryId, toStepId } from '../support/given.ts'

test('[U7, U8] the Undo button names its step, and the line names the organization', async () => {
  await openPage(replay(speaking))
  expect(findUndo()).toBe('Undo start')
  expect(document.body.textContent).toMatch(/Started the clock for .?Delegation 1/)
  expect(document.body.textContent).not.toMatch(/Started .{0,2}Speaker \d/)
  act(() => show(replay([...speaking, command('chair', 'floor.extend', { turn, by: toMillis(30_000) }, { id: 'more' })])))
  expect(findUndo()).toMatch(/^Undo .?\+30.?\ss.?$/)
  expect(document.body.textContent).toMatch(/Added .{0,2}30.?\ss.? for .?Delegation 1/)
  const both = [
    ...speaking,
    ...[30_000, -15_000].map((by) => command('chair', 'floor.extend', { turn, by: toMillis(by) }, { id: `by-${by}` })),
  ]
  act(() => show(replay(both)))
  expect(findUndo()).toMatch(/^Undo .?\u221215.?\ss.?$/)
})

test('[U7, U9, F46] next to a cue there is no Undo, which would undo the step before; an undone step offers the one before, and a refusal hides none', async () => {
  await openPage(replay([...speaking, command('chair', 'cues.give', { turn, cue: 'conclude' }, { id: 'cue' })]))
  expect(document.body.textContent).toContain('Asked to conclude')
  expect(findUndo()).toBeNull()
  act(() => show(replay([...speaking, command('chair', 'steps.undo', { step: toCommandId('start') as string as never }, { id: 'undo' })])))
  expect(document.body.textContent).toContain('Undone: Started')
  expect(findUndo()).toBe('Undo call')
  act(() => show(replay(speaking)))
  const envelope = { id: 'refused', type: 'floor.extend', data: { turn, by: 30_000 } }
  act(() => useSessionStore.setState({ lastRefusal: { pending: { envelope, area: 'controls' } as never, reason: 'conflict' } }))
  expect(findUndo()).toBe('Undo start')
  expect(document.querySelector('[data-box=last]')?.textContent).toContain('This has changed in the meantime')
  act(() => show(replay([...speaking, command('chair', 'floor.pause', { turn })])))
  expect(useSessionStore.getState().lastRefusal).toBeNull()
  expect(findUndo()).toBe('Undo pause')
})

test('[U7] a call that ended a turn names both, because both come back; a speaker who ends their own turn is named once', async () => {
  const called = command('chair', 'floor.call', {
    entry: toEntryId('civil-1'),
    expectedCurrent: turn,
    expectedNext: toEntryId('civil-1'),
  })
  await openPage(replay([...speaking, called]))
  expect(findUndo()).toBe('Undo call and end of turn')
  const given = command('chair', 'floor.give', {
    person: 'gov-2' as never,
    expectedCurrent: turn,
    expectedNext: toEntryId('civil-1'),
  })
  act(() => show(replay([...speaking, given])))
  expect(findUndo()).toBe('Undo call and end of turn')
  act(() => show(replay([...speaking, command('gov-1', 'floor.end', { turn })])))
  expect(document.querySelector('[data-box=last]')?.textContent).toMatch(/Ended the turn of [^,]+, [\d:]+(?!, by)/)
  expect(document.querySelector('[data-box=last]')?.textContent).not.toContain(', by')
})

test('[U9] three steps are taken back one after the other at one place, which rests in between', async () => {
  const undoStep = (id: string) => command('chair', 'steps.undo', { step: toCommandId(id) as string as never }, { id: `undo-${id}` })
  const paused = [...speaking, command('chair', 'floor.pause', { turn }, { id: 'pause' })]
  await openPage(replay(paused))
  const place = document.querySelector('[data-shortcut=undo]')
  const names = [findUndo()]
  // The place rests for a moment. On a busy machine that moment would be over before it is looked at.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now())
  for (const done of [[undoStep('pause')], [undoStep('pause'), undoStep('start')]]) {
    act(() => show(replay([...paused, ...done])))
    expect(document.querySelector('[data-shortcut=undo]')).toBe(place)
    expect(place?.hasAttribute('data-resting')).toBe(true)
    names.push(findUndo())
  }
  vi.mocked(performance.now).mockRestore()
  expect(names).toEqual(['Undo pause', 'Undo start', 'Undo call'])
})

test('[F113] a step about two requests names both, in the line of the last act and after its undo', async () => {
  const getLast = () => document.querySelector('[data-box=last] p')?.textContent?.replace(/[\u2066-\u2069]/g, '')
  const requests = { entry: toEntryId('civil-1'), with: toEntryId('private-1') }
  await openPage(replay([...speaking, command('chair', 'queue.swap', requests, { id: 'swap' })]))
  expect(getLast()).toMatch(/^Organization 1 and Company 1 changed places by agreement/)
  const join = { into: toEntryId('civil-1'), entry: toEntryId('private-1') }
  const merged = [...speaking, command('chair', 'queue.merge', join, { id: 'merge' })]
  act(() => show(replay(merged)))
  expect(getLast()).toMatch(/^Joined the request of Company 1 to that of Organization 1/)
  act(() => show(replay([...merged, command('chair', 'steps.undo', { step: toStepId('merge') }, { id: 'undo' })])))
  expect(getLast()).toMatch(/^Undone: Joined the request of Company 1 to that of Organization 1/)
})

test('[S74] the person who closed takes it back in the place of the last act, which counts the seconds', async () => {
  await openPage(replay([...speaking, command('chair', 'session.close', {}, { id: 'close' })]))
  expect(findUndo()).toMatch(/^Undo closing, \d+ s$/)
  await click(document.querySelector('[data-shortcut=undo]') as Element)
  expect(sent).toEqual([{ type: 'steps.undo', data: { step: toCommandId('close') } }])
})

const callAgain = command(
  'chair',
  'floor.call',
  { entry: toEntryId('gov-1'), expectedCurrent: null, expectedNext: toEntryId('civil-1') },
  { id: 'again' },
)
test('[F44, F104] each state draws the controls that apply, in their places', async () => {
  const listControls = () =>
    [...document.querySelectorAll('[data-box=controls] button')].map((one) => one.textContent?.replace(/\s/g, ' ') || 'More')
  await openPage(replay(calling))
  expect(listControls()).toEqual(['Not here', 'More'])
  // The second absence takes the request off the list, and the button says so.
  act(() => show(replay([...calling, command('chair', 'floor.mark-absent', { turn }), callAgain])))
  expect(listControls()).toEqual(['Not here: off the list', 'More'])
  act(() => show(replay(speaking)))
  expect(listControls()).toEqual(['Pause', '+30 s', 'Ask to conclude', 'More'])
  expect(screen.queryByRole('button', { name: 'End only' })).toBeNull()
})

test('[F45] a called speaker who cannot speak now is announced by name until the next step', async () => {
  const declined = [...calling, command('gov-1', 'floor.decline', { turn })]
  await openPage(replay(declined))
  expect(screen.getByRole('alert').textContent).toMatch(/Delegation 1.? will speak later/)
  act(() => show(replay([...declined, command('chair', 'queue.close', {})])))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('[U20] a call that its speaker declined has no Undo, and the sentence and the notice about it stay', async () => {
  await openPage(replay([...calling, command('gov-1', 'floor.decline', { turn })]))
  expect(findUndo()).toBeNull()
  expect(screen.getByRole('alert').textContent).toMatch(/Delegation 1.? will speak later/)
  act(() => show(replay([...calling, command('chair', 'floor.mark-absent', { turn })])))
  expect(findUndo()).not.toBeNull()
})
