// @vitest-environment jsdom
/** The People workplace: who is there, and what is done with one of them. */

import type { RosterRow } from '@rostrum/client/features/people/roster-types'
import { useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import { cleanup, act as reacting, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { act, asked, changes, opens, pageOf, person, press, rowOf, type Said, text } from '../support/people-page.tsx'
import { readQr } from '../support/qr-reader.ts'

vi.stubGlobal('CSS', { escape: (text: string) => text })

const link = 'https://rostrum.example/enter#0123456789abcdef0123456789abcdef'
const one = person('a', { entity: 'Library federation', number: 6, group: 'civil-society' as never, channel: 'remote', language: 'fr' })
const alone =
  (said: Said | null = null) =>
  (method: { readonly method: string }) =>
    method.method === 'GET' ? pageOf([one]) : (said ?? undefined)

beforeEach(async () => {
  await load('en', 'all')
})
afterEach(cleanup)

describe('who is there', () => {
  it('says of each for whom, from where and in which language', async () => {
    await opens(alone())
    expect(rowOf('a')).toBe('Library federationSpeaker 06Civil societyRemoteNot arrivedFrenchnone')
    expect(text()).toContain('0 in the room, 0 remote, 1 not arrived')
    expect(text()).toContain('1 person registered')
  })

  it('says who can be reached: of those who come next at every moment, of the others as it was asked', async () => {
    const how: readonly (readonly [string, Partial<RosterRow>])[] = [
      ['here', { presence: 'away', since: 1 }],
      ['gone', { presence: 'connected' }],
      ['far', { presence: 'connected' }],
      ['left', { presence: 'away', since: Date.now() - 600_000, channel: 'remote' }],
      ['hall', { presence: 'arrived', since: 1, arrived: true }],
      ['late', {}],
      ['paper', { channel: 'remote' }],
      ['out', { revoked: true }],
    ]
    const people = how.map(([id, given], index) => person(id, { number: index + 1, ...given }))
    const entry = (id: string) => [`entry-${id}`, { desk: { person: id } }]
    await opens(() => pageOf(people), {
      line: ['here', 'gone', 'paper'].map((id) => ({ entry: `entry-${id}` })),
      entries: Object.fromEntries(['here', 'gone', 'paper'].map(entry)),
      presence: { room: 1, remote: 0, away: { gone: Date.now() - 40_000, paper: 1 } },
      entities: [{ entity: 'Entity here', turns: 1 }],
    })
    expect(rowOf('here')).toMatch(/Connected1st, spoke once$/)
    expect(rowOf('gone')).toMatch(/No signal 40\ss2ndMark as arrived$/)
    expect(rowOf('far')).toMatch(/Connectednone$/)
    expect(rowOf('left')).toMatch(/No signal 10\sminnone$/)
    expect(rowOf('hall')).toMatch(/In the roomnone$/)
    expect(rowOf('late')).toMatch(/Not arrivednoneMark as arrived$/)
    expect(rowOf('paper')).toMatch(/No phone, by secretariat3rd$/)
    expect(text()).toContain('3 in the room, 0 remote, 2 away, 3 not arrived')
    expect(rowOf('out')).toContain('Access ended')
    expect(screen.queryByRole('button', { name: /More actions for Entity out/ })).toBeNull()
  })

  it('shows a name to the desk together with what may be done with it', async () => {
    await opens(() => pageOf([person('a', { name: 'Participant A', named: true }), person('b', { name: 'Participant B', named: false })]))
    expect(rowOf('a')).toContain('Participant Anamed in the record')
    expect(rowOf('b')).toContain('Participant Borganization only in the record')
  })

  it('asks for the page of a list of any length, and for what is written, once the letters have come', async () => {
    await opens(() => pageOf([one], { total: 20_000, pages: 400 }))
    await press('Next page')
    await waitFor(() => expect(asked.at(-1)?.path).toBe('?find=&page=2'))
    const before = asked.length
    await userEvent.type(screen.getByRole('searchbox'), 'libr')
    await waitFor(() => expect(asked.at(-1)?.path).toBe('?find=libr&page=1'))
    expect(asked.length).toBe(before + 1)
  })
})

describe('who has come', () => {
  const late = person('a', { entity: 'Library federation', number: 6 })
  const here = { ...late, presence: 'arrived', since: 1, arrived: true } as const
  const answering = (method: { readonly method: string }) => {
    if (method.method === 'GET') return pageOf([changes().length > 0 ? here : late])
    return { ok: true as const, value: here }
  }
  const field = () => screen.getByRole<HTMLInputElement>('searchbox')

  it('[P27] is marked by a few letters, Enter to the first row and Enter, and the next can be written', async () => {
    await opens(answering)
    await userEvent.type(field(), 'lib{Enter}')
    const mark = await screen.findByRole('button', { name: 'Mark as arrived: Library federation, Speaker 06' })
    await waitFor(() => expect(document.activeElement).toBe(mark))
    expect(asked.at(-1)?.path).toBe('?find=lib&page=1')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(changes()).toEqual([{ path: '/a/arrived', method: 'PUT', body: { arrived: true } }]))
    await waitFor(() => expect(document.activeElement).toBe(field()))
    expect([field().selectionStart, field().selectionEnd]).toEqual([0, 3])
    expect(rowOf('a')).toContain('In the room')
    expect(screen.queryByRole('button', { name: /^Mark as arrived/ })).toBeNull()
  })

  it('[P27] Enter waits for what is written last, and for nothing that is written over', async () => {
    await opens(answering)
    await userEvent.type(field(), 'lib{Enter}r')
    await waitFor(() => expect(asked.at(-1)?.path).toBe('?find=libr&page=1'))
    await screen.findByText('1 person found')
    expect(document.activeElement).toBe(field())
  })

  it('is marked and unmarked in the menu of the row too', async () => {
    await opens(answering)
    await act('Library federation, Speaker 06', /Mark as arrived/)
    await screen.findByText('In the room')
    await act('Library federation, Speaker 06', /Mark as not arrived/)
    await waitFor(() => expect(changes().map(({ body }) => body)).toEqual([{ arrived: true }, { arrived: false }]))
  })

  it('stays as it was where it could not be kept, and it is said why', async () => {
    await opens(({ method }) => (method === 'GET' ? pageOf([late]) : { ok: false, why: 'no-connection' }))
    await press(/^Mark as arrived/)
    await screen.findByText(/No connection/)
    expect(rowOf('a')).toContain('Not arrived')
  })
})

describe('the list', () => {
  it('shows one group at a time, each with its count', async () => {
    await opens(() => pageOf([one, person('b'), person('c')]))
    const pills = screen.getAllByRole('radio').map(({ textContent }) => textContent?.replace(/[\u2066-\u2069]/g, ''))
    expect(pills).toEqual(['All 3', 'Civil society 1', 'No group 2'])
    await userEvent.click(screen.getByRole('radio', { name: /Civil society/ }))
    await waitFor(() => expect(asked.at(-1)?.path).toBe('?find=&page=1&group=civil-society'))
    await userEvent.click(screen.getByRole('radio', { name: /No group/ }))
    await waitFor(() => expect(asked.at(-1)?.path).toBe('?find=&page=1&group=none'))
  })

  it('[P26] is asked for again when somebody comes or goes, at most every five seconds, and by itself after fifteen', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'], shouldAdvanceTime: true })
    try {
      await opens(() => pageOf([one]))
      expect(asked).toHaveLength(1)
      const comes = (room: number) =>
        reacting(() => useScreen.setState(({ view }) => ({ view: view && { ...view, presence: { room, remote: 0, away: {} } } })))
      for (const room of [4, 5, 6]) {
        comes(room)
        await reacting(() => vi.advanceTimersByTimeAsync(1_000))
      }
      expect(asked).toHaveLength(1)
      await reacting(() => vi.advanceTimersByTimeAsync(3_000))
      expect(asked).toHaveLength(2)
      await reacting(() => vi.advanceTimersByTimeAsync(20_000))
      expect(asked).toHaveLength(3)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('one of them', () => {
  it('is corrected by what is said differently, and by nothing else', async () => {
    await opens(alone({ ok: true, value: one }))
    await act('Library federation, Speaker 06', /Edit/)
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.selectOptions(dialog.getByLabelText('Name in the record'), 'yes')
    await userEvent.click(dialog.getByRole('radio', { name: 'Room' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(changes()).toEqual([{ path: '/a', method: 'PATCH', body: { channel: 'room', named: true } }]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('is not corrected to an address that somebody else has: it is said at the field', async () => {
    await opens(alone({ ok: false, why: 'email-taken' }))
    await act('Library federation, Speaker 06', /Edit/)
    const email = await screen.findByLabelText(/Email/)
    await userEvent.type(email, 'a@example.org')
    await press('Save')
    expect(await screen.findByRole('alert')).toHaveProperty('textContent', expect.stringContaining('Somebody else'))
    expect(email.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(email)
  })

  it('loses the access after a question that says what happens', async () => {
    await opens(alone({ ok: true, value: { ...one, revoked: true } }))
    await act('Library federation, Speaker 06', /End access/)
    expect((await screen.findByRole('dialog')).textContent).toContain('within a second')
    expect(changes()).toEqual([])
    await press('End access')
    await waitFor(() => expect(changes()).toEqual([{ path: '/a/revoke', method: 'POST', body: {} }]))
  })

  it('gets a new link, which is covered until somebody asks for it', async () => {
    await opens(alone({ ok: true, value: { person: 'a', url: link } }))
    await act('Library federation, Speaker 06', /New link/)
    await userEvent.click(await screen.findByRole('button', { name: 'Make a new link' }))
    await screen.findByText(/shown here once/)
    expect(screen.queryByRole('img', { name: /QR code/ })).toBeNull()
    expect(document.body.innerHTML).not.toContain(link)
    await press(/Show QR/)
    const code = screen.getByRole('img', { name: /QR code/ })
    expect(readQr(code.getAttribute('viewBox') ?? '', code.innerHTML)).toBe(link)
  })
})

describe('somebody new', () => {
  it('needs an organization', async () => {
    await opens(alone())
    await press('Add person')
    await userEvent.click(await screen.findByRole('button', { name: 'Add' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Write the organization')
    expect(changes()).toEqual([])
  })

  it('is one person however often it has to be sent, and has a link at once', async () => {
    let tries = 0
    await opens(({ method }) => {
      if (method === 'GET') return pageOf([])
      tries += 1
      return tries === 1 ? { ok: false, why: 'no-connection' } : { ok: true, value: { ...person('b'), url: link } }
    })
    await press('Add person')
    await userEvent.type(await screen.findByLabelText('Organization or delegation'), 'Regional commission')
    await press('Add')
    await screen.findByText(/No connection/)
    await press('Add')
    await screen.findByText(/shown here once/)
    const [first, second] = changes().map(({ body }) => body as { attempt: string; entity: string })
    expect(second).toEqual(first)
    expect(first).toMatchObject({ entity: 'Regional commission', group: null, channel: 'room', named: null, role: 'participant' })
  })
})
