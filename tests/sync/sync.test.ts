/** Two nodes on one log, screens on bad connections: whatever happens on the way, in the end every screen shows the state of the log. */
import { Fanout } from '@rostrum/server/fanout/fanout'
import { chainCommits, emptyChain } from '@rostrum/server/log/chain'
import type { Log } from '@rostrum/server/log/log'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { Presence } from '@rostrum/server/presence/presence'
import { Session } from '@rostrum/server/session/session'
import type { CommandId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { audienceByRole, systemActor } from '@rostrum/shared/contract/roles'
import { makeFoundingEvents } from '@rostrum/shared/domain/session/plan'
import { nextRevision, revisionZero } from '@rostrum/shared/kernel/revision'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { describe, expect, test } from 'vitest'
import { delegateLog } from '../support/delegate-log.ts'
import { allPeople, noon, plan } from '../support/fixtures.ts'
import { cursorKey, FrameClient, textCodec } from '../support/frame-client.ts'
import { makeRandomAction } from '../support/random-people.ts'
import { SeededRandom } from '../support/seeded-random.ts'

const sessionId = 'session' as SessionId
const silentLogger = {
  info: () => undefined,
  warn: () => undefined,
  error: (facts: object, message: string) => {
    throw new Error(`${message} ${JSON.stringify(facts)}`)
  },
}
const waitForNextLoop = () => new Promise(setImmediate)

/** A log that answers late, after followers have received what others appended. */
const delayAppends = (log: Log, random: SeededRandom): Log =>
  delegateLog(log, {
    append: async (...given) => {
      await log.append(...given)
      for (let wait = random.nextBelow(4); wait > 0; wait -= 1) await waitForNextLoop()
    },
  })

class TestNode {
  readonly session: Session
  readonly fanout: Fanout<string>

  constructor(session: Session, now: () => Instant) {
    this.session = session
    this.fanout = new Fanout(session, {
      cursorKey,
      now,
      codec: textCodec,
      logger: silentLogger,
      presence: new Presence(),
    })
  }
}

/** A screen and its connection: frames arrive in order, late, or not at all because the connection broke. */
class TestScreen {
  readonly frames = new FrameClient()
  readonly person: PersonId
  #leave: (() => void) | null = null
  #inFlight: string[] = []

  constructor(person: PersonId) {
    this.person = person
  }

  connect(node: TestNode): void {
    this.drop()
    this.#leave = node.fanout.subscribe(
      { person: this.person, unpacks: true, send: (frames) => this.#inFlight.push(...frames), end: () => this.drop() },
      this.frames.cursors,
    )
  }

  drop(): void {
    this.#leave?.()
    this.#leave = null
    this.#inFlight = []
  }

  get connected(): boolean {
    return this.#leave !== null
  }

  deliver(count: number, node: TestNode): void {
    for (const frame of this.#inFlight.splice(0, count)) {
      if (this.frames.apply(frame) === 'gap') {
        this.connect(node)
        return
      }
    }
  }
}

const startSession = async (log: Log, now: () => Instant) => {
  const founding = {
    revision: nextRevision(revisionZero),
    at: now(),
    actor: systemActor,
    command: { id: 'founding' as CommandId, type: 'session.create' as const },
    events: makeFoundingEvents(plan),
  }
  await log.append(sessionId, revisionZero, chainCommits(emptyChain, [founding]))
}

const playRandomly = async (seed: number, steps: number) => {
  const random = new SeededRandom(seed)
  let clock = noon as number
  const now = () => toInstant(clock)
  const memory = openMemoryLog()
  await startSession(memory, now)
  const nodes = [
    new TestNode(await Session.open(sessionId, { log: delayAppends(memory, random), now, logger: silentLogger }), now),
    new TestNode(await Session.open(sessionId, { log: delayAppends(memory, random), now, logger: silentLogger }), now),
  ]
  const [first] = nodes as [TestNode, TestNode]
  await first.session.admit(allPeople, 'everybody' as CommandId)
  for (let wait = 0; wait < 10; wait += 1) await waitForNextLoop()
  const visitors = allPeople.flatMap(({ person }) => [new TestScreen(person), ...(random.isLikely(0.3) ? [new TestScreen(person)] : [])])
  const places = new Map(visitors.map((visitor) => [visitor, random.pick(nodes)]))
  for (const visitor of visitors) visitor.connect(places.get(visitor) as TestNode)

  for (let step = 0; step < steps; step += 1) {
    clock += random.nextBelow(4000)
    const node = random.pick(nodes)
    const { person, envelope } = makeRandomAction(node.session.state, random, () => `text ${random.nextBelow(1e9)}`)
    const replies = [node.session.execute({ person }, envelope)]
    if (random.isLikely(0.2)) replies.push(random.pick(nodes).session.execute({ person }, envelope))
    if (random.isLikely(0.5)) await Promise.all(replies)
    if (random.isLikely(0.3)) await waitForNextLoop()
    for (const visitor of visitors) {
      if (random.isLikely(0.02)) visitor.drop()
      if (!visitor.connected && random.isLikely(0.3)) {
        places.set(visitor, random.pick(nodes))
        visitor.connect(places.get(visitor) as TestNode)
      }
      visitor.deliver(random.nextBelow(4), places.get(visitor) as TestNode)
    }
  }
  return { nodes, visitors, places }
}

const waitUntilInStep = async ({ nodes, visitors, places }: Awaited<ReturnType<typeof playRandomly>>) => {
  const getHead = () => Math.max(...nodes.map(({ session }) => session.revision))
  for (let wait = 0; wait < 2000 && nodes.some(({ session }) => session.revision < getHead()); wait += 1) await waitForNextLoop()
  const rounds = performance.now() + 400
  while (performance.now() < rounds) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    for (const visitor of visitors) {
      if (!visitor.connected) visitor.connect(places.get(visitor) as TestNode)
      visitor.deliver(Number.POSITIVE_INFINITY, places.get(visitor) as TestNode)
    }
  }
}

const copyAsJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>

describe('screens in step', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    '[L8] seed %i: after any drops, repeats and races every screen shows the state of the log',
    async (seed) => {
      const played = await playRandomly(seed, 400)
      await waitUntilInStep(played)
      const [first, second] = played.nodes as [TestNode, TestNode]
      expect(second.session.revision).toBe(first.session.revision)
      expect(second.session.state).toEqual(first.session.state)
      expect(first.session.revision).toBeGreaterThan(40)
      for (const { person, frames } of played.visitors) {
        const { state } = first.session
        const found = state.people.all.get(person)
        if (!found) throw new Error('a visitor is not among the people')
        const { presence, ...shown } = frames.audienceView as Record<string, unknown>
        expect(presence).toMatchObject({ room: expect.any(Number) })
        expect(shown).toEqual(copyAsJson(projectAudience(state, audienceByRole[found.role]).view))
        expect(frames.personView).toEqual(copyAsJson(projectPerson(state, found).view))
      }
      for (const { session, fanout } of played.nodes) {
        fanout.close()
        await session.close()
      }
    },
  )
})
