import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { allowOwnOrigins } from '@rostrum/server/engine/wire/origin-check'
import { AttemptLimiter, addressLimits, failureShare, getNetworkPrefix } from '@rostrum/server/people/access/attempt-limiter'
import { JoinCodes } from '@rostrum/server/people/access/join-codes'
import { ServerKey } from '@rostrum/server/people/access/server-key'
import { joinCodeAlphabet, joinCodeLength, normalizeJoinCode } from '@rostrum/shared/contract/join-code'
import { describe, expect, test, vi } from 'vitest'
import { ana, findHolder, openAccess, other, session } from '../support/access.ts'
import { openNodes } from '../support/some-nodes.ts'

describe('keys', () => {
  test('several nodes that start together share one key', async () => {
    const store = openMemoryStore()
    const [one, two] = await Promise.all([ServerKey.open(store), ServerKey.open(store)])
    expect(one.derive('link', 'x')).toEqual(two.derive('link', 'x'))
    expect(one.derive('link', 'x')).not.toEqual((await ServerKey.open(openMemoryStore())).derive('link', 'x'))
  })

  test('different purposes give different secrets, and the boundaries between parts count', async () => {
    const { keys } = await openAccess()
    expect(keys.derive('link', 'x')).not.toEqual(keys.derive('ticket', 'x'))
    expect(keys.derive('link', 'a', 'bc')).not.toEqual(keys.derive('link', 'ab', 'c'))
  })
})

describe('links', () => {
  test('a link stays the same, has at least 128 bits, and is nowhere in the store', async () => {
    const { links, store } = await openAccess()
    const secret = await links.getOrCreate(session, ana)
    expect(await links.getOrCreate(session, ana)).toBe(secret)
    expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(16)
    expect(JSON.stringify(await store.list('links'))).not.toContain(secret)
    expect(await links.find(secret)).toMatchObject({ session, person: ana })
  })

  test('after a renewal the old link is invalid at once, even if its row is still stored', async () => {
    const { links, store } = await openAccess()
    const old = await links.getOrCreate(session, ana)
    const { link } = await findHolder(links, old)
    const row = await store.get('links', link)
    const fresh = await links.renew(session, ana)
    expect(fresh).not.toBe(old)
    expect(await store.get('links', link)).toBeNull()
    await store.put('links', link, row)
    expect(await links.find(old)).toBeNull()
    expect(await links.find(fresh)).toMatchObject({ person: ana })
    expect(await links.getOrCreate(session, ana)).toBe(fresh)
  })

  test.each(['', 'x', 'session/ana', '__proto__', 'a'.repeat(128)])('%j is not a link', async (guess) => {
    const { links } = await openAccess()
    await links.getOrCreate(session, ana)
    expect(await links.find(guess)).toBeNull()
  })
})

describe('join codes', () => {
  test('stay the same, differ between sessions, and contain no characters that look alike', async () => {
    const { store, keys } = await openAccess()
    const codes = new JoinCodes(store, keys)
    const code = await codes.getOrCreate(session)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect(await codes.getOrCreate(session)).toBe(code)
    expect(await codes.getOrCreate(other)).not.toBe(code)
    expect(await codes.find(code)).toBe(session)
  })

  test('if a code is already in use, the second session gets a different one', async () => {
    const { store, keys } = await openAccess()
    const taken = await new JoinCodes(openMemoryStore(), keys).getOrCreate(session)
    await store.put('codes', taken, { session: other })
    const code = await new JoinCodes(store, keys).getOrCreate(session)
    expect(code).not.toBe(taken)
    expect(await new JoinCodes(store, keys).find(code)).toBe(session)
  })

  test('[P16] after a renewal the old code is invalid, even if its row is still stored or is written again', async () => {
    const { store, keys } = await openAccess()
    const [codes, elsewhere] = [new JoinCodes(store, keys), new JoinCodes(store, keys)]
    const old = await codes.getOrCreate(session)
    const row = await store.get('codes', old)
    const code = await codes.renew(session)
    expect(code).not.toBe(old)
    expect([await elsewhere.find(old), await elsewhere.find(code), await elsewhere.getOrCreate(session)]).toEqual([null, session, code])
    await store.put('codes', old, row)
    expect([await codes.find(old), await codes.getOrCreate(session)]).toEqual([null, code])
    const third = await codes.renew(session)
    expect([await codes.find(code), await codes.find(third), await codes.getOrCreate(session)]).toEqual([null, session, third])
  })

  test('[P16] a renewal during a lookup does not restore the old code', async () => {
    const { store, keys } = await openAccess()
    const codes = new JoinCodes(store, keys)
    const old = await codes.getOrCreate(session)
    let meanwhile: Promise<string> | null = null
    const slow = new JoinCodes(
      {
        ...store,
        get: async (table, key) => {
          const found = await store.get(table, key)
          if (found !== null) meanwhile ??= codes.renew(session)
          await meanwhile
          return found
        },
      },
      keys,
    )
    const found = await slow.getOrCreate(session)
    expect([found, await codes.find(old), await codes.find(found)]).toEqual([await codes.getOrCreate(session), null, session])
    expect(found).not.toBe(old)
  })

  test('[P16] if two nodes renew a code at once, exactly one code is valid', async () => {
    const { store, keys } = await openAccess()
    const [one, two] = [new JoinCodes(store, keys), new JoinCodes(store, keys)]
    await one.getOrCreate(session)
    const made = await Promise.all([one.renew(session), two.renew(session)])
    const validCode = await one.getOrCreate(session)
    expect(made).toContain(validCode)
    expect([await one.find(validCode), await two.getOrCreate(session)]).toEqual([session, validCode])
  })

  test.each([
    ['abcd2345', 'ABCD2345'],
    [' ab-cd 23\u201145 ', 'ABCD2345'],
    ['ＡＢＣＤ２３４５', 'ABCD2345'],
    ['abcd٢٣٤٥', 'ABCD2345'],
    ['abcd۲۳۴۵', 'ABCD2345'],
  ])('%j is read as %s', (typed, code) => expect(normalizeJoinCode(typed)).toBe(code))

  test.each(['', 'ABCD234', 'ABCD23456', 'ABCD2340', 'ABCD234I', 'ÀBCD2345', 'ABCD२३४५', `${' '.repeat(60)}ABCD2345`, '__proto__'])(
    '%j is not a code',
    (typed) => expect(normalizeJoinCode(typed)).toBeNull(),
  )
})

describe('failed attempts', () => {
  const wrong = async () => null
  const right = async () => 'session'

  const fail = async (limiter: AttemptLimiter, count: number) => {
    for (let guess = 0; guess < count; guess += 1) await limiter.run('192.0.2.1', wrong)
  }
  /** Resolves with the milliseconds until the answer. */
  const measure = async (limiter: AttemptLimiter, from: string, check: () => Promise<string | null>) => {
    const began = performance.now()
    const { kind } = await limiter.run(from, check)
    return { kind, ms: performance.now() - began }
  }

  test('[P102] after ten wrong codes from one address in a minute the next wrong one waits, at that address alone', async () => {
    const clock = { at: 0 }
    const failures = new AttemptLimiter(undefined, () => (clock.at += 100))
    await fail(failures, 10)
    expect((await measure(failures, '192.0.2.1', wrong)).ms).toBeGreaterThanOrEqual(addressLimits.delay - 2)
    expect((await measure(failures, '192.0.2.2', wrong)).ms).toBeLessThan(addressLimits.delay)
    clock.at += 60_001
    expect((await measure(failures, '192.0.2.1', wrong)).ms).toBeLessThan(addressLimits.delay)
  })

  test('[P102] a right code never waits and is never refused, however many wrong ones of its address wait', async () => {
    const failures = new AttemptLimiter()
    await fail(failures, 10)
    const guesses = Promise.all(Array.from({ length: 300 }, () => failures.run('192.0.2.1', wrong)))
    const hall = await Promise.all(Array.from({ length: 300 }, () => measure(failures, '192.0.2.1', right)))
    expect(new Set(hall.map(({ kind }) => kind))).toEqual(new Set(['found']))
    expect(Math.max(...hall.map(({ ms }) => ms))).toBeLessThan(addressLimits.delay)
    const kinds = (await guesses).map(({ kind }) => kind)
    expect([kinds.filter((kind) => kind === 'wrong').length, kinds.filter((kind) => kind === 'too-many').length]).toEqual([100, 200])
  })

  test('[P17] failures on other nodes count too, until they are a minute old or the node is lost', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const both = openNodes(2)
    const [one, other] = both.nodes.map((node) => new AttemptLimiter(node.open(failureShare, 'all'))) as [AttemptLimiter, AttemptLimiter]
    await both.advance(1_000)
    for (let guess = 0; guess < 9; guess += 1) await one.run('2001:db8:1:2:3:4:5:6', wrong)
    await both.advance(1_000)
    expect((await other.run('192.0.2.1', wrong)).kind).toBe('wrong')
    expect((await other.run('2001:db8:1:2::9', wrong)).kind).toBe('wrong')
    /** Whether the answer about a wrong code waits for its turn. */
    const isSlow = async (limiter: AttemptLimiter) => {
      const answers: string[] = []
      const answer = limiter.run('2001:db8:1:2::9', wrong).then(({ kind }) => answers.push(kind))
      await both.advance(10)
      const wasSlow = answers.length === 0
      await both.advance(100)
      await answer
      return wasSlow
    }
    expect(await isSlow(other)).toBe(true)
    await both.advance(61_000)
    expect(await isSlow(other)).toBe(false)
    for (let times = 0; times < 10; times += 1) await isSlow(one)
    await both.advance(1_000)
    expect(await isSlow(other)).toBe(true)
    both.nodes[0]?.close()
    await both.advance(5_000)
    expect(await isSlow(other)).toBe(false)
    both.close()
    vi.useRealTimers()
  })

  test('five hundred valid joins from one address at once all succeed', async () => {
    const failures = new AttemptLimiter()
    const answers = await Promise.all(Array.from({ length: 500 }, () => failures.run('192.0.2.1', right)))
    expect(answers.every(({ kind }) => kind === 'found')).toBe(true)
  })

  test('[P17] ten thousand guesses a second, more than a server answers, find no code in a session', () => {
    const codes = joinCodeAlphabet.length ** joinCodeLength
    expect(new Set(joinCodeAlphabet).size).toBe(joinCodeAlphabet.length)
    const hour = 60 * 60 * 10_000
    expect((2.5 * hour) / codes).toBeLessThan(1 / 5_000)
    expect((24 * hour) / codes).toBeLessThan(1 / 500)
  })

  test('[P102] many wrong codes from many addresses slow down wrong ones, and no right one', async () => {
    const failures = new AttemptLimiter(undefined, () => 0)
    for (let host = 0; host < 20; host += 1) await failures.run(`192.0.2.${host}`, wrong)
    expect(await measure(failures, '198.51.100.1', right)).toEqual({ kind: 'found', ms: expect.closeTo(0, -2) })
    expect((await measure(failures, '198.51.100.1', wrong)).ms).toBeGreaterThanOrEqual(290)
  })

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (address, prefix) => expect(getNetworkPrefix(address)).toBe(prefix))
})

describe('origins', () => {
  const origins = allowOwnOrigins('https://rostrum.example.org')
  test.each([
    [undefined, 'rostrum.example.org', true],
    ['https://rostrum.example.org', '10.0.0.1:3000', true],
    ['http://10.0.0.1:3000', '10.0.0.1:3000', true],
    ['http://localhost:3000', 'LOCALHOST:3000', true],
    ['https://evil.example', 'rostrum.example.org', false],
    ['http://10.0.0.1:3001', '10.0.0.1:3000', false],
    ['http://rostrum.example.org', '10.0.0.1:3000', false],
    ['null', 'rostrum.example.org', false],
    ['', 'rostrum.example.org', false],
    ['file://', '', false],
    ['chrome-extension://rostrum.example.org', 'rostrum.example.org', false],
  ])('%s at %s: %s', (origin, host, allowed) => expect(origins(origin, host)).toBe(allowed))
})
