/** Who is there: on the line, here and at the other nodes, or in the room by the desk's own eyes. It flickers, so it is never in the log. */
import { randomUUID } from 'node:crypto'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { Audience } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { PresenceView } from '@rostrum/shared/projection/registry'
import { isListed } from '../roster/membership.ts'

/** The desk is told of the next speakers only. */
const watched = 10

export const attendanceStates = ['connected', 'arrived', 'away', 'absent'] as const
export type Attendance = {
  /** On the line; not, but checked in; neither, though they were on the line; never seen. */
  readonly presence: (typeof attendanceStates)[number]
  /** Where it is known. */
  readonly since: Instant | null
  /** Checked in by the desk, on the line or not. */
  readonly arrived: boolean
}

/** What nodes tell each other: who is on the line there, when those of the next speakers left who are not, and whether somebody was checked in. */
type Said = { readonly on: readonly PersonId[]; readonly left: Readonly<Record<PersonId, Instant>>; readonly marked: string }

export class Presence {
  readonly #lines = new Map<PersonId, number>()
  readonly #left = new Map<PersonId, Instant>()
  readonly #listeners = new Set<() => void>()
  #arrived = new Map<PersonId, Instant>()
  #elsewhere: ReadonlySet<PersonId> = new Set()
  #leftElsewhere: ReadonlyMap<PersonId, Instant> = new Map()
  #heard = ''
  #marked = randomUUID()
  #markedElsewhere = ''

  /** Called whenever anything of it has changed. Returns a function that ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  arrive(person: PersonId): void {
    this.#lines.set(person, (this.#lines.get(person) ?? 0) + 1)
    this.#left.delete(person)
    this.#changed()
  }

  leave(person: PersonId, at: Instant): void {
    const lines = (this.#lines.get(person) ?? 1) - 1
    if (lines > 0) this.#lines.set(person, lines)
    else {
      this.#lines.delete(person)
      this.#left.set(person, at)
    }
    this.#changed()
  }

  /** The desk says so here; null: they are not in the room after all. The other nodes are told that something is to be read. */
  mark(person: PersonId, at: Instant | null): void {
    if (at === null) this.#arrived.delete(person)
    else this.#arrived.set(person, at)
    this.remark()
  }

  /** What is kept of who is checked in has changed by this node. */
  remark(): void {
    this.#marked = randomUUID()
    this.#changed()
  }

  /** All who are checked in, as it is kept. */
  checkedIn(all: ReadonlyMap<PersonId, Instant>): void {
    this.#arrived = new Map(all)
    this.#changed()
  }

  /** At this node. */
  lines(person: PersonId): number {
    return this.#lines.get(person) ?? 0
  }

  of(person: PersonId): Attendance {
    const checkedIn = this.#arrived.get(person)
    const arrived = checkedIn !== undefined
    if (this.#connected(person)) return { presence: 'connected', since: null, arrived }
    if (arrived) return { presence: 'arrived', since: checkedIn, arrived }
    const left = this.#since(person)
    return left === undefined ? { presence: 'absent', since: null, arrived } : { presence: 'away', since: left, arrived }
  }

  /** For the other nodes. */
  said(state: State): string {
    const left = nextIn(state).flatMap((person) => {
      const at = this.#left.get(person)
      return at === undefined ? [] : [[person, at] as const]
    })
    return JSON.stringify({ on: [...this.#lines.keys()], left: Object.fromEntries(left), marked: this.#marked } satisfies Said)
  }

  /** Another one each time that who is checked in has to be read again. */
  get markedElsewhere(): string {
    return this.#markedElsewhere
  }

  /** All that the other nodes say now; whoever is missing from it has left, or their node is lost. True where it is news. */
  heard(said: readonly string[], at: Instant): boolean {
    const heard = [...said].sort().join('\n')
    if (heard === this.#heard) return false
    this.#heard = heard
    const nodes = said.map((one) => JSON.parse(one) as Said) // another node of this program wrote it
    const before = this.#elsewhere
    this.#elsewhere = new Set(nodes.flatMap(({ on }) => on))
    for (const person of before) if (!this.#elsewhere.has(person) && !this.#lines.has(person)) this.#left.set(person, at)
    const left = new Map<PersonId, Instant>()
    for (const node of nodes)
      for (const [person, when] of Object.entries(node.left) as [PersonId, Instant][])
        left.set(person, Math.max(when, left.get(person) ?? 0) as Instant)
    this.#leftElsewhere = left
    this.#markedElsewhere = nodes
      .map(({ marked }) => marked)
      .sort()
      .join()
    this.#changed()
    return true
  }

  view(state: State, audience: Audience): PresenceView {
    const { room, remote } = this.counts(state)
    return audience === 'staff' ? { room, remote, away: this.#away(state) } : { room, remote }
  }

  /** Everybody of the roster who is there, each once: whoever is checked in is in the room. */
  counts({ people }: State): { readonly room: number; readonly remote: number } {
    let [room, remote] = [0, 0]
    for (const person of new Set([...this.#lines.keys(), ...this.#elsewhere, ...this.#arrived.keys()])) {
      const known = people.all.get(person)
      if (known === undefined || known.revoked || !isListed(known)) continue
      if (known.channel === 'room' || this.#arrived.has(person)) room += 1
      else remote += 1
    }
    return { room, remote }
  }

  /** Whoever is checked in and never had a device on the line is waited for by nobody. */
  #away(state: State): Readonly<Record<PersonId, Instant>> {
    return Object.fromEntries(
      nextIn(state).flatMap((person) => {
        if (this.#connected(person)) return []
        const since = this.#since(person)
        if (since === undefined && this.#arrived.has(person)) return []
        return [[person, since ?? state.people.all.get(person)?.admittedAt]]
      }),
    ) as Record<PersonId, Instant>
  }

  #connected(person: PersonId): boolean {
    return this.#lines.has(person) || this.#elsewhere.has(person)
  }

  /** They were last seen where they left last. */
  #since(person: PersonId): Instant | undefined {
    const [here, elsewhere] = [this.#left.get(person), this.#leftElsewhere.get(person)]
    return here === undefined || elsewhere === undefined ? (here ?? elsewhere) : (Math.max(here, elsewhere) as Instant)
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}

const nextIn = ({ queue }: State): readonly PersonId[] =>
  queue.line.slice(0, watched).flatMap(({ entry }) => queue.entries[entry]?.speaker.person ?? [])
