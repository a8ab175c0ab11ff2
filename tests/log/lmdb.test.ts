import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/engine/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import { openLmdbStore } from '@rostrum/server/engine/store/lmdb'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { afterAll, expect, test, vi } from 'vitest'
import { startProgram } from '../support/child-program.ts'
import { makeCommitsAfter, toRevision, toSessionId } from '../support/commits.ts'
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
  let environment: LmdbEnvironment
  const open = async () => {
    environment = await LmdbEnvironment.open(folder)
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

test('[L135] an append reads nothing after an earlier append to the session, and a deleted session starts again', async () => {
  const environment = await LmdbEnvironment.open(await newFolder())
  const log = openLmdbLog(environment)
  const session = toSessionId('appended')
  const commits = makeCommitsAfter(null, 3)
  await log.append(session, revisionZero, commits.slice(0, 1))
  const read = vi.spyOn(environment, 'read')
  await log.append(session, toRevision(1), commits.slice(1, 2))
  await log.append(session, toRevision(2), commits.slice(2))
  expect(read).not.toHaveBeenCalled()
  expect(await log.read(session, revisionZero)).toEqual(commits)
  await expect(log.append(session, revisionZero, commits)).rejects.toMatchObject({ name: 'RevisionConflictError', headRevision: 3 })
  await log.delete(session)
  await log.append(session, revisionZero, commits.slice(0, 2))
  expect(await log.read(session, revisionZero)).toEqual(commits.slice(0, 2))
  await log.close()
})

test('G1: after SIGKILL every confirmed commit is there, and none that was not requested', async () => {
  const folder = await newFolder()
  const session = toSessionId('killed')
  let confirmed = 0
  for (let round = 0; round < 5; round += 1) {
    const writer = await startProgram('append.mjs', [folder, session])
    const enough = confirmed + 40
    await writer.waitForLine((line) => Number(line) >= enough)
    const output = await writer.kill()
    confirmed = Math.max(confirmed, ...output.map(Number))
    const log = openLmdbLog(await LmdbEnvironment.open(folder))
    const commits = await log.read(session, revisionZero)
    expect(commits.length).toBeGreaterThanOrEqual(confirmed)
    expect(commits).toEqual(makeCommitsAfter(null, commits.length))
    confirmed = commits.length
    await log.close()
  }
})

test('two processes never share a data directory; the second gets an error that says so', async () => {
  const folder = await newFolder()
  const environment = await LmdbEnvironment.open(folder)
  await expect(LmdbEnvironment.open(folder)).rejects.toThrow(/in use by another Rostrum/)
  const other = await startProgram('append.mjs', [folder, 'second'])
  expect(await other.ended).not.toBe(0)
  expect(other.errors()).toMatch(/in use by another Rostrum/)
  const log = openLmdbLog(environment)
  await log.append(toSessionId('first'), revisionZero, makeCommitsAfter(null, 1))
  await log.close()
  await (await LmdbEnvironment.open(folder).then(openLmdbLog)).close()
})

test('if many open one directory at once, exactly one gets it, even after a crash', async () => {
  const folder = await newFolder()
  const owner = await startProgram('append.mjs', [folder, 'owner'])
  await owner.waitForLine((line) => Number(line) >= 1)
  await owner.kill()
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => LmdbEnvironment.open(folder)))
  const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  expect(winners).toHaveLength(1)
  for (const { value } of winners) await openLmdbLog(value).close()
})

test('[L133] after a crash, packages that are read later are still found through their links', async () => {
  const folder = await newFolder()
  const owner = await startProgram('append.mjs', [folder, 'owner'])
  await owner.waitForLine((line) => Number(line) >= 1)
  await owner.kill()
  const { resolve } = createRequire(new URL('../../server/package.json', import.meta.url))
  expect(resolve('chardet')).toContain('/.pnpm/') // now Node knows the folders above
  const environment = await LmdbEnvironment.open(folder)
  expect(resolve('csv-parse')).toContain('/.pnpm/')
  await environment.close()
})

test('[L98] a full disk is reported, nothing partial is stored, reads continue, and with new space it stores again', async () => {
  const folder = await newFolder()
  const full = await startProgram('fill.mjs', [folder, 'full'], 7_000)
  await full.waitForLine((line) => line === 'refused StorageUnavailableError')
  await full.waitForLine((line) => line === 'again StorageUnavailableError')
  const confirmed = Number((await full.waitForLine((line) => line.startsWith('confirmed'))).split(' ')[1])
  expect(await full.waitForLine((line) => line.startsWith('readable'))).toBe(`readable ${confirmed}`)
  expect(await full.waitForLine((line) => line.startsWith('later'))).toBe(`later ${confirmed + 1}`)
  expect(await full.ended).toBe(0)
  expect(full.errors()).not.toContain('Write error')
  const log = openLmdbLog(await LmdbEnvironment.open(folder))
  expect(await log.read(toSessionId('full'), revisionZero)).toHaveLength(confirmed + 1)
  await log.close()
})

test('a session name that no store can hold is refused without any other effect', async () => {
  const environment = await LmdbEnvironment.open(await newFolder())
  const [log, store] = [openLmdbLog(environment), openLmdbStore(environment)]
  await expect(log.append(toSessionId('x'.repeat(5_000)), revisionZero, makeCommitsAfter(null, 1))).rejects.toThrow(/fit|key/i)
  await expect(store.put('keys', 'x'.repeat(5_000), 1)).rejects.toThrow(/fit|key/i)
  await expect(store.putNew('keys', 'x'.repeat(5_000), 1)).rejects.toThrow(/fit|key/i)
  await log.append(toSessionId('good'), revisionZero, makeCommitsAfter(null, 1))
  expect(await log.read(toSessionId('good'), revisionZero)).toHaveLength(1)
  await Promise.all([log.close(), store.close()])
})

test.each([
  ['a torn file', (path: string) => truncate(path, 20)],
  ['a different file', (path: string) => writeFile(path, 'not a store, but long enough to be taken for one '.repeat(400))],
  [
    'a header with a flipped byte',
    async (path: string) => {
      const file = await readFile(path)
      file[25] = (file[25] ?? 0) ^ 0xff
      await writeFile(path, file)
    },
  ],
])('%s in its place gives a clear error, and the process survives', async (_name, spoil) => {
  const folder = await newFolder()
  const log = openLmdbLog(await LmdbEnvironment.open(folder))
  await log.append(toSessionId('spoilt'), revisionZero, makeCommitsAfter(null, 3))
  await log.close()
  await spoil(join(folder, 'rostrum.lmdb'))
  await expect(LmdbEnvironment.open(folder)).rejects.toThrow(/damaged/)
})
