// The best that Node can do: a command becomes one finished WebSocket frame, which is written to every socket. It speaks as much of the
// protocol as the bench's screens need, so that the same screens can measure it.
//
//   node tests/bench/reference/broadcast.mjs [--port <port>] [--view <bytes of a first view>] [--file <where it keeps its state>]
//
// Prints a line of JSON with its port.
import { WebSocketServer } from 'ws'
import { encode, options, ReferenceSession } from './session.mjs'

const everyone = new Set()
const session = new ReferenceSession((text) => {
  const frame = encode(text)
  for (const tcp of everyone) tcp.write(frame)
})

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(options.port),
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
  for (const text of ['40{"sid":"reference"}', ...session.welcome(held)]) tcp.write(encode(text))
}

function answer(tcp, text) {
  const begin = text.indexOf('[')
  const [event, envelope] = JSON.parse(text.slice(begin))
  if (event === 'command') session.take(envelope)
  tcp.write(encode(`43${text.slice(2, begin)}[${event === 'time' ? performance.timeOrigin + performance.now() : '{"ok":true}'}]`))
}
