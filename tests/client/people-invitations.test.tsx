// @vitest-environment jsdom
/** Invitations: the preview before sending, the question before a second mail, progress, refused addresses, and paper. */
import { InvitationsDialog } from '@rostrum/client/features/people/invitations/invitations-dialog.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerRequests } from '../support/answer-requests.ts'
import { readQr } from '../support/qr-reader.ts'

vi.stubGlobal('CSS', { escape: (text: string) => text })

type InvitationRequest = { readonly path: string; readonly method: string; readonly body: Record<string, unknown> | undefined }
type Reply = { readonly ok: true; readonly value: object } | { readonly ok: false; readonly reason: string }
let sent: InvitationRequest[] = []

const report = {
  from: 'Secretariat <session@un.example>',
  members: 312,
  withoutAddress: 12,
  sent: 0,
  recipients: { unsent: 300, all: 300, changed: 0 },
  changedParticulars: [],
  byLanguage: { en: 300, fr: 0, es: 0, ar: 0, zh: 0, ru: 0 },
  mailing: null,
  refused: [],
  refusedCount: 0,
  sample: { subject: 'Invitation: Session', text: 'Dear …,\n\nhttps://example.org/enter#…' },
}
const makeReply = (more: object = {}): Reply => ({ ok: true, value: { ...report, ...more } })

const open = async (answer: (request: InvitationRequest) => Reply, shown: string | RegExp = /invitations? to send/) => {
  sent = []
  const request = answerRequests(({ path, method, body }) => {
    const one = { path: path.replace('/api/sessions/s', ''), method, body: body as InvitationRequest['body'] }
    sent.push(one)
    return answer(one)
  })
  render(<InvitationsDialog session="s" request={request} secret="organizer" onClose={() => undefined} />)
  await screen.findByText(shown)
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const getText = () => (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '')
const getPosts = () => sent.filter(({ method }) => method === 'POST')

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('invitations by mail', () => {
  test('[P92] that are out of date come first, with what has changed, and one press informs everybody concerned', async () => {
    const outOfDate = { sent: 290, recipients: { unsent: 2, all: 300, changed: 290 }, changedParticulars: ['time', 'place'] }
    await open(() => makeReply(outOfDate), /out of date/)
    expect(getText()).toContain('290 invitations that were sent are out of date. Changed since: day or time and place.')
    await userEvent.type(screen.getByRole('textbox', { name: /A sentence of your own/ }), 'See you there.')
    await press('Tell 290 people what changed')
    expect(getPosts()[0]?.body).toMatchObject({ scope: 'changed', expected: 290, again: false, message: 'See you there.' })
    cleanup()
    await open(
      () => makeReply({ ...outOfDate, mailing: { status: 'running', waiting: 290, waitUntil: null, problem: null } }),
      /Waiting: 290/,
    )
    expect(getText()).not.toContain('out of date')
  })

  test('[P93] are followed by a reminder after a question', async () => {
    await open(() => makeReply({ sent: 290, recipients: { unsent: 0, all: 300, changed: 0 } }), /Sent: 290/)
    await press('Send a reminder')
    expect(getText()).toContain('290 people have an invitation and would get a reminder with their personal link.')
    expect(getPosts()).toEqual([])
    await press('Send 290 reminders')
    expect(getPosts()[0]?.body).toMatchObject({ scope: 'invited', expected: 290, message: null })
  })

  test('[P40] are counted and shown before anything is sent', async () => {
    await open(() => makeReply())
    expect(getText()).toContain('300 invitations to send. Sent: 0.')
    expect(getText()).toContain('12 people have no email address.')
    await press('Show the email')
    expect(getText()).toContain('Invitation: Session')
    await userEvent.selectOptions(screen.getByLabelText('Language'), 'French')
    await waitFor(() => expect(sent.at(-1)?.path).toBe('/invitations?language=fr'))
    expect(getPosts()).toEqual([])
  })

  test('[P41] are sent with the number that is shown; a press that is repeated after a lost answer has the same id', async () => {
    let isLost = true
    await open(({ method }) => {
      if (method === 'GET') return makeReply()
      if (isLost) return { ok: false, reason: 'no-connection' }
      return makeReply({ mailing: { status: 'running', waiting: 300, waitUntil: null, problem: null } })
    })
    await press('Send 300 invitations')
    await screen.findByText(/No connection/)
    isLost = false
    await press('Send 300 invitations')
    await screen.findByText(/Waiting: 300/)
    const [first, second] = getPosts()
    expect(first?.body).toMatchObject({ scope: 'unsent', language: 'en', expected: 300, again: false })
    expect(second?.body?.['id']).toBe(first?.body?.['id'])
  })

  test('[P41] are stopped by the same button, which keeps the focus', async () => {
    const running = { status: 'running', waiting: 200, waitUntil: null, problem: 'unreachable' }
    await open(({ path, method }) => {
      if (path.includes('stop'))
        return makeReply({
          sent: 100,
          recipients: { unsent: 200, all: 300, changed: 0 },
          mailing: { ...running, status: 'stopped', problem: null },
        })
      return method === 'GET' ? makeReply() : makeReply({ sent: 100, mailing: running })
    })
    await press('Send 300 invitations')
    const stop = await screen.findByRole('button', { name: 'Stop sending' })
    expect(document.activeElement).toBe(stop)
    expect(getText()).toContain('Sent: 100. Waiting: 200.')
    expect(getText()).toContain('The mail server is not responding.')
    await userEvent.click(stop)
    await screen.findByText(/200 invitations to send/)
  })

  test('[P41] are sent a second time only after a confirmation', async () => {
    await open(
      ({ method }) => makeReply({ sent: 300, recipients: { unsent: 0, all: 300, changed: 0 }, ...(method === 'GET' ? {} : { sent: 0 }) }),
      /No invitation to send/,
    )
    expect(screen.getByRole('button', { name: 'Nothing to send' }).getAttribute('aria-disabled')).toBe('true')
    expect(screen.queryByRole('button', { name: /^Send all/ })).toBeNull()
    await press('Send to everyone again')
    expect(getText()).toContain('300 people already have an invitation and would get a second one.')
    expect(getPosts()).toEqual([])
    await press('Send all 300 again')
    await waitFor(() => expect(getPosts()[0]?.body).toMatchObject({ scope: 'all', expected: 300, again: true }))
  })

  test('[P43] that were not accepted are listed with the person and what to do', async () => {
    const one = { person: 'p', entity: 'Réseau', number: 7, name: 'Ana', email: 'gone@example.org' }
    await open(() =>
      makeReply({
        refused: [
          { ...one, status: 'refused', code: 550 },
          { ...one, person: 'q', name: null, status: 'failed', code: 451 },
        ],
        refusedCount: 2,
      }),
    )
    const list = within(screen.getByRole('region', { name: '2 invitations were not delivered' }))
    const texts = list.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent?.replace(/[\u2066-\u2069]/g, ''))
    expect(texts).toEqual([
      'Ana gone@example.org The mail server has refused this address (550). Correct it, then send again.',
      expect.stringMatching(/^Réseau.*Not delivered after several attempts \(451\)\.$/),
    ])
  })

  test('[P40] are not offered if the server sends no mail; the list for a mail merge is', async () => {
    await open(() => makeReply({ from: null }), /This server does not send email/)
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'List with links (CSV)' })).toBeTruthy()
  })
})

describe('mail that was returned', () => {
  const ana = { person: 'p', entity: 'Réseau', number: 7, name: 'Ana', email: 'gone@example.org', status: 'returned', code: null }
  const sentReport = { sent: 300, recipients: { unsent: 0, all: 300, changed: 0 } }
  const withAna = { ...sentReport, sent: 299, refused: [ana], refusedCount: 1 }
  const shown = /No invitation to send/
  const type = async (label: string, text: string) => {
    await userEvent.clear(screen.getByLabelText(label))
    await userEvent.type(screen.getByLabelText(label), text)
  }

  test('[P55] is recorded by its address, and then the person is listed; a wrong address is refused at the field', async () => {
    await open(({ path, body }) => {
      if (!path.includes('returned')) return makeReply(sentReport)
      return body?.['email'] === 'gone@example.org' ? makeReply(withAna) : { ok: false, reason: 'not-invited' }
    }, shown)
    await press('An email was returned')
    await type('Address in the notice', 'other@example.org')
    await press('Record it')
    await screen.findByText('No invitation was sent to this address. Check it.')
    const field = screen.getByLabelText('Address in the notice') as HTMLInputElement
    expect(document.activeElement).toBe(field)
    await type('Address in the notice', ' gone@example.org ')
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('region', { name: '1 invitation was not delivered' })
    expect(getPosts().at(-1)).toMatchObject({ body: { email: 'gone@example.org', returned: true } })
    expect(getText()).toContain('The email was returned. Correct the address, or send again.')
    expect([field.value, screen.queryByText(/^No invitation was sent/)]).toEqual(['', null])
  })

  test('[P55] cannot be recorded if nothing was sent', async () => {
    await open(() => makeReply())
    expect(screen.queryByRole('button', { name: 'An email was returned' })).toBeNull()
  })

  test('[P56] can be corrected and sent again to that person alone, and the focus stays in the section', async () => {
    let isTaken = true
    await open(({ path, method }) => {
      if (method === 'PATCH') return isTaken ? { ok: false, reason: 'email-taken' } : { ok: true, value: {} }
      return makeReply(method === 'POST' && !path.includes('returned') ? sentReport : withAna)
    }, shown)
    await press('Send again: Ana')
    await type('Email', 'right@example.org')
    await press('Send')
    await screen.findByText('Someone else in this session has this email address.')
    expect(getPosts()).toEqual([])
    isTaken = false
    await press('Send')
    await waitFor(() => expect(screen.queryByRole('region', { name: /did not arrive/ })).toBeNull())
    expect(sent.filter(({ method }) => method === 'PATCH').at(-1)).toMatchObject({
      path: '/people/p',
      body: { email: 'right@example.org' },
    })
    expect(getPosts()[0]?.body).toMatchObject({ person: 'p', scope: 'all', expected: 1, again: true })
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'By email' }))
  })

  test('[P41, P56] can be sent again to the same address, with the same id for a repeated press; the record can be taken back', async () => {
    let isLost = true
    await open(({ path, method }) => {
      if (method === 'POST' && !path.includes('returned') && isLost) return { ok: false, reason: 'no-connection' }
      return makeReply(withAna)
    }, shown)
    await press('Send again: Ana')
    await press('Send')
    await screen.findByText(/No connection/)
    isLost = false
    await press('Send')
    await waitFor(() => expect(getPosts()).toHaveLength(2))
    const [first, second] = getPosts()
    expect(second?.body?.['id']).toBe(first?.body?.['id'])
    expect(sent.filter(({ method }) => method === 'PATCH')).toEqual([])
    await press('It was delivered after all: Ana')
    await waitFor(() => expect(getPosts().at(-1)?.body).toEqual({ email: 'gone@example.org', returned: false }))
  })
})

describe('paper', () => {
  const person = { person: 'p', number: 7, entity: 'Réseau', name: 'Ana', group: null, channel: 'room' }
  const answer = ({ path }: InvitationRequest): Reply => {
    if (!path.startsWith('/cards')) return makeReply()
    const url = path.endsWith('yes') ? 'https://example.org/enter#secret' : null
    return { ok: true, value: { title: 'Session', groups: [], people: [{ ...person, url }] } }
  }

  test('[P46] cards contain the link of each person, appear only on paper, and are removed after printing', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    await open(answer)
    await press('Print cards')
    await waitFor(() => expect(print).toHaveBeenCalledOnce())
    const sheet = document.querySelector('body > [class*=sheet]') as HTMLElement
    expect(sheet.textContent).toContain('Ana')
    const code = sheet.querySelector('svg')
    expect(readQr(code?.getAttribute('viewBox') ?? '', code?.innerHTML ?? '')).toBe('https://example.org/enter#secret')
    window.dispatchEvent(new Event('afterprint'))
    await waitFor(() => expect(document.querySelector('body > [class*=sheet]')).toBeNull())
  })

  test('[P46] the list of participants contains no link and does not request any', async () => {
    vi.spyOn(window, 'print').mockImplementation(() => undefined)
    await open(answer)
    await press('Print list')
    const sheet = await waitFor(() => document.querySelector('body > [class*=sheet] table') ?? Promise.reject(new Error('no sheet')))
    expect(sheet.textContent).toContain('Réseau')
    expect(sheet.querySelector('svg')).toBeNull()
    expect(sent.at(-1)?.path).toBe('/cards?links=no')
  })
})
