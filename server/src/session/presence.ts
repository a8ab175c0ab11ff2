/** Who is on the line at this node. It flickers, so it is never in the log and told at most once a second. */
import type { State } from '@rostrum/shared/contract/registry'
import type { Audience } from '@rostrum/shared/contract/roles'
import type { PersonId } from '@rostrum/shared/kernel/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { PresenceView } from '@rostrum/shared/projection/view'

/** The desk is told of the next speakers only. */
const watched = 10

export class Presence {
  readonly #lines = new Map<PersonId, number>()
  readonly #left = new Map<PersonId, Instant>()

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

  lines(person: PersonId): number {
    return this.#lines.get(person) ?? 0
  }

  view(state: State, audience: Audience): PresenceView {
    let [room, remote] = [0, 0]
    for (const person of this.#lines.keys()) {
      const known = state.people.all.get(person)
      if (known?.role !== 'participant') continue
      if (known.channel === 'room') room += 1
      else remote += 1
    }
    return audience === 'staff' ? { room, remote, away: this.#away(state) } : { room, remote }
  }

  #away({ queue, people }: State): Readonly<Record<PersonId, Instant>> {
    const next = queue.line.slice(0, watched).flatMap(({ entry }) => queue.entries[entry]?.speaker.person ?? [])
    return Object.fromEntries(
      next
        .filter((person) => !this.#lines.has(person))
        .map((person) => [person, this.#left.get(person) ?? people.all.get(person)?.admittedAt]),
    ) as Record<PersonId, Instant>
  }
}
