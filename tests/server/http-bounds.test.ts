/** Bounds of the HTTP interface: guesses of codes, headers, and the files of the client. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getSecret, type InProcessServer, readReason, startInProcessServer, walkInBody } from '../support/in-process-server.ts'

let server: InProcessServer
let organizerHeaders: { authorization: string }

beforeAll(async () => {
  server = await startInProcessServer()
  organizerHeaders = { authorization: `Bearer ${getSecret(server.startupLinks.organizer)}` }
})
afterAll(() => server.close())

describe('guessing codes', () => {
  test('[P102] gets the same answer for wrong and malformed codes, is refused when too many wait, and does not block others', async () => {
    const fresh = await startInProcessServer()
    const guesses = ['AAAAAAAA', 'x', '0000', 'ABCD2345', '✈', 'AAAAAAAB', 'AAAAAAAC', 'AAAAAAAD', 'AAAAAAAE', 'AAAAAAAF']
    const bodies = new Set<string>()
    for (const code of guesses) {
      const answer = await fresh.post('/api/codes', { code })
      expect(answer.status).toBe(404)
      bodies.add(await answer.text())
    }
    expect([...bodies]).toEqual(['{"reason":"no-such-code"}'])
    const guess = (_: unknown, index: number) => fresh.post('/api/tickets', { code: `AAAAA${100 + index}`, person: walkInBody })
    const flood = Promise.all(Array.from({ length: 120 }, guess))
    const honest = await Promise.all(
      Array.from({ length: 20 }, () => fresh.post('/api/tickets', { code: fresh.startupLinks.code, person: walkInBody })),
    )
    expect(honest.map(({ status }) => status)).toEqual(Array(20).fill(200))
    const refused = (await flood).find(({ status }) => status === 429)
    expect(refused?.headers.get('retry-after')).toBe('60')
    expect(refused && (await readReason(refused))).toEqual([429, 'too-many-failures'])
    await fresh.close()
  })
})

describe('answers', () => {
  test('all have the security headers', async () => {
    for (const answer of [await server.get('/health'), await server.get('/nothing.js'), await server.post('/api/tickets', {})]) {
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toMatch(/script-src 'self'(;|$)/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe-eval')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('strict-transport-security')).toBeNull()
    }
  })

  test('no secret and no text of a person is in the server log, and the session state contains no name', async () => {
    const entered = (await (
      await server.post('/api/tickets', { code: server.startupLinks.code, person: { ...walkInBody, name: 'Canary name' } })
    ).json()) as { readonly link: string; readonly ticket: string }
    await server.get(`/api/sessions?secret=${entered.link}`, organizerHeaders)
    await server.get(`/enter/${entered.link}`)
    await server.post('/api/tickets', `{"link":"${entered.link}"`)
    const { organizer: link, code, chair } = server.startupLinks
    const secrets = [entered.link, entered.ticket, getSecret(link), getSecret(chair), code, 'Canary name', walkInBody.entity]
    expect(server.logLines.length).toBeGreaterThan(3)
    for (const secret of secrets) expect(server.logLines.filter((line) => line.includes(secret))).toEqual([])
    expect(JSON.stringify([...server.session.state.people.all.values()])).not.toContain('Canary name')
  })

  test('with an HTTPS address, links use it and browsers are required to stay with HTTPS', async () => {
    const fresh = await startInProcessServer({ publicUrl: 'https://rostrum.example.org' })
    expect(fresh.startupLinks.chair).toMatch(/^https:\/\/rostrum\.example\.org\/enter#[\w-]{32}$/)
    expect((await fresh.get('/health')).headers.get('strict-transport-security')).toContain('max-age')
    await fresh.close()
  })
})

describe('the client', () => {
  test('has one page for every page address, which is never cached; hashed files are cached forever and compressed', async () => {
    const client = await mkdtemp(join(tmpdir(), 'rostrum-client-'))
    await mkdir(join(client, 'assets'))
    await mkdir(join(client, 'light'))
    await writeFile(join(client, 'light/index.html'), '<!doctype html><p>the light page')
    await writeFile(join(client, 'index.html'), '<!doctype html><p>the page')
    await writeFile(join(client, 'favicon.svg'), '<svg/>')
    await writeFile(join(client, 'assets/main-abc.js'), 'plain()')
    await writeFile(join(client, 'assets/main-abc.js.gz'), gzipSync('packed()'))
    await writeFile(join(client, '.hidden'), 'no')
    const fresh = await startInProcessServer({ client })
    const pages = {
      '/': 'the page',
      '/chair': 'the page',
      '/home': 'the page',
      '/s/any/chair': 'the page',
      '/index.html': 'the page',
      '/join': 'the light page',
      '/enter': 'the light page',
      '/room?x': 'the light page',
      '/light/index.html': 'the light page',
    }
    for (const [path, content] of Object.entries(pages)) {
      const answer = await fresh.get(path)
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-store'])
      expect(await answer.text()).toContain(content)
    }
    // A new build in the same folder does not change what a running server sends.
    await writeFile(join(client, 'index.html'), '<!doctype html><p>the next build')
    expect(await (await fresh.get('/chair')).text()).toContain('the page')
    const packed = await fresh.get('/assets/main-abc.js', { 'accept-encoding': 'gzip' })
    expect([await packed.text(), packed.headers.get('cache-control')]).toEqual(['packed()', 'public, max-age=31536000, immutable'])
    expect(packed.headers.get('content-type')).toContain('javascript')
    expect(await (await fresh.get('/assets/main-abc.js', { 'accept-encoding': 'identity' })).text()).toBe('plain()')
    expect((await fresh.get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache')
    for (const path of [
      '/.hidden',
      '/assets/gone-abc.js',
      '/assets/',
      '/light/assets/gone-abc.js',
      '/api/x',
      '/assets/..%2f..%2fetc/passwd',
    ]) {
      expect([path, (await fresh.get(path)).status]).toEqual([path, 404])
    }
    await fresh.close()
    await rm(client, { recursive: true })
  })
})
