/** What the doors bound and what goes out through them: guesses, headers, and the client’s files. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Doors, openDoors, secretIn, walkIn, whyOf } from '../support/in-process-server.ts'

let doors: Doors
let organiser: { authorization: string }

beforeAll(async () => {
  doors = await openDoors()
  organiser = { authorization: `Bearer ${secretIn(doors.given.organiser)}` }
})
afterAll(() => doors.close())

describe('guessing codes', () => {
  test('looks the same for wrong and malformed ones, is refused after ten, and does not keep others out', async () => {
    const fresh = await openDoors()
    const guesses = ['AAAAAAAA', 'x', '0000', 'ABCD2345', '✈', 'AAAAAAAB', 'AAAAAAAC', 'AAAAAAAD', 'AAAAAAAE', 'AAAAAAAF']
    const bodies = new Set<string>()
    for (const code of guesses) {
      const answer = await fresh.post('/api/codes', { code })
      expect(answer.status).toBe(404)
      bodies.add(await answer.text())
    }
    expect([...bodies]).toEqual(['{"why":"no-such-code"}'])
    const refused = await fresh.post('/api/tickets', { code: 'AAAAAAAG', person: walkIn })
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(await whyOf(refused)).toEqual([429, 'too-many-failures'])
    const honest = await Promise.all(
      Array.from({ length: 20 }, () => fresh.post('/api/tickets', { code: fresh.given.code, person: walkIn })),
    )
    expect(honest.map(({ status }) => status)).toEqual(Array(20).fill(200))
    await fresh.close()
  })
})

describe('what goes out', () => {
  test('every answer carries the headers that keep a page to itself', async () => {
    for (const answer of [await doors.get('/health'), await doors.get('/nothing.js'), await doors.post('/api/tickets', {})]) {
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

  test('nothing secret and nothing that people wrote is in the log or in the tables where it does not belong', async () => {
    const entered = (await (
      await doors.post('/api/tickets', { code: doors.given.code, person: { ...walkIn, name: 'Canary name' } })
    ).json()) as { readonly link: string; readonly ticket: string }
    await doors.get(`/api/sessions?secret=${entered.link}`, organiser)
    await doors.get(`/enter/${entered.link}`)
    await doors.post('/api/tickets', `{"link":"${entered.link}"`)
    const { organiser: link, code, chair } = doors.given
    const secrets = [entered.link, entered.ticket, secretIn(link), secretIn(chair), code, 'Canary name', walkIn.entity]
    expect(doors.logged.length).toBeGreaterThan(3)
    for (const secret of secrets) expect(doors.logged.filter((line) => line.includes(secret))).toEqual([])
    expect(JSON.stringify([...doors.session.state.people.all.values()])).not.toContain('Canary name')
  })

  test('behind an encrypted address, links carry it and browsers are told to stay with it', async () => {
    const fresh = await openDoors({ publicUrl: 'https://rostrum.example.org' })
    expect(fresh.given.chair).toMatch(/^https:\/\/rostrum\.example\.org\/enter#[\w-]{32}$/)
    expect((await fresh.get('/health')).headers.get('strict-transport-security')).toContain('max-age')
    await fresh.close()
  })
})

describe('the client', () => {
  test('its page is for every route and never kept; what has a hash is kept for ever and comes compressed', async () => {
    const client = await mkdtemp(join(tmpdir(), 'rostrum-client-'))
    await mkdir(join(client, 'assets'))
    await mkdir(join(client, 'light'))
    await writeFile(join(client, 'light/index.html'), '<!doctype html><p>the light page')
    await writeFile(join(client, 'index.html'), '<!doctype html><p>the page')
    await writeFile(join(client, 'favicon.svg'), '<svg/>')
    await writeFile(join(client, 'assets/main-abc.js'), 'plain()')
    await writeFile(join(client, 'assets/main-abc.js.gz'), gzipSync('packed()'))
    await writeFile(join(client, '.hidden'), 'no')
    const fresh = await openDoors({ client })
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
    for (const [path, said] of Object.entries(pages)) {
      const answer = await fresh.get(path)
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-store'])
      expect(await answer.text()).toContain(said)
    }
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
