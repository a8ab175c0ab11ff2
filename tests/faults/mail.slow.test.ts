/** Sends invitations while the server is killed again and again. Everybody gets one, and at most one mail for each kill arrives twice. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { startCompiledServer } from '../support/compiled-server.ts'
import { freePort } from '../support/free-port.ts'
import { getSecret } from '../support/in-process-server.ts'
import { type MailServer, readMail, startMailServer } from '../support/mail-server.ts'
import { newCommandId } from '../support/test-client.ts'

const [people, kills] = [60, 5]

test('[P41] a mailing survives kills: nobody is left out; only a mail on its way is repeated, with the same id', {
  timeout: 120_000,
}, async () => {
  const data = await mkdtemp(join(tmpdir(), 'rostrum-mail-'))
  const mailServer = await startMailServer()
  const port = await freePort()
  const variables = { ...mailServer.variables, ROSTRUM_DATA: data, ROSTRUM_MAIL_RATE: '1200', ROSTRUM_PORT: String(port) }
  try {
    let server = await startCompiledServer(variables)
    const call = async (path: string, body?: object | string) => {
      const { organizer, session } = server.startupLinks
      const type = typeof body === 'string' ? 'text/csv' : 'application/json'
      const answer = await fetch(`http://127.0.0.1:${port}/api/sessions/${session}/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${getSecret(organizer)}`, 'content-type': type },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      return (await answer.json()) as { readonly mailing: { readonly status: string } | null }
    }
    const rows = Array.from({ length: people }, (_, index) => `Réseau,p${index}@example.org,government,room`)
    await call('people/import', ['organization,email,group,channel', ...rows].join('\n'))
    await call('invitations', { id: newCommandId(), scope: 'unsent', language: 'en', expected: people })
    for (let kill = 1; kill <= kills; kill += 1) {
      await waitForMails(mailServer, kill * 8)
      await server.end('SIGKILL')
      server = await startCompiledServer(variables)
    }
    await vi.waitFor(async () => expect((await call('invitations')).mailing?.status).toBe('done'), { timeout: 60_000, interval: 200 })
    await server.end()
    const recipients = mailServer.received.map(({ to }) => to[0])
    expect(new Set(recipients).size).toBe(people)
    expect(recipients.length - people).toBeLessThanOrEqual(kills)
    const messageIds = mailServer.received.map(({ raw }) => /^Message-ID: (\S+)/im.exec(readMail(raw).headers)?.[1])
    expect(new Set(messageIds).size).toBe(people)
  } finally {
    await mailServer.close()
    await rm(data, { recursive: true, force: true })
  }
})

const waitForMails = (mailServer: MailServer, count: number) =>
  vi.waitFor(() => expect(mailServer.received.length).toBeGreaterThanOrEqual(count), { timeout: 30_000, interval: 5 })
