/** An hour with two hundred people, in compressed time, with real commands. After every commit the session is consistent. */

import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import type { StateChange } from '@rostrum/server/engine/session/change-listeners'
import type { Session } from '@rostrum/server/engine/session/session'
import { orderModes } from '@rostrum/shared/contract/enums'
import type { CommandId, EntryId, PersonId, TurnId } from '@rostrum/shared/contract/ids'
import { waitsInOrder } from '@rostrum/shared/contract/kinds'
import type { Admission } from '@rostrum/shared/contract/people'
import type { CommandData, CommandType, State } from '@rostrum/shared/contract/registry'
import { addMillis, type Instant, minutes, seconds } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { allPeople, noon, plan } from '../support/fixtures.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { createLog, loadSession, MemoryLogger, padId } from '../support/session-harness.ts'

const twoHundredPeople: readonly Admission[] = Array.from({ length: 200 }, (_, index) => ({
  person: `person-${index}` as PersonId,
  role: 'participant',
  entity: `Organization ${index % 150}`,
  group: plan.groups[[0, 0, 0, 1, 1, 2, 3, 4][index % 8] ?? 0]?.id ?? null,
  channel: index % 5 < 2 ? 'remote' : 'room',
}))

/** Checks the state after every commit, and follows each request through the commits. */
class HourInspector {
  readonly joined = new Set<EntryId>()
  readonly gone = new Set<EntryId>()
  readonly #entryByTurn = new Map<TurnId, EntryId | undefined>()
  commits = 0

  see({ to, events }: StateChange): void {
    this.commits += 1
    for (const { type, data } of events) {
      if (type === 'queue.joined') this.joined.add(data.entry.id)
      if (type === 'floor.called') this.#entryByTurn.set(data.turn, data.entry?.id)
      if (type === 'floor.called' && data.entry) this.joined.add(data.entry.id)
      if (type === 'queue.left' && data.cause !== 'called') this.gone.add(data.entry)
      if (type === 'queue.restored') for (const { id } of data.left) this.gone.delete(id)
    }
    this.#oneClock(to)
    this.#inPlace(to)
    this.#openOnce(to)
    this.#nobodyLost(to)
  }

  #oneClock({ floor }: State): void {
    const turns = [floor.current, floor.interrupted].filter((turn) => turn !== null)
    expect(turns.filter(({ runningSince }) => runningSince !== null).length).toBeLessThanOrEqual(1)
    if (floor.interrupted) expect([undefined, 'point-of-order']).toContain(floor.current?.kind)
    const ids = floor.past.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { used, pausedFor, startedAt, endedAt } of floor.past) expect(used + pausedFor).toBeLessThanOrEqual(endedAt - startedAt)
  }

  #inPlace({ queue }: State): void {
    const waiting = [...queue.entries.values()].filter(({ kind, held }) => waitsInOrder(kind) && !held)
    expect(queue.order.map(({ entry }) => entry).sort()).toEqual(waiting.map(({ id }) => id).sort())
    for (const [index, { aheadEarlier: earlier, aheadByRule: placed, aheadOther: aside }] of queue.order.entries())
      expect(earlier + placed + aside).toBe(index)
  }

  #openOnce({ queue, floor }: State): void {
    const open = [floor.current?.entry, floor.interrupted?.entry, ...[...queue.entries.values()]]
    const keys = open.flatMap((entry) => (entry?.speaker.person ? [`${entry.kind} ${entry.speaker.person}`] : []))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  }

  #nobodyLost({ queue, floor }: State): void {
    const places = [
      ...[...queue.entries.keys()],
      ...Object.keys(queue.joint),
      ...queue.notReached.map(({ id }) => id),
      ...[floor.current, floor.interrupted].map((turn) => turn?.entry?.id),
      ...floor.past.map(({ id }) => this.#entryByTurn.get(id)),
    ].filter((id) => id !== undefined)
    expect(new Set(places).size).toBe(places.length)
    const there = new Set<string>(places)
    expect([...this.joined].filter((id) => !there.has(id) && !this.gone.has(id))).toEqual([])
  }
}

class HourRunner {
  readonly session: Session
  readonly #chance: SeededRandom
  readonly #clock: { at: Instant }
  #count = 0
  #endAt = 0
  accepted = new Map<CommandType, number>()

  constructor(session: Session, chance: SeededRandom, clock: { at: Instant }) {
    this.session = session
    this.#chance = chance
    this.#clock = clock
  }

  async execute<C extends CommandType>(by: string, type: C, data: CommandData<C>): Promise<boolean> {
    this.#count += 1
    const reply = await this.session.execute({ person: by as PersonId }, { id: padId(`command-${this.#count}`), type, data } as never)
    if (reply.ok) this.accepted.set(type, (this.accepted.get(type) ?? 0) + 1)
    else expect(['unavailable', 'malformed', 'forbidden']).not.toContain(reply.reason)
    return reply.ok
  }

  /** Takes one random action of the participants. */
  async people(): Promise<void> {
    const { queue } = this.session.state
    const personName = `person-${this.#chance.nextBelow(twoHundredPeople.length)}`
    const kind = this.#chance.isLikely(0.04) ? 'point-of-order' : this.#chance.isLikely(0.03) ? 'right-of-reply' : 'intervention'
    if (this.#chance.isLikely(0.16)) await this.execute(personName, 'queue.join', { kind, topic: null })
    const waiting = queue.order.flatMap(({ entry }) => queue.entries.get(entry) ?? []).filter(({ speaker }) => speaker.person !== null)
    if (waiting.length < 3 || !this.#chance.isLikely(0.15)) return
    const one = this.#chance.pick(waiting)
    const other = this.#chance.pick(waiting)
    const own = { entry: one.id }
    const by = one.speaker.person as string
    const actions = [
      () => this.execute(by, 'queue.ready', own),
      () => this.execute(by, 'queue.set-topic', { ...own, topic: 'Access' }),
      () => this.execute(by, 'queue.withdraw', own),
      () => this.execute(by, one.held ? 'queue.return' : 'queue.hold', own),
      () => this.execute(by, 'queue.defer', { ...own, after: other.id }),
      () => this.execute(by, 'queue.offer-swap', { ...own, with: other.id }),
      async () => {
        const offerOwner = waiting.find(({ swapOfferedTo: swap }) => swap !== null && queue.entries.get(swap))
        const offered = offerOwner?.swapOfferedTo ? queue.entries.get(offerOwner.swapOfferedTo) : undefined
        return offerOwner && offered
          ? this.execute(offered.speaker.person as string, 'queue.accept-swap', { entry: offered.id, with: offerOwner.id })
          : false
      },
    ]
    await this.#chance.pick(actions)()
  }

  /** Takes one step of the Chair, who gives the floor and ends turns. */
  async chair(): Promise<void> {
    const { floor, queue, session } = this.session.state
    const { current } = floor
    if (session.phase === 'suspended') {
      if (this.#chance.isLikely(0.1)) await this.execute('chair', 'session.resume', {})
      return
    }
    const point = queue.pointsOfOrder[0]
    if (point && current?.kind !== 'point-of-order' && this.#chance.isLikely(0.3)) {
      await this.execute('chair', 'floor.recognize', { entry: point, expectedCurrent: current?.id ?? null })
      this.#endAt = this.#clock.at + 20_000
    } else if (current === null && floor.interrupted !== null) {
      if (this.#chance.isLikely(0.3)) await this.execute('chair', 'floor.resume', { turn: floor.interrupted.id })
    } else if (current === null) {
      if (queue.next) await this.execute('chair', 'floor.call', { entry: queue.next, expectedCurrent: null, expectedNext: queue.next })
    } else if (current.startedAt === null) {
      if (this.#chance.isLikely(0.04)) await this.execute('chair', 'floor.mark-absent', { turn: current.id })
      else if (this.#chance.isLikely(0.3)) {
        await this.execute('chair', 'floor.start', { turn: current.id })
        this.#endAt = this.#clock.at + 40_000 + this.#chance.nextBelow(200_000)
      }
    } else if (current.paused) {
      await this.execute('chair', 'floor.resume', { turn: current.id })
    } else if (this.#clock.at >= this.#endAt) {
      if (queue.next && current.kind !== 'point-of-order' && this.#chance.isLikely(0.8))
        await this.execute('desk', 'floor.call', { entry: queue.next, expectedCurrent: current.id, expectedNext: queue.next })
      else await this.execute('chair', 'floor.end', { turn: current.id })
    }
    if (this.#chance.isLikely(0.08)) await this.#rare(this.session.state)
  }

  async #rare({ floor, queue, agenda, steps }: State): Promise<void> {
    const entry = queue.order.length > 0 ? this.#chance.pick(queue.order).entry : null
    const other = queue.order.length > 0 ? this.#chance.pick(queue.order).entry : null
    const turn = floor.current?.id
    const undo = steps.taken.at(-1)?.id
    const actions: (() => Promise<boolean>)[] = [
      () =>
        this.execute('chair', 'queue.set-order', {
          mode: this.#chance.pick(orderModes),
          suggestOnly: this.#chance.isLikely(0.2),
          expectedMode: queue.mode,
        }),
      async () => (undo ? this.execute('chair', 'steps.undo', { step: undo }) : false),
      async () => (undo ? this.execute('desk', 'steps.undo', { step: undo }) : false),
      async () => (entry && other ? this.execute('chair', 'queue.move', { entry, before: other }) : false),
      async () => (entry && other ? this.execute('desk', 'queue.merge', { into: entry, entry: other }) : false),
      async () => (entry && other ? this.execute('desk', 'queue.swap', { entry, with: other }) : false),
      async () => (entry ? this.execute('desk', 'queue.remove', { entry, reason: 'time' }) : false),
      async () => (turn ? this.execute('chair', 'floor.pause', { turn }) : false),
      async () => (turn ? this.execute('chair', 'floor.extend', { turn, by: seconds(30) }) : false),
      () =>
        this.execute('chair', 'floor.set-limit', {
          scope: { kind: 'everyone' },
          limit: seconds(this.#chance.pick([60, 120, 180])),
          expectedLimit: floor.limits.everyone,
        }),
      async () => (this.#chance.isLikely(0.15) ? this.execute('chair', 'session.suspend', {}) : false),
      async () =>
        agenda.current === 'opening'
          ? this.execute('chair', 'agenda.go', { to: 'topic' as never, expectedCurrent: agenda.current })
          : false,
      () => this.execute('chair', 'queue.last-call', { for: seconds(60) }),
      () => this.execute('chair', 'queue.open', {}),
      () => this.execute('chair', 'queue.advance-replies', {}),
    ]
    await this.#chance.pick(actions)()
  }
}

const playHour = async (seed: number) => {
  const clock = { at: noon }
  const session = await loadSession(await createLog(openMemoryLog()), new MemoryLogger(), () => clock.at)
  await session.admit([...allPeople.slice(0, 4), ...twoHundredPeople], 'admitted' as CommandId)
  const watch = new HourInspector()
  // If a listener fails, the session logs an error and goes on. Here the error must fail the test.
  const faults: unknown[] = []
  session.onChange((advance) => {
    try {
      watch.see(advance)
    } catch (error) {
      faults.push(error)
    }
  })
  const chance = new SeededRandom(seed)
  const hall = new HourRunner(session, chance, clock)
  await hall.execute('chair', 'session.open', {})
  await hall.execute('chair', 'queue.open', {})
  while (clock.at < noon + minutes(60)) {
    clock.at = addMillis(clock.at, seconds(1 + chance.nextBelow(3)))
    await hall.people()
    await hall.chair()
    if (faults.length > 0) throw faults[0]
  }
  await hall.execute('chair', 'session.close', {})
  if (faults.length > 0) throw faults[0]
  return { session, watch, hall }
}

test.each([1, 2, 3])(
  '[F18, F19, Q4] an hour with two hundred people, seed %d: at most one clock runs, no request is lost, times add up',
  async (seed) => {
    const { session, watch, hall } = await playHour(seed)
    const { state } = session
    expect(watch.commits).toBeGreaterThan(300)
    expect(state.floor.past.length).toBeGreaterThan(12)
    expect(hall.accepted.get('steps.undo') ?? 0).toBeGreaterThan(2)
    expect(state).toMatchObject({
      session: { phase: 'closed' },
      queue: { entries: new Map(), order: [] },
      floor: { current: null, interrupted: null },
    })
    const { balance, entityShares: entities } = projectAudience(state, 'staff').view
    const interventions = state.floor.past.filter(({ kind }) => kind === 'intervention')
    const total = interventions.reduce((sum, { used }) => sum + used, 0)
    expect(balance?.channels.reduce((sum, { used }) => sum + used, 0)).toBe(total)
    expect(entities?.reduce((sum, { used }) => sum + used, 0)).toBe(total)
    expect(total).toBeLessThanOrEqual(minutes(60))
    await session.close()
  },
)
