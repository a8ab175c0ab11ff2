/** The disk of the embedded store is full for a while. The system lets no file grow, as a full disk does, until the limit is lifted. */
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { LedgerClient } from '../support/ledger/ledger-client.ts'
import { LedgerStage } from '../support/ledger/ledger-stage.ts'
import { getSecret } from '../support/server-process.ts'
import { TestClient } from '../support/test-client.ts'

let stage: LedgerStage
afterEach(() => stage.close())

const limitFiles = (bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(stage.server.pid), `--fsize=${bytes}:unlimited`])
const readStatus = async () => ((await (await fetch(`${stage.server.url}/ready`)).json()) as { status: string }).status

test('[L98] while a disk is full, nothing is half done and screens are served; no restart is needed', {
  timeout: 180_000,
}, async () => {
  stage = await LedgerStage.start()
  const { server, links, load, folder, data } = stage
  await load.waitForConfirmed(50)
  const { pid } = server
  limitFiles(statSync(join(data, 'rostrum.lmdb')).size)
  const writers = await Promise.all(
    [links.chair, links.secretariat].map((link) => LedgerClient.join(server.url, { link: getSecret(link) }, folder)),
  )
  let isOn = true
  const writing = writers.map(async (writer) => {
    while (isOn) await writer.ask('notes.add', { text: '記'.repeat(600), tag: null, segment: null, about: null })
  })
  // Near the end a small write may still find space when larger ones do not.
  const [chair] = writers as [LedgerClient]
  const askSmall = () => chair.askOnce('notes.add', { text: 'small', tag: null, segment: null, about: null })
  await expect
    .poll(async () => (await Promise.all(Array.from({ length: 5 }, askSmall))).filter(({ ok }) => ok).length, {
      timeout: 90_000,
      interval: 500,
    })
    .toBe(0)
  await expect.poll(readStatus, { timeout: 3_000 }).toBe('cannot-store')
  const reader = await TestClient.join(server.url, { link: getSecret(links.display) })
  expect(reader.getPart('order')).toBeDefined()
  limitFiles('unlimited')
  await expect.poll(readStatus, { timeout: 10_000, interval: 200 }).toBe('ready')
  await load.waitForConfirmed(50)
  isOn = false
  await Promise.all(writing)
  expect(server.pid).toBe(pid)
  expect(await stage.finish()).toEqual([])
  for (const one of [...writers.map(({ client }) => client), reader]) one.close()
})
