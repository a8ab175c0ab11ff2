/** The address of a client behind proxies, and the proxies that are trusted to name it. */
import type { IncomingMessage } from 'node:http'
import { findClientAddress, trustProxies } from '@rostrum/server/engine/wire/client-address'
import { expect, test } from 'vitest'

const find = (proxies: readonly string[], from: string | undefined, reported?: string): string =>
  findClientAddress(
    {
      headers: reported === undefined ? {} : { 'x-forwarded-for': reported },
      socket: { remoteAddress: from } as IncomingMessage['socket'],
    },
    trustProxies(proxies),
  )

test.each([
  [['loopback'], '127.0.0.1', '192.0.2.1', '192.0.2.1'],
  [['loopback'], '::1', '192.0.2.1', '192.0.2.1'],
  [['loopback'], '::ffff:127.0.0.1', '192.0.2.1', '192.0.2.1'],
  [['loopback'], '203.0.113.9', '192.0.2.1', '203.0.113.9'],
  [['loopback'], '127.0.0.1', '198.51.100.7, 192.0.2.1', '192.0.2.1'],
  [['loopback', '192.0.2.0/24'], '127.0.0.1', '198.51.100.7,192.0.2.1', '198.51.100.7'],
  [['loopback', '192.0.2.1'], '127.0.0.1', '192.0.2.1', '192.0.2.1'],
  [['uniquelocal'], '10.1.2.3', ' , 192.0.2.1 ,', '192.0.2.1'],
  [['uniquelocal'], 'fd00::1', '2001:db8::1', '2001:db8::1'],
  [['linklocal'], 'fe80::1', '2001:db8::1', '2001:db8::1'],
  [['2001:db8::/32'], '2001:db8:1::1', '192.0.2.1', '192.0.2.1'],
  [['loopback'], '127.0.0.1', 'unknown', 'unknown'],
  [['loopback'], '127.0.0.1', undefined, '127.0.0.1'],
  [['loopback'], undefined, '192.0.2.1', ''],
])('[X97] with %j trusted, %s that reports %s stands for %s', (proxies, from, reported, address) => {
  expect(find(proxies, from, reported)).toBe(address)
})
