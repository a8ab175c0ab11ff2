// @vitest-environment jsdom
/** A session is edited: what is typed is saved as a whole, said where it is wrong, and never lost. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '@rostrum/client/text/text'
import { readPlan } from '@rostrum/server/template/read-plan'
import { fileOf } from '@rostrum/server/template/write-plan'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { field, opens, press, row, save, saved, titles, write } from '../support/plan-page.tsx'

configure({ asyncUtilTimeout: 5000 })
// The kit asks the browser for these, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[+.]/g, '\\$&') })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
HTMLElement.prototype.scrollIntoView = () => undefined

const model = fileOf(readPlan(readFileSync(join(import.meta.dirname, '../../server/src/template/wsis-at-20.session.yaml'), 'utf8')))
let stored: { phase: string; version: string; plan: PlanFile }
const stores = (plan: PlanFile) => {
  stored = { ...stored, version: `${stored.version}-`, plan }
}
let put: PlanFile[] = []
let refuses: (() => Response) | null = null
let people: readonly { readonly group: string | null }[] = []

const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status })
const session = () => ({
  ...{ id: 'one', title: stored.plan.title, short: 'one', series: null, place: 'Geneva', timeZone: 'Europe/Zurich' },
  ...{ startsAt: Date.parse(model.startsAt), endsAt: Date.parse(model.endsAt), phase: stored.phase, rehearsal: false },
  ...{ archived: false, meetingLink: true, walkIns: true, counts: { people: 3, room: 2, remote: 1, segments: 5 } },
})

const answer = (method: string, path: string, body: unknown): Response => {
  if (path === '/api/sessions') return json({ templates: [], sessions: [session()] })
  if (path.includes('/people?')) return json({ people, total: people.length, page: 1, pages: 1 })
  const [door = '', version] = path.split('?version=')
  if (!door.endsWith('/plan')) return json({ code: 'ABCD2345', join: 'https://rostrum.example/j#ABCD2345', links: [] })
  if (method === 'PUT') {
    if (stored.phase !== 'planned') return json({ why: 'session-begun' }, 409)
    if (version !== stored.version) return json({ why: 'moved-on' }, 409)
    put.push(body as PlanFile)
    if (refuses) return refuses()
    stores(body as PlanFile)
  }
  return json(stored)
}

beforeEach(async () => {
  await load('en', 'all')
  stored = { phase: 'planned', version: 'first', plan: model }
  put = []
  refuses = null
  people = []
  history.replaceState(null, '', '/home')
  sessionStorage.setItem('rostrum.organiser', 'organiser-secret')
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) =>
    answer(method, path, typeof body === 'string' ? JSON.parse(body) : body),
  )
})
afterEach(cleanup)

describe('saving', () => {
  it('sends the plan as a whole, with what was typed', async () => {
    await opens()
    expect(screen.getByRole('button', { name: 'Save the plan' }).getAttribute('aria-disabled')).toBe('true')
    write('Short title (optional)', 'Another')
    write('Begins', '14:00')
    write('Hard end', '15:45')
    write('Civil society (optional)', '2:30')
    await saved()
    const startsAt = Date.parse('2023-12-08T14:00:00+01:00')
    expect(put).toHaveLength(1)
    expect(put[0]).toMatchObject({
      ...model,
      short: 'Another',
      startsAt: new Date(startsAt).toISOString(),
      endsAt: '2023-12-08T14:45:00.000Z',
      floor: { limits: { groups: { 'civil-society': 150 } } },
    })
    expect(screen.getByRole('button', { name: 'Save the plan' }).getAttribute('aria-disabled')).toBe('true')
  })

  it('what is wrong is listed at the side from the first letter, said at the field when it has been left, and nothing is sent', async () => {
    await opens()
    write('Short title (optional)', 'x'.repeat(41))
    expect(screen.getByRole('button', { name: /Short title\. Use 40 characters/ })).toBeTruthy()
    expect(screen.queryByText('Use 40 characters at most.')).toBeNull()
    fireEvent.blur(field('Short title (optional)'))
    await screen.findByText('Use 40 characters at most.')
    write(/^Point of order/, '')
    await save()
    expect(put).toEqual([])
    expect(document.activeElement).toBe(field('Short title (optional)'))
    await press(/Point of order\. Write minutes/)
    expect(document.activeElement).toBe(field(/^Point of order/))
  })

  it('a fault that the server finds stands at its field, and what was typed stays', async () => {
    await opens()
    write('Short title (optional)', 'Another')
    refuses = () => json({ why: 'plan-refused', faults: ['segments.2.minutes: Too small', 'colour: nobody knows'] }, 422)
    await save()
    await screen.findByText(/was not saved/)
    expect(within(row('Failures')).getByText('The server says: Too small')).toBeTruthy()
    expect(screen.getByText('colour: nobody knows')).toBeTruthy()
    expect((field('Short title (optional)') as HTMLInputElement).value).toBe('Another')
    refuses = null
    await saved()
    expect(screen.queryByText('The server says: Too small')).toBeNull()
  })

  it('no connection loses nothing', async () => {
    await opens()
    write('Short title (optional)', 'Another')
    refuses = () => {
      throw new TypeError('no line')
    }
    await save()
    await screen.findByRole('alert')
    expect((field('Short title (optional)') as HTMLInputElement).value).toBe('Another')
    refuses = null
    await saved()
  })
})

describe('two organisers', () => {
  const meanwhile = (change: Partial<PlanFile>) => {
    stores({ ...stored.plan, ...change })
  }

  it('what the other has changed is shown before anything is changed', async () => {
    await opens()
    write('Short title (optional)', 'Mine')
    meanwhile({ venue: 'Another hall' })
    await save()
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('Venue: “Geneva International Conference Centre” is now “Another hall”')
    expect(put).toEqual([])
    await press('Keep editing')
    expect((field('Short title (optional)') as HTMLInputElement).value).toBe('Mine')
    await save()
    await screen.findByRole('dialog')
    await press('Save mine instead')
    await screen.findByText(/^Saved\./)
    expect(put).toMatchObject([{ short: 'Mine', venue: 'Geneva International Conference Centre' }])
  })

  it('or taken over', async () => {
    await opens()
    write('Short title (optional)', 'Mine')
    meanwhile({ venue: 'Another hall' })
    await save()
    await screen.findByRole('dialog')
    await press(/^Drop mine/)
    await waitFor(() => expect((field('Venue (optional)') as HTMLInputElement).value).toBe('Another hall'))
    expect((field('Short title (optional)') as HTMLInputElement).value).toBe(model.short)
    expect(put).toEqual([])
  })

  it('when it has begun meanwhile nothing is changed, and it is said', async () => {
    await opens()
    write('Short title (optional)', 'Mine')
    stored = { ...stored, phase: 'open' }
    await save()
    await screen.findByText(/plan can no longer change/)
    expect(put).toEqual([])
    expect((field('Short title (optional)') as HTMLInputElement).value).toBe('Mine')
  })
})

describe('a session that has begun', () => {
  it('is only looked at, and it is said why', async () => {
    stored = { ...stored, phase: 'open' }
    await opens()
    expect(screen.getByText(/its plan can no longer change/)).toBeTruthy()
    expect((field('Short title (optional)') as HTMLInputElement).matches(':disabled')).toBe(true)
    expect(screen.queryByRole('button', { name: /Save|Add|Remove|Move/ })).toBeNull()
    expect(screen.getAllByText('Listed speakers')).toHaveLength(model.segments.length)
  })
})

describe('the agenda', () => {
  it('is moved by buttons and by keys; the focus stays with what was moved, and the times follow', async () => {
    await opens()
    expect(row('Successes').textContent).toContain('11:40')
    await press('Move down: Successes')
    expect(titles()).toEqual(['Opening', 'Failures', 'Successes', 'Expectations', 'Closing'])
    expect(row('Successes').textContent).toContain('12:06')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: Successes')
    await userEvent.click(within(row('Successes')).getByLabelText('Title'))
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowUp}{/Alt}')
    expect(titles()[0]).toBe('Successes')
    await saved()
    expect(put[0]?.segments.map(({ id }) => id)).toEqual(['topic-1', 'opening', 'topic-2', 'topic-3', 'closing'])
  })

  it('says in words whether it fits', async () => {
    await opens()
    const agenda = screen.getByRole('region', { name: 'Agenda' })
    expect(agenda.textContent).toContain('90 of 90 min planned')
    fireEvent.change(within(row('Closing')).getByLabelText('Minutes'), { target: { value: '12' } })
    expect(agenda.textContent).toContain('94 of 90 min planned')
    expect(agenda.textContent).toContain('4 min too long')
    await press('Remove: Closing')
    expect(agenda.textContent).toContain('82 of 90 min planned')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove: Expectations')
  })

  it('gets a new part with a listed speaker of a group that is new too', async () => {
    await opens()
    await press('Add a group')
    await userEvent.keyboard('Press')
    await press('Add an item')
    await userEvent.keyboard('Statements')
    const added = row('Statements')
    await userEvent.selectOptions(within(added).getByLabelText('Kind'), 'Panel')
    await userEvent.click(within(added).getByRole('button', { name: /^More/ }))
    await userEvent.click(within(added).getByRole('button', { name: 'Add a speaker' }))
    await userEvent.keyboard('Telecom operators association')
    await userEvent.selectOptions(within(added).getByLabelText('Group'), 'Press')
    await saved()
    expect(put[0]?.groups.at(-1)).toMatchObject({ id: 'press', label: 'Press' })
    expect(put[0]?.segments.at(-1)).toEqual({
      ...{ id: 'statements', kind: 'panel', title: 'Statements', minutes: 10, opensList: false },
      speakers: [{ entity: 'Telecom operators association', group: 'press' }],
    })
  })
})

describe('groups', () => {
  it('one of which somebody is registered stays, and it is said what to do', async () => {
    people = [{ group: null }, { group: 'government' }]
    await opens()
    await press('Remove: Governments')
    await screen.findByText(/People of this group are registered: Governments/)
    expect(screen.getByDisplayValue('Governments')).toBeTruthy()
    await press('Remove: Private sector')
    await waitFor(() => expect(screen.queryAllByDisplayValue('Private sector')).toEqual([]))
    await saved()
    expect(put[0]?.groups.map(({ id }) => String(id))).toEqual(['government', 'civil-society', 'technical-academic', 'international'])
  })
})

describe('leaving', () => {
  it('with nothing changed leads back at once, to the session that was edited', async () => {
    await opens()
    expect(location.search).toBe('?edit=one')
    await userEvent.click(screen.getAllByRole('button', { name: 'Back to the sessions' })[0] as HTMLElement)
    await screen.findByRole('button', { name: 'Edit session' })
    expect(location.search).toBe('')
    await waitFor(() => expect(document.activeElement?.id).toBe('session-title'))
  })

  it('with changes asks first, also by the back button of the browser', async () => {
    await opens()
    write('Short title (optional)', 'Mine')
    const [back] = screen.getAllByRole('button', { name: 'Back to the sessions' })
    await userEvent.click(back as HTMLElement)
    await screen.findByText('Leave without saving?')
    await press('Keep editing')
    expect((field('Short title (optional)') as HTMLInputElement).value).toBe('Mine')
    history.back()
    await screen.findByText('Leave without saving?')
    expect((document.querySelector('[data-place="short"] input') as HTMLInputElement).value).toBe('Mine')
    expect(location.search).toBe('?edit=one')
    await press('Leave without saving')
    await screen.findByRole('button', { name: 'Edit session' })
    expect(put).toEqual([])
  })

  it('by closing the page is held up while something is unsaved', async () => {
    const closes = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    await opens()
    expect(closes()).toBe(false)
    write('Short title (optional)', 'Mine')
    expect(closes()).toBe(true)
    await saved()
    expect(closes()).toBe(false)
  })
})

it('a time that comes twice is chosen from', async () => {
  await opens()
  write('Day', '2026-10-25')
  write('Begins', '02:30')
  write('Hard end', '05:00')
  expect(screen.getByText(/this time comes twice/)).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'The second' }))
  await saved()
  expect(put[0]?.startsAt).toBe('2026-10-25T01:30:00.000Z')
  expect(put[0]?.endsAt).toBe('2026-10-25T04:00:00.000Z')
})
