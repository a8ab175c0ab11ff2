import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/log/lmdb'
import { Environment } from '@rostrum/server/log/lmdb-environment'
import { openLmdbStore } from '@rostrum/server/store/lmdb'
import { noRevision } from '@rostrum/shared/contract/ids'
import { afterAll, expect, test } from 'vitest'
import { startProgram } from '../support/child-program.ts'
import { commitsAfter, sessionOf } from '../support/commits.ts'
import { describeLog } from './contract.ts'

const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-lmdb-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

describeLog('embedded', () => {
  let folder = ''
  let environment: Environment
  const open = async () => {
    environment = await Environment.open(folder)
    return openLmdbLog(environment)
  }
  return {
    open: async () => {
      folder = await newFolder()
      return await open()
    },
    reopen: async (log) => {
      await log.close()
      return await open()
    },
    tamper: async (session, revision, change) => {
      const entries = environment.open<string, [string, number]>('log', 'string')
      const entry = entries.get([session, revision])
      if (entry === undefined) throw new Error('nothing to change')
      await entries.put([session, revision], change(entry))
      await environment.close()
    },
  }
})

test('G1: what was confirmed is there after SIGKILL, and nothing that was not asked for', async () => {
  const folder = await newFolder()
  const session = sessionOf('killed')
  let confirmed = 0
  for (let round = 0; round < 5; round += 1) {
    const writer = await startProgram('append.mjs', [folder, session])
    const enough = confirmed + 40
    await writer.until((line) => Number(line) >= enough)
    const output = await writer.kill()
    confirmed = Math.max(confirmed, ...output.map(Number))
    const log = openLmdbLog(await Environment.open(folder))
    const kept = await log.read(session, noRevision)
    expect(kept.length).toBeGreaterThanOrEqual(confirmed)
    expect(kept).toEqual(commitsAfter(null, kept.length))
    confirmed = kept.length
    await log.close()
  }
})

test('two processes never share a data directory; the second is told so', async () => {
  const folder = await newFolder()
  const environment = await Environment.open(folder)
  await expect(Environment.open(folder)).rejects.toThrow(/in use by another Rostrum/)
  const other = await startProgram('append.mjs', [folder, 'second'])
  expect(await other.ended).not.toBe(0)
  expect(other.errors()).toMatch(/in use by another Rostrum/)
  const log = openLmdbLog(environment)
  await log.append(sessionOf('first'), noRevision, commitsAfter(null, 1))
  await log.close()
  await (await Environment.open(folder).then(openLmdbLog)).close()
})

test('of many that open one directory at once exactly one gets it, also after a crash', async () => {
  const folder = await newFolder()
  const owner = await startProgram('append.mjs', [folder, 'owner'])
  await owner.until((line) => Number(line) >= 1)
  await owner.kill()
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => Environment.open(folder)))
  const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  expect(winners).toHaveLength(1)
  for (const { value } of winners) await openLmdbLog(value).close()
})

test('G12: a full disk is said, nothing half done is left, reading goes on, and after a restart all that was confirmed is there', async () => {
  const folder = await newFolder()
  const full = await startProgram('fill.mjs', [folder, 'full'], 1_000)
  await full.until((line) => line === 'refused Unavailable')
  await full.until((line) => line === 'again Unavailable')
  const confirmed = Number((await full.until((line) => line.startsWith('confirmed'))).split(' ')[1])
  expect(await full.until((line) => line.startsWith('readable'))).toBe(`readable ${confirmed}`)
  expect(await full.ended).toBe(0)
  const log = openLmdbLog(await Environment.open(folder))
  expect(await log.read(sessionOf('full'), noRevision)).toHaveLength(confirmed)
  await log.close()
})

test('a name that no store can hold is refused and harms nothing else', async () => {
  const environment = await Environment.open(await newFolder())
  const [log, store] = [openLmdbLog(environment), openLmdbStore(environment)]
  await expect(log.append(sessionOf('x'.repeat(5_000)), noRevision, commitsAfter(null, 1))).rejects.toThrow(/fit|key/i)
  await expect(store.put('keys', 'x'.repeat(5_000), 1)).rejects.toThrow(/fit|key/i)
  await expect(store.putNew('keys', 'x'.repeat(5_000), 1)).rejects.toThrow(/fit|key/i)
  await log.append(sessionOf('good'), noRevision, commitsAfter(null, 1))
  expect(await log.read(sessionOf('good'), noRevision)).toHaveLength(1)
  await Promise.all([log.close(), store.close()])
})

test.each([
  ['a torn file', (path: string) => truncate(path, 20)],
  ['another file', (path: string) => writeFile(path, 'not a store, but long enough to be taken for one '.repeat(400))],
  [
    'a flipped header',
    async (path: string) => {
      const file = await readFile(path)
      file[25] = (file[25] ?? 0) ^ 0xff
      await writeFile(path, file)
    },
  ],
])('%s in its place is refused in words, and the process lives', async (_name, spoil) => {
  const folder = await newFolder()
  const log = openLmdbLog(await Environment.open(folder))
  await log.append(sessionOf('spoilt'), noRevision, commitsAfter(null, 3))
  await log.close()
  await spoil(join(folder, 'rostrum.lmdb'))
  await expect(Environment.open(folder)).rejects.toThrow(/damaged/)
})
