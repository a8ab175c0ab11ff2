/** The pronunciations, from the roster, of the names that a booth sees. They are in memory only as long as it sees them. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Logger } from '../../engine/telemetry/logger.ts'

export type PronunciationPorts = {
  /** Resolves with null if the roster does not have it. */
  readonly read: (person: PersonId) => Promise<string | null>
  /** Whether other nodes may change the roster. */
  readonly isShared: boolean
  readonly onChange: () => void
  readonly logger: Logger
}

/** How long, in milliseconds, until one is read again if other nodes may have changed it. */
const freshFor = 5_000

type Known = { readonly pronounced: string | null; readonly readAgain: NodeJS.Timeout | undefined }

export class Pronunciations {
  readonly #ports: PronunciationPorts
  readonly #known = new Map<PersonId, Known>()

  constructor(ports: PronunciationPorts) {
    this.#ports = ports
  }

  /** Returns the pronunciation, or null until it has been read. */
  get(person: PersonId): string | null {
    return this.#known.get(person)?.pronounced ?? null
  }

  /** Keeps the people whom a booth sees now. All others are forgotten. */
  follow(people: ReadonlySet<PersonId>): void {
    for (const person of this.#known.keys()) if (!people.has(person)) this.#drop(person)
    for (const person of people) if (!this.#known.has(person)) this.#read(person)
  }

  /** Reads these people again after a change of the roster. */
  readAgain(people: Iterable<PersonId>): void {
    for (const person of people) if (this.#known.has(person)) this.#read(person)
  }

  /** Forgets everybody after the roster was deleted. */
  forget(): void {
    if (this.#known.size === 0) return
    this.follow(new Set())
    this.#ports.onChange()
  }

  #drop(person: PersonId): void {
    clearTimeout(this.#known.get(person)?.readAgain)
    this.#known.delete(person)
  }

  #read(person: PersonId): void {
    const pronouncedBefore = this.get(person)
    this.#drop(person)
    const readAgain = this.#ports.isShared ? setTimeout(() => this.#read(person), freshFor).unref() : undefined
    const before: Known = { pronounced: pronouncedBefore, readAgain }
    this.#known.set(person, before)
    this.#ports.read(person).then(
      (pronounced) => {
        // It may have been forgotten or read again in the meantime.
        if (this.#known.get(person) !== before || before.pronounced === pronounced) return
        this.#known.set(person, { ...before, pronounced })
        this.#ports.onChange()
      },
      (error: unknown) => {
        this.#ports.logger.warn({ err: error }, 'the roster cannot be read; a booth does not show how a name is pronounced')
        if (this.#known.get(person) === before && !this.#ports.isShared) this.#drop(person)
      },
    )
  }
}
