/** `npm run dev`: pages with reload, without a built client. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

test('the links lead to pages of the dev server, which can join and connect, and which end with npm', { timeout: 120_000 }, async () => {
  const [port, devPort, data] = [await findFreePort(), await findFreePort(), await mkdtemp(join(tmpdir(), 'rostrum-dev-'))]
  const env = {
    ...process.env,
    ROSTRUM_PORT: String(port),
    ROSTRUM_DEV_PORT: String(devPort),
    ROSTRUM_DATA: data,
    ROSTRUM_PUBLIC_URL: undefined,
    // A colour would separate the port from the colon before it.
    NO_COLOR: '1',
  }
  const dev = spawn('npm', ['run', 'dev', '--silent', '--', '--json'], { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] })
  // The pipe closes when no process holds it any longer: SIGTERM to npm ends everything that it started.
  const ended = once(dev, 'close')
  // Even after a timeout, so that nothing keeps running.
  onTestFinished(async () => {
    dev.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  })
  const ready = { links: '', vite: false }
  for await (const line of createInterface({ input: dev.stdout })) {
    if (line.startsWith('{"organizer"')) ready.links = line
    if (line.includes(`:${devPort}`)) ready.vite ||= !line.startsWith('{')
    if (ready.links !== '' && ready.vite) break
  }
  const links: { chair: string; url: string } = JSON.parse(ready.links)
  expect(links.url).toBe(`http://localhost:${devPort}`)
  const page = await fetch(links.chair)
  expect([page.status, (await page.text()).includes('<div id="root"')]).toEqual([200, true])
  const ticket = await fetch(`${links.url}/api/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: links.url },
    body: JSON.stringify({ link: links.chair.split('#')[1] }),
  })
  expect([ticket.status, (await ticket.json()).role]).toEqual([200, 'chair'])
})
