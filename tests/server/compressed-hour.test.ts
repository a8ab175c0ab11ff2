/** An hour with two hundred people, in compressed time, through the real line of commands: whatever they do, the session stays whole. */
import { openMemoryLog } from '@rostrum/server/log/memory'
import type { Advance, Session } from '@rostrum/server/session/session'
import { orderModes } from '@rostrum/shared/contract/enums'
import type { CommandId, EntryId, PersonId, TurnId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { CommandData, CommandType, State } from '@rostrum/shared/contract/registry'
import { type Instant, minutes, plus, seconds } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/registry'
import { expect, test } from 'vitest'
import { everybody, noon, plan } from '../support/fixtures.ts'
import { Chance } from '../support/seeded-random.ts'
import { foundedLog, Notes, openLine, padded } from '../support/session-harness.ts'

const hundreds: readonly Admission[] = Array.from({ length: 200 }, (_, index) => ({
  person: `person-${index}` as PersonId,
  role: 'participant',
  entity: `Organization ${index % 150}`,
  group: plan.groups[[0, 0, 0, 1, 1, 2, 3, 4][index % 8] ?? 0]?.id ?? null,
  channel: index % 5 < 2 ? 'remote' : 'room',
}))

/** What is checked after every commit: by the state, and by what the commits say of each request. */
class Watch {
  readonly joined = new Set<EntryId>()
  readonly gone = new Set<EntryId>()
  readonly #entryOf = new Map<TurnId, EntryId | undefined>()
  commits = 0

  see({ to, events }: Advance): void {
    this.commits += 1
    for (const { type, data } of events) {
      if (type === 'queue.joined') this.joined.add(data.entry.id)
      if (type === 'floor.called') this.#entryOf.set(data.turn, data.entry?.id)
      if (type === 'floor.called' && data.entry) this.joined.add(data.entry.id)
      if (type === 'queue.left' && data.leaving !== 'called') this.gone.add(data.entry)
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
    if (floor.interrupted) expect(floor.current?.kind).toBe('point-of-order')
    const ids = floor.past.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { used, pausedFor, startedAt, endedAt } of floor.past) expect(used + pausedFor).toBeLessThanOrEqual(endedAt - startedAt)
  }

  #inPlace({ queue }: State): void {
    const waiting = Object.values(queue.entries).filter(({ kind, held }) => kind === 'intervention' && !held)
    expect(queue.line.map(({ entry }) => entry).sort()).toEqual(waiting.map(({ id }) => id).sort())
    for (const [index, { earlier, placed, aside }] of queue.line.entries()) expect(earlier + placed + aside).toBe(index)
  }

  #openOnce({ queue, floor }: State): void {
    const open = [floor.current?.entry, floor.interrupted?.entry, ...Object.values(queue.entries)]
    const keys = open.flatMap((entry) => (entry?.speaker.person ? [`${entry.kind} ${entry.speaker.person}`] : []))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  }

  #nobodyLost({ queue, floor }: State): void {
    const places = [
      ...Object.keys(queue.entries),
      ...Object.keys(queue.joint),
      ...queue.unheard.map(({ id }) => id),
      ...[floor.current, floor.interrupted].map((turn) => turn?.entry?.id),
      ...floor.past.map(({ id }) => this.#entryOf.get(id)),
    ].filter((id) => id !== undefined)
    expect(new Set(places).size).toBe(places.length)
    const there = new Set<string>(places)
    expect([...this.joined].filter((id) => !there.has(id) && !this.gone.has(id))).toEqual([])
  }
}

class Hall {
  readonly session: Session
  readonly #chance: Chance
  readonly #clock: { at: Instant }
  #count = 0
  #endAt = 0
  accepted = new Map<CommandType, number>()

  constructor(session: Session, chance: Chance, clock: { at: Instant }) {
    this.session = session
    this.#chance = chance
    this.#clock = clock
  }

  async say<C extends CommandType>(by: string, type: C, data: CommandData<C>): Promise<boolean> {
    this.#count += 1
    const reply = await this.session.handle({ person: by as PersonId }, { id: padded(`said-${this.#count}`), type, data } as never)
    if (reply.ok) this.accepted.set(type, (this.accepted.get(type) ?? 0) + 1)
    else expect(['unavailable', 'malformed', 'forbidden']).not.toContain(reply.why)
    return reply.ok
  }

  /** Those in the hall and on the line. */
  async people(): Promise<void> {
    const { queue } = this.session.state
    const somebody = `person-${this.#chance.below(hundreds.length)}`
    const kind = this.#chance.chance(0.04) ? 'point-of-order' : this.#chance.chance(0.03) ? 'right-of-reply' : 'intervention'
    if (this.#chance.chance(0.16)) await this.say(somebody, 'queue.join', { kind, topic: null })
    const waiting = queue.line.flatMap(({ entry }) => queue.entries[entry] ?? []).filter(({ speaker }) => speaker.person !== null)
    if (waiting.length < 3 || !this.#chance.chance(0.15)) return
    const one = this.#chance.pick(waiting)
    const other = this.#chance.pick(waiting)
    const own = { entry: one.id }
    const by = one.speaker.person as string
    const deeds = [
      () => this.say(by, 'queue.ready', own),
      () => this.say(by, 'queue.note', { ...own, topic: 'Access' }),
      () => this.say(by, 'queue.withdraw', own),
      () => this.say(by, one.held ? 'queue.return' : 'queue.hold', own),
      () => this.say(by, 'queue.defer', { ...own, after: other.id }),
      () => this.say(by, 'queue.offer-swap', { ...own, with: other.id }),
      async () => {
        const asker = waiting.find(({ swap }) => swap !== null && queue.entries[swap])
        const asked = asker?.swap ? queue.entries[asker.swap] : undefined
        return asker && asked ? this.say(asked.speaker.person as string, 'queue.take-swap', { entry: asked.id, with: asker.id }) : false
      },
    ]
    await this.#chance.pick(deeds)()
  }

  /** The Chair gives and takes the floor, as a chair does. */
  async chair(): Promise<void> {
    const { floor, queue, session } = this.session.state
    const { current } = floor
    if (session.phase === 'suspended') {
      if (this.#chance.chance(0.1)) await this.say('chair', 'session.resume', {})
      return
    }
    const point = queue.points[0]
    if (point && current?.kind !== 'point-of-order' && this.#chance.chance(0.3)) {
      await this.say('chair', 'floor.recognize', { entry: point, expectedCurrent: current?.id ?? null })
      this.#endAt = this.#clock.at + 20_000
    } else if (current === null) {
      if (queue.next) await this.say('chair', 'floor.call', { entry: queue.next, expectedCurrent: null, expectedNext: queue.next })
    } else if (current.startedAt === null) {
      if (this.#chance.chance(0.04)) await this.say('chair', 'floor.absent', { turn: current.id })
      else if (this.#chance.chance(0.3)) {
        await this.say('chair', 'floor.start', { turn: current.id })
        this.#endAt = this.#clock.at + 40_000 + this.#chance.below(200_000)
      }
    } else if (current.paused) {
      await this.say('chair', 'floor.resume', { turn: current.id })
    } else if (this.#clock.at >= this.#endAt) {
      if (queue.next && current.kind !== 'point-of-order' && this.#chance.chance(0.8))
        await this.say('desk', 'floor.call', { entry: queue.next, expectedCurrent: current.id, expectedNext: queue.next })
      else await this.say('chair', 'floor.end', { turn: current.id })
    }
    if (this.#chance.chance(0.08)) await this.#rare(this.session.state)
  }

  async #rare({ floor, queue, agenda, steps }: State): Promise<void> {
    const entry = queue.line.length > 0 ? this.#chance.pick(queue.line).entry : null
    const other = queue.line.length > 0 ? this.#chance.pick(queue.line).entry : null
    const turn = floor.current?.id
    const undo = steps.taken.at(-1)?.id
    const deeds: (() => Promise<boolean>)[] = [
      () =>
        this.say('chair', 'queue.order', {
          mode: this.#chance.pick(orderModes),
          recommend: this.#chance.chance(0.2),
          expectedMode: queue.mode,
        }),
      async () => (undo ? this.say('chair', 'steps.undo', { step: undo }) : false),
      async () => (undo ? this.say('desk', 'steps.undo', { step: undo }) : false),
      async () => (entry && other ? this.say('chair', 'queue.move', { entry, before: other }) : false),
      async () => (entry && other ? this.say('desk', 'queue.merge', { into: entry, entry: other }) : false),
      async () => (entry && other ? this.say('desk', 'queue.swap', { entry, with: other }) : false),
      async () => (entry ? this.say('desk', 'queue.remove', { entry, reason: 'time' }) : false),
      async () => (turn ? this.say('chair', 'floor.pause', { turn }) : false),
      async () => (turn ? this.say('chair', 'floor.extend', { turn, by: seconds(30) }) : false),
      () =>
        this.say('chair', 'floor.limit', {
          scope: { kind: 'everyone' },
          limit: seconds(this.#chance.pick([60, 120, 180])),
          expectedLimit: floor.limits.everyone,
        }),
      async () => (this.#chance.chance(0.15) ? this.say('chair', 'session.suspend', {}) : false),
      async () =>
        agenda.current === 'opening' ? this.say('chair', 'agenda.go', { to: 'topic' as never, expectedCurrent: agenda.current }) : false,
      () => this.say('chair', 'queue.last-call', { for: seconds(60) }),
      () => this.say('chair', 'queue.open', {}),
      () => this.say('chair', 'queue.advance-replies', {}),
    ]
    await this.#chance.pick(deeds)()
  }
}

const hourFrom = async (seed: number) => {
  const clock = { at: noon }
  const session = await openLine(await foundedLog(openMemoryLog()), new Notes(), () => clock.at)
  await session.admit([...everybody.slice(0, 4), ...hundreds], 'admitted' as CommandId)
  const watch = new Watch()
  // A listener that throws is written down by the session and does not stop it; here it must.
  const faults: unknown[] = []
  session.onAdvance((advance) => {
    try {
      watch.see(advance)
    } catch (error) {
      faults.push(error)
    }
  })
  const chance = new Chance(seed)
  const hall = new Hall(session, chance, clock)
  await hall.say('chair', 'session.open', {})
  await hall.say('chair', 'queue.open', {})
  while (clock.at < noon + minutes(60)) {
    clock.at = plus(clock.at, seconds(1 + chance.below(3)))
    await hall.people()
    await hall.chair()
    if (faults.length > 0) throw faults[0]
  }
  await hall.say('chair', 'session.close', {})
  if (faults.length > 0) throw faults[0]
  return { session, watch, hall }
}

test.each([1, 2, 3])(
  '[F18, F19, Q4] an hour with two hundred people, seed %d: one speaks at most, no request is lost, seconds add up',
  async (seed) => {
    const { session, watch, hall } = await hourFrom(seed)
    const { state } = session
    expect(watch.commits).toBeGreaterThan(300)
    expect(state.floor.past.length).toBeGreaterThan(12)
    expect(hall.accepted.get('steps.undo') ?? 0).toBeGreaterThan(2)
    expect(state).toMatchObject({
      session: { phase: 'closed' },
      queue: { entries: {}, line: [] },
      floor: { current: null, interrupted: null },
    })
    const { balance, entities } = projectAudience(state, 'staff').view
    const interventions = state.floor.past.filter(({ kind }) => kind === 'intervention')
    const total = interventions.reduce((sum, { used }) => sum + used, 0)
    expect(balance?.channels.reduce((sum, { used }) => sum + used, 0)).toBe(total)
    expect(entities?.reduce((sum, { used }) => sum + used, 0)).toBe(total)
    expect(total).toBeLessThanOrEqual(minutes(60))
    await session.close()
  },
)
