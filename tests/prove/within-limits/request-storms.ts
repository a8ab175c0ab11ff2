/** Floods of HTTP requests. */
import { Agent, request } from 'node:http'
import { newCommandId } from '../../support/test-client.ts'
import { repeat, type Storm, type StormTarget } from './storm.ts'
import type { Tally } from './tally.ts'

type Asked = {
  readonly method?: string
  readonly ticket?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Returns a function that sends a request over one of so many connections, and notes the status of its answer, which it throws away. */
const openSender = ({ port }: StormTarget, tally: Tally, signal: AbortSignal, maxSockets: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets })
  signal.addEventListener('abort', () => agent.destroy())
  return (path: string, { method = 'GET', ticket, body, headers }: Asked = {}): Promise<string | undefined> =>
    new Promise((resolve) => {
      const all = {
        ...(ticket === undefined ? {} : { authorization: `Bearer ${ticket}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      }
      const end = (outcome: string | number | undefined, tag?: string) => {
        if (!signal.aborted) tally.note(outcome ?? 'lost')
        resolve(tag)
      }
      const sent = request({ host: '127.0.0.1', port, path, method, agent, headers: all }, (answer) => {
        answer.on('error', () => end('lost')).on('end', () => end(answer.statusCode, answer.headers.etag))
        answer.resume()
      })
      sent.on('error', () => end('lost')).end(body)
    })
}

const take = (tickets: readonly string[], index: number): string => tickets[index % tickets.length] ?? ''

/** Without a credential, a thousand a second, as one address may. */
export const askDocument: Storm = (target, tally, signal) => {
  const send = openSender(target, tally, signal, 20)
  return repeat({ atOnce: 20, perSecond: 1000 }, signal, async () => void (await send('/api/openapi.json')))
}

/** Texts that fill a message: written as long as can be, as many letters as can be, marks in a row, and signs without words. */
const statements = ['\\u0623'.repeat(24_000), 'x\u0323'.repeat(12_000), `a${'\u0316\u0301'.repeat(38_000)}`, '. '.repeat(12_000)] as const

/** Sixty people a second hand in the longest statements. */
export const submitStatements: Storm = (target, tally, signal) => {
  const send = openSender(target, tally, signal, 20)
  return repeat({ atOnce: 20, perSecond: 60 }, signal, async (index) => {
    const text = statements[index % statements.length]
    const body = `{"id":"${newCommandId()}","type":"statements.submit","data":{"text":"${text}","expectedVersion":0}}`
    await send(`/api/sessions/${target.session}/commands`, { method: 'POST', ticket: take(target.tickets, index), body })
  })
}

/** All that the people of a session may hand in in a minute, as fast as it is taken. */
export const handInBoothTexts: Storm = (target, tally, signal) => {
  const send = openSender(target, tally, signal, 30)
  return repeat({ atOnce: 30, perSecond: 2000 }, signal, async (index) => {
    const body = JSON.stringify({ text: `${index} ${'译'.repeat(11_990)}`, mark: 'check', pronounced: null })
    await send('/api/me/booth-text', { method: 'PUT', ticket: take(target.tickets, index), body })
  })
}

/** Everybody asks twenty times a second, as a credential may. Every other one holds the last view. */
export const readViews: Storm = (target, tally, signal) => {
  const { session, tickets } = target
  const send = openSender(target, tally, signal, 40)
  const tags = new Map<string, string>()
  return repeat({ atOnce: 40, perSecond: 20 * tickets.length }, signal, async (index) => {
    const ticket = take(tickets, index)
    const held = index % 2 === 0 ? undefined : tags.get(ticket)
    const tag = await send(`/api/sessions/${session}/view`, {
      ticket,
      ...(held === undefined ? {} : { headers: { 'if-none-match': held } }),
    })
    if (tag !== undefined) tags.set(ticket, tag)
  })
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A hundred and twenty wrong codes are always on their way. */
export const guessCodes: Storm = (target, tally, signal) => {
  const send = openSender(target, tally, signal, 120)
  return repeat({ atOnce: 120, perSecond: 1000 }, signal, async () => {
    const code = Array.from({ length: 8 }, () => letters[Math.floor(Math.random() * letters.length)]).join('')
    await send('/api/codes', { method: 'POST', body: JSON.stringify({ code }) })
  })
}
