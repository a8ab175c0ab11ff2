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

  test('are limited to ten a minute from one address; after that wrong codes are refused and right ones still work', async () => {
    const clock = { at: 0 }
    const failures = new AttemptLimiter(undefined, () => clock.at)
    for (let guess = 0; guess < 10; guess += 1) {
      clock.at += 100
      expect((await failures.run('192.0.2.1', wrong)).kind).toBe('wrong')
    }
    expect((await failures.run('192.0.2.1', wrong)).kind).toBe('too-many')
    expect((await failures.run('192.0.2.1', right)).kind).toBe('found')
    expect((await failures.run('192.0.2.2', wrong)).kind).toBe('wrong')
    clock.at += 60_001
    expect((await failures.run('192.0.2.1', wrong)).kind).toBe('wrong')
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
    const guess = async (limiter: AttemptLimiter, check = wrong) => {
      const result = limiter.run('2001:db8:1:2::9', check)
      await both.advance(100)
      return (await result).kind
    }
    expect(await guess(other)).toBe('too-many')
    await both.advance(61_000)
    expect(await guess(other)).toBe('wrong')
    for (let times = 0; times < 10; times += 1) await guess(one)
    await both.advance(1_000)
    expect(await guess(other)).toBe('too-many')
    both.nodes[0]?.close()
    await both.advance(5_000)
    expect(await guess(other)).toBe('wrong')
    both.close()
    vi.useRealTimers()
  })

  test('five hundred valid joins from one address at once all succeed', async () => {
    const failures = new AttemptLimiter()
    const answers = await Promise.all(Array.from({ length: 500 }, () => failures.run('192.0.2.1', right)))
    expect(answers.every(({ kind }) => kind === 'found')).toBe(true)
  })

  test('a flood of guesses from one address is slowed down, and most guesses are never checked', async () => {
    const failures = new AttemptLimiter()
    let looked = 0
    const look = async () => {
      looked += 1
      return null
    }
    for (let guess = 0; guess < 10; guess += 1) await failures.run('192.0.2.1', look)
    const began = performance.now()
    const answers = await Promise.all(Array.from({ length: 300 }, () => failures.run('192.0.2.1', look)))
    expect(answers.every(({ kind }) => kind === 'too-many')).toBe(true)
    expect(looked).toBe(110)
    expect(performance.now() - began).toBeGreaterThan(4_000)
  })

  test('[P17] a hundred machines that guess for a whole day find a code less often than once in a thousand days', () => {
    const guesses = (1_000 / addressLimits.delay + (1_000 * addressLimits.failures) / addressLimits.window) * 24 * 60 * 60
    const codes = joinCodeAlphabet.length ** joinCodeLength
    expect(new Set(joinCodeAlphabet).size).toBe(joinCodeAlphabet.length)
    expect((guesses * 100) / codes).toBeLessThan(1 / 1_000)
    // One machine, for as long as a session lasts, including the hour before it.
    expect((guesses * (2.5 / 24)) / codes).toBeLessThan(1 / 1_000_000)
  })

  test('many failures from many addresses slow down everybody a little', async () => {
    const failures = new AttemptLimiter(undefined, () => 0)
    for (let host = 0; host < 20; host += 1) await failures.run(`192.0.2.${host}`, wrong)
    const began = performance.now()
    expect((await failures.run('198.51.100.1', right)).kind).toBe('found')
    expect(performance.now() - began).toBeGreaterThanOrEqual(290)
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
