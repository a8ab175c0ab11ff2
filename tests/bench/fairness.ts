/** The effect of each order rule, measured in many simulated sessions that run through the real domain. See README.md. */

import { type Channel, channels } from '@rostrum/shared/contract/channels'
import { type OrderMode, orderModes } from '@rostrum/shared/contract/enums'
import type { CommandId, GroupId, PersonId, TurnId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Command, State } from '@rostrum/shared/contract/registry'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { addMillis, type Instant, type Millis, minutes, seconds } from '@rostrum/shared/kernel/time'
import { createState, makePlan, noon } from '../support/fixtures.ts'
import { SeededRandom } from '../support/seeded-random.ts'

/** Five groups of very different sizes. Two in five of their people are remote. */
const sizes = { government: 14, private: 10, civil: 4, technical: 4, international: 2 }
const small = ['civil', 'technical', 'international']
const remoteShare = 0.4
const usableTime = minutes(75)
/** All people ask within this time. Remote requests arrive up to `lag` later. */
const askingTime = minutes(50)
const lag = minutes(6)
const repeats = 8
const pickTurnLength = (random: SeededRandom): Millis => seconds(165 + random.nextBelow(61))

export type OrderSetting = { readonly mode: OrderMode; readonly overtakes: number }
export type FairnessOutcome = OrderSetting & {
  readonly turns: number
  readonly people: number
  /** In minutes, for the people who were reached. */
  readonly medianWait: number
  readonly longestWait: number
  /** For each kind of people, the share who were reached. */
  readonly remote: number
  readonly room: number
  readonly small: number
}

type FloorRequest = { readonly at: Instant; readonly person: PersonId }
type ReachedPerson = { readonly person: Admission; readonly wait: Millis }

const makePeople = (random: SeededRandom): readonly Admission[] =>
  Object.entries(sizes).flatMap(([group, size]) =>
    Array.from({ length: size }, (_, index): Admission => {
      const name = `${group}-${index}`
      const channel: Channel = random.isLikely(remoteShare) ? 'remote' : 'room'
      return { person: name as PersonId, role: 'participant', entity: name, group: group as GroupId, channel }
    }),
  )

const makeRequests = (people: readonly Admission[], random: SeededRandom): FloorRequest[] =>
  people.map(({ person, channel }) => {
    const late = channel === 'remote' ? random.next() * lag : 0
    return { person, at: addMillis(noon, Math.round(random.next() * askingTime + late) as Millis) }
  })

/** A simulated session. The Chair calls the next speaker, starts and ends the turn, and repeats this until the time is over. */
class SimulatedSession {
  #state: State
  #commands = 0

  constructor({ mode, overtakes }: OrderSetting, people: readonly Admission[]) {
    const chair: Admission = { person: 'chair' as PersonId, role: 'chair', entity: 'Chair', group: null, channel: 'room' }
    this.#state = createState(makePlan(mode, overtakes), [chair, ...people])
    this.execute({ type: 'session.open', data: {} }, noon)
    this.execute({ type: 'queue.open', data: {} }, noon)
  }

  get next() {
    return this.#state.queue.next
  }

  execute(command: Command, at: Instant, person = 'chair' as PersonId): CommandId {
    const id = `command-${this.#commands++}`.padEnd(22, '-') as CommandId
    const decision = decide(this.#state, command, { actor: { person }, at, id })
    if (!decision.ok) throw new Error(`${command.type} by ${person}: ${decision.reason}`)
    this.#state = evolveAll(this.#state, decision.events, at)
    return id
  }

  /** Calls the next speaker and starts the turn. Returns null if nobody is waiting. */
  callNext(at: Instant): { readonly person: PersonId; readonly askedAt: Instant; readonly turn: TurnId } | null {
    const entry = this.next
    const waiting = entry && this.#state.queue.entries.get(entry)
    if (!waiting?.speaker.person) return null
    const call = { entry: waiting.id, expectedCurrent: null, expectedNext: entry }
    const turn = this.execute({ type: 'floor.call', data: call }, at) as string as TurnId
    this.execute({ type: 'floor.start', data: { turn } }, at)
    return { person: waiting.speaker.person, askedAt: waiting.askedAt, turn }
  }
}

const simulateOnce = (
  setting: OrderSetting,
  seed: number,
): { readonly people: readonly Admission[]; readonly reached: readonly ReachedPerson[] } => {
  const random = new SeededRandom(seed)
  const people = makePeople(random)
  const asks = makeRequests(people, random)
  const lengths = Array.from({ length: 60 }, () => pickTurnLength(random))
  const pauses = Array.from({ length: repeats }, () => minutes(1 + random.nextBelow(10)))
  const session = new SimulatedSession(setting, people)
  const reached: ReachedPerson[] = []
  const arrive = (until: Instant) => {
    asks.sort((a, b) => a.at - b.at)
    for (let ask = asks[0]; ask !== undefined && ask.at <= until; ask = asks[0]) {
      asks.shift()
      session.execute({ type: 'queue.join', data: { kind: 'intervention', topic: null } }, ask.at, ask.person)
    }
  }
  const end = addMillis(noon, usableTime)
  for (let now: Instant = noon; ; ) {
    arrive(now)
    const length = lengths[reached.length] ?? minutes(3)
    if (addMillis(now, length) > end) return { people, reached }
    const called = session.callNext(now)
    if (called === null) {
      now = asks[0]?.at ?? end
      continue
    }
    const person = people.find((one) => one.person === called.person)
    if (!person) throw new Error(`there is no person ${called.person}`)
    reached.push({ person, wait: (now - called.askedAt) as Millis })
    now = addMillis(now, length)
    arrive(now)
    session.execute({ type: 'floor.end', data: { turn: called.turn } }, now)
    const pause = person.channel === 'room' ? pauses.shift() : undefined
    if (pause !== undefined) asks.push({ person: called.person, at: addMillis(now, pause) })
  }
}

const computeMean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
const computeMedian = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? 0) : computeMean(sorted.slice(middle - 1, middle + 1))
}

export const simulate = (setting: OrderSetting, runs: number): FairnessOutcome => {
  const sessions = Array.from({ length: runs }, (_, run) => simulateOnce(setting, run + 1))
  const waits = sessions.map(({ reached }) => reached.map(({ wait }) => wait / 60_000))
  const share = (of: (person: Admission) => boolean) =>
    computeMean(
      sessions.map(({ people, reached }) => {
        const matching = people.filter(of)
        const spoke = new Set(reached.map(({ person }) => person))
        return matching.filter((person) => spoke.has(person)).length / Math.max(1, matching.length)
      }),
    )
  const [room, remote] = channels.map((channel) => share((person) => person.channel === channel))
  return {
    ...setting,
    turns: computeMean(waits.map(({ length }) => length)),
    people: computeMean(sessions.map(({ reached }) => new Set(reached.map(({ person }) => person)).size)),
    medianWait: computeMean(waits.map(computeMedian)),
    longestWait: computeMean(waits.map((all) => Math.max(...all))),
    remote: remote ?? 0,
    room: room ?? 0,
    small: share(({ group }) => small.includes(group ?? '')),
  }
}

const noOvertakeLimit = 1000

/**
 * Returns the results as a Markdown table. It has each rule with a limit of four overtakes, and the rules that reorder without a limit too.
 */
export const formatTable = (runs: number): string => {
  const settings = [
    ...orderModes.map((mode): OrderSetting => ({ mode, overtakes: 4 })),
    ...orderModes.filter((mode) => mode !== 'received').map((mode): OrderSetting => ({ mode, overtakes: noOvertakeLimit })),
  ]
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const rows = settings
    .map((setting) => simulate(setting, runs))
    .map((row) => [
      row.overtakes === noOvertakeLimit ? `${row.mode}, no limit` : row.mode,
      row.turns.toFixed(1),
      row.people.toFixed(1),
      row.medianWait.toFixed(1),
      row.longestWait.toFixed(1),
      percent(row.remote),
      percent(row.room),
      percent(row.small),
    ])
  const head = ['order', 'turns', 'people', 'median wait', 'longest wait', 'remote reached', 'room reached', 'small groups reached']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
