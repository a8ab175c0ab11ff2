/** The notes that were written, changed or removed after the close. */
import type { Commit, State } from '@rostrum/shared/contract/registry'

export class AfterClose {
  readonly #added = new Set<string>()
  readonly #changed = new Set<string>()
  #removed = 0

  apply({ events }: Pick<Commit, 'events'>, before: State, after: State): void {
    if (before.session.phase !== 'closed') return
    // The close was taken back, so everything up to now happened during the session.
    if (after.session.phase !== 'closed') this.#forget()
    for (const { type, data } of events) {
      if (type === 'notes.added') this.#added.add(data.note.id)
      if (type === 'notes.edited' || type === 'notes.also-set') this.#changed.add(data.note)
      if (type === 'notes.joined')
        for (const id of [data.note, data.into, before.notes.all.get(data.note)?.into]) if (id) this.#changed.add(id)
      // A note that was also written after the close leaves no trace.
      if (type === 'notes.removed' && !this.#added.delete(data.note)) this.#removed += 1
    }
  }

  has(note: string): boolean {
    return this.#added.has(note) || this.#changed.has(note)
  }

  get removed(): number {
    return this.#removed
  }

  #forget(): void {
    this.#added.clear()
    this.#changed.clear()
    this.#removed = 0
  }
}
