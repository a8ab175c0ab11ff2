/**
 * Both ways of following a session show the same: sockets, and server-sent events with drops and returns. Random commands go on meanwhile.
 */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { toInstant } from '@rostrum/shared/kernel/time'
import { type Frame, type StreamName, streamNames } from '@rostrum/shared/protocol/frame'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { EventReader } from '../support/event-reader.ts'
import { allPeople, plan } from '../support/fixtures.ts'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { drawRoll, makeCommandRoller, typesWithoutClose } from '../support/random-session.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'

const rounds = 30
const commandsPerRound = 12

let server: InProcessServer
beforeAll(async () => {
  server = await startInProcessServer()
})
afterAll(() => server.close())

/** Writes a value with sorted fields, because the order of fields is not part of the content. */
const toBytes = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  )

/** One person who follows in every way. There is a permanent socket, permanent events, and events that drop and return. */
class Follower {
  readonly name: string
  readonly client: TestClient
  readonly steady = new EventReader()
  readonly returning = new EventReader()
  readonly #url: string
  #isAway = true

  private constructor(name: string, url: string, client: TestClient) {
    this.name = name
    this.#url = url
    this.client = client
  }

  static async open(name: string, url: string, link: string): Promise<Follower> {
    const follower = new Follower(name, url, await TestClient.join(url, { link }))
    expect(await follower.#connect(follower.steady)).toBe(200)
    return follower
  }

  async dropOrReturn(): Promise<void> {
    if (this.#isAway) expect(await this.#connect(this.returning)).toBe(200)
    else {
      this.returning.close()
      await this.returning.ended
    }
    this.#isAway = !this.#isAway
  }

  async isBack(): Promise<void> {
    if (this.#isAway) await this.dropOrReturn()
  }

  get shown(): readonly string[] {
    return [this.client.frames, this.steady.frames, this.returning.frames].map(({ streams }) =>
      toBytes(
        streams.audience && streams.person
          ? [streams.audience.cursor, streams.audience.view, streams.person.cursor, streams.person.view]
          : null,
      ),
    )
  }

  /** Returns what the server would now show to a person who holds nothing. */
  async read(): Promise<string> {
    const { session, ticket } = this.client.ticket
    const answer = await fetch(`${this.#url}/api/sessions/${session}/view`, { headers: { authorization: `Bearer ${ticket}` } })
    const { audience, own } = (await answer.json()) as Record<'audience' | 'own', { cursor: string; view: object }>
    return toBytes([audience.cursor, audience.view, own.cursor, own.view])
  }

  close(): void {
    this.client.close()
    for (const reader of [this.steady, this.returning]) reader.close()
  }

  #connect(reader: EventReader): Promise<number> {
    return reader.connect(this.#url, this.client.ticket.session, this.client.ticket.ticket)
  }
}

/** Revoked people can no longer follow. */
const types = typesWithoutClose.filter((type) => type !== 'people.revoke')

test.each([1, 3, 4])(
  '[X25] seed %i: sockets and events show the same bytes, even after drops, and bring the same frames',
  { timeout: 120_000 },
  async (seed) => {
    const random = new SeededRandom(seed)
    const url = `http://127.0.0.1:${server.app.getPort()}`
    const { links, sessions } = server.app
    const session = await sessions.create(`ways-${seed}` as SessionId, { ...plan, startsAt: toInstant(Date.now()) })
    await session.admit(allPeople)
    for (const [type, data] of [
      ['session.open', { onAnyDay: true }],
      ['queue.open', {}],
    ] as const)
      await session.execute({ person: 'chair' as PersonId }, { id: newCommandId(), type, data } as Envelope)
    const people = ['chair', 'panel', 'screen', 'gov-1', 'civil-1'] as readonly string[] as readonly PersonId[]
    const followers = await Promise.all(
      people.map(async (person) => Follower.open(person, url, await links.getOrCreate(session.id, person))),
    )
    const expectSame = async () => {
      for (const follower of followers) await follower.isBack()
      // A round of frames may come between two looks.
      for (const follower of followers)
        await vi.waitFor(async () => {
          const now = await follower.read()
          expect([follower.name, ...follower.shown]).toEqual([follower.name, now, now, now])
        }, 10_000)
    }
    await expectSame()
    const steady = followers.map(({ client, steady }) =>
      [client.frames, steady.frames].map((frames) => ({ frames, from: frames.received.length })),
    )
    const roll = makeCommandRoller(types)
    let accepted = 0
    for (let round = 1; round <= rounds; round += 1) {
      for (let each = 0; each < commandsPerRound; each += 1) {
        const { command, by } = roll(session.state, drawRoll(random), toInstant(Date.now()))
        const reply = await session.execute({ person: by as PersonId }, { ...command, id: newCommandId() } as Envelope)
        if (reply.ok) accepted += 1
      }
      for (const follower of followers) if (random.isLikely(0.5)) await follower.dropOrReturn()
      if (round % 5 === 0) await expectSame()
    }
    expect(accepted).toBeGreaterThan(100)
    for (const [one, other] of steady) {
      const list = (side: typeof one, stream: StreamName) =>
        side?.frames.received.slice(side.from).filter((frame) => (JSON.parse(frame) as Frame).stream === stream)
      for (const stream of streamNames) expect(list(one, stream)).toEqual(list(other, stream))
    }
    expect(followers.map(({ client, steady, returning }) => client.frames.gaps + steady.frames.gaps + returning.frames.gaps)).toEqual(
      people.map(() => 0),
    )
    for (const follower of followers) follower.close()
  },
)
