/**
 * The people who are present: connected to this node or another one, or checked in by the secretariat. Presence changes often, so it is
 * never in the log.
 */

import type { attendanceStatuses } from '@rostrum/shared/contract/attendance'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { Share, type ShareKind } from '../nodes/share.ts'

/** The number of next speakers whom the staff see as away. */
const watchedSpeakers = 10

export type Attendance = {
  /** Connected; not connected but checked in; neither, but connected before; never seen. */
  readonly presence: (typeof attendanceStatuses)[number]
  /** Null if it is not known. */
  readonly since: Instant | null
  /** Checked in by the secretariat, connected or not. */
  readonly checkedIn: boolean
}

/** The time when a person left the node, or null if they are connected to it. */
export type LeftAt = Instant | null

export const presenceShare: ShareKind<LeftAt> = {
  name: 'presence',
  value: z
    .number()
    .transform((at) => at as Instant)
    .nullable(),
  merge: (one, other) => (one === null || other === null ? null : (Math.max(one, other) as Instant)),
  keptBy: 'its-node',
  sent: 'within-a-second',
  maxKeys: 100_000,
}

export class Presence {
  readonly #connections = new Map<PersonId, number>()
  readonly #share: Share<LeftAt>
  /** The people who are connected to other nodes. */
  readonly #elsewhere = new Set<PersonId>()
  readonly #listeners = new Set<(people: Iterable<PersonId>) => void>()
  #checkIns = new Map<PersonId, Instant>()

  constructor(share: Share<LeftAt> = new Share(presenceShare)) {
    this.#share = share
  }

  /** Calls the listener at every change, with the people whom it concerns. Returns a function that removes the listener. */
  onChange(listener: (people: Iterable<PersonId>) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  connect(person: PersonId): void {
    this.#connections.set(person, (this.#connections.get(person) ?? 0) + 1)
    this.#share.put(person, null)
    this.#notify([person])
  }

  disconnect(person: PersonId, at: Instant): void {
    const connections = (this.#connections.get(person) ?? 1) - 1
    if (connections > 0) this.#connections.set(person, connections)
    else {
      this.#connections.delete(person)
      this.#share.put(person, at)
    }
    this.#notify([person])
  }

  /** Checks a person in on this node on behalf of the secretariat, or undoes it (null). */
  setCheckedIn(person: PersonId, at: Instant | null): void {
    if (at === null) this.#checkIns.delete(person)
    else this.#checkIns.set(person, at)
    this.#notify([person])
  }

  /** Replaces the check-ins with the stored ones. */
  loadCheckIns(all: ReadonlyMap<PersonId, Instant>): void {
    const before = this.#checkIns
    this.#checkIns = new Map(all)
    this.#notify([...before.keys(), ...all.keys()])
  }

  /** Returns the number of connections that a person has on this node. */
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
    return this.listConnectedSince(Number.POSITIVE_INFINITY as Instant)
  }

  isConnectedSince(person: PersonId, since: Instant): boolean {
    return this.isConnected(person) || (this.getLeftAt(person) ?? Number.NEGATIVE_INFINITY) >= since
  }

  /** Returns the people who are connected, or left at that time or later. Earlier departures than the start of this node are not known. */
  listConnectedSince(since: Instant): ReadonlySet<PersonId> {
    return new Set([...this.#listKnown()].filter((person) => this.isConnectedSince(person, since)))
  }

  /** Returns everybody who is or was present, as far as this node knows. */
  listSeen(): ReadonlySet<PersonId> {
    return new Set([...this.#listKnown(), ...this.#checkIns.keys()])
  }

  isCheckedIn(person: PersonId): boolean {
    return this.#checkIns.has(person)
  }

  listCheckedIn(): ReadonlySet<PersonId> {
    return new Set(this.#checkIns.keys())
  }

  /** Takes changes of other nodes about these people. If a node is lost, the people who were connected to it have left. */
  hear(people: readonly PersonId[], at: Instant): void {
    for (const person of people) {
      const leftAt = this.#share.getFromOthers(person)
      if (leftAt === null) this.#elsewhere.add(person)
      else if (this.#elsewhere.delete(person) && leftAt === undefined && !this.#connections.has(person)) this.#share.put(person, at)
    }
    this.#notify(people)
  }

  isConnected(person: PersonId): boolean {
    return this.#share.get(person) === null
  }

  /** Returns the latest time at which the person left any node. */
  getLeftAt(person: PersonId): Instant | undefined {
    return this.#share.get(person) ?? undefined
  }

  #listKnown(): Iterable<PersonId> {
    return this.#share.keys() as ReadonlySet<PersonId>
  }

  #notify(people: Iterable<PersonId>): void {
    for (const listener of this.#listeners) listener(people)
  }
}

/** Returns the speaker who has the floor or is called to it, and the next speakers. */
export const listNextSpeakers = ({ floor, queue }: State): readonly PersonId[] =>
  [floor.current?.entry, ...queue.order.slice(0, watchedSpeakers).map(({ entry }) => queue.entries.get(entry))].flatMap(
    (entry) => entry?.speaker.person ?? [],
  )
