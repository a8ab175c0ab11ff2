/** Writes commands under load, and afterwards compares what was confirmed with what is in the log. */
import type { CommandId, EntryId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { expect } from 'vitest'
import { getSecret, type StartupLinkSet } from './server-process.ts'
import { newCommandId, TestClient } from './test-client.ts'

const entryCount = 6

/** One row of a ledger: time sent, time confirmed, in the sender's own order. */
type SentTopic = { readonly id: CommandId; readonly topic: string; readonly sent: number; confirmed: number | null }

/** Writes topics to an entry, one after the other, each after the answer to the one before. */
class Writer {
  readonly ledger: SentTopic[] = []
  readonly #client: TestClient
  readonly #entry: EntryId
  #on = true

  constructor(client: TestClient, entry: EntryId) {
    this.#client = client
    this.#entry = entry
  }

  async write(): Promise<void> {
    while (this.#on) {
      const written: SentTopic = { id: newCommandId(), topic: newCommandId(), sent: performance.now(), confirmed: null }
      this.ledger.push(written)
      const reply = await this.#client.sendUntilAnswered('queue.set-topic', { entry: this.#entry, topic: written.topic }, written.id)
      expect(reply).toEqual({ ok: true })
      written.confirmed = performance.now()
    }
  }

  stop(): void {
    this.#on = false
  }
}

/** The chair at the first of the addresses, the secretariat at the last, and a writer for each of some entries. */
export const openSessionAndQueue = async (urls: readonly string[], links: StartupLinkSet) => {
  const [chair, staff] = await Promise.all([
    TestClient.join(urls[0] ?? '', { link: getSecret(links.chair) }),
    TestClient.join(urls.at(-1) ?? '', { link: getSecret(links.secretariat) }),
  ])
  await chair.sendUntilAnswered('session.open', {})
  const made: EntryId[] = []
  for (let index = 0; index < entryCount; index += 1) {
    const id = newCommandId()
    await staff.sendUntilAnswered(
      'queue.add',
      {
        kind: 'intervention',
        person: null,
        entity: `Organization ${index}`,
        speaker: null,
        group: 'government' as never,
        requestChannel: 'paper',
        seenAt: Date.now() as never,
        note: null,
      },
      id,
    )
    made.push(id as string as EntryId)
  }
  return { clients: [chair, staff], writers: made.map((entry, index) => new Writer([chair, staff][index % 2] as TestClient, entry)) }
}

/** Checks that what was confirmed is in the log once, unchanged and in order. Returns how much was confirmed. */
export const checkLedgers = (commits: readonly Commit[], ledgers: readonly (readonly SentTopic[])[]) => {
  const topicCommits = commits.filter(({ command }) => command.type === 'queue.set-topic')
  const position = new Map(topicCommits.map(({ command, revision }) => [command.id, revision]))
  expect(position.size, 'nothing is there twice').toBe(topicCommits.length)
  const topics = new Map(
    topicCommits.map(({ command, events }) => [command.id, events.map(({ data }) => (data as { topic?: string }).topic)]),
  )
  const written = ledgers.flat()
  const confirmed = written.filter((one) => one.confirmed !== null)
  for (const { id, topic } of confirmed) expect(topics.get(id), 'what was confirmed is there, unchanged').toEqual([topic])
  const asked = new Set(written.map(({ id }) => id))
  for (const { command } of topicCommits) expect(asked.has(command.id), 'nothing is there that was not asked for').toBe(true)
  expect(commits.map(({ revision }) => revision)).toEqual(commits.map((_, index) => index + 1))
  const byConfirmed = [...confirmed].sort((a, b) => (a.confirmed ?? 0) - (b.confirmed ?? 0))
  for (const later of confirmed) {
    const before = byConfirmed.findLast((one) => (one.confirmed ?? 0) < later.sent)
    if (before) expect(position.get(before.id), 'confirmed before the other was sent').toBeLessThan(position.get(later.id) as number)
  }
  return confirmed.length
}
