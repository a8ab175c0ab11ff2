import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const lock = readFileSync(new URL('../../pnpm-lock.yaml', import.meta.url), 'utf8')

/** Every version of a package that the lock file installs. */
const listLockedVersions = (name: string): readonly string[] =>
  [...lock.matchAll(new RegExp(`^  '?${name}@(\\d+\\.\\d+\\.\\d+)[^:]*:`, 'gm'))].map((match) => match[1] ?? '')

const isAtLeast = (version: string, floor: string): boolean => version.localeCompare(floor, 'en', { numeric: true }) >= 0

test.each([
  ['socket.io-parser', '4.2.7'],
  ['engine.io', '6.6.7'],
  ['ws', '8.21.0'],
  ['fastify', '5.7.3'],
])('the lock file has %s at %s or later', (name, floor) => {
  const versions = listLockedVersions(name)
  expect(versions).not.toEqual([])
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([])
})

test('the lock file names no host', () => {
  expect(lock).not.toMatch(/https?:\/\/|tarball:/)
})
