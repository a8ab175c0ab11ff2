// @vitest-environment jsdom
/** Editing a session. Its fields are saved as a whole, errors are shown at their field, and no text is lost. */

import { toPlanFile } from '@rostrum/server/services/template/write-plan'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadModelPlan } from '../support/load-model-plan.ts'
import {
  getField,
  getSegmentRow,
  getTitles,
  makeJsonReply,
  openPlanPage,
  press,
  type ServedPlan,
  save,
  servePlan,
  typeInto,
  waitForSaved,
} from '../support/plan-page.tsx'

const modelPlan = JSON.parse(JSON.stringify(toPlanFile(loadModelPlan()))) as PlanFile
let plans: ServedPlan
beforeEach(async () => {
  plans = await servePlan(modelPlan)
})
afterEach(cleanup)

describe('saving', () => {
  test('[X69] sends the whole plan, with the edited values', async () => {
    await openPlanPage()
    expect(screen.getByRole('button', { name: 'Save the plan' }).getAttribute('aria-disabled')).toBe('true')
    typeInto('Short title (optional)', 'Another')
    typeInto('Begins', '14:00')
    typeInto('Hard stop', '15:45')
    typeInto('Civil society (optional)', '2:30')
    fireEvent.click(screen.getByRole('checkbox', { name: /^Keep the captions after the close/, checked: true }))
    typeInto(/^Usual delay of captions/, '2')
    for (const name of ['French', 'Arabic', 'French']) fireEvent.click(screen.getByRole('checkbox', { name }))
    await waitForSaved()
    const startsAt = Date.parse('2023-12-08T14:00:00+01:00')
    expect(plans.saved).toHaveLength(1)
    expect(plans.saved[0]).toMatchObject({
      ...plans.sent,
      short: 'Another',
      startsAt: new Date(startsAt).toISOString(),
      endsAt: '2023-12-08T14:45:00.000Z',
      floor: { limits: { groups: { 'civil-society': 150 } } },
      captions: { kept: false, delay: 2, languages: ['ar'] },
    })
    expect(screen.getByRole('button', { name: 'Save the plan' }).getAttribute('aria-disabled')).toBe('true')
  })

  test('lists errors at the side at once, shows them at the field after it loses focus, and sends nothing', async () => {
    await openPlanPage()
    typeInto('Short title (optional)', 'x'.repeat(41))
    expect(screen.getByRole('button', { name: /Short title\. Use no more than 40 characters/ })).toBeTruthy()
    expect(screen.queryByText('Use no more than 40 characters.')).toBeNull()
    fireEvent.blur(getField('Short title (optional)'))
    await screen.findByText('Use no more than 40 characters.')
    typeInto(/^Point of order/, '')
    await save()
    expect(plans.saved).toEqual([])
    expect(document.activeElement).toBe(getField('Short title (optional)'))
    await press(/Point of order\. Enter minutes/)
    expect(document.activeElement).toBe(getField(/^Point of order/))
  })

  test('[V158] counts an error of any field at its part of the page', async () => {
    await openPlanPage()
    typeInto(/^Tags for notes/, 'one, one')
    typeInto(/^Maximum length of a statement/, '1')
    expect(screen.getByRole('button', { name: /^Rules\s*2 errors to correct/ })).toBeTruthy()
    await press(/^Tags for notes\. Up to six/)
    expect(document.activeElement).toBe(getField(/^Tags for notes/))
  })

  test('an error that the server finds is shown at its field, and the typed text stays', async () => {
    await openPlanPage()
    typeInto('Short title (optional)', 'Another')
    plans.refuse = () => makeJsonReply({ reason: 'plan-refused', faults: ['segments.2.minutes: Too small', 'colour: nobody knows'] }, 422)
    await save()
    await screen.findByText(/was not saved/)
    expect(within(getSegmentRow('Failures')).getByText('The server reports: Too small')).toBeTruthy()
    expect(screen.getByText('colour: nobody knows')).toBeTruthy()
    expect((getField('Short title (optional)') as HTMLInputElement).value).toBe('Another')
    plans.refuse = null
    await waitForSaved()
    expect(screen.queryByText('The server reports: Too small')).toBeNull()
  })

  test('a lost connection loses no text', async () => {
    await openPlanPage()
    typeInto('Short title (optional)', 'Another')
    plans.refuse = () => {
      throw new TypeError('no connection')
    }
    await save()
    await screen.findByRole('alert')
    expect((getField('Short title (optional)') as HTMLInputElement).value).toBe('Another')
    plans.refuse = null
    await waitForSaved()
  })
})

describe('two organizers', () => {
  const saveElsewhere = (change: Partial<PlanFile>) => {
    plans.store({ ...plans.stored.plan, ...change })
  }

  test('see the changes of each other before they change anything', async () => {
    await openPlanPage()
    typeInto('Short title (optional)', 'Mine')
    saveElsewhere({ venue: 'Another hall' })
    await save()
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('Venue: “Geneva International Conference Centre” is now “Another hall”')
    expect(plans.saved).toEqual([])
    await press('Keep editing')
    expect((getField('Short title (optional)') as HTMLInputElement).value).toBe('Mine')
    await save()
    await screen.findByRole('dialog')
    await press('Save mine instead')
    await screen.findByText(/^Saved\./)
    expect(plans.saved).toMatchObject([{ short: 'Mine', venue: 'Geneva International Conference Centre' }])
  })

  test('[V158] read each change in words', async () => {
    await openPlanPage()
    typeInto('Short title (optional)', 'Mine')
    const { questions, captions, floor } = modelPlan
    saveElsewhere({
      questions: { ...questions, moderation: 'none', attribution: 'hidden' },
      captions: { ...captions, languages: ['fr', 'ar'] as never },
      floor: { ...floor, order: 'rotate' },
    })
    await save()
    const { textContent } = await screen.findByRole('dialog')
    expect(textContent).toContain('A moderator reviews questions first: “yes” is now “no”')
    expect(textContent).toContain('Who asked: “Named” is now “Hidden from the room”')
    expect(textContent).toContain('Languages of captions: “nothing” is now “French and Arabic”')
    expect(textContent).toContain('Order of speakers: “Balanced” is now “Groups in turn”')
  })

  test('can take over the other version', async () => {
    await openPlanPage()
    typeInto('Short title (optional)', 'Mine')
    saveElsewhere({ venue: 'Another hall' })
    await save()
    await screen.findByRole('dialog')
    await press(/^Discard mine/)
    await waitFor(() => expect((getField('Venue (optional)') as HTMLInputElement).value).toBe('Another hall'))
    expect((getField('Short title (optional)') as HTMLInputElement).value).toBe(modelPlan.short)
    expect(plans.saved).toEqual([])
  })

  test('change nothing if the session has started in the meantime, and the page explains that', async () => {
    await openPlanPage()
    typeInto('Short title (optional)', 'Mine')
    plans.stored = { ...plans.stored, phase: 'open' }
    await save()
    await screen.findByText(/plan can no longer be changed/)
    expect(plans.saved).toEqual([])
    expect((getField('Short title (optional)') as HTMLInputElement).value).toBe('Mine')
  })
})

describe('a session that has started', () => {
  test('is read-only, and the page explains why', async () => {
    plans.stored = { ...plans.stored, phase: 'open' }
    await openPlanPage()
    expect(screen.getByText(/its plan can no longer be changed/)).toBeTruthy()
    expect((getField('Short title (optional)') as HTMLInputElement).matches(':disabled')).toBe(true)
    expect(screen.queryByRole('button', { name: /Save|Add|Remove|Move/ })).toBeNull()
    expect(screen.getAllByText('Listed speakers')).toHaveLength(modelPlan.segments.length)
  })
})

describe('the agenda', () => {
  test('moves items by buttons and keys; the focus stays on the moved item, and the times follow', async () => {
    await openPlanPage()
    expect(getSegmentRow('Successes').textContent).toContain('11:40')
    await press('Move down: Successes')
    expect(getTitles()).toEqual(['Opening', 'Failures', 'Successes', 'Expectations', 'Closing'])
    expect(getSegmentRow('Successes').textContent).toContain('12:06')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: Successes')
    await userEvent.click(within(getSegmentRow('Successes')).getByLabelText('Title'))
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowUp}{/Alt}')
    expect(getTitles()[0]).toBe('Successes')
    await waitForSaved()
    expect(plans.saved[0]?.segments.map(({ id }) => id)).toEqual(['topic-1', 'opening', 'topic-2', 'topic-3', 'closing'])
  })

  test('shows in words whether it fits', async () => {
    await openPlanPage()
    const agenda = screen.getByRole('region', { name: 'Agenda' })
    expect(agenda.textContent).toContain('90 of 90 min planned')
    fireEvent.change(within(getSegmentRow('Closing')).getByLabelText('Minutes'), { target: { value: '12' } })
    expect(agenda.textContent).toContain('94 of 90\u00a0min planned')
    expect(agenda.textContent).toContain('4\u00a0min too long')
    await press('Remove: Closing')
    expect(agenda.textContent).toContain('82 of 90\u00a0min planned')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove: Expectations')
  })

  test('gets a new item with a programme speaker of a new group', async () => {
    await openPlanPage()
    await press('Add a group')
    await userEvent.keyboard('Press')
    await press('Add an item')
    await userEvent.keyboard('Statements')
    const added = getSegmentRow('Statements')
    await userEvent.selectOptions(within(added).getByLabelText('Kind'), 'Panel')
    await userEvent.click(within(added).getByRole('button', { name: /^More/ }))
    await userEvent.click(within(added).getByRole('button', { name: 'Add a speaker' }))
    await userEvent.keyboard('Telecom operators association')
    await userEvent.selectOptions(within(added).getByLabelText('Group'), 'Press')
    await waitForSaved()
    expect(plans.saved[0]?.groups.at(-1)).toMatchObject({ id: 'press', label: 'Press' })
    expect(plans.saved[0]?.segments.at(-1)).toEqual({
      ...{ id: 'statements', kind: 'panel', title: 'Statements', minutes: 10, opensList: false },
      speakers: [{ entity: 'Telecom operators association', group: 'press' }],
    })
  })
})

describe('groups', () => {
  test('a group with registered people cannot be removed, and the page explains what to do', async () => {
    plans.people = [{ group: null }, { group: 'government' }]
    await openPlanPage()
    await press('Remove: Governments')
    await screen.findByText(/People are registered in this group: Governments/)
    expect(screen.getByDisplayValue('Governments')).toBeTruthy()
    await press('Remove: Private sector')
    await waitFor(() => expect(screen.queryAllByDisplayValue('Private sector')).toEqual([]))
    await waitForSaved()
    expect(plans.saved[0]?.groups.map(({ id }) => String(id))).toEqual([
      'government',
      'civil-society',
      'technical-academic',
      'international',
    ])
  })
})

describe('leaving the page', () => {
  test('without changes goes back at once, to the session that was edited', async () => {
    await openPlanPage()
    expect(location.search).toBe('?edit=one')
    await userEvent.click(screen.getAllByRole('button', { name: 'Back to the sessions' })[0] as HTMLElement)
    await screen.findByRole('button', { name: 'Edit session' })
    expect(location.search).toBe('')
    await waitFor(() => expect(document.activeElement?.id).toBe('session-title'))
  })

  test('with changes asks first, even for the back button of the browser', async () => {
    await openPlanPage()
    typeInto('Short title (optional)', 'Mine')
    const [back] = screen.getAllByRole('button', { name: 'Back to the sessions' })
    await userEvent.click(back as HTMLElement)
    await screen.findByText('Leave without saving?')
    await press('Keep editing')
    expect((getField('Short title (optional)') as HTMLInputElement).value).toBe('Mine')
    history.back()
    await screen.findByText('Leave without saving?')
    expect((document.querySelector('[data-place="short"] input') as HTMLInputElement).value).toBe('Mine')
    expect(location.search).toBe('?edit=one')
    await press('Leave without saving')
    await screen.findByRole('button', { name: 'Edit session' })
    expect(plans.saved).toEqual([])
  })

  test('by closing the page needs a confirmation while something is unsaved', async () => {
    const isCloseBlocked = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    await openPlanPage()
    expect(isCloseBlocked()).toBe(false)
    typeInto('Short title (optional)', 'Mine')
    expect(isCloseBlocked()).toBe(true)
    await waitForSaved()
    expect(isCloseBlocked()).toBe(false)
  })
})

test('an ambiguous time offers a choice', async () => {
  await openPlanPage()
  typeInto('Day', '2026-10-25')
  typeInto('Begins', '02:30')
  typeInto('Hard stop', '05:00')
  expect(screen.getByText(/this time occurs twice/)).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'The second' }))
  await waitForSaved()
  expect(plans.saved[0]?.startsAt).toBe('2026-10-25T01:30:00.000Z')
  expect(plans.saved[0]?.endsAt).toBe('2026-10-25T04:00:00.000Z')
})
