/** A crowd that connects while the server is busy, as all screens do after a restart. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ServerProcess } from '../support/server-process.ts'

/** More connections than Node lets wait by default, and no more than the system allows. */
const crowd = Math.min(1500, Number(readFileSync('/proc/sys/net/core/somaxconn', 'utf8')))

test('[L131] connections that arrive while the server is busy wait for it, and all are answered', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-crowd-'))
  const { server } = await ServerProcess.start({ ROSTRUM_DATA: folder })
  onTestFinished(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  process.kill(server.pid, 'SIGSTOP')
  const sockets = Array.from({ length: crowd }, () => connect(server.port, '127.0.0.1'))
  try {
    await Promise.all(sockets.map((socket) => once(socket, 'connect', { signal: AbortSignal.timeout(10_000) })))
  } finally {
    process.kill(server.pid, 'SIGCONT')
  }
  const answers = await Promise.all(
    sockets.map(async (socket) => {
      socket.write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n')
      const [answer] = (await once(socket, 'data')) as [Buffer]
      return answer.toString().slice(0, 12)
    }),
  )
  expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 200']))
  for (const socket of sockets) socket.destroy()
})
