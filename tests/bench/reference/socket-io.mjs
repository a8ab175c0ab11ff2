// The best that a Socket.IO server can do: WebSockets only, without compression. A frame is encoded once. If nothing waits in Engine.IO's
// queue, the frame is written past it. It goes to a few hundred sockets at a time, so that commands can be handled in between.
//
//   node tests/bench/reference/socket-io.mjs [--port <port>] [--view <bytes of a first view>] [--file <where it keeps its state>]
//
// Prints a line of JSON with its port.
import { createServer } from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import { Server } from 'socket.io'
import { encode, options, ReferenceSession } from './session.mjs'

const atOnce = 500
const everyone = new Set()
const session = new ReferenceSession(async (text) => {
  const frame = encode(text)
  let count = 0
  for (const socket of everyone) {
    write(socket, text, frame)
    count += 1
    if (count % atOnce === 0) await turn()
  }
})

const http = createServer()
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false, connectTimeout: 45_000 })
// The request is large, and not needed after the handshake.
io.engine.on('connection', (connection) => {
  connection.request = null
})
io.on('connection', (socket) => {
  for (const text of session.welcome(socket.handshake.auth.cursors.audience)) write(socket, text, encode(text))
  everyone.add(socket)
  socket.on('disconnect', () => everyone.delete(socket))
  socket.on('command', (envelope, reply) => {
    session.take(envelope)
    reply({ ok: true })
  })
  socket.on('time', (reply) => reply(performance.timeOrigin + performance.now()))
})

/** `text` and `frame`: the same message, for Engine.IO and for the wire. */
function write({ conn }, text, frame) {
  if (conn.readyState === 'open' && conn.writeBuffer.length === 0) conn.transport.socket._socket.write(frame)
  // Engine.IO puts the type of a message before its text.
  else conn.write(text.slice(1))
}

http.listen({ host: '127.0.0.1', port: Number(options.port), backlog: 4096 }, () =>
  process.stdout.write(`${JSON.stringify({ port: http.address().port })}\n`),
)
