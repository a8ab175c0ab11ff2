/** Sends one mail over SMTP, and returns the outcome. Texts of the mail server are dropped, because they contain addresses. */
import type { MailProblem } from '@rostrum/shared/contract/invitations'
import type { NodemailerError } from 'nodemailer'
import type { CalendarMethod } from './icalendar.ts'
import type { Particulars } from './particulars.ts'

export type MailAddress = { readonly name: string; readonly address: string }
export type Mail = {
  readonly to: MailAddress
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: { readonly name: string; readonly method: CalendarMethod; readonly content: string }
  readonly language: string
  /** The id is the same for every attempt, so that a mail that arrives twice can be recognized as one. */
  readonly messageId: string
  readonly particulars: Particulars
}

export type SendOutcome =
  | { readonly kind: 'sent' }
  /** The mail server will never accept the mail for this address, or does not accept it now. `code`: the code of SMTP. */
  | { readonly kind: 'refused' | 'deferred'; readonly code: number }
  /** The failure is not about this mail: no connection, no login, no sender. */
  | { readonly kind: 'unavailable'; readonly problem: MailProblem }

export type MailSender = { send(mail: Mail): Promise<SendOutcome>; close(): void }

export type SmtpSettings = {
  readonly host: string
  readonly port: number
  readonly tls: 'starttls' | 'tls' | 'none'
  readonly login: { readonly user: string; readonly password: string } | null
  readonly from: MailAddress
}

/** In milliseconds. A mail server may take its time over a recipient. */
const [connectTimeout, replyTimeout] = [15_000, 60_000]

export async function openSmtpSender({ host, port, tls, login, from }: SmtpSettings): Promise<MailSender> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host,
    port,
    pool: true,
    maxConnections: 1,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: connectTimeout,
    greetingTimeout: connectTimeout,
    socketTimeout: replyTimeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text, html, calendar, language, messageId }) => {
      // The parameter repeats the method in the file: published, or taken back. No answer is wanted.
      const contentType = `text/calendar; charset=utf-8; method=${calendar.method}`
      const attachments = [{ filename: calendar.name, content: calendar.content, contentType }]
      const headers = { 'Auto-Submitted': 'auto-generated', 'Content-Language': language }
      try {
        await transport.sendMail({ from: { ...from }, to: { ...to }, subject, text, html, attachments, messageId, headers })
        return { kind: 'sent' }
      } catch (error) {
        if (error instanceof Error && 'code' in error) return classifyError(error as NodemailerError)
        throw error
      }
    },
    close: () => transport.close(),
  }
}

const mailboxNotAllowed = 553
/** Code 421 closes the connection, whatever it answers. */
const isAboutMail = (command: string, code: number): boolean => /^(RCPT TO|DATA)/.test(command) && code !== 421

function classifyError({ code: kind, command = '', responseCode: code }: NodemailerError): SendOutcome {
  if (typeof code === 'number' && isAboutMail(command, code)) return { kind: code >= 500 ? 'refused' : 'deferred', code }
  // The address has characters that this mail server cannot take. Nothing was sent to it.
  if (kind === 'EENVELOPE' && typeof code !== 'number') return { kind: 'refused', code: mailboxNotAllowed }
  if (kind === 'EAUTH' || kind === 'ENOAUTH') return { kind: 'unavailable', problem: 'login-refused' }
  if (kind === 'ETLS') return { kind: 'unavailable', problem: 'insecure' }
  if (typeof code !== 'number') return { kind: 'unavailable', problem: 'unreachable' }
  return { kind: 'unavailable', problem: /^MAIL FROM/.test(command) && code >= 500 ? 'sender-refused' : 'busy' }
}
