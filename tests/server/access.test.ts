import { Failures, perAddress, prefixOf } from '@rostrum/server/access/attempt-limiter'
import { alphabet, Codes, length, normalized } from '@rostrum/server/access/join-codes'
import { ownOrigins } from '@rostrum/server/access/origin-check'
import { Links } from '@rostrum/server/access/personal-links'
import { Keys } from '@rostrum/server/access/server-key'
import { Tickets } from '@rostrum/server/access/ticket-issuer'
import { openMemoryStore } from '@rostrum/server/store/memory'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { instantOf } from '@rostrum/shared/kernel/time'
import { describe, expect, test } from 'vitest'

const session = 'session' as SessionId
const other = 'other' as SessionId
const ana = 'ana' as PersonId
const noon = 1_800_000_000_000

async function open() {
  const store = openMemoryStore()
  const keys = await Keys.open(store)
  const links = new Links(store, keys)
  const clock = { at: noon }
  return { store, keys, links, clock, tickets: new Tickets(links, keys, () => instantOf(clock.at)) }
}

const holderOf = async (links: Links, secret: string) => {
  const holder = await links.find(secret)
  if (!holder) throw new Error('no holder')
  return holder
}

describe('keys', () => {
  test('of several nodes that start together all have the same', async () => {
    const store = openMemoryStore()
    const [one, two] = await Promise.all([Keys.open(store), Keys.open(store)])
    expect(one.derive('link', 'x')).toEqual(two.derive('link', 'x'))
    expect(one.derive('link', 'x')).not.toEqual((await Keys.open(openMemoryStore())).derive('link', 'x'))
  })

  test('a secret of one purpose is none of another, and words do not run together', async () => {
    const { keys } = await open()
    expect(keys.derive('link', 'x')).not.toEqual(keys.derive('ticket', 'x'))
    expect(keys.derive('link', 'a', 'bc')).not.toEqual(keys.derive('link', 'ab', 'c'))
  })
})

describe('links', () => {
  test('the same is shown again, has at least 128 bits, and is nowhere in the store', async () => {
    const { links, store } = await open()
    const secret = await links.current(session, ana)
    expect(await links.current(session, ana)).toBe(secret)
    expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(16)
    expect(JSON.stringify(await store.list('links'))).not.toContain(secret)
    expect(await links.find(secret)).toMatchObject({ session, person: ana })
  })

  test('renewed, the old one is dead at once, also where its row was left behind', async () => {
    const { links, store } = await open()
    const old = await links.current(session, ana)
    const { link } = await holderOf(links, old)
    const row = await store.get('links', link)
    const fresh = await links.renew(session, ana)
    expect(fresh).not.toBe(old)
    expect(await store.get('links', link)).toBeNull()
    await store.put('links', link, row)
    expect(await links.find(old)).toBeNull()
    expect(await links.find(fresh)).toMatchObject({ person: ana })
    expect(await links.current(session, ana)).toBe(fresh)
  })

  test.each(['', 'x', 'session/ana', '__proto__', 'a'.repeat(128)])('%j opens nothing', async (guess) => {
    const { links } = await open()
    await links.current(session, ana)
    expect(await links.find(guess)).toBeNull()
  })
})

describe('tickets', () => {
  test('say whose they are, in less than the greeting allows', async () => {
    const { links, tickets } = await open()
    const ticket = tickets.issue(await holderOf(links, await links.current('s'.repeat(64) as SessionId, 'p'.repeat(64) as PersonId)))
    expect(ticket.length).toBeLessThanOrEqual(512)
    expect(await tickets.check(ticket)).toEqual({ session: 's'.repeat(64), person: 'p'.repeat(64) })
  })

  test('expire after twelve hours', async () => {
    const { links, tickets, clock } = await open()
    const ticket = tickets.issue(await holderOf(links, await links.current(session, ana)))
    clock.at = noon + 12 * 3_600_000 - 1
    expect(await tickets.check(ticket)).not.toBeNull()
    clock.at += 1
    expect(await tickets.check(ticket)).toBeNull()
  })

  test('die with the link: here at once, on other nodes within a second', async () => {
    const { links, tickets, keys, clock } = await open()
    const elsewhere = new Tickets(links, keys, () => instantOf(clock.at))
    const ticket = tickets.issue(await holderOf(links, await links.current(session, ana)))
    expect(await tickets.check(ticket)).not.toBeNull()
    expect(await elsewhere.check(ticket)).not.toBeNull()
    await links.renew(session, ana)
    tickets.forget()
    expect(await tickets.check(ticket)).toBeNull()
    clock.at += 1_000
    expect(await elsewhere.check(ticket)).toBeNull()
  })

  test('nothing that was changed or made elsewhere is taken', async () => {
    const { links, tickets } = await open()
    const ticket = tickets.issue(await holderOf(links, await links.current(session, ana)))
    const [body = '', signature = ''] = ticket.split('.')
    const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('ana', 'bob')).toString('base64url')
    const foreign = await open()
    const alien = foreign.tickets.issue(await holderOf(foreign.links, await foreign.links.current(session, ana)))
    for (const bad of ['', '.', 'x', body, `${body}.`, `${forged}.${signature}`, `${ticket}.x`, `${ticket}x`, alien, '{}.{}']) {
      expect(await tickets.check(bad), bad).toBeNull()
    }
  })
})

describe('join codes', () => {
  test('stay the same, differ between sessions, and have no look-alikes', async () => {
    const { store, keys } = await open()
    const codes = new Codes(store, keys)
    const code = await codes.of(session)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect(await codes.of(session)).toBe(code)
    expect(await codes.of(other)).not.toBe(code)
    expect(await codes.find(code)).toBe(session)
  })

  test('drawn twice, the second session gets another', async () => {
    const { store, keys } = await open()
    const taken = await new Codes(openMemoryStore(), keys).of(session)
    await store.put('codes', taken, { session: other })
    const code = await new Codes(store, keys).of(session)
    expect(code).not.toBe(taken)
    expect(await new Codes(store, keys).find(code)).toBe(session)
  })

  test('[P16] made anew, the old one opens nothing, also where its row was left behind or is made again', async () => {
    const { store, keys } = await open()
    const [codes, elsewhere] = [new Codes(store, keys), new Codes(store, keys)]
    const old = await codes.of(session)
    const row = await store.get('codes', old)
    const code = await codes.rotate(session)
    expect(code).not.toBe(old)
    expect([await elsewhere.find(old), await elsewhere.find(code), await elsewhere.of(session)]).toEqual([null, session, code])
    await store.put('codes', old, row)
    expect([await codes.find(old), await codes.of(session)]).toEqual([null, code])
    const third = await codes.rotate(session)
    expect([await codes.find(code), await codes.find(third), await codes.of(session)]).toEqual([null, session, third])
  })

  test('[P16] made anew while it is asked for, it is not brought back', async () => {
    const { store, keys } = await open()
    const codes = new Codes(store, keys)
    const old = await codes.of(session)
    let meanwhile: Promise<string> | null = null
    const slow = new Codes(
      {
        ...store,
        putNew: async (table, key, value) => {
          meanwhile ??= codes.rotate(session)
          await meanwhile
          return await store.putNew(table, key, value)
        },
      },
      keys,
    )
    const told = await slow.of(session)
    expect([told, await codes.find(old), await codes.find(told)]).toEqual([await codes.of(session), null, session])
    expect(told).not.toBe(old)
  })

  test('[P16] made anew on two nodes at once, one stands', async () => {
    const { store, keys } = await open()
    const [one, two] = [new Codes(store, keys), new Codes(store, keys)]
    await one.of(session)
    const made = await Promise.all([one.rotate(session), two.rotate(session)])
    const standing = await one.of(session)
    expect(made).toContain(standing)
    expect([await one.find(standing), await two.of(session)]).toEqual([session, standing])
  })

  test.each([
    ['abcd2345', 'ABCD2345'],
    [' ab-cd 23\u201145 ', 'ABCD2345'],
    ['ＡＢＣＤ２３４５', 'ABCD2345'],
    ['abcd٢٣٤٥', 'ABCD2345'],
    ['abcd۲۳۴۵', 'ABCD2345'],
  ])('%j is read as %s', (typed, code) => expect(normalized(typed)).toBe(code))

  test.each(['', 'ABCD234', 'ABCD23456', 'ABCD2340', 'ABCD234I', 'ÀBCD2345', 'ABCD२३४५', `${' '.repeat(60)}ABCD2345`, '__proto__'])(
    '%j is no code',
    (typed) => expect(normalized(typed)).toBeNull(),
  )
})

describe('failures', () => {
  const wrong = async () => null
  const right = async () => 'session'

  test('ten a minute from one address; after that wrong codes are refused, right ones still get in', async () => {
    const clock = { at: 0 }
    const failures = new Failures(() => clock.at)
    for (let guess = 0; guess < 10; guess += 1) {
      clock.at += 100
      expect((await failures.attempt('192.0.2.1', wrong)).kind).toBe('wrong')
    }
    expect((await failures.attempt('192.0.2.1', wrong)).kind).toBe('too-many')
    expect((await failures.attempt('192.0.2.1', right)).kind).toBe('found')
    expect((await failures.attempt('192.0.2.2', wrong)).kind).toBe('wrong')
    clock.at += 60_001
    expect((await failures.attempt('192.0.2.1', wrong)).kind).toBe('wrong')
  })

  test('five hundred honest joins from one address at once all get in', async () => {
    const failures = new Failures()
    const answers = await Promise.all(Array.from({ length: 500 }, () => failures.attempt('192.0.2.1', right)))
    expect(answers.every(({ kind }) => kind === 'found')).toBe(true)
  })

  test('a flood of guesses from one address is let through slowly, and most of it is not looked at', async () => {
    const failures = new Failures()
    let looked = 0
    const look = async () => {
      looked += 1
      return null
    }
    for (let guess = 0; guess < 10; guess += 1) await failures.attempt('192.0.2.1', look)
    const began = performance.now()
    const answers = await Promise.all(Array.from({ length: 300 }, () => failures.attempt('192.0.2.1', look)))
    expect(answers.every(({ kind }) => kind === 'too-many')).toBe(true)
    expect(looked).toBe(110)
    expect(performance.now() - began).toBeGreaterThan(4_000)
  })

  test('[P17] a hundred machines that guess for a whole day find a code less often than once in a thousand days', () => {
    const guesses = (1_000 / perAddress.pace + (1_000 * perAddress.failures) / perAddress.window) * 24 * 60 * 60
    const codes = alphabet.length ** length
    expect(new Set(alphabet).size).toBe(alphabet.length)
    expect((guesses * 100) / codes).toBeLessThan(1 / 1_000)
    // One machine, for as long as a session lasts with an hour before it.
    expect((guesses * (2.5 / 24)) / codes).toBeLessThan(1 / 1_000_000)
  })

  test('many failures from everywhere slow everybody down a little', async () => {
    const failures = new Failures()
    for (let host = 0; host < 20; host += 1) await failures.attempt(`192.0.2.${host}`, wrong)
    const began = performance.now()
    expect((await failures.attempt('198.51.100.1', right)).kind).toBe('found')
    expect(performance.now() - began).toBeGreaterThanOrEqual(290)
  })

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (address, prefix) => expect(prefixOf(address)).toBe(prefix))
})

describe('origins', () => {
  const origins = ownOrigins('https://rostrum.example.org')
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
