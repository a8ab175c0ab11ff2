/** Tells the load generator how to talk to this product. Progress must grow by one with each command. It is the speaking limit in seconds
 *  above its initial value (the chair's commands) plus all supports (everybody's). README.md says how to run it. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const protocol = 5
const floorOf = 30
const id = () => randomBytes(16).toString('base64url')
/** The server listens shortly before it prints its links, so this waits for them. */
const links = async () => {
  for (let wait = 0; wait < 100; wait += 1) {
    const line = readFileSync(process.env.ROSTRUM_LINKS, 'utf8')
      .split('\n')
      .findLast((one) => one.startsWith('{"organizer"'))
    if (line) return JSON.parse(line)
    await sleep(50)
  }
  throw new Error('the server has not printed its links')
}
const secretOf = (link) => link.slice(link.indexOf('#') + 1)

async function post(ctx, path, body) {
  const response = await fetch(`${ctx.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

const command = (type, data) => ({ event: 'command', args: [{ id: id(), type, data }] })
const send = (c, type, data) =>
  new Promise((resolve, reject) => {
    const { event, args } = command(type, data)
    c.emitAck(event, ...args, ([reply]) => (reply.ok ? resolve(args[0].id) : reject(new Error(`${type}: ${reply.reason}`))))
  })

/** What a client has seen. The client keeps it, because decoded messages are shared between clients. */
function see(data, { v: view, d: deltas }) {
  if (view) {
    if (view.floor) data.limit = view.floor.limits.everyone
    if (view.support) data.supports = new Map(Object.entries(view.support))
    return
  }
  for (const [kind, part, key, row] of deltas) {
    if (kind === '=' && part === 'floor') data.limit = key.limits.everyone
    if (kind === '+' && part === 'support') data.supports.set(key, row)
  }
}

const streams = { a: 'audience', p: 'person' }

export default {
  name: 'rostrum',
  protocol: 'sio',
  eio: 4,
  parser: 'json',
  deflate: false,
  auth: (c) => ({ protocol, ticket: c.ticket, cursors: c.data?.cursors ?? {} }),
  async prepareAll(ctx, o) {
    ctx.url = `http://${o.host}:${o.port}`
    ctx.links = await links()
  },
  async prepare(c, ctx) {
    const body =
      c.i === 0
        ? { link: secretOf(ctx.links.chair) }
        : {
            code: ctx.links.code,
            person: { entity: `Delegation ${c.i}`, group: 'government', channel: c.i % 5 < 2 ? 'remote' : 'room', nameInRecord: false },
          }
    c.ticket ??= (await post(ctx, '/api/tickets', body)).ticket
  },
  isReady: (c) => c.data?.cursors?.audience !== undefined && c.data.limit !== undefined,
  onMessage(c, { event, args }) {
    if (event !== 'frame') return undefined
    const [frame] = args
    c.data ??= { supports: new Map(), cursors: {} }
    const stream = streams[frame.s]
    if (frame.b && frame.b !== c.data.cursors[stream]) c.sw.gaps += 1
    c.data.cursors[stream] = frame.c
    if (stream !== 'audience') return undefined
    see(c.data, frame)
    return c.data.limit / 1000 - floorOf + [...c.data.supports.values()].reduce((sum, one) => sum + one, 0)
  },
  async beforeFanout(c) {
    c.sent = c.data.limit
  },
  command(_seq, c) {
    const expectedLimit = c.sent
    c.sent += 1000
    return command('floor.set-limit', { scope: { kind: 'everyone' }, limit: c.sent, expectedLimit })
  },
  async beforeStorm(c, ctx) {
    c.sent = c.data.limit
    await send(c, 'session.open', {})
    const [, first, second] = c.sw.clients
    ctx.questions = await Promise.all(
      [first, second].map((client) => send(client, 'questions.ask', { text: `Question ${client.i}`, receipt: null })),
    )
    for (const question of ctx.questions) await send(c, 'questions.approve', { question })
  },
  /** The chair cannot support a question and sends a limit instead. Each author supports the other's question. */
  vote(c, ctx) {
    if (c.i === 0) return this.command(0, c)
    return command('questions.support', { question: ctx.questions[c.i === 1 ? 1 : 0] })
  },
  time: () => ({ event: 'time', args: [] }),
  timeReply: ([at]) => [at, at],
}
