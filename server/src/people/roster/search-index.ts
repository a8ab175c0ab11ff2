/** Searchable texts of the people of a roster. They are folded once, cached while in use, and deleted with the personal data. */
import { setImmediate as yielded } from 'node:timers/promises'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import type { PersonDetails, Roster } from './roster.ts'

/** How long, in milliseconds, until details are read again if other nodes may have changed them. */
const maxAge = 1_000
/** The number of people per chunk. Between chunks the event loop can do other work. */
const chunkSize = 1_000
/** The most sessions in the cache. */
const maxSessions = 8

type IndexEntry = { readonly texts: Map<PersonId, string>; readonly at: number }

export class RosterSearchIndex {
  readonly #roster: Roster
  readonly #entries = new Map<SessionId, IndexEntry>()
  /** Counts writes, because a read that overlaps a write may return older data. */
  #writeCount = 0

  constructor(roster: Roster) {
    this.#roster = roster
    roster.onSaved((session, people) => {
      this.#writeCount += 1
      const texts = this.#entries.get(session)?.texts
      for (const [person, details] of texts ? people : []) texts?.set(person, foldDetails(details))
    })
    roster.onErased((session) => {
      this.#writeCount += 1
      this.#entries.delete(session)
    })
  }

  /** Returns the people whose organization, number, name, address or imported id contains every word. */
  async match(session: SessionId, people: readonly Person[], words: readonly string[]): Promise<readonly Person[]> {
    const texts = await this.#loadTexts(session)
    return people.filter((person) => {
      const text = `${getMemberText(person)} ${texts.get(person.id) ?? ''}`
      return words.every((word) => text.includes(word))
    })
  }

  async #loadTexts(session: SessionId): Promise<ReadonlyMap<PersonId, string>> {
    const cached = this.#entries.get(session)
    if (cached && !(this.#roster.isShared && performance.now() - cached.at > maxAge)) return cached.texts
    const [at, writeCount] = [performance.now(), this.#writeCount]
    const texts = new Map<PersonId, string>()
    for (const [person, details] of await this.#roster.list(session)) {
      if (texts.size % chunkSize === 0) await yielded()
      texts.set(person, foldDetails(details))
    }
    // If something was written during the read, the result is used once and not cached.
    if (this.#writeCount === writeCount) this.#saveEntry(session, { texts, at })
    return texts
  }

  #saveEntry(session: SessionId, entry: IndexEntry): void {
    this.#entries.delete(session)
    this.#entries.set(session, entry)
    for (const oldest of this.#entries.keys()) if (this.#entries.size > maxSessions) this.#entries.delete(oldest)
  }
}

const foldDetails = ({ name, email, externalId }: PersonDetails): string =>
  foldForSearch(`${name ?? ''} ${email ?? ''} ${externalId ?? ''}`)

/** The organization and number of a member, folded, and cached until the person changes. */
const memberTextCache = new WeakMap<Person, string>()
const getMemberText = (person: Person): string => {
  const cached = memberTextCache.get(person)
  if (cached !== undefined) return cached
  const text = foldForSearch(`${person.entity} ${person.number}`)
  memberTextCache.set(person, text)
  return text
}
