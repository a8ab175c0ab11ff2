/** Floods over WebSockets. A connection that the server ends is opened again at once. */
import { connect, type Socket } from 'node:net'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { makeConnectText, makeEventText, pongText } from '../../bench/client/messages.ts'
import { RawSocket } from '../../bench/client/raw-socket.ts'
import { repeat, type Storm, type StormTarget } from './storm.ts'
import type { Tally } from './tally.ts'

type Flooding = {
  /** Called when the connection was let in. */
  readonly entered: (socket: RawSocket) => void
  readonly answered?: (socket: RawSocket) => void
}

/** Keeps a connection of a participant open until the signal. */
function keepOpen({ port }: StormTarget, ticket: string, tally: Tally, signal: AbortSignal, flooding: Flooding): void {
  if (signal.aborted) return
  let hasEntered = false
  const socket: RawSocket = new RawSocket(
    { host: '127.0.0.1', from: '127.0.0.1', port, path: '/socket.io/?EIO=4&transport=websocket' },
    {
      opened: () => undefined,
      message: (_, body) => {
        const start = body.toString('latin1', 0, 2)
        if (start[0] === '0') socket.send(makeConnectText({ protocol: protocolVersion, ticket, cursors: {} }))
        else if (start === '2') socket.send(pongText)
        else if (start === '43') flooding.answered?.(socket)
        else if (start === '44') socket.close()
        else if (start === '40' && !hasEntered) {
          hasEntered = true
          tally.note('entered')
          flooding.entered(socket)
        }
      },
      closed: (why) => {
        if (signal.aborted) return
        tally.note(hasEntered ? 'closed' : `not let in: ${why}`)
        setImmediate(() => keepOpen({ port, session: '', tickets: [] }, ticket, tally, signal, flooding))
      },
    },
  )
  signal.addEventListener('abort', () => socket.close(), { once: true })
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))

const brackets = `421["command",${'['.repeat(78_000)}${']'.repeat(78_000)}]`
const connections = 8

/** One participant sends messages of 156 KiB over all connections that they may have. */
export const sendBrackets: Storm = (target, tally, signal) => {
  const [ticket = ''] = target.tickets
  const send = (socket: RawSocket) => {
    tally.note('sent')
    socket.send(brackets)
  }
  for (let index = 0; index < connections; index += 1) keepOpen(target, ticket, tally, signal, { entered: send, answered: send })
  return untilAborted(signal)
}

const readers = 40

/** Forty participants ask again as soon as they are answered. */
export const askCaptions: Storm = (target, tally, signal) => {
  const ask = (socket: RawSocket) => socket.send(makeEventText(1, 'follow', { language: 'en' }))
  const answered = (socket: RawSocket) => {
    tally.note('answered')
    ask(socket)
  }
  for (const ticket of target.tickets.slice(0, readers)) keepOpen(target, ticket, tally, signal, { entered: ask, answered })
  return untilAborted(signal)
}

/** Fewer than one address may have. */
const maxWaiting = 9_000
const upgrade = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  'Host: 127.0.0.1',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ...['', ''],
].join('\r\n')
const poll = ['GET /socket.io/?EIO=4&transport=polling HTTP/1.1', 'Host: 127.0.0.1', ...['', '']].join('\r\n')

/** Six hundred new connections a second: WebSockets, long polling, and some that send nothing at all. None of them enters. */
export const openAndWait: Storm = async (target, tally, signal) => {
  const open = new Set<Socket>()
  await repeat({ atOnce: 1, perSecond: 600 }, signal, async (index) => {
    if (open.size >= maxWaiting) return
    const socket = connect(target.port, '127.0.0.1')
    const first = [upgrade, poll, ''][index % 3] ?? ''
    open.add(socket)
    socket.on('connect', () => socket.write(first))
    socket.once('data', () => tally.note('opened'))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      open.delete(socket)
      if (!signal.aborted) tally.note('closed')
    })
  })
  for (const socket of open) socket.destroy()
}
