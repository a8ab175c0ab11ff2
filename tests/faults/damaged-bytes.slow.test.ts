/** Bytes of the embedded store change on the disk: flipped bits anywhere, and a file that is cut off. */
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SessionRegistry } from '@rostrum/server/engine/session/session-registry'
import { openStorage } from '@rostrum/server/engine/store/open-storage'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { toInstant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareFolder } from '../bench/servers/prepare.ts'
import { plan } from '../support/fixtures.ts'
import { SeededRandom } from '../support/seeded-random.ts'

type Line = { readonly folder: string; readonly session?: string | null; readonly state?: string; readonly refusal?: string }

const program = fileURLToPath(new URL('../support/programs/open-sessions.mjs', import.meta.url))
const second = 'second' as SessionId
let work: string
let original: Buffer
/** The digest of each session's state, by the session's id. */
let whole: ReadonlyMap<string | null | undefined, string | undefined>

/**
 * Opens all stores. If a damaged page ends or stops the process, it is started again for the rest. Returns the lines, and the folders that
 * ended a process.
 */
const openAll = (folders: readonly string[]) => {
  const lines: Line[] = []
  const ended: string[] = []
  for (let left = folders; left.length > 0; ) {
    const { stdout, signal, status, stderr } = spawnSync(process.execPath, [program, ...left], {
      ...{ encoding: 'utf8', maxBuffer: 2 ** 26 },
      // A damaged page can damage the memory of the process, which then may wait for ever.
      ...{ timeout: 20_000 + 500 * left.length, killSignal: 'SIGKILL' },
    })
    const said = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)
    lines.push(...said)
    if (status === 0) break
    const last = said.at(-1)?.folder
    if (last === undefined || signal === null) throw new Error(`${signal} ${status}: ${stderr}`)
    ended.push(last)
    left = left.slice(left.indexOf(last) + 1)
  }
  return { lines: lines.filter(({ session }) => session !== undefined), ended }
}

const write = async (name: string, bytes: Buffer) => {
  const folder = join(work, name)
  await mkdir(folder)
  await writeFile(join(folder, 'rostrum.lmdb'), bytes)
  return folder
}

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'rostrum-damage-'))
  const prepared = await prepareFolder({ screens: 100, questions: 50, waiting: 30, commits: 300 })
  const { log, store } = await openStorage({ data: prepared.folder, redisUrl: null, redisVolatile: false, redisSentinels: [] })
  const now = () => toInstant(Date.now())
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const sessions = new SessionRegistry({ log, store, now, logger })
  await sessions.create(second, plan)
  await sessions.close()
  await Promise.all([log.close(), store.close()])
  original = await readFile(join(prepared.folder, 'rostrum.lmdb'))
  await prepared.delete()
  whole = new Map(openAll([await write('whole', original)]).lines.map(({ session, state }) => [session, state]))
})
afterAll(() => rm(work, { recursive: true }))

const listPlaces = (of: Buffer) => {
  const places: number[] = []
  for (let at = original.indexOf(of); at !== -1; at = original.indexOf(of, at + 1)) places.push(at)
  return places
}

const flips = 200

test('[L102] flipped bits are reported for their session, and never served as right; the other sessions are served', {
  timeout: 240_000,
}, async () => {
  expect([...whole.keys()].sort()).toEqual([second, 'wsis-at-20'])
  const random = new SeededRandom(102)
  const used = original.findLastIndex((byte) => byte !== 0)
  const folders: string[] = []
  for (let flip = 0; flip < flips; flip += 1) {
    const bytes = Buffer.from(original)
    for (let count = 1 + random.nextBelow(3); count > 0; count -= 1) {
      const at = random.nextBelow(used)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.nextBelow(8)), at)
    }
    folders.push(await write(`flip-${flip}`, bytes))
  }
  const { lines, ended } = openAll(folders)
  expect(lines.filter(({ session, state }) => state !== undefined && state !== whole.get(session))).toEqual([])
  const refused = lines.flatMap(({ session, refusal }) => (refusal === undefined ? [] : [{ session, refusal }]))
  console.log(`${flips} damaged stores: ${refused.length} sessions refused, ${ended.length} starts ended by the system`)
  // LMDB trusts the pages of its trees. A few changed bytes end the process, and a later start cannot report them better.
  expect(ended.length).toBeLessThan(flips / 20)
  expect(refused.length).toBeGreaterThan(flips / 4)
  // If the tree is damaged, a session may be listed but not found, and a write may fail.
  const said = /^session .*, commit \d+: |damaged|^it is listed, and not found$|^the store could not write to disk$/
  expect(refused.filter(({ refusal }) => !said.test(refusal))).toEqual([])
  // If the large session is damaged, the small one is still served.
  const others = lines.filter(
    ({ session, state, folder }) => session === second && state !== undefined && lines.some((one) => one.folder === folder && one.refusal),
  )
  expect(others.length).toBeGreaterThan(flips / 8)
})

test('[L102] a row of a table that is no longer JSON, or whose key has no size, is reported as damaged', { timeout: 60_000 }, async () => {
  const row = Buffer.from(`${second}{"`)
  // The two bytes before a key are its size. A key starts with the name of its table and a terminator.
  const key = Buffer.from(`sessions\0${second}`)
  const folders: string[] = []
  const change = async (at: number, byte: number) => {
    const bytes = Buffer.from(original)
    bytes.writeUInt8(byte, at)
    folders.push(await write(`row-${folders.length}`, bytes))
  }
  for (const at of listPlaces(row)) await change(at + row.length - 1, '!'.charCodeAt(0))
  const values = folders.length
  for (const at of listPlaces(key)) await change(at - 1, 0x74)
  expect([values, folders.length - values].map((count) => count > 0)).toEqual([true, true])
  // LMDB copies a key of that size before it is refused, which may end the process.
  const refusals = openAll(folders).lines.flatMap(({ refusal }) => refusal ?? [])
  expect(refusals.filter((refusal) => /JSON/.test(refusal)).length).toBeGreaterThan(0)
  expect(refusals.filter((refusal) => !/^the table .* is damaged/.test(refusal))).toEqual([])
})

test('[L102] a session whose name was changed is not served as a session without commits', { timeout: 60_000 }, async () => {
  const row = Buffer.from(`${second}{"`)
  const bytes = Buffer.from(original)
  for (let at = bytes.indexOf(row); at !== -1; at = bytes.indexOf(row, at + 1)) bytes.write('third!', at)
  const { lines } = openAll([await write('renamed', bytes)])
  expect(lines.find(({ session }) => session === 'third!')?.refusal).toBe('session third!, commit 1: it is not there')
})

test('[L102] a file that is cut off is reported as damaged, unless the missing part was never referred to', {
  timeout: 120_000,
}, async () => {
  const random = new SeededRandom(103)
  // The part after the last page is space for later writes.
  const used = original.findLastIndex((byte) => byte !== 0)
  const folders = await Promise.all(
    Array.from({ length: 30 }, (_, index) => write(`cut-${index}`, original.subarray(0, random.nextBelow(used)))),
  )
  const { lines, ended } = openAll(folders)
  expect(lines.filter(({ session, state }) => state !== undefined && state !== whole.get(session))).toEqual([])
  expect(ended).toEqual([])
  expect(lines.filter(({ refusal }) => refusal !== undefined).length).toBeGreaterThan(folders.length / 2)
})
