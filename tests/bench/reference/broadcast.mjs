// What Node can do at best: a command becomes one finished WebSocket frame, which is written to every socket. It speaks as much of the
// protocol as the bench's screens need, so that the same screens measure it, and does nothing else: no roles, no log, no views.
//
//   node tests/bench/reference/broadcast.mjs [--port <port>] [--view <bytes of a first view>] [--file <where it keeps its state>]
//
// Prints a line of JSON with its port.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { WebSocketServer } from 'ws'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, view: { type: 'string', default: '4000' }, file: { type: 'string' } },
})
/** Milliseconds between two broadcasts of numbers, and how many times as long as it took to send the last the next waits at least. */
const [tick, share] = [150, 2.5]
const filler = 'x'.repeat(Number(values.view))

let state = { revision: 0, limit: 180_000, supports: {} }
if (values.file && existsSync(values.file)) state = JSON.parse(readFileSync(values.file, 'utf8'))
const everyone = new Set()
const counted = new Set()
let [isTicking, lastTick, lastCost, first] = [false, 0, 0, null]

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(values.port),
  backlog: 4096,
  perMessageDeflate: false,
  skipUTF8Validation: true,
})
server.on('listening', () => process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`))
server.on('connection', (socket) => {
  const tcp = socket._socket
  tcp.write(encode('0{"sid":"reference","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":16384}'))
  socket.on('close', () => everyone.delete(tcp))
  socket.on('message', (data) => {
    const text = data.toString()
    if (text.startsWith('40')) welcome(tcp, JSON.parse(text.slice(2)).cursors.audience)
    else if (text.startsWith('42')) answer(tcp, text)
  })
})

function welcome(tcp, held) {
  everyone.add(tcp)
  tcp.write(encode('40{"sid":"reference"}'))
  first ??= encodeFrame({ s: 'a', c: cursor(), v: { floor: makeFloor(), support: state.supports, filler } })
  tcp.write(held === cursor() ? encodeFrame({ s: 'a', b: held, c: held, d: [] }) : first)
  tcp.write(encodeFrame({ s: 'p', c: 'own', v: {} }))
}

function answer(tcp, text) {
  const begin = text.indexOf('[')
  const [event, envelope] = JSON.parse(text.slice(begin))
  if (event === 'command') take(envelope.type, envelope.data)
  tcp.write(encode(`43${text.slice(2, begin)}[${event === 'time' ? performance.timeOrigin + performance.now() : '{"ok":true}'}]`))
}

function take(type, data) {
  if (type === 'questions.support') {
    state.supports[data.question] = (state.supports[data.question] ?? 0) + 1
    counted.add(data.question)
    if (!isTicking) setTimeout(sendCounts, Math.max(tick, share * lastCost) - (performance.now() - lastTick))
    isTicking = true
  }
  if (type === 'floor.set-limit') {
    state.limit = data.limit
    broadcast([['=', 'floor', makeFloor()]])
  }
  if (type === 'questions.approve-all') broadcast(data.questions.map((id, index) => ['+', 'questions', id, makeQuestion(id, index)]))
}

function sendCounts() {
  isTicking = false
  lastTick = performance.now()
  broadcast([...counted].map((question) => ['+', 'support', question, state.supports[question]]))
  counted.clear()
  lastCost = performance.now() - lastTick
}

function broadcast(deltas) {
  const base = cursor()
  state.revision += 1
  first = null
  const frame = encodeFrame({ s: 'a', b: base, c: cursor(), d: deltas })
  for (const tcp of everyone) tcp.write(frame)
  if (values.file) writeFileSync(values.file, JSON.stringify(state))
}

function cursor() {
  return `revision-${String(state.revision).padStart(2, '0')}`
}

/** About as much as the product says of the floor. */
function makeFloor() {
  const limits = { everyone: state.limit, groups: {}, channels: {}, pointOfOrder: 60_000, rightOfReply: 120_000, answer: 120_000 }
  const pace = { turns: 0, median: null, gap: 15_000 }
  return { limits, warnings: [30_000, 10_000], grace: 0, reserve: 300_000, pace, current: null, interrupted: null }
}

/** About as much as the product says of a question. */
function makeQuestion(id, index) {
  const text = `Question ${index}: what will change for members of region ${index % 9}, and who decides when it does?`
  const author = { entity: `Delegation ${index}`, number: index, group: 'government', channel: 'room' }
  return { id, text, author, askedAt: 1_800_000_000_000, status: 'approved', segment: null, tags: [], answer: null, language: 'en' }
}

function encodeFrame(frame) {
  return encode(`42${JSON.stringify(['frame', { ...frame, t: Date.now() }])}`)
}

/** A text frame of a server (RFC 6455 §5.2). */
function encode(text) {
  const body = Buffer.from(text)
  const header = body.length < 126 ? [0x81, body.length] : body.length < 65_536 ? [0x81, 126, body.length >> 8, body.length & 255] : null
  if (header !== null) return Buffer.concat([Buffer.from(header), body])
  const long = Buffer.alloc(10)
  long.writeUInt16BE(0x817f)
  long.writeBigUInt64BE(BigInt(body.length), 2)
  return Buffer.concat([long, body])
}
