// @vitest-environment jsdom
/** The access of organizers: their own links, the tokens of programs, and the page of somebody whose access has ended. */
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import {
  answerWith,
  getChangeRequests,
  getSentRequests,
  makeJsonReply,
  openHome,
  press,
  setUpOrganizerServer,
} from '../support/organizer-page.tsx'
import { makeSessionSummary } from '../support/organizer-replies.ts'

setUpOrganizerServer()

const refused = makeJsonReply({ reason: 'organizer-only' }, 401)
const getDialogText = async () => (await screen.findByRole('dialog')).textContent
const getDeletedPaths = () =>
  getSentRequests()
    .filter(({ method }) => method === 'DELETE')
    .map(({ path }) => path)

describe('organizers', () => {
  const first = { id: 'first', name: null, madeAt: null, renewedAt: null, usedAt: Date.now(), tokens: 0 }
  const services = { id: 'o1', name: 'Conference services', madeAt: Date.UTC(2026, 4, 6, 12), renewedAt: null, usedAt: null, tokens: 2 }
  const listing = (own = 'first') => ({ 'GET /api/organizers': makeJsonReply({ organizers: [first, services], own }) })
  const makeReply = (id: string, name: string | null, newSecret: string) =>
    makeJsonReply({ ...services, id, name, url: `https://rostrum.example/home#${newSecret}` })

  test('[P67] are listed with when each was added and last used, and which one is reading the page', async () => {
    await openHome([makeSessionSummary('one')], listing('o1'))
    expect(getSentRequests().map(({ path }) => path)).not.toContain('/api/organizers')
    await press(/^Show.*Organizers/)
    const row = (await screen.findByText('Conference services', { selector: 'strong span' })).closest('li')
    expect(row?.textContent).toMatch(/\(you\).*Created on 6 May 2026.*Not used yet/)
    expect(screen.getByText(/^First organizer/, { selector: 'strong' }).closest('li')?.textContent).toMatch(/Last used: /)
    expect(screen.getAllByRole('button', { name: /^End access/ })).toHaveLength(1)
  })

  test('[P65] a new organizer has a function, and their link is shown once', async () => {
    await openHome([makeSessionSummary('one')], { ...listing(), 'POST /api/organizers': makeReply('o2', 'Protocol', 'shown-once') })
    await press(/^Show.*Organizers/)
    await press('Create a link')
    expect(getChangeRequests()).toEqual([])
    await userEvent.type(await screen.findByLabelText('Function'), ' Protocol ')
    await press('Create a link')
    await screen.findByText('https://rostrum.example/home#shown-once')
    expect(getChangeRequests()).toEqual([{ path: '/api/organizers', body: { name: 'Protocol' } }])
    await press('I have saved it')
    expect(screen.queryByText(/shown-once/)).toBeNull()
  })

  test('[P65] [V46] before access is ended the page shows what goes, with the number of tokens, and what stays', async () => {
    await openHome([makeSessionSummary('one')], { ...listing(), 'DELETE /api/organizers/o1': makeJsonReply({ deleted: 'o1' }) })
    await press(/^Show.*Organizers/)
    await userEvent.click(await screen.findByRole('button', { name: /^End access.*Conference services/ }))
    expect(await getDialogText()).toMatch(/the 2 tokens created with it.*all other organizers are not affected/)
    expect(getDeletedPaths()).toEqual([])
    await userEvent.click(screen.getAllByRole('button', { name: 'End access' }).at(-1) as HTMLElement)
    await waitFor(() => expect(getDeletedPaths()).toEqual(['/api/organizers/o1']))
  })

  test('[P68] a page continues with the new secret after its organizer has renewed their own link', async () => {
    await openHome([makeSessionSummary('one')], { ...listing(), 'POST /api/organizers/first/renew': makeReply('first', null, 'renewed') })
    await press(/^Show.*Organizers/)
    await userEvent.click(await screen.findByRole('button', { name: /^Renew.*First organizer/ }))
    expect(await getDialogText()).toContain('this page will continue with the new one')
    await press('Create a new link')
    await screen.findByText('https://rostrum.example/home#renewed')
    await waitFor(() => expect(getSentRequests().at(-1)?.secret).toBe('Bearer renewed'))
    expect(sessionStorage.getItem('rostrum.organizer')).toBe('renewed')
    expect(screen.getByRole('heading', { name: 'Session one' })).toBeTruthy()
  })
})

describe('a page whose access has ended', () => {
  const expectSignedOut = async () => {
    expect((await screen.findByRole('alert')).textContent).toMatch(/no longer works.*Another organizer can give you one/)
    expect(screen.queryByRole('button', { name: 'Sign out' })).toBeNull()
    expect(sessionStorage.getItem('rostrum.organizer')).toBeNull()
  }

  test('[P68] shows that at the next request, and leads to the sign-in', async () => {
    await openHome([makeSessionSummary('one')])
    answerWith({ 'GET /api/sessions': refused, 'POST /api/sessions/one/join-code/renew': makeJsonReply({ reason: 'forbidden' }, 403) })
    await press('New code')
    await press('Create a new code')
    await expectSignedOut()
    expect(screen.queryByRole('heading', { name: 'Session one' })).toBeNull()
  })

  test('[P68] a link that is opened in the same tab signs in', async () => {
    await openHome([makeSessionSummary('one')])
    answerWith({ 'GET /api/sessions/one/links': refused, 'POST /api/sessions/one/rehearsal': refused })
    await press('Rehearse')
    await press('Start the rehearsal')
    await expectSignedOut()
    answerWith({
      'GET /api/sessions/one/links': makeJsonReply({ code: 'WXYZ6789', join: 'https://rostrum.example/j#WXYZ6789', links: [] }),
    })
    act(() => location.assign('#another-secret'))
    await screen.findByText('WXYZ 6789')
    expect([getSentRequests().at(-1)?.secret, location.hash]).toEqual(['Bearer another-secret', ''])
  })

  test('a refusal for another reason leaves the page as it is', async () => {
    await openHome([makeSessionSummary('one')], {
      'POST /api/sessions/one/join-code/renew': makeJsonReply({ reason: 'forbidden' }, 403),
    })
    await press('New code')
    await press('Create a new code')
    await waitFor(() => expect(getSentRequests().filter(({ path }) => path === '/api/sessions')).toHaveLength(2))
    expect(screen.queryByText(/no longer works/)).toBeNull()
    expect(screen.getByRole('dialog')).toBeTruthy()
  })
})

describe('API tokens', () => {
  const token = { id: 't1', name: 'Registration system', madeAt: Date.UTC(2026, 4, 6, 12) }
  const tokens = (all: readonly object[] = [token]) => ({ 'GET /api/tokens': makeJsonReply({ tokens: all }) })

  test('are fetched only when the organizer opens the list', async () => {
    await openHome([makeSessionSummary('one')], tokens())
    expect(getSentRequests().map(({ path }) => path)).not.toContain('/api/tokens')
    expect(screen.queryByText('Registration system')).toBeNull()
    await press(/^Show.*Tokens/)
    await screen.findByText('Registration system', { selector: 'strong' })
    expect(screen.getByRole('link', { name: 'How programs use it' }).getAttribute('href')).toBe('/api/docs')
  })

  test('a new token has a name, is shown once, and disappears once it has been copied', async () => {
    await openHome([makeSessionSummary('one')], {
      ...tokens([]),
      'POST /api/tokens': makeJsonReply({ ...token, name: 'Website', secret: 'rostrum_secret' }, 201),
    })
    await press(/^Show.*Tokens/)
    await screen.findByText('No tokens yet')
    await press('Create a token')
    expect(getChangeRequests()).toEqual([])
    await userEvent.type(screen.getByLabelText('What it is for'), ' Website ')
    await press('Create a token')
    await screen.findByText('rostrum_secret')
    expect(getChangeRequests()).toEqual([{ path: '/api/tokens', body: { name: 'Website' } }])
    expect(screen.getByText(/not be shown again/)).toBeTruthy()
    await press('I have saved it')
    expect(screen.queryByText('rostrum_secret')).toBeNull()
  })

  test('a token is revoked after a confirmation', async () => {
    await openHome([makeSessionSummary('one')], { ...tokens(), 'DELETE /api/tokens/t1': makeJsonReply({ deleted: 't1' }) })
    await press(/^Show.*Tokens/)
    await userEvent.click(await screen.findByRole('button', { name: /^Revoke.*Registration/ }))
    expect((await screen.findByRole('dialog')).textContent).toMatch(/lose their access.*no other token is affected/)
    expect(getDeletedPaths()).toEqual([])
    await press('Revoke')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(getDeletedPaths()).toEqual(['/api/tokens/t1'])
  })
})
