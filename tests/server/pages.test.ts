/** Each page comes from the build that the table of pages names. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isForParticipants } from '@rostrum/client/session/surface'
import { listOfflinePaths, listSessionPages, listSurfaces, openPages, sessionPages } from '@rostrum/shared/contract/pages'
import { expect, test } from 'vitest'
import { startInProcessServer } from '../support/in-process-server.ts'

const pages = Object.entries({ ...openPages, ...sessionPages })

test('[L172] the server sends each page of the table from its build', async () => {
  const client = await mkdtemp(join(tmpdir(), 'rostrum-client-'))
  await mkdir(join(client, 'light'))
  await writeFile(join(client, 'index.html'), 'whole')
  await writeFile(join(client, 'light/index.html'), 'light')
  const server = await startInProcessServer({ client })
  const sent = await Promise.all(pages.map(async ([name]) => [name, await (await server.get(`/${name}`)).text()]))
  expect(sent).toEqual(pages.map(([name, { build }]) => [name, build]))
  expect(new Set(sent.map(([, build]) => build)).size).toBe(2)
  await server.close()
  await rm(client, { recursive: true })
})

test('[L172] a phone keeps pages for participants alone, because it keeps no view of others', () => {
  expect(listSurfaces().filter(isForParticipants)).toEqual(['room', 'remote'])
  const kept = listSessionPages().filter((page) => listOfflinePaths().includes(`/${page}`))
  expect(kept).toContain('room')
  expect(kept).toHaveLength(listOfflinePaths().length)
  expect(kept.filter((page) => !isForParticipants(sessionPages[page].link))).toEqual([])
})
