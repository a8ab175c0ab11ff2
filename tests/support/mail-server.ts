/** A real SMTP server that keeps the mail it gets, and refuses the recipients that a test chooses. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

type ReceivedMail = { readonly from: string; readonly to: readonly string[]; readonly raw: string; readonly user: string | null }
export type MailServer = {
  readonly port: number
  readonly received: readonly ReceivedMail[]
  /** The recipients in the order of the requests, accepted or not. */
  readonly asked: readonly string[]
  /** The environment variables of a server that sends its mail here. */
  readonly variables: Readonly<Record<string, string>>
  close(): Promise<void>
}

export const senderAddress = 'session@un.example'

/** Makes an answer that accepts a recipient once it is released. */
export function holdAnswer(): { readonly answer: Promise<number>; readonly release: () => void } {
  let release: () => void = () => undefined
  const answer = new Promise<number>((resolve) => {
    release = () => resolve(250)
  })
  return { answer, release: () => release() }
}

/** `answer`: the code for a recipient; 250 accepts. A promise delays the mail until it resolves. */
export async function startMailServer(
  answer: (address: string) => number | Promise<number> = () => 250,
  options: Partial<SMTPServerOptions> = {},
): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const asked: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    logger: false,
    onRcptTo: async ({ address }, _session, done) => {
      asked.push(address)
      const code = await answer(address)
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

type MailPart = { readonly headers: string; readonly content: string }
export type ReadMail = { readonly headers: string; readonly text: string; readonly html: string; readonly attachments: readonly MailPart[] }

/** Returns the headers of a mail, unfolded, and its parts, decoded. */
export function readMail(raw: string): ReadMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const parts = rest
    .join('\r\n\r\n')
    .split(/(?:^|\r\n)--[^\r\n]+\r\n/)
    .map(readPart)
  const find = (type: string): string => parts.find(({ headers }) => headers.includes(`Content-Type: ${type}`))?.content ?? ''
  const attachments = parts.filter(({ headers }) => /^Content-Disposition: attachment/m.test(headers))
  return { headers: unfold(head), text: find('text/plain'), html: find('text/html'), attachments }
}

const unfold = (head: string): string => head.replace(/\r\n[ \t]+/g, ' ')

function readPart(part: string): MailPart {
  const [head = '', ...content] = part.split('\r\n\r\n')
  const written = content.join('\r\n\r\n')
  const headers = unfold(head)
  if (/base64/i.test(headers)) return { headers, content: Buffer.from(written, 'base64').toString() }
  if (!/quoted-printable/i.test(headers)) return { headers, content: written }
  const bytes = written.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { headers, content: Buffer.from(bytes, 'latin1').toString() }
}
