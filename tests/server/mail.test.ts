/** Invitations by email, over a real SMTP server: what people get, what is refused, and when to ask first. */
import { composeInvitation } from '@rostrum/server/services/mail/compose-invitation'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { noon, plan } from '../support/fixtures.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { holdAnswer, type MailServer, readMail, senderAddress, startMailServer } from '../support/mail-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId } from '../support/test-client.ts'

let server: InProcessServer
let mailServer: MailServer
let roster: RosterClient
afterEach(async () => {
  await server.close()
  await mailServer.close()
})

type Report = {
  readonly sent: number
  readonly withoutAddress: number
  readonly recipients: { readonly unsent: number; readonly all: number }
  readonly mailing: { readonly status: string; readonly waiting: number; readonly problem: string | null } | null
  readonly refused: readonly { readonly email: string; readonly status: string; readonly code: number | null; readonly person: string }[]
  readonly sample: { readonly subject: string; readonly text: string }
}

/** The number of participants of a first session, who have no address. */
const defaultPeople = 2
const header = 'id,organization,name,email,group,channel,language'
type Answer = Parameters<typeof startMailServer>[0]
const start = async (rows: readonly string[], answer?: Answer, variables: Readonly<Record<string, string>> = {}) => {
  mailServer = await startMailServer(answer)
  server = await startInProcessServer({ variables: { ...mailServer.variables, ...variables } })
  roster = new RosterClient(server)
  const imported = await roster.sendList('import', [header, ...rows].join('\n'))
  expect(imported.status, JSON.stringify(imported.body)).toBe(200)
}
const readReport = async (): Promise<Report> => (await roster.request('GET', '/invitations')).body as unknown as Report
const send = (expected: number, more: object = {}) =>
  roster.request('POST', '/invitations', { id: newCommandId(), scope: 'unsent', language: 'en', expected, ...more })
const waitUntilDone = () => vi.waitFor(async () => expect((await readReport()).mailing?.status).not.toBe('running'), { timeout: 40_000 })
const person = (id: string, more: { name?: string; language?: string; email?: string } = {}): string =>
  `${id},Réseau ${id},${more.name ?? `Name ${id}`},${more.email ?? `${id}@example.org`},government,room,${more.language ?? ''}`
const makePeople = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => person(`p${index}`))

describe('invitations', () => {
  test('[P40, P42, V79] are counted first, then all people get their own link, in their own language if it is known', async () => {
    await start([
      person('a', { language: 'fr' }),
      person('b', { language: 'ar' }),
      person('c', { language: 'sw' }),
      person('e', { language: 'es-PE' }),
      `d,Nobody,,,government,room,`,
    ])
    const before = await readReport()
    expect(before).toMatchObject({ withoutAddress: 1 + defaultPeople, sent: 0, recipients: { unsent: 4, all: 4 }, mailing: null })
    expect(before).toMatchObject({ from: `Secretariat <${senderAddress}>`, byLanguage: { en: 1, fr: 1, es: 1, ar: 1, ru: 0 } })
    expect(before.sample.text).toContain('/enter#…')
    expect(mailServer.received).toEqual([])
    expect((await send(4)).body).toMatchObject({ mailing: { status: 'running' } })
    await waitUntilDone()
    const received = [...mailServer.received].sort((a, b) => (String(a.to) < String(b.to) ? -1 : 1))
    expect(received.map(({ from, to }) => [from, ...to])).toEqual(['a', 'b', 'c', 'e'].map((id) => [senderAddress, `${id}@example.org`]))
    const [french, arabic, english, spanish] = received.map(({ raw }) => readMail(raw))
    expect(french?.text).toContain('Bonjour Name a,')
    expect(arabic?.text).toContain('تحية طيبة')
    expect(arabic?.html).toContain('<html lang="ar" dir="rtl">')
    expect(english?.text).toContain('Dear Name c,')
    expect(spanish?.text).toContain('Buenos días, Name e:')
    for (const mail of [french, arabic, english, spanish]) expect(mail?.headers).toMatch(/Auto-Submitted: auto-generated/)
    const urls = [french, arabic, english, spanish].map((mail) => /https:\/\/rostrum\.example\.org\/enter\S+/.exec(mail?.text ?? '')?.[0])
    const links = urls.map(getSecret)
    expect(urls.map((url) => url && new URL(url).search)).toEqual(['?lang=fr', '?lang=ar', '', '?lang=es'])
    const entered = await Promise.all(links.map(async (link) => (await server.post('/api/tickets', { link })).json() as Promise<object>))
    expect(entered).toMatchObject(['a', 'b', 'c', 'e'].map((id) => ({ entity: `Réseau ${id}`, role: 'participant' })))
    expect(await readReport()).toMatchObject({ sent: 4, recipients: { unsent: 0, all: 4 }, mailing: { status: 'done', waiting: 0 } })
    const log = server.logLines.join('')
    for (const hidden of [...links, 'example.org', 'Name a', 'Réseau']) expect(log).not.toContain(hidden)
  })

  test('[P41] are not sent twice without asking, nor by a repeated request, nor if their number has changed', async () => {
    const held = holdAnswer()
    await start([person('a'), person('b')], () => held.answer)
    expect(await send(1)).toMatchObject({ status: 409, body: { reason: 'conflict' } })
    const press = { id: newCommandId() }
    const presses = await Promise.all([send(2, press), send(2, press)])
    expect(presses.map(({ status }) => status)).toEqual([200, 200])
    expect(await send(2)).toEqual({ status: 409, body: { reason: 'mailing-running' } })
    held.release()
    await waitUntilDone()
    expect((await send(2, press)).status).toBe(200)
    expect(await send(0)).toMatchObject({ status: 422, body: { reason: 'nobody-to-invite' } })
    expect(await send(2, { scope: 'all' })).toMatchObject({ status: 409, body: { reason: 'already-invited' } })
    expect(mailServer.received).toHaveLength(2)
    expect((await send(2, { scope: 'all', again: true })).status).toBe(200)
    await waitUntilDone()
    expect(mailServer.received).toHaveLength(4)
  })

  test('[P41] are sent again to a corrected address, and after a link was renewed', async () => {
    await start([person('a'), person('b'), person('c')])
    await send(3)
    await waitUntilDone()
    const { body } = await roster.request('GET', '/people?find=Name')
    const [a, b] = body['people'] as [{ person: string }, { person: string }]
    await roster.request('PATCH', `/people/${a.person}`, { email: 'new@example.org' })
    await roster.request('POST', `/people/${b.person}/link`)
    expect(await readReport()).toMatchObject({ sent: 1, recipients: { unsent: 2 } })
    await send(2)
    await waitUntilDone()
    const addresses = mailServer.received.slice(3).map(({ to }) => to[0])
    expect(addresses.sort()).toEqual(['b@example.org', 'new@example.org'])
  })

  test('[P43] that are refused are recorded with the person and the code, and the others continue', async () => {
    await start([person('a'), person('gone', { email: 'gone@example.org' }), person('c')], (address) =>
      address.startsWith('gone') ? 550 : 250,
    )
    await send(3)
    await waitUntilDone()
    const report = await readReport()
    expect(report).toMatchObject({
      sent: 2,
      recipients: { unsent: 0 },
      refused: [{ email: 'gone@example.org', status: 'refused', code: 550 }],
    })
    const { body } = await roster.request('GET', '/people?find=gone')
    expect(body['people']).toMatchObject([{ invitation: { status: 'refused', code: 550 } }])
    await roster.request('PATCH', `/people/${report.refused[0]?.person}`, { email: 'here@example.org' })
    expect(await readReport()).toMatchObject({ recipients: { unsent: 1 } })
    expect(server.logLines.join('')).not.toContain('gone')
  })

  test('[P43] to an invalid address are recorded, and the others continue', async () => {
    await start([person('alpha'), person('b')])
    const { body } = await roster.request('GET', '/people?find=alpha')
    const [found] = body['people'] as [{ person: PersonId }]
    await server.app.roster.update(server.session.id, found.person, { email: 'x@y <z@example.org>' })
    await send(2)
    await waitUntilDone()
    expect(await readReport()).toMatchObject({ sent: 1, refused: [{ person: found.person, status: 'refused' }] })
    expect(mailServer.asked).toEqual(['b@example.org'])
  })

  test('[P43] stop automatically if the mail server refuses everything', async () => {
    await start(makePeople(30), () => 554)
    await send(30)
    await waitUntilDone()
    expect(await readReport()).toMatchObject({ mailing: { status: 'stopped', problem: 'many-refused' } })
    expect(mailServer.asked).toHaveLength(10)
  })

  test('[P41] can be stopped, and continued later with the rest', { timeout: 60_000 }, async () => {
    // The fourth is being sent until the mailing is stopped.
    const held = holdAnswer()
    await start(makePeople(20), () => (mailServer.asked.length === 4 ? held.answer : 250), { ROSTRUM_MAIL_RATE: '600' })
    await send(20)
    await vi.waitFor(() => expect(mailServer.asked).toHaveLength(4))
    expect((await roster.request('POST', '/invitations/stop')).body).toMatchObject({ mailing: { status: 'stopped', waiting: 0 } })
    held.release()
    await vi.waitFor(async () => expect(await readReport()).toMatchObject({ sent: 4, recipients: { unsent: 16 } }))
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(await readReport()).toMatchObject({ sent: 4, recipients: { unsent: 16 } })
    expect((await send(16)).status).toBe(200)
    await waitUntilDone()
    expect(mailServer.received).toHaveLength(20)
    expect(new Set(mailServer.received.map(({ to }) => to[0])).size).toBe(20)
  })

  test('[P40] are sent by staff and organizer only, and only if a mail server is configured', async () => {
    await start([person('a')])
    for (const [method, path] of [
      ['GET', '/invitations'],
      ['POST', '/invitations'],
      ['POST', '/invitations/stop'],
      ['GET', '/cards'],
    ] as const)
      for (const secret of [await roster.issueTicket('room'), await roster.issueTicket('display'), ''])
        expect((await roster.request(method, path, method === 'POST' ? {} : undefined, secret)).body).toEqual({ reason: 'forbidden' })
    const own = await startInProcessServer()
    const other = new RosterClient(own)
    expect((await other.request('GET', '/invitations')).body).toMatchObject({ from: null })
    const request = { id: newCommandId(), scope: 'unsent', language: 'en', expected: 1 }
    expect(await other.request('POST', '/invitations', request)).toMatchObject({ status: 409, body: { reason: 'mail-off' } })
    await own.close()
  })

  test('[P13, P40] are not sent to people revoked or erased in the meantime, and records of mail are erased', async () => {
    // The second is being sent until everybody is erased.
    const held = holdAnswer()
    await start(makePeople(6), () => (mailServer.asked.length === 2 ? held.answer : 250), { ROSTRUM_MAIL_RATE: '120' })
    const { body } = await roster.request('GET', '/people?find=p5@')
    const [last] = body['people'] as [{ person: string }]
    await send(6)
    await roster.request('POST', `/people/${last.person}/revoke`)
    await vi.waitFor(() => expect(mailServer.asked).toHaveLength(2))
    await roster.request('DELETE', '/people')
    held.release()
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(mailServer.asked).toHaveLength(2)
    expect(await readReport()).toMatchObject({ sent: 0, mailing: null, recipients: { all: 0 } })
  })
})

describe('an email', () => {
  tellStory()
  const content = {
    session: 's' as SessionId,
    at: noon,
    plan: { ...plan, title: 'Session', timeZone: 'UTC', startsAt: noon, venue: null, place: 'Geneva' },
    person: { id: 'p' as PersonId, entity: 'Réseau', role: 'participant' as const, channel: 'room' as const, revoked: false },
    details: { name: 'Name', language: null, email: 'a@example.org' },
    link: 'https://example.org/enter#secret',
    asked: { request: 'm', kind: 'invitation' as const, particulars: null, language: 'en' as const, message: null },
    from: senderAddress,
  }
  test.each(['Name\r\nBcc: x@example.org', 'Name\nSubject: x', 'Name\u0000', 'Name\u2028x', '\u202eeman'])(
    '[P42] is not written with the name %j',
    (name) => {
      expect(composeInvitation({ ...content, details: { ...content.details, name } })).toBeNull()
      expect(composeInvitation({ ...content, plan: { ...content.plan, title: name } })).toBeNull()
      expect(
        composeInvitation({ ...content, person: { ...content.person, entity: name }, details: { ...content.details, name: null } }),
      ).toBeNull()
    },
  )

  test('[P42] is written in Russian to people who read Russian', () => {
    const mail = composeInvitation({ ...content, details: { ...content.details, language: 'ru-RU' } })
    expect(mail).toMatchObject({ language: 'ru', subject: 'Приглашение: Session' })
    expect(mail?.text).toContain('Здравствуйте, Name!')
    expect(mail?.text).toMatch(/^Время: \p{L}+, \d{1,2} \p{L}+ \d{4} г\., \d\d:\d\d–\d\d:\d\d \(местное время: Geneva, [^)]+\)/mu)
    expect(mail?.text).toContain('Вы представляете делегацию или организацию: Réseau')
  })

  test('[P42] contains names as data only: no markup, no second recipient; and the same id for every attempt', async () => {
    const mail = composeInvitation({ ...content, details: { ...content.details, name: '<b>"A", <x@y.org> & Co' } })
    expect(mail?.html).toContain('&#60;b&#62;')
    expect(mail?.html).not.toContain('<b>')
    expect(mail?.messageId).toBe(composeInvitation(content)?.messageId)
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{32}@un\.example>$/)
  })

  test('[P42] is not sent if its name entered the store in another way, and the name adds no header', async () => {
    await start([person('alpha'), person('b', { name: 'x <z@example.org>' })])
    const { body } = await roster.request('GET', '/people?find=alpha')
    const [found] = body['people'] as [{ person: PersonId }]
    await server.app.roster.update(server.session.id, found.person, { name: 'A\r\nBcc: evil@example.org' })
    await send(2)
    await waitUntilDone()
    expect(mailServer.asked).toEqual(['b@example.org'])
    expect(mailServer.received.map(({ raw }) => readMail(raw).headers).join()).not.toMatch(/^(Bcc|Cc):/m)
    expect((await readReport()).refused).toMatchObject([{ status: 'refused', code: null }])
  })
})

describe('the mail server', () => {
  test('[P44] is not used without encryption or with a wrong login; the mailing waits and reports why', async () => {
    await start([person('a')], undefined, { ROSTRUM_SMTP_TLS: 'starttls' })
    await send(1)
    await vi.waitFor(async () => expect((await readReport()).mailing).toMatchObject({ status: 'running', problem: 'insecure', waiting: 1 }))
    expect(mailServer.received).toEqual([])
    await roster.request('POST', '/invitations/stop')
  })

  test('[P44] gets the login over an encrypted connection', async () => {
    const accepted = { user: 'sender', password: 'a:b c' }
    mailServer = await startMailServer(undefined, {
      disabledCommands: [],
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        username === accepted.user && password === accepted.password
          ? done(null, { user: username })
          : done(Object.assign(new Error('no'), { responseCode: 535 })),
    })
    // The test server has a self-signed certificate.
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    const variables = { ...mailServer.variables, ROSTRUM_SMTP_TLS: 'starttls' }
    server = await startInProcessServer({ variables: { ...variables, ROSTRUM_SMTP_LOGIN: 'sender:wrong' } })
    roster = new RosterClient(server)
    await roster.sendList('import', [header, person('a')].join('\n'))
    await send(1)
    await vi.waitFor(async () => expect((await readReport()).mailing).toMatchObject({ problem: 'login-refused' }))
    await server.close()
    server = await startInProcessServer({ variables: { ...variables, ROSTRUM_SMTP_LOGIN: `${accepted.user}:${accepted.password}` } })
    roster = new RosterClient(server)
    await roster.sendList('import', [header, person('a')].join('\n'))
    await send(1)
    await waitUntilDone()
    vi.unstubAllEnvs()
    expect(mailServer.received.map(({ user }) => user)).toEqual(['sender'])
  })
})
