/** Who is on the line, here and at the other nodes. It flickers, so it is never in the log and told at most once a second. */
import type { State } from '@rostrum/shared/contract/registry'
import type { Audience } from '@rostrum/shared/contract/roles'
import type { PersonId } from '@rostrum/shared/kernel/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { PresenceView } from '@rostrum/shared/projection/view'

/** The desk is told of the next speakers only. */
const watched = 10

/** What nodes tell each other: who is on the line there, and when those of the next speakers left who are not. */
type Said = { readonly on: readonly PersonId[]; readonly left: Readonly<Record<PersonId, Instant>> }

export class Presence {
  readonly #lines = new Map<PersonId, number>()
  readonly #left = new Map<PersonId, Instant>()
  #elsewhere: ReadonlySet<PersonId> = new Set()
  #leftElsewhere: ReadonlyMap<PersonId, Instant> = new Map()
  #heard = ''

  arrive(person: PersonId): void {
    this.#lines.set(person, (this.#lines.get(person) ?? 0) + 1)
    this.#left.delete(person)
  }

  leave(person: PersonId, at: Instant): void {
    const lines = (this.#lines.get(person) ?? 1) - 1
    if (lines > 0) this.#lines.set(person, lines)
    else {
      this.#lines.delete(person)
      this.#left.set(person, at)
    }
  }

  /** At this node. */
  lines(person: PersonId): number {
    return this.#lines.get(person) ?? 0
  }

  /** For the other nodes. */
  said(state: State): string {
    const left = nextIn(state).flatMap((person) => {
      const at = this.#left.get(person)
      return at === undefined ? [] : [[person, at] as const]
    })
    return JSON.stringify({ on: [...this.#lines.keys()], left: Object.fromEntries(left) } satisfies Said)
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
    return true
  }

  view(state: State, audience: Audience): PresenceView {
    let [room, remote] = [0, 0]
    for (const person of new Set([...this.#lines.keys(), ...this.#elsewhere])) {
      const known = state.people.all.get(person)
      if (known?.role !== 'participant') continue
      if (known.channel === 'room') room += 1
      else remote += 1
    }
    return audience === 'staff' ? { room, remote, away: this.#away(state) } : { room, remote }
  }

  #away(state: State): Readonly<Record<PersonId, Instant>> {
    return Object.fromEntries(
      nextIn(state)
        .filter((person) => !this.#lines.has(person) && !this.#elsewhere.has(person))
        .map((person) => [person, this.#since(person) ?? state.people.all.get(person)?.admittedAt]),
    ) as Record<PersonId, Instant>
  }

  /** They were last seen where they left last. */
  #since(person: PersonId): Instant | undefined {
    const [here, elsewhere] = [this.#left.get(person), this.#leftElsewhere.get(person)]
    return here === undefined || elsewhere === undefined ? (here ?? elsewhere) : (Math.max(here, elsewhere) as Instant)
  }
}

const nextIn = ({ queue }: State): readonly PersonId[] =>
  queue.line.slice(0, watched).flatMap(({ entry }) => queue.entries[entry]?.speaker.person ?? [])
