/** Erased data leave the disk: LMDB keeps the bytes of deleted rows in free pages, and in gaps of other pages, until the next start writes a new file. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-erased-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const secret = 'Quetzalcoatl'
const isOnDisk = async (text: string) => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile())
  const all = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))))
  return all.some((bytes) => bytes.includes(text))
}

/** Stores the names of 300 people and a session whose title is secret, and erases both. */
async function storeAndErase() {
  const server = await startInProcessServer({ folder })
  const roster = new RosterClient(server)
  const rows = Array.from(
    { length: 300 },
    (_, number) => `Archive ${number},${secret} ${number},${secret}.${number}@example.org,government,room,yes`,
  )
  expect((await roster.sendList('import', `organization,name,email,group,channel,consent\n${rows.join('\n')}\n`)).status).toBe(200)
  const other = await server.app.sessions.create('other' as SessionId, { ...plan, place: `Hall of ${secret}` })
  expect((await roster.request('DELETE', '/people')).body).toEqual({ forgotten: 300 })
  await server.app.sessions.delete(other.id)
  const { state } = server.session
  await server.close()
  return state
}

test('[L190] erased data are nowhere in the folder after the next start, and everything else is there', { timeout: 60_000 }, async () => {
  const state = await storeAndErase()
  expect(await isOnDisk(secret)).toBe(true)
  const again = await startInProcessServer({ folder })
  expect(await isOnDisk(secret)).toBe(false)
  expect(again.session.state).toEqual(state)
  await again.close()
  // Nothing is left to be written to a new file.
  const { ino } = await stat(join(folder, 'rostrum.lmdb'))
  await (await startInProcessServer({ folder })).close()
  expect((await stat(join(folder, 'rostrum.lmdb'))).ino).toBe(ino)
  expect((await readdir(folder)).filter((name) => name.endsWith('.sock') || name.endsWith('.new'))).toEqual([])
})

test('[L190] a start that ended while it wrote a new file has changed nothing, and the next one does it', {
  timeout: 60_000,
}, async () => {
  await storeAndErase()
  await writeFile(join(folder, 'rostrum.lmdb.new'), 'half of a copy')
  const again = await startInProcessServer({ folder })
  expect(await isOnDisk(secret)).toBe(false)
  // A second server is refused, as ever.
  await expect(LmdbEnvironment.open(folder)).rejects.toThrow('is in use by another Rostrum')
  await again.close()
})
