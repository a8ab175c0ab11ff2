/** What people of a roster are found by: folded once, kept while they are looked for, and forgotten with them. */
import { setImmediate as yielded } from 'node:timers/promises'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import { folded } from './folded.ts'
import type { Details, Roster } from './roster.ts'

/** What another node may have written is read again after so many milliseconds. */
const fresh = 1_000
/** People who are folded before others are served. */
const chunk = 1_000
/** Sessions of which it is kept. */
const most = 8

type Kept = { readonly texts: Map<PersonId, string>; readonly at: number }

export class Findable {
  readonly #roster: Roster
  readonly #kept = new Map<SessionId, Kept>()
  /** How often anything has been written: what was being read meanwhile may be older. */
  #written = 0

  constructor(roster: Roster) {
    this.#roster = roster
    roster.onRemembered((session, people) => {
      this.#written += 1
      const texts = this.#kept.get(session)?.texts
      for (const [person, details] of texts ? people : []) texts?.set(person, textOf(details))
    })
    roster.onForgotten((session) => {
      this.#written += 1
      this.#kept.delete(session)
    })
  }

  /** Those of these people of whom every word is said, by organization, number, name, address or id of their list. */
  async saying(session: SessionId, people: readonly Person[], words: readonly string[]): Promise<readonly Person[]> {
    const texts = await this.#textsOf(session)
    return people.filter((person) => {
      const text = `${standing(person)} ${texts.get(person.id) ?? ''}`
      return words.every((word) => text.includes(word))
    })
  }

  async #textsOf(session: SessionId): Promise<ReadonlyMap<PersonId, string>> {
    const before = this.#kept.get(session)
    if (before && !(this.#roster.shared && performance.now() - before.at > fresh)) return before.texts
    const [at, written] = [performance.now(), this.#written]
    const texts = new Map<PersonId, string>()
    for (const [person, details] of await this.#roster.all(session)) {
      if (texts.size % chunk === 0) await yielded()
      texts.set(person, textOf(details))
    }
    // Written or forgotten while it was read: good for this once.
    if (this.#written === written) this.#keep(session, { texts, at })
    return texts
  }

  #keep(session: SessionId, kept: Kept): void {
    this.#kept.delete(session)
    this.#kept.set(session, kept)
    for (const oldest of this.#kept.keys()) if (this.#kept.size > most) this.#kept.delete(oldest)
  }
}

const textOf = ({ name, email, external }: Details): string => folded(`${name ?? ''} ${email ?? ''} ${external ?? ''}`)

/** What the log has of somebody, folded for as long as they are as they are. */
const known = new WeakMap<Person, string>()
const standing = (person: Person): string => {
  const before = known.get(person)
  if (before !== undefined) return before
  const made = folded(`${person.entity} ${person.number}`)
  known.set(person, made)
  return made
}
