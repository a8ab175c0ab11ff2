// @vitest-environment jsdom
/** The People workplace: who is there, and what is done with one of them. */
import { load } from '@rostrum/client/text/text'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readQr } from '../support/qr.ts'
import { act, asked, changes, opens, pageOf, person, press, rowOf, type Said, text } from '../support/people-screen.tsx'

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
    expect(rowOf('a')).toBe('Library federationSpeaker 06Civil societyRemoteFrenchnone')
    expect(text()).toContain('3 in the room, 2 remote')
    expect(text()).toContain('1 person registered')
  })

  it('says who can be reached of those who come next, and nothing of whom nobody watches', async () => {
    const people = ['here', 'gone', 'far', 'out'].map((id, index) => person(id, { number: index + 1, revoked: id === 'out' }))
    const entry = (id: string) => [`entry-${id}`, { desk: { person: id } }]
    await opens(() => pageOf(people), {
      line: [{ entry: 'entry-here' }, { entry: 'entry-gone' }],
      entries: Object.fromEntries([entry('here'), entry('gone')]),
      presence: { room: 1, remote: 0, away: { gone: Date.now() - 40_000 } },
    })
    expect(rowOf('here')).toMatch(/Connected1st$/)
    expect(rowOf('gone')).toMatch(/No signal 40\ss2nd$/)
    expect(rowOf('far')).toMatch(/Roomnone$/)
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
