/** What each rule of the speaking order does to a session: many invented ones, played through the real domain. See README.md. */
import { type OrderMode, orderModes } from '@rostrum/shared/contract/enums'
import type { CommandId, GroupId, PersonId, TurnId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Command, State } from '@rostrum/shared/contract/registry'
import { type Channel, channels } from '@rostrum/shared/contract/roles'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { type Instant, type Millis, minutes, plus, seconds } from '@rostrum/shared/kernel/time'
import { founded, noon, planWith } from '../support/fixtures.ts'
import { Chance } from '../support/seeded-random.ts'

/** Five groups of very different size; two in five of their people are remote. */
const sizes = { government: 14, private: 10, civil: 4, technical: 4, international: 2 }
const small = ['civil', 'technical', 'international']
const remoteShare = 0.4
const usable = minutes(75)
/** All ask within this time, whenever it comes to their mind; what is asked remotely arrives later. */
const asking = minutes(50)
const lag = minutes(6)
const repeats = 8
const turnLength = (dice: Chance): Millis => seconds(165 + dice.below(61))

export type Setting = { readonly mode: OrderMode; readonly overtakes: number }
export type Outcome = Setting & {
  readonly turns: number
  readonly people: number
  /** In minutes, of those heard. */
  readonly medianWait: number
  readonly longestWait: number
  /** Shares of people who were heard. */
  readonly remote: number
  readonly room: number
  readonly small: number
}

type Ask = { readonly at: Instant; readonly person: PersonId }
type Heard = { readonly person: Admission; readonly wait: Millis }

const peopleFrom = (dice: Chance): readonly Admission[] =>
  Object.entries(sizes).flatMap(([group, size]) =>
    Array.from({ length: size }, (_, index): Admission => {
      const name = `${group}-${index}`
      const channel: Channel = dice.chance(remoteShare) ? 'remote' : 'room'
      return { person: name as PersonId, role: 'participant', entity: name, group: group as GroupId, channel }
    }),
  )

const asksFrom = (people: readonly Admission[], dice: Chance): Ask[] =>
  people.map(({ person, channel }) => {
    const late = channel === 'remote' ? dice.next() * lag : 0
    return { person, at: plus(noon, Math.round(dice.next() * asking + late) as Millis) }
  })

/** One session, as its chair drives it: call the next, start, end, and so on until the time is over. */
class Session {
  #state: State
  #commands = 0

  constructor({ mode, overtakes }: Setting, people: readonly Admission[]) {
    const chair: Admission = { person: 'chair' as PersonId, role: 'chair', entity: 'Chair', group: null, channel: 'room' }
    this.#state = founded(planWith(mode, overtakes), [chair, ...people])
    this.does({ type: 'session.open', data: {} }, noon)
    this.does({ type: 'queue.open', data: {} }, noon)
  }

  get next() {
    return this.#state.queue.next
  }

  does(command: Command, at: Instant, person = 'chair' as PersonId): CommandId {
    const id = `command-${this.#commands++}`.padEnd(22, '-') as CommandId
    const decision = decide(this.#state, command, { actor: { person }, at, id })
    if (!decision.ok) throw new Error(`${command.type} by ${person}: ${decision.why}`)
    this.#state = evolveAll(this.#state, decision.events, at)
    return id
  }

  /** Who is called, and when they asked; null when nobody waits. */
  calls(at: Instant): { readonly person: PersonId; readonly askedAt: Instant; readonly turn: TurnId } | null {
    const entry = this.next
    const waiting = entry && this.#state.queue.entries[entry]
    if (!waiting?.speaker.person) return null
    const call = { entry: waiting.id, expectedCurrent: null, expectedNext: entry }
    const turn = this.does({ type: 'floor.call', data: call }, at) as string as TurnId
    this.does({ type: 'floor.start', data: { turn } }, at)
    return { person: waiting.speaker.person, askedAt: waiting.askedAt, turn }
  }
}

const play = (setting: Setting, seed: number): { readonly people: readonly Admission[]; readonly heard: readonly Heard[] } => {
  const dice = new Chance(seed)
  const people = peopleFrom(dice)
  const asks = asksFrom(people, dice)
  const lengths = Array.from({ length: 60 }, () => turnLength(dice))
  const again = Array.from({ length: repeats }, () => minutes(1 + dice.below(10)))
  const session = new Session(setting, people)
  const heard: Heard[] = []
  const arrive = (until: Instant) => {
    asks.sort((a, b) => a.at - b.at)
    for (let ask = asks[0]; ask !== undefined && ask.at <= until; ask = asks[0]) {
      asks.shift()
      session.does({ type: 'queue.join', data: { kind: 'intervention', topic: null } }, ask.at, ask.person)
    }
  }
  const end = plus(noon, usable)
  for (let now: Instant = noon; ; ) {
    arrive(now)
    const length = lengths[heard.length] ?? minutes(3)
    if (plus(now, length) > end) return { people, heard }
    const called = session.calls(now)
    if (called === null) {
      now = asks[0]?.at ?? end
      continue
    }
    const person = people.find((one) => one.person === called.person)
    if (!person) throw new Error(`nobody is called ${called.person}`)
    heard.push({ person, wait: (now - called.askedAt) as Millis })
    now = plus(now, length)
    arrive(now)
    session.does({ type: 'floor.end', data: { turn: called.turn } }, now)
    const pause = person.channel === 'room' ? again.shift() : undefined
    if (pause !== undefined) asks.push({ person: called.person, at: plus(now, pause) })
  }
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? 0) : mean(sorted.slice(middle - 1, middle + 1))
}

export const simulate = (setting: Setting, runs: number): Outcome => {
  const sessions = Array.from({ length: runs }, (_, run) => play(setting, run + 1))
  const waits = sessions.map(({ heard }) => heard.map(({ wait }) => wait / 60_000))
  const share = (of: (person: Admission) => boolean) =>
    mean(
      sessions.map(({ people, heard }) => {
        const wanted = people.filter(of)
        const spoke = new Set(heard.map(({ person }) => person))
        return wanted.filter((person) => spoke.has(person)).length / Math.max(1, wanted.length)
      }),
    )
  const [room, remote] = channels.map((channel) => share((person) => person.channel === channel))
  return {
    ...setting,
    turns: mean(waits.map(({ length }) => length)),
    people: mean(sessions.map(({ heard }) => new Set(heard.map(({ person }) => person)).size)),
    medianWait: mean(waits.map(median)),
    longestWait: mean(waits.map((all) => Math.max(...all))),
    remote: remote ?? 0,
    room: room ?? 0,
    small: share(({ group }) => small.includes(group ?? '')),
  }
}

const uncapped = 1000

/** As text: each rule with the cap of four, and those that reorder without one. */
export const table = (runs: number): string => {
  const settings = [
    ...orderModes.map((mode): Setting => ({ mode, overtakes: 4 })),
    ...orderModes.filter((mode) => mode !== 'received').map((mode): Setting => ({ mode, overtakes: uncapped })),
  ]
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const rows = settings
    .map((setting) => simulate(setting, runs))
    .map((row) => [
      row.overtakes === uncapped ? `${row.mode}, no cap` : row.mode,
      row.turns.toFixed(1),
      row.people.toFixed(1),
      row.medianWait.toFixed(1),
      row.longestWait.toFixed(1),
      percent(row.remote),
      percent(row.room),
      percent(row.small),
    ])
  const head = ['order', 'turns', 'people', 'median wait', 'longest wait', 'remote heard', 'room heard', 'small groups heard']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
