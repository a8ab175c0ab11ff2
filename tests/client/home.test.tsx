// @vitest-environment jsdom
/** The organiser's page: where each session stands, the way in on paper, and what is made for it. */

import { Home } from '@rostrum/client/surfaces/home/home.tsx'
import { load } from '@rostrum/client/text/text'
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { at, links, plan, session, url } from '../support/organizer-replies.ts'
import { readQr } from '../support/qr-reader.ts'

configure({ asyncUtilTimeout: 5000 })
// The kit asks the browser for these, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const secret = 'organiser-secret'
type Sent = { readonly path: string; readonly method: string; readonly body: unknown; readonly secret: string | null }
let sent: Sent[] = []
let sessions: readonly object[] = []
let answers: Readonly<Record<string, () => Response>> = {}

const json =
  (body: object, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status })

const opens = async (listed: readonly object[], doors: typeof answers = {}, shows = 'ABCD 2345') => {
  sent = []
  sessions = listed
  answers = doors
  sessionStorage.setItem('rostrum.organiser', secret)
  render(<Home />)
  await screen.findByText(shows)
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const changes = () => sent.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }))

beforeEach(async () => {
  await load('en', 'all')
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body, headers }: RequestInit) => {
    const bearer = (headers as Record<string, string> | undefined)?.['authorization'] ?? null
    sent.push({ path, method, body: typeof body === 'string' ? JSON.parse(body) : body, secret: bearer })
    const own = answers[`${method} ${path}`]
    if (own) return own()
    if (path.endsWith('/plan')) return json(plan(30))()
    return path === '/api/sessions' ? json({ templates: ['wsis-at-20'], sessions })() : json(links)()
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('the sessions', () => {
  it('say where they stand; a rehearsal is marked and never the one that matters', async () => {
    await opens([
      session('one'),
      session('two', { phase: 'suspended', startsAt: at + 1 }),
      session('three', { phase: 'closed' }),
      session('old', { phase: 'open', archived: true }),
      session('played', { phase: 'open', rehearsal: true }),
    ])
    expect(screen.getByRole('heading', { name: 'Session two' })).toBeTruthy()
    const stands = (title: string) => screen.getByText(title, { selector: 'bdi' }).closest('li')?.textContent
    expect(stands('Session one')).toContain('Ready')
    expect(stands('Session three')).toContain('Closed')
    expect(stands('Session played')).toContain('Rehearsal')
    expect(screen.queryByText('Session old')).toBeNull()
    await press('1 set aside')
    expect(stands('Session old')).toContain('Set aside')
  })
})

describe('how far it is prepared', () => {
  it('is said in chips: an agenda that fits, people, and a meeting link', async () => {
    await opens([session('one')])
    await screen.findByText('Agenda: 90 min')
    expect(screen.getByText('3 people')).toBeTruthy()
    expect(screen.queryByText('Meeting link missing')).toBeNull()
  })

  it('what is missing is said: the agenda too long, nobody registered, no meeting link', async () => {
    const lacking = session('one', { walkIns: false, meetingLink: false, counts: { people: 0, room: 0, remote: 0, segments: 2 } })
    await opens([lacking], { 'GET /api/sessions/one/plan': json(plan(34)) }, 'Agenda 4 min too long')
    expect(screen.getByText('Agenda 4 min too long').closest('span')?.className).toMatch(/warn/)
    expect(screen.getByText('Nobody registered').closest('span')?.className).toMatch(/warn/)
    expect(screen.getByText('Meeting link missing')).toBeTruthy()
  })
})

describe('the way in', () => {
  it('gets a new code after a question, and shows it', async () => {
    await opens([session('one')], {
      'POST /api/sessions/one/code/rotate': json({ code: 'WXYZ6789', join: 'https://rostrum.example/j#WXYZ6789' }),
    })
    await press('New code')
    expect((await screen.findByRole('dialog')).textContent).toContain('People who have joined stay')
    expect(changes()).toEqual([])
    const before = sent.length
    await press('Make a new code')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(changes()).toEqual([{ path: '/api/sessions/one/code/rotate', body: {} }])
    await waitFor(() => expect(sent.slice(before).map(({ path }) => path)).toContain('/api/sessions/one/links'))
  })

  it('stands in QR codes that lead where the links lead; a private one is not drawn before somebody asks', async () => {
    await opens([session('one')])
    const drawn = () =>
      screen.getAllByRole('img', { name: /^QR code/ }).map((svg) => readQr(svg.getAttribute('viewBox') ?? '', svg.innerHTML))
    expect(drawn()).toEqual([links.join, url('display-secret')])
    await press(/Show QR/)
    expect(drawn()).toEqual([links.join, url('chair-secret'), url('display-secret')])
  })

  it('is by personal link alone where the code lets nobody in: no code is shown', async () => {
    await opens([session('one'), session('two', { walkIns: false })])
    await userEvent.click(screen.getByRole('button', { name: /^Open.*two/ }))
    await screen.findByText(/Registered people only/)
    expect(screen.queryByText('ABCD 2345')).toBeNull()
    expect(screen.queryByRole('button', { name: 'New code' })).toBeNull()
  })

  it('is printed with the code and its QR code, and with no private link', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    await opens([session('one')])
    await press(/^Print/)
    expect(print).toHaveBeenCalledOnce()
    const sheet = [...document.body.children].at(-1)
    expect(sheet?.textContent?.replace(/[\u2066-\u2069]/g, '')).toContain('rostrum.example/j')
    expect(sheet?.textContent).toContain('ABCD 2345')
    expect(sheet?.innerHTML).not.toContain('secret')
    window.dispatchEvent(new Event('afterprint'))
    await waitFor(() => expect(screen.queryByText(/and write:/)).toBeNull())
  })
})

describe('what is made for it', () => {
  it('the list of invitations is fetched with the secret and saved under its name', async () => {
    const saved: string[] = []
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:list', revokeObjectURL: () => undefined }))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(`${this.download} ${this.href}`)
    })
    await opens([session('one')], {
      'GET /api/sessions/one/invitations.csv': () =>
        new Response('id', { headers: { 'content-disposition': 'attachment; filename="invitations-one.csv"' } }),
    })
    await press('Invitations')
    await press('List with links (CSV)')
    await waitFor(() => expect(saved).toEqual(['invitations-one.csv blob:list']))
    expect(sent.at(-1)).toMatchObject({ path: '/api/sessions/one/invitations.csv', secret: `Bearer ${secret}` })
  })

  it('a rehearsal is begun with a speed and a number of people, and opens the chair view', async () => {
    await opens([session('one')], {
      'POST /api/sessions/one/rehearsal': json({ session: 'r', code: 'X', links: [{ role: 'chair', url: url('rehearsed') }] }, 201),
    })
    await press('Rehearse')
    const people = await screen.findByLabelText('Simulated people')
    await userEvent.clear(people)
    await userEvent.type(people, '0')
    await press('Start the rehearsal')
    expect(changes()).toEqual([])
    await userEvent.clear(people)
    await userEvent.type(people, '25')
    await userEvent.click(screen.getByRole('radio', { name: /30/ }))
    await press('Start the rehearsal')
    await screen.findByText(/The rehearsal runs/)
    expect(changes()).toEqual([{ path: '/api/sessions/one/rehearsal', body: { speed: 30, people: 25 } }])
    const opened = screen.getAllByRole('link', { name: /Open the Chair’s page/ }).map((link) => link.getAttribute('href'))
    expect(opened).toContain(url('rehearsed'))
  })

  it('a session file with faults is refused with their places', async () => {
    const faults = ['segments.2.minutes: Too small', 'groups: is empty']
    await opens([session('one')], { 'POST /api/sessions': json({ why: 'plan-refused', faults }, 422) })
    const file = document.querySelector('input[type=file]') as HTMLInputElement
    await userEvent.upload(file, new File(['title: x'], 'x.yaml'))
    await screen.findByText('x.yaml')
    await press('Make the session')
    await screen.findByText('segments.2.minutes: Too small')
    expect(screen.getByText('groups: is empty')).toBeTruthy()
    expect(changes()).toEqual([{ path: '/api/sessions', body: { file: 'title: x' } }])
  })

  it('a copy is made with the people, unless they are to stay', async () => {
    await opens([session('one')], { 'POST /api/sessions': json(session('two'), 201) })
    await press(/^Copy a session/)
    await userEvent.type(await screen.findByLabelText(/Title/), 'Second part')
    await userEvent.click(screen.getByRole('checkbox', { name: /With its people/ }))
    await press('Make the session')
    await waitFor(() => expect(changes()).toHaveLength(1))
    expect(changes()[0]?.body).toMatchObject({ copyOf: 'one', people: false, title: 'Second part' })
  })

  it('is deleted only when its name has been written', async () => {
    await opens([session('one')], { 'DELETE /api/sessions/one': json({ deleted: 'one' }) })
    await press('More actions for Session one')
    await userEvent.click(await screen.findByRole('menuitem', { name: /Delete/ }))
    const name = await screen.findByLabelText(/to go on/)
    await press('Delete for good')
    expect(sent.some(({ method }) => method === 'DELETE')).toBe(false)
    await userEvent.type(name, 'ONE')
    await press('Delete for good')
    await waitFor(() => expect(sent.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual(['/api/sessions/one']))
  })

  it('is not deleted while it is open, and says why', async () => {
    await opens([session('one', { phase: 'open' })])
    await press('More actions for Session one')
    const entry = await screen.findByRole('menuitem', { name: /Delete/ })
    expect(entry.getAttribute('aria-disabled')).toBe('true')
    expect(entry.textContent).toContain('Close it first')
  })

  it('no rehearsal is offered once a session has begun', async () => {
    await opens([session('one', { phase: 'open' })])
    expect(screen.queryByRole('button', { name: 'Rehearse' })).toBeNull()
  })
})

describe('tokens for programs', () => {
  const token = { id: 't1', name: 'Registration system', madeAt: Date.UTC(2026, 4, 6, 12) }
  const tokens = (listed: readonly object[] = [token]) => ({ 'GET /api/tokens': json({ tokens: listed }) })

  it('are asked for only when somebody wants to see them', async () => {
    await opens([session('one')], tokens())
    expect(sent.map(({ path }) => path)).not.toContain('/api/tokens')
    expect(screen.queryByText('Registration system')).toBeNull()
    await press(/^Show.*Tokens/)
    await screen.findByText('Registration system', { selector: 'strong' })
    expect(screen.getByRole('link', { name: 'How programs use it' }).getAttribute('href')).toBe('/api/docs')
  })

  it('one is made with a name, shown once, and gone when it has been kept', async () => {
    await opens([session('one')], {
      ...tokens([]),
      'POST /api/tokens': json({ ...token, name: 'Website', token: 'rostrum_secret' }, 201),
    })
    await press(/^Show.*Tokens/)
    await screen.findByText('No tokens yet')
    await press('Make a token')
    expect(changes()).toEqual([])
    await userEvent.type(screen.getByLabelText('What it is for'), ' Website ')
    await press('Make a token')
    await screen.findByText('rostrum_secret')
    expect(changes()).toEqual([{ path: '/api/tokens', body: { name: 'Website' } }])
    expect(screen.getByText(/not shown again/)).toBeTruthy()
    await press('I have saved it')
    expect(screen.queryByText('rostrum_secret')).toBeNull()
  })

  it('one is taken back after a question', async () => {
    await opens([session('one')], { ...tokens(), 'DELETE /api/tokens/t1': json({ deleted: 't1' }) })
    await press(/^Show.*Tokens/)
    await userEvent.click(await screen.findByRole('button', { name: /^Revoke.*Registration/ }))
    expect((await screen.findByRole('dialog')).textContent).toContain('lose their access')
    expect(sent.some(({ method }) => method === 'DELETE')).toBe(false)
    await press('Revoke it')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual(['/api/tokens/t1'])
  })
})
