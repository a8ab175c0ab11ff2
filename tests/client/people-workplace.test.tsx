// @vitest-environment jsdom
/** The People workplace: who is present, and the actions for one person. */

import { useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { RosterRow } from '@rostrum/shared/api/people'
import { cleanup, act as reacting, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  chooseFromMenu,
  getChangeRequests,
  getPageText,
  getRowText,
  makeRosterPage,
  makeRosterRow,
  openPeoplePage,
  press,
  type RosterPageReply,
  requests,
} from '../support/people-page.tsx'
import { readQr } from '../support/qr-reader.ts'

vi.stubGlobal('CSS', { escape: (text: string) => text })

const link = 'https://rostrum.example/enter#0123456789abcdef0123456789abcdef'
const rosterRow = makeRosterRow('a', {
  entity: 'Library federation',
  number: 6,
  group: 'civil-society' as never,
  channel: 'remote',
  language: 'fr',
})
const answerWithOne =
  (said: RosterPageReply | null = null) =>
  (method: { readonly method: string }) =>
    method.method === 'GET' ? makeRosterPage([rosterRow]) : (said ?? undefined)

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

describe('the people present', () => {
  test('are shown with organization, group, channel and language', async () => {
    await openPeoplePage(answerWithOne())
    expect(getRowText('a')).toBe('Library federationSpeaker 06Civil societyRemoteNot arrivedFrenchnone')
    expect(getPageText()).toContain('0 in the room, 0 remote, 1 not arrived')
    expect(getPageText()).toContain('1 person registered')
  })

  test('are shown as connected: the next speakers at every moment, the others as of the last request', async () => {
    const presenceCases: readonly (readonly [string, Partial<RosterRow>])[] = [
      ['here', { presence: 'away', since: 1 }],
      ['gone', { presence: 'connected' }],
      ['far', { presence: 'connected' }],
      ['left', { presence: 'away', since: Date.now() - 600_000, channel: 'remote' }],
      ['hall', { presence: 'checked-in', since: 1, checkedIn: true }],
      ['late', {}],
      ['paper', { channel: 'remote' }],
      ['out', { revoked: true }],
    ]
    const people = presenceCases.map(([id, given], index) => makeRosterRow(id, { number: index + 1, ...given }))
    const entry = (id: string) => [`entry-${id}`, { staff: { person: id } }]
    await openPeoplePage(() => makeRosterPage(people), {
      order: ['here', 'gone', 'paper'].map((id) => `entry-${id}`),
      entries: Object.fromEntries(['here', 'gone', 'paper'].map(entry)),
      presence: { room: 1, remote: 0, away: { gone: Date.now() - 40_000, paper: 1 } },
      entityShares: [{ entity: 'Entity here', turns: 1 }],
    })
    expect(getRowText('here')).toMatch(/Connected1st, spoke once$/)
    expect(getRowText('gone')).toMatch(/No signal for 40\ss2ndMark as arrived$/)
    expect(getRowText('far')).toMatch(/Connectednone$/)
    expect(getRowText('left')).toMatch(/No signal for 10\sminnone$/)
    expect(getRowText('hall')).toMatch(/In the roomnone$/)
    expect(getRowText('late')).toMatch(/Not arrivednoneMark as arrived$/)
    expect(getRowText('paper')).toMatch(/No phone; the secretariat acts for them3rd$/)
    expect(getPageText()).toContain('3 in the room, 0 remote, 2 disconnected, 3 not arrived')
    expect(getRowText('out')).toContain('Access ended')
    expect(screen.queryByRole('button', { name: /More actions for Entity out/ })).toBeNull()
  })

  test('are named for the secretariat together with their consent', async () => {
    await openPeoplePage(() =>
      makeRosterPage([
        makeRosterRow('a', { name: 'Participant A', nameInRecord: true }),
        makeRosterRow('b', { name: 'Participant B', nameInRecord: false }),
      ]),
    )
    expect(getRowText('a')).toContain('Participant Anamed in the record')
    expect(getRowText('b')).toContain('Participant Borganization only in the record')
  })

  test('[P43, P55] are shown with an invitation that was sent, was not accepted or was returned', async () => {
    await openPeoplePage(() =>
      makeRosterPage([
        makeRosterRow('a', { invitation: { status: 'sent', at: 0, code: null, changed: [] } }),
        makeRosterRow('b', { invitation: { status: 'refused', at: 0, code: null, changed: [] } }),
        makeRosterRow('c', { invitation: { status: 'waiting', at: 0, code: null, changed: [] } }),
        makeRosterRow('d', { invitation: { status: 'returned', at: 0, code: null, changed: [] } }),
        makeRosterRow('e', { invitation: { status: 'sent', at: 0, code: null, changed: ['place'] } }),
      ]),
    )
    expect(getRowText('a')).toContain('Invitation sent')
    expect(getRowText('b')).toContain('Invitation not delivered')
    expect(getRowText('c')).not.toContain('Invitation')
    expect(getRowText('d')).toContain('Invitation returned')
    expect(getRowText('e')).toContain('Not told of the change')
  })

  test('are requested one page at a time, whatever the length, and searched after the person has stopped typing', async () => {
    await openPeoplePage(() => makeRosterPage([rosterRow], { total: 20_000, pages: 400 }))
    await press('Next page')
    await waitFor(() => expect(requests.at(-1)?.path).toBe('?find=&page=2'))
    const before = requests.length
    await userEvent.type(screen.getByRole('searchbox'), 'libr')
    await waitFor(() => expect(requests.at(-1)?.path).toBe('?find=libr&page=1'))
    expect(requests.length).toBe(before + 1)
  })
})

describe('check-in', () => {
  const late = makeRosterRow('a', { entity: 'Library federation', number: 6 })
  const here = { ...late, presence: 'checked-in', since: 1, checkedIn: true } as const
  const answering = (method: { readonly method: string }) => {
    if (method.method === 'GET') return makeRosterPage([getChangeRequests().length > 0 ? here : late])
    return { ok: true as const, value: here }
  }
  const getSearchField = () => screen.getByRole<HTMLInputElement>('searchbox')

  test('[P27] works with a few letters, Enter to the first row, and Enter; then the next name can be typed', async () => {
    await openPeoplePage(answering)
    await userEvent.type(getSearchField(), 'lib{Enter}')
    const mark = await screen.findByRole('button', { name: 'Mark as arrived: Library federation, Speaker 06' })
    await waitFor(() => expect(document.activeElement).toBe(mark))
    expect(requests.at(-1)?.path).toBe('?find=lib&page=1')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(getChangeRequests()).toEqual([{ path: '/a/check-in', method: 'PUT', body: { checkedIn: true } }]))
    await waitFor(() => expect(document.activeElement).toBe(getSearchField()))
    expect([getSearchField().selectionStart, getSearchField().selectionEnd]).toEqual([0, 3])
    expect(getRowText('a')).toContain('In the room')
    expect(screen.queryByRole('button', { name: /^Mark as arrived/ })).toBeNull()
  })

  test('[P27] Enter waits for the latest search, and not for a search that was replaced', async () => {
    await openPeoplePage(answering)
    await userEvent.type(getSearchField(), 'lib{Enter}r')
    await waitFor(() => expect(requests.at(-1)?.path).toBe('?find=libr&page=1'))
    await screen.findByText('1 person found')
    expect(document.activeElement).toBe(getSearchField())
  })

  test('can also be set and cleared in the menu of the row', async () => {
    await openPeoplePage(answering)
    await chooseFromMenu('Library federation, Speaker 06', /Mark as arrived/)
    await screen.findByText('In the room')
    await chooseFromMenu('Library federation, Speaker 06', /Mark as not arrived/)
    await waitFor(() => expect(getChangeRequests().map(({ body }) => body)).toEqual([{ checkedIn: true }, { checkedIn: false }]))
  })

  test('stays unchanged if it could not be stored, and the page explains why', async () => {
    await openPeoplePage(({ method }) => (method === 'GET' ? makeRosterPage([late]) : { ok: false, reason: 'no-connection' }))
    await press(/^Mark as arrived/)
    await screen.findByText(/No connection/)
    expect(getRowText('a')).toContain('Not arrived')
  })
})

describe('the list', () => {
  test('shows one group at a time, and the number of people in each', async () => {
    await openPeoplePage(() => makeRosterPage([rosterRow, makeRosterRow('b'), makeRosterRow('c')]))
    const pills = screen.getAllByRole('radio').map(({ textContent }) => textContent?.replace(/[\u2066-\u2069]/g, ''))
    expect(pills).toEqual(['All 3', 'Civil society 1', 'No group 2'])
    await userEvent.click(screen.getByRole('radio', { name: /Civil society/ }))
    await waitFor(() => expect(requests.at(-1)?.path).toBe('?find=&page=1&group=civil-society'))
    await userEvent.click(screen.getByRole('radio', { name: /No group/ }))
    await waitFor(() => expect(requests.at(-1)?.path).toBe('?find=&page=1&group=none'))
  })

  test('[P26] is fetched again when somebody connects or leaves, at most every five seconds, and at least every fifteen', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'], shouldAdvanceTime: true })
    try {
      await openPeoplePage(() => makeRosterPage([rosterRow]))
      expect(requests).toHaveLength(1)
      const setPresence = (room: number) =>
        reacting(() => useSessionStore.setState(({ view }) => ({ view: view && { ...view, presence: { room, remote: 0, away: {} } } })))
      for (const room of [4, 5, 6]) {
        setPresence(room)
        await reacting(() => vi.advanceTimersByTimeAsync(1_000))
      }
      expect(requests).toHaveLength(1)
      await reacting(() => vi.advanceTimersByTimeAsync(3_000))
      expect(requests).toHaveLength(2)
      await reacting(() => vi.advanceTimersByTimeAsync(20_000))
      expect(requests).toHaveLength(3)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('one person', () => {
  test('[P71] is corrected in those fields only that have changed', async () => {
    await openPeoplePage(answerWithOne({ ok: true, value: rosterRow }))
    await chooseFromMenu('Library federation, Speaker 06', /Edit/)
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.selectOptions(dialog.getByLabelText('Name in the record'), 'yes')
    await userEvent.type(dialog.getByLabelText(/Pronunciation/), 'lye-brer-ee')
    await userEvent.click(dialog.getByRole('radio', { name: 'Room' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(getChangeRequests()).toEqual([
        { path: '/a', method: 'PATCH', body: { pronounced: 'lye-brer-ee', channel: 'room', nameInRecord: true } },
      ]),
    )
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('cannot get the address of somebody else; the error is at the field', async () => {
    await openPeoplePage(answerWithOne({ ok: false, reason: 'email-taken' }))
    await chooseFromMenu('Library federation, Speaker 06', /Edit/)
    const email = await screen.findByLabelText(/Email/)
    await userEvent.type(email, 'a@example.org')
    await press('Save')
    expect(await screen.findByRole('alert')).toHaveProperty('textContent', expect.stringContaining('Someone else'))
    expect(email.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(email)
  })

  test('loses access after a confirmation that explains the effect', async () => {
    await openPeoplePage(answerWithOne({ ok: true, value: { ...rosterRow, revoked: true } }))
    await chooseFromMenu('Library federation, Speaker 06', /End access/)
    expect((await screen.findByRole('dialog')).textContent).toContain('within a second')
    expect(getChangeRequests()).toEqual([])
    await press('End access')
    await waitFor(() => expect(getChangeRequests()).toEqual([{ path: '/a/revoke', method: 'POST', body: {} }]))
  })

  test('gets a new link, which stays hidden until somebody asks for it', async () => {
    await openPeoplePage(answerWithOne({ ok: true, value: { person: 'a', url: link } }))
    await chooseFromMenu('Library federation, Speaker 06', /New link/)
    await userEvent.click(await screen.findByRole('button', { name: 'Create a new link' }))
    await screen.findByText(/shown only once/)
    expect(screen.queryByRole('img', { name: /QR code/ })).toBeNull()
    expect(document.body.innerHTML).not.toContain(link)
    await press(/Show QR/)
    const code = screen.getByRole('img', { name: /QR code/ })
    expect(readQr(code.getAttribute('viewBox') ?? '', code.innerHTML)).toBe(link)
  })
})

describe('a new person', () => {
  test('needs an organization', async () => {
    await openPeoplePage(answerWithOne())
    await press('Add person')
    await userEvent.click(await screen.findByRole('button', { name: 'Add' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Enter the organization')
    expect(getChangeRequests()).toEqual([])
  })

  test('is added once even if the request is repeated, and has a link at once', async () => {
    let tries = 0
    await openPeoplePage(({ method }) => {
      if (method === 'GET') return makeRosterPage([])
      tries += 1
      return tries === 1 ? { ok: false, reason: 'no-connection' } : { ok: true, value: { ...makeRosterRow('b'), url: link } }
    })
    await press('Add person')
    await userEvent.type(await screen.findByLabelText('Organization or delegation'), 'Regional commission')
    await press('Add')
    await screen.findByText(/No connection/)
    await press('Add')
    await screen.findByText(/shown only once/)
    const [first, second] = getChangeRequests().map(({ body }) => body as { idempotencyKey: string; entity: string })
    expect(second).toEqual(first)
    expect(first).toMatchObject({ entity: 'Regional commission', group: null, channel: 'room', nameInRecord: null, role: 'participant' })
  })
})
