/** Two nodes on one log, screens on bad lines: whatever happens on the way, in the end everybody sees what is. */
import { Cursors } from '@rostrum/server/fanout/cursor-sealer'
import { Fanout } from '@rostrum/server/fanout/fanout'
import { beginning, linked } from '@rostrum/server/log/chain'
import type { Log } from '@rostrum/server/log/log'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { Presence } from '@rostrum/server/presence/presence'
import { Session } from '@rostrum/server/session/session'
import { type CommandId, following, noRevision, type PersonId, type SessionId } from '@rostrum/shared/contract/ids'
import { audienceOf, system } from '@rostrum/shared/contract/roles'
import { found } from '@rostrum/shared/domain/session/decide'
import { type Instant, instantOf } from '@rostrum/shared/kernel/time'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { describe, expect, it } from 'vitest'
import { everybody, noon, plan } from '../support/fixtures.ts'
import { Screen } from '../support/frame-client.ts'
import { randomDeed } from '../support/random-people.ts'
import { Chance } from '../support/seeded-random.ts'

const id = 'session' as SessionId
const quiet = {
  info: () => undefined,
  warn: () => undefined,
  error: (facts: object, message: string) => {
    throw new Error(`${message} ${JSON.stringify(facts)}`)
  },
}
const turnOfLoop = () => new Promise(setImmediate)

/** A log that answers late, after what others appended has been heard. */
const late = (log: Log, dice: Chance): Log => ({
  profile: log.profile,
  append: async (...given) => {
    await log.append(...given)
    for (let wait = dice.below(4); wait > 0; wait -= 1) await turnOfLoop()
  },
  read: (...given) => log.read(...given),
  follow: (...given) => log.follow(...given),
  forget: (...given) => log.forget(...given),
  close: () => log.close(),
})

class Node {
  readonly session: Session
  readonly fanout: Fanout<string>

  constructor(session: Session, now: () => Instant) {
    this.session = session
    this.fanout = new Fanout(session, {
      cursors: new Cursors('the same everywhere'),
      now,
      encode: (frame) => JSON.stringify(frame),
      logger: quiet,
      presence: new Presence(),
    })
  }
}

/** A screen and its line: frames arrive in order, late, or not at all because the line broke. */
class Visitor {
  readonly screen = new Screen()
  readonly person: PersonId
  #leave: (() => void) | null = null
  #underWay: string[] = []

  constructor(person: PersonId) {
    this.person = person
  }

  connect(node: Node): void {
    this.drop()
    this.#leave = node.fanout.seat(
      { person: this.person, send: (frame) => this.#underWay.push(frame), end: () => this.drop() },
      this.screen.cursors,
    )
  }

  drop(): void {
    this.#leave?.()
    this.#leave = null
    this.#underWay = []
  }

  get connected(): boolean {
    return this.#leave !== null
  }

  deliver(count: number, node: Node): void {
    for (const frame of this.#underWay.splice(0, count)) {
      if (this.screen.take(frame) === 'gap') {
        this.connect(node)
        return
      }
    }
  }
}

const begin = async (log: Log, now: () => Instant) => {
  const founding = {
    revision: following(noRevision),
    at: now(),
    actor: system,
    command: { id: 'founding' as CommandId, type: 'session.create' as const },
    events: found(plan),
  }
  await log.append(id, noRevision, linked(beginning, [founding]))
}

const play = async (seed: number, steps: number) => {
  const dice = new Chance(seed)
  let clock = noon as number
  const now = () => instantOf(clock)
  const memory = openMemoryLog()
  await begin(memory, now)
  const nodes = [
    new Node(await Session.open(id, { log: late(memory, dice), now, logger: quiet }), now),
    new Node(await Session.open(id, { log: late(memory, dice), now, logger: quiet }), now),
  ]
  const [first] = nodes as [Node, Node]
  await first.session.admit(everybody, 'everybody' as CommandId)
  for (let wait = 0; wait < 10; wait += 1) await turnOfLoop()
  const visitors = everybody.flatMap(({ person }) => [new Visitor(person), ...(dice.chance(0.3) ? [new Visitor(person)] : [])])
  const places = new Map(visitors.map((visitor) => [visitor, dice.pick(nodes)]))
  for (const visitor of visitors) visitor.connect(places.get(visitor) as Node)

  for (let step = 0; step < steps; step += 1) {
    clock += dice.below(4000)
    const node = dice.pick(nodes)
    const { person, envelope } = randomDeed(node.session.state, dice, () => `text ${dice.below(1e9)}`)
    const replies = [node.session.handle({ person }, envelope)]
    if (dice.chance(0.2)) replies.push(dice.pick(nodes).session.handle({ person }, envelope))
    if (dice.chance(0.5)) await Promise.all(replies)
    if (dice.chance(0.3)) await turnOfLoop()
    for (const visitor of visitors) {
      if (dice.chance(0.02)) visitor.drop()
      if (!visitor.connected && dice.chance(0.3)) {
        places.set(visitor, dice.pick(nodes))
        visitor.connect(places.get(visitor) as Node)
      }
      visitor.deliver(dice.below(4), places.get(visitor) as Node)
    }
  }
  return { nodes, visitors, places }
}

const settle = async ({ nodes, visitors, places }: Awaited<ReturnType<typeof play>>) => {
  const tip = () => Math.max(...nodes.map(({ session }) => session.revision))
  for (let wait = 0; wait < 2000 && nodes.some(({ session }) => session.revision < tip()); wait += 1) await turnOfLoop()
  const rounds = performance.now() + 400
  while (performance.now() < rounds) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    for (const visitor of visitors) {
      if (!visitor.connected) visitor.connect(places.get(visitor) as Node)
      visitor.deliver(Number.POSITIVE_INFINITY, places.get(visitor) as Node)
    }
  }
}

const onWire = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>

describe('screens in step', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    '[L8] seed %i: after any drops, repeats and races every screen shows the state of the log',
    async (seed) => {
      const played = await play(seed, 400)
      await settle(played)
      const [first, second] = played.nodes as [Node, Node]
      expect(second.session.revision).toBe(first.session.revision)
      expect(second.session.state).toEqual(first.session.state)
      expect(first.session.revision).toBeGreaterThan(40)
      for (const { person, screen } of played.visitors) {
        const { state } = first.session
        const found = state.people.all.get(person)
        if (!found) throw new Error('a visitor is not among the people')
        const { presence, ...shown } = screen.audience as Record<string, unknown>
        expect(presence).toMatchObject({ room: expect.any(Number) })
        expect(shown).toEqual(onWire(projectAudience(state, audienceOf[found.role]).view))
        expect(screen.person).toEqual(onWire(projectPerson(state, found).view))
      }
      for (const { session, fanout } of played.nodes) {
        fanout.close()
        await session.close()
      }
    },
  )
})
