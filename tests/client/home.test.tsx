// @vitest-environment jsdom
/** The organizer’s page: the status of each session, its links and printed sheets, and its actions. */

import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import {
  getChangeRequests,
  getSentRequests,
  makeJsonReply,
  openHome,
  press,
  secret,
  setUpOrganizerServer,
} from '../support/organizer-page.tsx'
import { makeLink, makePlanReply, makeSessionSummary, sessionLinks, startsAt } from '../support/organizer-replies.ts'
import { readQr } from '../support/qr-reader.ts'

setUpOrganizerServer()

describe('the sessions', () => {
  test('show their status; a rehearsal is marked and is never shown as the main session', async () => {
    await openHome([
      makeSessionSummary('one'),
      makeSessionSummary('two', { phase: 'suspended', startsAt: startsAt + 1 }),
      makeSessionSummary('three', { phase: 'closed' }),
      makeSessionSummary('old', { phase: 'open', archived: true }),
      makeSessionSummary('played', { phase: 'open', rehearsal: true }),
    ])
    expect(screen.getByRole('heading', { name: 'Session two' })).toBeTruthy()
    const getRowText = (title: string) => screen.getByText(title, { selector: 'bdi' }).closest('li')?.textContent
    expect(getRowText('Session one')).toContain('Ready')
    expect(getRowText('Session three')).toContain('Closed')
    expect(getRowText('Session played')).toContain('Rehearsal')
    expect(screen.queryByText('Session old')).toBeNull()
    await press('1 archived')
    expect(getRowText('Session old')).toContain('Archived')
  })
})

describe('preparation', () => {
  test('is shown in chips: an agenda that fits, people, and a meeting link', async () => {
    await openHome([makeSessionSummary('one')])
    await screen.findByText('Agenda: 90 min')
    expect(screen.getByText('3 people')).toBeTruthy()
    expect(screen.queryByText('Video link missing')).toBeNull()
  })

  test('[P39] leads to the import of people, with the organizer secret', async () => {
    const nobody = makeSessionSummary('one', { counts: { people: 0, room: 0, remote: 0, segments: 2 } })
    await openHome([nobody], {
      'POST /api/sessions/one/people/preview': makeJsonReply({ reason: 'list-empty', about: null }, 422),
    })
    await press('Import list')
    const dialog = await screen.findByRole('dialog')
    await userEvent.upload(dialog.querySelector('input[type=file]') as HTMLInputElement, new File(['x'], 'people.xlsx'))
    await screen.findByText('There are no people in this file.')
    expect(getSentRequests().at(-1)).toMatchObject({ path: '/api/sessions/one/people/preview', method: 'POST', secret: `Bearer ${secret}` })
  })

  test('shows what is missing: the agenda is too long, nobody is registered, there is no meeting link', async () => {
    const lacking = makeSessionSummary('one', {
      walkIns: false,
      meetingLink: false,
      counts: { people: 0, room: 0, remote: 0, segments: 2 },
    })
    await openHome([lacking], { 'GET /api/sessions/one/plan': makeJsonReply(makePlanReply(34)) }, 'Agenda 4 min too long')
    expect(screen.getByText('Agenda 4 min too long').closest('span')?.className).toMatch(/warn/)
    expect(screen.getByText('Nobody registered').closest('span')?.className).toMatch(/warn/)
    expect(screen.getByText('Video link missing')).toBeTruthy()
  })
})

describe('access to a session', () => {
  test('the organizer renews the code after a confirmation, and sees the new one', async () => {
    await openHome([makeSessionSummary('one')], {
      'POST /api/sessions/one/join-code/renew': makeJsonReply({ code: 'WXYZ6789', join: 'https://rostrum.example/j#WXYZ6789' }),
    })
    await press('New code')
    expect((await screen.findByRole('dialog')).textContent).toMatch(
      /stop working.*The 3 people already in the session and all links are not affected/,
    )
    expect(getChangeRequests()).toEqual([])
    const before = getSentRequests().length
    await press('Create a new code')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(getChangeRequests()).toEqual([{ path: '/api/sessions/one/join-code/renew', body: {} }])
    await waitFor(() =>
      expect(
        getSentRequests()
          .slice(before)
          .map(({ path }) => path),
      ).toContain('/api/sessions/one/links'),
    )
  })

  test('QR codes hold the same links as the text; a private QR code is drawn only on request', async () => {
    await openHome([makeSessionSummary('one')])
    const getDrawn = () =>
      screen.getAllByRole('img', { name: /^QR code/ }).map((svg) => readQr(svg.getAttribute('viewBox') ?? '', svg.innerHTML))
    expect(getDrawn()).toEqual([sessionLinks.join, makeLink('display-secret')])
    await press(/Show QR/)
    expect(getDrawn()).toEqual([sessionLinks.join, makeLink('chair-secret'), makeLink('display-secret')])
  })

  test('no code is shown if nobody can join by code', async () => {
    await openHome([makeSessionSummary('one'), makeSessionSummary('two', { walkIns: false })])
    await userEvent.click(screen.getByRole('button', { name: /^Open.*two/ }))
    await screen.findByText(/Registered people only/)
    expect(screen.queryByText('ABCD 2345')).toBeNull()
    expect(screen.queryByRole('button', { name: 'New code' })).toBeNull()
  })

  test('the printed sheet has the code and its QR code, and no private link', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    await openHome([makeSessionSummary('one')])
    await press(/^Print/)
    expect(print).toHaveBeenCalledOnce()
    const sheet = [...document.body.children].at(-1)
    expect(sheet?.textContent?.replace(/[\u2066-\u2069]/g, '')).toContain('rostrum.example/j')
    expect(sheet?.textContent).toContain('ABCD 2345')
    expect(sheet?.innerHTML).not.toContain('secret')
    window.dispatchEvent(new Event('afterprint'))
    await waitFor(() => expect(screen.queryByText(/and enter:/)).toBeNull())
  })
})

describe('session actions', () => {
  test('the list of invitations is fetched with the secret and saved under its file name', async () => {
    const saved: string[] = []
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:list', revokeObjectURL: () => undefined }))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(`${this.download} ${this.href}`)
    })
    await openHome([makeSessionSummary('one')], {
      'GET /api/sessions/one/invitations?language=en': makeJsonReply({ reason: 'unavailable' }, 503),
      'GET /api/sessions/one/invitations.csv': () =>
        new Response('id', { headers: { 'content-disposition': 'attachment; filename="invitations-one.csv"' } }),
    })
    await press('Invitations')
    await press('List with links (CSV)')
    await waitFor(() => expect(saved).toEqual(['invitations-one.csv blob:list']))
    expect(getSentRequests().at(-1)).toMatchObject({ path: '/api/sessions/one/invitations.csv', secret: `Bearer ${secret}` })
  })

  test('[R44] a rehearsal starts with a speed and a number of people, announces a long start, and opens the chair view', async () => {
    await openHome([makeSessionSummary('one')], {
      'POST /api/sessions/one/rehearsal': makeJsonReply(
        {
          ...{ session: 'r', code: 'X', opensIn: 480 },
          links: [
            { role: 'chair', url: makeLink('rehearsed') },
            { role: 'participant', url: 'https://rostrum.example/join#X' },
          ],
        },
        201,
      ),
    })
    await press('Rehearse')
    const people = await screen.findByLabelText('Simulated people')
    await userEvent.clear(people)
    await userEvent.type(people, '0')
    await press('Start the rehearsal')
    expect(getChangeRequests()).toEqual([])
    await userEvent.clear(people)
    await userEvent.type(people, '25')
    await userEvent.click(screen.getByRole('radio', { name: /30/ }))
    await press('Start the rehearsal')
    await screen.findByText(/The rehearsal is running/)
    screen.getByText(/opens the meeting in about 8 minutes/)
    expect(screen.getByRole('link', { name: 'Participant' }).getAttribute('href')).toBe('https://rostrum.example/join#X')
    expect(getChangeRequests()).toEqual([{ path: '/api/sessions/one/rehearsal', body: { speed: 30, people: 25, cast: 'usual' } }])
    const opened = screen.getAllByRole('link', { name: /Open the Chair’s page/ }).map((link) => link.getAttribute('href'))
    expect(opened).toContain(makeLink('rehearsed'))
  })

  test('a session file with errors is refused, and each error is shown with its location', async () => {
    const faults = ['segments.2.minutes: Too small', 'groups: is empty']
    await openHome([makeSessionSummary('one')], { 'POST /api/sessions': makeJsonReply({ reason: 'plan-refused', faults }, 422) })
    const file = document.querySelector('input[type=file]') as HTMLInputElement
    await userEvent.upload(file, new File(['title: x'], 'x.yaml'))
    await screen.findByText('x.yaml')
    await press('Create the session')
    await screen.findByText('segments.2.minutes: Too small')
    expect(screen.getByText('groups: is empty')).toBeTruthy()
    expect(getChangeRequests()).toEqual([{ path: '/api/sessions', body: { file: 'title: x' } }])
  })

  test('a copy includes the people, unless the organizer leaves them out', async () => {
    await openHome([makeSessionSummary('one')], { 'POST /api/sessions': makeJsonReply(makeSessionSummary('two'), 201) })
    await press(/^Copy a session/)
    await userEvent.type(await screen.findByLabelText(/Title/), 'Second part')
    await userEvent.click(screen.getByRole('checkbox', { name: /With its people/ }))
    await press('Create the session')
    await waitFor(() => expect(getChangeRequests()).toHaveLength(1))
    expect(getChangeRequests()[0]?.body).toMatchObject({ copyOf: 'one', people: false, title: 'Second part' })
  })

  test('a session is deleted only when its name has been typed', async () => {
    await openHome([makeSessionSummary('one')], { 'DELETE /api/sessions/one': makeJsonReply({ deleted: 'one' }) })
    await press('More actions for Session one')
    await userEvent.click(await screen.findByRole('menuitem', { name: /Delete/ }))
    const name = await screen.findByLabelText(/to confirm/)
    await press('Delete permanently')
    expect(getSentRequests().some(({ method }) => method === 'DELETE')).toBe(false)
    await userEvent.type(name, 'ONE')
    await press('Delete permanently')
    await waitFor(() =>
      expect(
        getSentRequests()
          .filter(({ method }) => method === 'DELETE')
          .map(({ path }) => path),
      ).toEqual(['/api/sessions/one']),
    )
  })

  test('an open session cannot be deleted, and the page explains why', async () => {
    await openHome([makeSessionSummary('one', { phase: 'open' })])
    await press('More actions for Session one')
    const entry = await screen.findByRole('menuitem', { name: /Delete/ })
    expect(entry.getAttribute('aria-disabled')).toBe('true')
    expect(entry.textContent).toContain('Close it first')
  })

  test('no rehearsal is offered once the session has started', async () => {
    await openHome([makeSessionSummary('one', { phase: 'open' })])
    expect(screen.queryByRole('button', { name: 'Rehearse' })).toBeNull()
  })
})
