/** Five hundred screens lose their connections at once and come back, again and again, while people work. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { expect, test } from 'vitest'
import { Crowd, waitFor } from '../bench/client/crowd.ts'
import type { Screen } from '../bench/client/screen.ts'
import { prepareFolder } from '../bench/servers/prepare.ts'
import { checkLedger, replayCommits } from '../support/ledger/check-ledger.ts'
import { type HeldScreen, waitForScreens } from '../support/ledger/check-screens.ts'
import { readLedger } from '../support/ledger/ledger-file.ts'
import { Load } from '../support/ledger/load.ts'
import { readStored } from '../support/ledger/read-stored.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { ServerProcess } from '../support/server-process.ts'

const [screens, storms] = [500, 6]

const toHeld = ({ index, views }: Screen): HeldScreen => {
  const own = views?.person?.view as { readonly me?: { readonly id: PersonId } } | undefined
  return { name: `screen ${index}`, person: own?.me?.id ?? ('nobody' as PersonId), audience: views?.audience?.view, own }
}

test('[L101] five hundred screens that drop and return at once all reach the state of the log; no command is lost', {
  timeout: 180_000,
}, async () => {
  const random = new SeededRandom(500)
  const prepared = await prepareFolder({ screens })
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-ledger-'))
  const { server, links } = await ServerProcess.start({ ROSTRUM_DATA: prepared.folder })
  const session = links.session as SessionId
  const storage = { data: prepared.folder, redisUrl: null, redisVolatile: false, redisSentinels: [] }
  const givenUntil = (await readStored(storage, session)).commits.length
  const crowd = new Crowd({ port: server.port }, prepared.tickets, { keepsViews: true })
  await crowd.connectAll()
  const load = await Load.start({ urls: [server.url], links, folder, isOpen: true })
  crowd.handler = { onLost: (screen) => void setTimeout(() => crowd.connect(screen), 50 + random.nextBelow(200)) }
  for (let storm = 0; storm < storms; storm += 1) {
    await load.waitForConfirmed(40)
    for (const screen of crowd.screens) {
      screen.close()
      setTimeout(() => crowd.connect(screen), random.nextBelow(300))
    }
    await waitFor('all are back', () => crowd.screens.every(({ isReady }) => isReady))
  }
  await load.waitForConfirmed(40)
  await load.stop()
  const stored = await readStored(storage, session)
  const state = replayCommits(stored.commits)
  expect(checkLedger(readLedger(folder), { ...stored, givenUntil })).toEqual([])
  const held = crowd.screens.map((screen) => ({
    get held() {
      return toHeld(screen)
    },
  }))
  expect(await waitForScreens([...load.clients, ...held], state)).toEqual([])
  expect(crowd.gaps).toBe(0)
  load.close()
  crowd.close()
  await server.stop()
  await prepared.delete()
  await rm(folder, { recursive: true })
})
