/** A real SMTP server that keeps what it gets, and refuses what a test wants it to refuse. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

type ReceivedMail = { readonly from: string; readonly to: readonly string[]; readonly raw: string; readonly user: string | null }
export type MailServer = {
  readonly port: number
  readonly received: readonly ReceivedMail[]
  /** Recipients in the order in which they were asked for, accepted or not. */
  readonly asked: readonly string[]
  /** The variables of a server that sends its mail here. */
  readonly variables: Readonly<Record<string, string>>
  close(): Promise<void>
}

export const senderAddress = 'session@un.example'

/** `answer`: the code for a recipient; 250 accepts. */
export async function startMailServer(
  answer: (address: string) => number = () => 250,
  options: Partial<SMTPServerOptions> = {},
): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const asked: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      asked.push(address)
      const code = answer(address)
      done(code === 250 ? null : Object.assign(new Error(`<${address}> is not wanted`), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces).toString('utf8'),
          user: typeof session.user === 'string' ? session.user : null,
        })
        done()
      })
    },
    ...options,
  })
  // Clients that are killed reset their connections.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    received,
    asked,
    variables: {
      ROSTRUM_PUBLIC_URL: 'https://rostrum.example.org',
      ROSTRUM_SMTP_HOST: '127.0.0.1',
      ROSTRUM_SMTP_PORT: String(port),
      ROSTRUM_SMTP_TLS: 'none',
      ROSTRUM_MAIL_FROM: `Secretariat <${senderAddress}>`,
      ROSTRUM_MAIL_RATE: '6000',
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The headers of a mail, unfolded, and its text part, decoded. */
export function readMail(raw: string): { readonly headers: string; readonly text: string; readonly html: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const parts = rest.join('\r\n\r\n')
  const find = (type: string): string => {
    const part = parts.split(/\r\n?--[^\r\n]+/).find((one) => one.includes(`Content-Type: ${type}`)) ?? ''
    const [partHead = '', ...content] = part.split('\r\n\r\n')
    const written = content.join('\r\n\r\n')
    if (/base64/i.test(partHead)) return Buffer.from(written, 'base64').toString()
    if (!/quoted-printable/i.test(partHead)) return written
    const plain = written.replace(/=\r\n/g, '')
    return Buffer.from(
      plain.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString()
  }
  return { headers: head.replace(/\r\n[ \t]+/g, ' '), text: find('text/plain'), html: find('text/html') }
}
