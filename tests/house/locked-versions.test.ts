import { readFileSync } from 'node:fs'
import { satisfies } from 'semver'
import { expect, test } from 'vitest'

const lock = readFileSync(new URL('../../pnpm-lock.yaml', import.meta.url), 'utf8')

/** Returns every version of a package that the lock file installs. */
const listLockedVersions = (name: string): readonly string[] =>
  [...lock.matchAll(new RegExp(`^  '?${name}@(\\d+\\.\\d+\\.\\d+)[^:]*:`, 'gm'))].map((match) => match[1] ?? '')

const isAtLeast = (version: string, floor: string): boolean => version.localeCompare(floor, 'en', { numeric: true }) >= 0

/** Versions below these have known faults that outsiders can exploit. */
test.each([
  // Crafted packets use unlimited memory (CVE-2026-69185).
  ['socket.io-parser', '4.2.7'],
  ['engine.io', '6.6.7'],
  // Tiny fragments use unlimited memory.
  ['ws', '8.21.0'],
  // Invalid media types pass the check (CVE-2026-3419), and anybody's forwarded host is trusted (CVE-2026-3635).
  ['fastify', '5.8.3'],
  // Encoded separators in paths (CVE-2026-6414).
  ['@fastify/static', '9.1.1'],
  // A mail goes to another domain than its address names, and parsing an address never ends (CVE-2025-14874).
  ['nodemailer', '7.0.11'],
])('the lock file has %s at %s or later', (name, floor) => {
  const versions = listLockedVersions(name)
  expect(versions).not.toEqual([])
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([])
})

test('the lock file names no host', () => {
  expect(lock).not.toMatch(/https?:\/\/|tarball:/)
})

test('every package runs on the Node that the README names, so no install warns', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const floor = /Node (\d+\.\d+) or later/.exec(readme)?.[1] ?? ''
  expect(floor).toMatch(/^\d+\.\d+$/)
  const engines = [...lock.matchAll(/^ {2}(\S+):\n {4}resolution: .*\n {4}engines: \{.*?node: '?([^'}]+?)'?[,}]/gm)]
  expect(engines.length).toBeGreaterThan(100)
  expect(engines.filter(([, , range = '']) => !satisfies(`${floor}.0`, range)).map(([, name, range]) => `${name} needs ${range}`)).toEqual(
    [],
  )
})
