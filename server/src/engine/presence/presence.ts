/** Who is present: connected to this node or another one, or checked in by the secretariat. It changes often, so it is never in the log. */

import { randomUUID } from 'node:crypto'
import type { attendanceStatuses } from '@rostrum/shared/contract/attendance'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'

/** How many of the next speakers the staff see as away. */
const watchedSpeakers = 10

export type Attendance = {
  /** Connected; not connected but checked in; neither, but connected before; never seen. */
  readonly presence: (typeof attendanceStatuses)[number]
  /** Null if it is not known. */
  readonly since: Instant | null
  /** Checked in by the secretariat, connected or not. */
  readonly checkedIn: boolean
}

/**
 * What nodes send each other: who is connected there, when each of the next speakers who is not connected left,
 * and a version that changes with every check-in.
 */
type PresenceMessage = {
  readonly connected: readonly PersonId[]
  readonly leftAt: Readonly<Record<PersonId, Instant>>
  readonly checkInVersion: string
}

export class Presence {
  readonly #connections = new Map<PersonId, number>()
  readonly #leftAt = new Map<PersonId, Instant>()
  readonly #listeners = new Set<(people: Iterable<PersonId>) => void>()
  #checkIns = new Map<PersonId, Instant>()
  #connectedElsewhere: ReadonlySet<PersonId> = new Set()
  #leftElsewhereAt: ReadonlyMap<PersonId, Instant> = new Map()
  #lastMessages = ''
  #checkInVersion = randomUUID()
  #remoteCheckInVersion = ''

  /** Calls the listener at every change, with those whom it touches. Returns a function that ends it. */
  onChange(listener: (people: Iterable<PersonId>) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  connect(person: PersonId): void {
    this.#connections.set(person, (this.#connections.get(person) ?? 0) + 1)
    this.#leftAt.delete(person)
    this.#notify([person])
  }

  disconnect(person: PersonId, at: Instant): void {
    const connections = (this.#connections.get(person) ?? 1) - 1
    if (connections > 0) this.#connections.set(person, connections)
    else {
      this.#connections.delete(person)
      this.#leftAt.set(person, at)
    }
    this.#notify([person])
  }

  /** The secretariat checks a person in on this node, or undoes it (null). The other nodes then read the check-ins again. */
  setCheckedIn(person: PersonId, at: Instant | null): void {
    if (at === null) this.#checkIns.delete(person)
    else this.#checkIns.set(person, at)
    this.touchCheckIns([person])
  }

  /** This node changed the stored check-ins of these people. */
  touchCheckIns(people: Iterable<PersonId>): void {
    this.#checkInVersion = randomUUID()
    this.#notify(people)
  }

  /** Replaces the check-ins by the stored ones. */
  loadCheckIns(all: ReadonlyMap<PersonId, Instant>): void {
    const before = this.#checkIns
    this.#checkIns = new Map(all)
    this.#notify([...before.keys(), ...all.keys()])
  }

  /** How many connections a person has on this node. */
  connectionCount(person: PersonId): number {
    return this.#connections.get(person) ?? 0
  }

  getAttendance(person: PersonId): Attendance {
    const checkedInAt = this.#checkIns.get(person)
    const checkedIn = checkedInAt !== undefined
    if (this.isConnected(person)) return { presence: 'connected', since: null, checkedIn }
    if (checkedIn) return { presence: 'checked-in', since: checkedInAt, checkedIn }
    const leftAt = this.getLeftAt(person)
    return leftAt === undefined ? { presence: 'absent', since: null, checkedIn } : { presence: 'away', since: leftAt, checkedIn }
  }

  listConnected(): ReadonlySet<PersonId> {
    return new Set([...this.#connections.keys(), ...this.#connectedElsewhere])
  }

  isConnectedSince(person: PersonId, since: Instant): boolean {
    return this.isConnected(person) || (this.getLeftAt(person) ?? Number.NEGATIVE_INFINITY) >= since
  }

  /** Who is connected, or left at that time or later. What was before this node started is not known. */
  listConnectedSince(since: Instant): ReadonlySet<PersonId> {
    const left = [...this.#leftAt, ...this.#leftElsewhereAt].flatMap(([person, at]) => (at >= since ? [person] : []))
    return new Set([...this.listConnected(), ...left])
  }

  /** Everybody who is or was present, as far as this node knows. */
  listSeen(): ReadonlySet<PersonId> {
    return new Set([...this.listConnectedSince(0 as Instant), ...this.#checkIns.keys()])
  }

  isCheckedIn(person: PersonId): boolean {
    return this.#checkIns.has(person)
  }

  listCheckedIn(): ReadonlySet<PersonId> {
    return new Set(this.#checkIns.keys())
  }

  /** The message of this node to the other nodes. */
  toMessage(state: State): string {
    const left = listNextSpeakers(state).flatMap((person) => {
      const at = this.#leftAt.get(person)
      return at === undefined ? [] : [[person, at] as const]
    })
    return JSON.stringify({
      connected: [...this.#connections.keys()],
      leftAt: Object.fromEntries(left),
      checkInVersion: this.#checkInVersion,
    } satisfies PresenceMessage)
  }

  /** Changes each time the check-ins must be read again. */
  get remoteCheckInVersion(): string {
    return this.#remoteCheckInVersion
  }

  /** Takes the current messages of all other nodes. A person in none of them has left, or their node is lost. True if anything is new. */
  applyMessages(messages: readonly string[], at: Instant): boolean {
    const allMessages = [...messages].sort().join('\n')
    if (allMessages === this.#lastMessages) return false
    this.#lastMessages = allMessages
    const nodes = messages.map((message) => JSON.parse(message) as PresenceMessage) // written by another node of this program
    const before = this.#connectedElsewhere
    this.#connectedElsewhere = new Set(nodes.flatMap(({ connected }) => connected))
    for (const person of before) if (!this.#connectedElsewhere.has(person) && !this.#connections.has(person)) this.#leftAt.set(person, at)
    const leftBefore = this.#leftElsewhereAt
    const left = new Map<PersonId, Instant>()
    for (const node of nodes)
      for (const [person, when] of Object.entries(node.leftAt) as [PersonId, Instant][])
        left.set(person, Math.max(when, left.get(person) ?? 0) as Instant)
    this.#leftElsewhereAt = left
    this.#remoteCheckInVersion = nodes
      .map(({ checkInVersion }) => checkInVersion)
      .sort()
      .join()
    this.#notify([...findDifferent(before, this.#connectedElsewhere), ...leftBefore.keys(), ...left.keys()])
    return true
  }

  isConnected(person: PersonId): boolean {
    return this.#connections.has(person) || this.#connectedElsewhere.has(person)
  }

  /** The latest time at which the person left any node. */
  getLeftAt(person: PersonId): Instant | undefined {
    const [here, elsewhere] = [this.#leftAt.get(person), this.#leftElsewhereAt.get(person)]
    return here === undefined || elsewhere === undefined ? (here ?? elsewhere) : (Math.max(here, elsewhere) as Instant)
  }

  #notify(people: Iterable<PersonId>): void {
    for (const listener of this.#listeners) listener(people)
  }
}

/** The speaker who has the floor, or is called to it, and those who are next. */
export const listNextSpeakers = ({ floor, queue }: State): readonly PersonId[] =>
  [floor.current?.entry, ...queue.order.slice(0, watchedSpeakers).map(({ entry }) => queue.entries.get(entry))].flatMap(
    (entry) => entry?.speaker.person ?? [],
  )

const findDifferent = <Item>(before: ReadonlySet<Item>, after: ReadonlySet<Item>): readonly Item[] => [
  ...[...before].filter((item) => !after.has(item)),
  ...[...after].filter((item) => !before.has(item)),
]
