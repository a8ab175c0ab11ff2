/** The addresses that webhooks may use: spellings, names that lead inside, redirects, and harmful answers. */
import type { lookup } from 'node:dns'
import { once } from 'node:events'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { parseConfig } from '@rostrum/server/doors/config'
import { AllowedAddresses } from '@rostrum/server/services/webhooks/allowed-addresses'
import { openPost } from '@rostrum/server/services/webhooks/post-message'
import makeTlsOptions from 'smtp-server/lib/tls-options.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebhookReceiver } from '../support/webhook-receiver.ts'

const allow = (text: string): AllowedAddresses => {
  const allowed = AllowedAddresses.parse(text)
  if (allowed === null) throw new Error(`${text} was refused`)
  return allowed
}
const isAllowed = (entries: string, address: string): boolean => allow(entries).findReceiver(address) !== null

describe('[X11] an address is a receiver if an administrator allows it', () => {
  test.each([
    ['hooks.example.org', 'https://hooks.example.org/a?b=c', true],
    ['hooks.example.org', 'https://HOOKS.example.org/', true],
    ['hooks.example.org', 'https://hooks.example.org:8443/', false],
    ['hooks.example.org:8443', 'https://hooks.example.org:8443/', true],
    ['hooks.example.org:*', 'https://hooks.example.org:999/', true],
    ['hooks.example.org', 'http://hooks.example.org/', false],
    ['http://hooks.example.org', 'http://hooks.example.org/', true],
    ['hooks.example.org', 'https://example.org/', false],
    ['hooks.example.org', 'https://hooks.example.org.evil.example/', false],
    ['*.example.org', 'https://a.b.example.org/', true],
    ['*.example.org', 'https://example.org/', false],
    ['*.example.org', 'https://evilexample.org/', false],
    ['*', 'https://anything.example/', true],
    ['*', 'http://anything.example/', false],
    ['*', 'https://8.8.8.8/', true],
    ['*', 'ftp://anything.example/', false],
    ['*', 'file:///etc/passwd', false],
    ['*', 'https://user:secret@anything.example/', false],
    ['*', 'https://user@anything.example/', false],
    ['*', 'https://anything.example/#part', false],
    ['*', 'nothing', false],
    ['*', `https://anything.example/${'a'.repeat(2_000)}`, false],
  ])('%s and %s: %s', (entries, address, expected) => {
    expect(isAllowed(entries, address)).toBe(expected)
  })

  test.each([
    ...['https://127.0.0.1/', 'https://2130706433/', 'https://0177.0.0.1/', 'https://0x7f.1/', 'https://0x7f000001/', 'https://127.1/'],
    ...['https://0/', 'https://0.0.0.0/', 'https://10.1.2.3/', 'https://172.16.0.1/', 'https://192.168.1.1/', 'https://169.254.169.254/'],
    ...['https://100.64.0.1/', 'https://224.0.0.1/', 'https://255.255.255.255/', 'https://198.18.0.1/', 'https://１２７.０.０.１/'],
    ...['https://[::1]/', 'https://[::]/', 'https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://[::127.0.0.1]/'],
    ...['https://[fe80::1]/', 'https://[fc00::1]/', 'https://[fd12:3456::1]/', 'https://[ff02::1]/', 'https://[fec0::1]/'],
    ...[
      'https://[64:ff9b::7f00:1]/',
      'https://[64:ff9b:1::a00:1]/',
      'https://[2002:7f00:1::]/',
      'https://[2001::1]/',
      'https://[::ffff:0:127.0.0.1]/',
    ],
  ])('%s is inside, in any spelling', (address) => {
    expect(isAllowed('*', address)).toBe(false)
  })

  test('an address inside can be allowed itself, or with its network', () => {
    expect(isAllowed('http://10.0.0.7:8080', 'http://10.0.0.7:8080/')).toBe(true)
    expect(isAllowed('http://10.0.0.7:8080', 'http://10.0.0.8:8080/')).toBe(false)
    expect(isAllowed('*,10.0.0.0/8', 'https://10.1.2.3/')).toBe(true)
    expect(isAllowed('10.0.0.0/8', 'https://10.1.2.3/')).toBe(false)
    expect(isAllowed('*,fd00::/8', 'https://[fd12::1]/')).toBe(true)
    expect(isAllowed('https://[::1]:8443', 'https://[::1]:8443/')).toBe(true)
    // The mapped form of an allowed network is a different address.
    expect(isAllowed('*,127.0.0.0/8', 'https://[::ffff:127.0.0.1]/')).toBe(false)
  })

  test('an invalid entry is an error in the configuration', () => {
    for (const text of [
      'a b',
      'https://',
      'ftp://example.org',
      'example.org/path',
      '10.0.0.0/33',
      'user@example.org',
      'x:99999',
      ',',
      '*a.org',
    ])
      expect([text, AllowedAddresses.parse(text)]).toEqual([text, null])
    expect(() => parseConfig({ ROSTRUM_WEBHOOKS_TO: 'a b' }, '/')).toThrow(/ROSTRUM_WEBHOOKS_TO is not a list of names/)
    expect([parseConfig({}, '/').webhooksTo, AllowedAddresses.none.findReceiver('https://hooks.example.org/')]).toEqual([null, null])
  })
})

describe('[X11] the address of the connection is checked', () => {
  let receiver: WebhookReceiver
  beforeAll(async () => {
    receiver = await WebhookReceiver.start()
  })
  beforeEach(() => {
    receiver.received.length = 0
    receiver.answer = () => 200
  })
  afterAll(() => receiver.stop())

  /** Plays a name server of the attacker: it gives the first answer, then the second, and so on. */
  const answerWith = (...answers: readonly (readonly string[])[]): typeof lookup => {
    let asked = 0
    const answer = (_name: string, _options: object, callback: (error: null, found: readonly object[]) => void) => {
      const found = answers[Math.min(asked, answers.length - 1)] ?? []
      asked += 1
      callback(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    }
    return answer as never
  }
  const at = (entries: string, lookupOf?: typeof lookup, limit = 10_000) =>
    openPost(allow(entries), { ...(lookupOf ? { lookup: lookupOf } : {}), limit })
  const send = async (post: ReturnType<typeof at>, address: string) => {
    const { status, problem } = await post(address, { 'webhook-id': 'msg_1' }, '{"number":1}')
    return status ?? problem
  }
  const named = () => `http://hooks.example.org:${receiver.port}`

  test('a name that leads inside is refused, even if only one of its addresses does, and no byte is sent', async () => {
    const entries = `${named()}`
    for (const found of [
      ['127.0.0.1'],
      ['93.184.216.34', '127.0.0.1'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      ['169.254.169.254'],
      ['64:ff9b::7f00:1'],
      [],
    ])
      expect([found, await send(at(entries, answerWith(found)), `${named()}/`)]).toEqual([found, 'not-allowed'])
    expect(await send(at('http://localhost:*'), `http://localhost:${receiver.port}/`)).toBe('not-allowed')
    expect(receiver.received).toEqual([])
  })

  test('a name that changes after it was looked up gains nothing: each connection is checked', async () => {
    const post = at(`${named()},127.0.0.1/32`, answerWith(['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1']))
    expect([await send(post, `${named()}/`), await send(post, `${named()}/`), await send(post, `${named()}/`)]).toEqual([
      200,
      'not-allowed',
      200,
    ])
    expect(receiver.received.length).toBe(2)
  })

  test('a redirect is an answer, and is not followed', async () => {
    const other = await WebhookReceiver.start()
    receiver.answer = () => 'redirect'
    expect(await send(at(`http://127.0.0.1:*`), receiver.url)).toBe(307)
    expect([receiver.received.length, other.received.length]).toEqual([1, 0])
    await other.stop()
  })

  test('a receiver that is silent, cuts off or sends endlessly costs a bounded time', async () => {
    const post = at('http://127.0.0.1:*')
    for (const [answer, expected] of [
      ['silent', 'no-answer'],
      ['cut', 'cut-off'],
      ['huge', 200],
      [204, 204],
      [503, 503],
    ] as const) {
      receiver.answer = () => answer
      const of = answer === 'silent' ? at('http://127.0.0.1:*', undefined, 700) : post
      expect([answer, await send(of, receiver.url)]).toEqual([answer, expected])
    }
    const { port } = receiver
    await receiver.stop()
    expect(await send(post, `http://127.0.0.1:${port}/`)).toBe('no-connection')
    await receiver.listen()
  })

  test('an unknown name and an untrusted certificate are reported as such', async () => {
    expect(await send(at('http://nothing.invalid'), 'http://nothing.invalid/')).toBe('no-such-name')
    // The test server has a certificate from its own authority.
    const server = createTlsServer(makeTlsOptions()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    expect(await send(at('https://127.0.0.1:*'), `https://127.0.0.1:${port}/`)).toBe('not-trusted')
    server.close()
  })
})
