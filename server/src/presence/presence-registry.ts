/** The presence of each session that is served here: what this node sees, what the others tell, and who is checked in. */
import { randomUUID } from 'node:crypto'
import { noRevision, type PersonId, type SessionId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Arrivals } from '../roster/check-ins.ts'
import type { Session } from '../session/session.ts'
import type { Nearby } from '../store/store.ts'
import type { Logger } from '../telemetry/logger.ts'
import { type Company, keepCompany } from './node-heartbeat.ts'
import { Presence } from './presence.ts'

export type PresencePorts = {
  readonly arrivals: Arrivals
  /** Null where no other node serves the same sessions. */
  readonly nearby: Nearby | null
  readonly now: () => Instant
  readonly logger: Logger
}

type Kept = {
  readonly presence: Presence
  readonly company: Company | null
  stale: boolean
  failing: boolean
  reading: Promise<void> | null
}

export class Presences {
  readonly #ports: PresencePorts
  readonly #node = randomUUID()
  readonly #kept = new Map<Session, Kept>()

  constructor(ports: PresencePorts) {
    this.#ports = ports
  }

  /** At once; who is checked in is heard of a moment later. */
  of(session: Session): Presence {
    return this.#keptOf(session).presence
  }

  /** With all who are checked in. Rejects with the store's `Unavailable`. */
  async known(session: Session): Promise<Presence> {
    const kept = this.#keptOf(session)
    if (kept.stale) await this.#read(session, kept)
    return kept.presence
  }

  /** In the room, by the desk's own eyes; false: not after all. Whoever was marked before keeps their time. */
  async mark(session: Session, person: PersonId, arrived: boolean): Promise<void> {
    const kept = this.#keptOf(session)
    const presence = await this.known(session)
    if (presence.of(person).arrived === arrived) return
    const at = arrived ? this.#ports.now() : null
    await this.#ports.arrivals.mark(session.id, person, at)
    if (kept.reading !== null) kept.stale = true // what is being read may be older
    presence.mark(person, at)
    kept.company?.tell()
  }

  /** What is kept has been taken away, here: nobody is checked in any more. */
  forgotten(id: SessionId): void {
    for (const [session, kept] of this.#kept) {
      if (session.id !== id) continue
      if (kept.reading !== null) kept.stale = true
      kept.presence.checkedIn(new Map())
      kept.presence.remark()
      kept.company?.tell()
    }
  }

  close(): void {
    for (const { company } of this.#kept.values()) company?.leave()
    this.#kept.clear()
  }

  #keptOf(session: Session): Kept {
    const known = this.#kept.get(session)
    if (known) return known
    const presence = new Presence()
    const kept: Kept = { presence, company: this.#companyOf(session, presence), stale: true, failing: false, reading: null }
    this.#kept.set(session, kept)
    session.onAdvance(({ reset, revision }) => {
      if (!reset || revision !== noRevision) return
      kept.company?.leave()
      this.#kept.delete(session)
    })
    this.#refresh(session, kept)
    return kept
  }

  #companyOf(session: Session, presence: Presence): Company | null {
    const { nearby, now, logger } = this.#ports
    if (nearby === null) return null
    return keepCompany({
      nearby,
      node: this.#node,
      topic: session.id,
      say: () => presence.said(session.state),
      hear: (said) => {
        const before = presence.markedElsewhere
        presence.heard(said, now())
        const kept = this.#kept.get(session)
        if (!kept) return
        if (presence.markedElsewhere !== before) kept.stale = true
        if (kept.stale) this.#refresh(session, kept)
      },
      logger,
    })
  }

  #refresh(session: Session, kept: Kept): void {
    this.#read(session, kept).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      if (!kept.failing) this.#ports.logger.warn({ session: session.id, why }, 'who is checked in cannot be read')
      kept.failing = true
    })
  }

  /** One reading at a time; what has become stale meanwhile is read once more. */
  #read(session: Session, kept: Kept): Promise<void> {
    kept.reading ??= this.#drain(session, kept).finally(() => {
      kept.reading = null
    })
    return kept.reading
  }

  async #drain(session: Session, kept: Kept): Promise<void> {
    do {
      kept.stale = false
      try {
        const all = await this.#ports.arrivals.all(session.id)
        if (!kept.stale) kept.presence.checkedIn(all)
        kept.failing = false
      } catch (error) {
        kept.stale = true
        throw error
      }
    } while (kept.stale)
  }
}
