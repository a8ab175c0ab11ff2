/** The sense of the room while servers are killed, on one node and on two, and what disks contain. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toJoinCodeLetters } from '@rostrum/shared/contract/join-code'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasRedis } from '../support/redis-server.ts'
import {
  closeSentence,
  confirmAll,
  getMine,
  getPrompt,
  getResult,
  joinOfficers,
  putSentence,
  Responder,
  waitForResponders,
  waitForTurnout,
} from '../support/sense-room.ts'
import { getSecret, ServerProcess } from '../support/server-process.ts'
import { TwoNodes } from '../support/two-nodes.ts'

const ok = { ok: true }
const timeout = { timeout: 20_000 }
const joinMany = (url: string, code: string, from: number, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => Responder.join(url, code, `Entity ${from + index}`, 'government')))

/** Searches the files in a folder for receipts, in every form in which they could be kept. Only people's devices should know them. */
async function searchFiles(folder: string, receipts: readonly string[]): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const files = await Promise.all(names.map(async ({ parentPath, name }) => [name, await readFile(join(parentPath, name))] as const))
  return receipts.flatMap((receipt) => {
    const digest = createHash('sha256').update(receipt)
    const forms = [
      receipt,
      Buffer.from(receipt).toString('base64').slice(0, 24),
      digest.copy().digest('hex').slice(0, 24),
      digest.digest('base64url').slice(0, 18),
    ]
    return files.flatMap(([name, bytes]) => forms.filter((form) => bytes.includes(form)).map((form) => `${name}: ${form}`))
  })
}

describe('one node', () => {
  test('[E14, E15] loses responses or the result when killed, gives devices time to resend, and writes no receipt to a file', {
    timeout: 90_000,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-sense-'))
    const { server, links } = await ServerProcess.start({ ROSTRUM_DATA: folder })
    const { chair, ...others } = await joinOfficers(server.url, links)
    try {
      expect(await chair.send('session.open', { onAnyDay: true })).toEqual(ok)
      const people = await joinMany(server.url, links.code, 0, 20)
      await confirmAll(others.secretariat, people)
      const prompt = await putSentence(chair)
      for (const one of people) expect(await one.respond(prompt, 1)).toEqual(ok)
      await waitForTurnout(chair, 'nearly-all')
      const receipts = people.map(({ receipt }) => receipt)
      expect(await searchFiles(folder, receipts)).toEqual([])
      await server.kill()
      await server.restart()
      await expect.poll(() => getPrompt(chair), timeout).toMatchObject({ status: 'open', restarts: 1 })
      await waitForTurnout(chair, null)
      // The same devices respond, with the same receipts.
      for (const one of people) expect(await one.respond(prompt, 1)).toEqual(ok)
      await waitForTurnout(chair, 'nearly-all')
      const { result } = await closeSentence(chair, prompt)
      expect(result.words?.['could-live'].amount).toBe('most')
      await server.kill()
      expect(await searchFiles(folder, receipts)).toEqual([])
      await server.restart()
      await expect.poll(() => getPrompt(chair), timeout).toMatchObject({ status: 'discarded', discarded: 'lost', result: null })
      await expect.poll(() => getResult(chair), timeout).toBeNull()
      for (const { client } of people) client.close()
    } finally {
      for (const client of [chair, ...Object.values(others)]) client.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  })
})

if (hasRedis())
  describe('two nodes on one Redis', () => {
    let both: TwoNodes
    beforeAll(async () => {
      both = await TwoNodes.start()
    }, 60_000)
    afterAll(() => both.stop())

    test('[E16, L141] count together, each person once, and lose nothing if one stops; no file or message has a secret', {
      timeout: 90_000,
    }, async () => {
      const [one, two] = both.nodes as [ServerProcess, ServerProcess]
      const links = both.startupLinks[0] as NonNullable<(typeof both.startupLinks)[0]>
      const [listener, messages] = [createClient({ url: both.redis.url }), [] as string[]]
      await listener.connect()
      onTestFinished(() => listener.destroy())
      await listener.pSubscribe('*', (message) => messages.push(message))
      const { chair, ...others } = await joinOfficers(one.url, links)
      expect(await chair.sendUntilAnswered('session.open', { onAnyDay: true })).toEqual(ok)
      const [here, there] = [await joinMany(one.url, links.code, 0, 10), await joinMany(two.url, links.code, 10, 10)]
      await confirmAll(others.secretariat, [...here, ...there])
      await waitForResponders(chair, 20)
      const prompt = await putSentence(chair)
      await expect.poll(() => getPrompt((there[0] as Responder).client)?.id, timeout).toBe(prompt)
      for (const person of [...here, ...there]) expect(await person.respond(prompt, 2)).toEqual(ok)
      await waitForTurnout(chair, 'nearly-all')
      await waitForTurnout((there[0] as Responder).client, 'nearly-all')

      // A screen shows the earlier state until it is connected again.
      const back = there.map(({ client }) => once(client.socket as never, 'connect'))
      await two.kill()
      await two.restart()
      await Promise.all(back)
      await expect.poll(() => getMine((there[1] as Responder).client)?.prompt, timeout).toBe(prompt)
      await waitForTurnout((there[0] as Responder).client, 'nearly-all')
      expect(getPrompt(chair)).toMatchObject({ status: 'open', restarts: 0 })

      const { result } = await closeSentence(chair, prompt)
      expect(result).toMatchObject({ turnout: 'nearly-all', words: { concerns: { amount: 'most' } } })
      expect(await chair.sendUntilAnswered('sense.publish', { prompt, irrevocable: true })).toEqual(ok)
      await expect.poll(() => getPrompt((there[0] as Responder).client), timeout).toMatchObject({ status: 'published', result })
      expect(
        await searchFiles(
          both.redis.folder,
          [...here, ...there].map(({ receipt }) => receipt),
        ),
      ).toEqual([])
      // A wrong code is counted on both nodes, and is in no message either.
      const people = [...here, ...there].map((person) => person.client)
      const guess = [...links.code].reverse().join('')
      await expect(joinMany(two.url, guess, 20, 1)).rejects.toThrow()
      await expect.poll(() => messages.some((message) => message.includes('"failures all","whole":false')), timeout).toBe(true)
      const clients = [chair, ...Object.values(others), ...people]
      const secrets = [
        ...[
          toJoinCodeLetters(guess),
          toJoinCodeLetters(links.code),
          ...[here, there].flatMap((some) => some.map(({ receipt }) => receipt)),
        ],
        ...(['organizer', 'chair', 'secretariat', 'room', 'remote', 'display'] as const).map((name) => getSecret(links[name])),
        ...clients.map(({ ticket }) => ticket.ticket),
      ]
      expect(messages.filter((message) => message.includes('"responses ')).length).toBeGreaterThan(0)
      expect(secrets.filter((secret) => messages.some((message) => message.includes(secret)))).toEqual([])
      for (const client of clients) client.close()
    })
  })
