/** The presence of each session on this node: its own connections, the reports of other nodes, and the check-ins. */
import { randomUUID } from 'node:crypto'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { z } from 'zod'
import type { Nodes } from '../nodes/nodes.ts'
import type { Share, ShareKind } from '../nodes/share.ts'
import type { Session } from '../session/session.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { CheckIns } from './check-ins.ts'
import { Presence, presenceShare } from './presence.ts'

export type PresenceRegistryPorts = {
  readonly checkIns: CheckIns
  readonly nodes: Nodes
  readonly logger: Logger
}

/** Each node puts a new value under its own name whenever it has changed the stored check-ins. The others then read them again. */
export const checkInShare: ShareKind<string> = {
  name: 'check-ins',
  value: z.string().max(40),
  merge: (one, other) => [one, other].sort().at(-1) ?? one,
  keptBy: 'its-node',
  sent: 'at-once',
  maxKeys: 1,
}

/** How long, in milliseconds, until check-ins that could not be read are read again. */
const retryTime = 1_000

type PresenceEntry = {
  readonly presence: Presence
  readonly shares: readonly Share<unknown>[]
  readonly tellCheckIns: () => void
  /** Whether the check-ins have been read. */
  isLoaded: boolean
  isStale: boolean
  isFailing: boolean
  reading: Promise<void> | null
}

export class PresenceRegistry {
  readonly #ports: PresenceRegistryPorts
  readonly #entries = new Map<Session, PresenceEntry>()

  constructor(ports: PresenceRegistryPorts) {
    this.#ports = ports
  }

  /** Returns the presence at once. The check-ins are loaded shortly afterwards. */
  get(session: Session): Presence {
    return this.#getEntry(session).presence
  }

  /** Returns the presence once the check-ins are loaded. Rejects with `StorageUnavailableError`. */
  async load(session: Session): Promise<Presence> {
    const entry = this.#getEntry(session)
    if (entry.isStale || !entry.isLoaded) await this.#reload(session, entry)
    return entry.presence
  }

  /** Records that the secretariat checks a person in, or undoes it. A person who is already checked in keeps the first time. */
  async checkIn(session: Session, person: PersonId, checkedIn: boolean): Promise<void> {
    const entry = this.#getEntry(session)
    const presence = await this.load(session)
    if (presence.getAttendance(person).checkedIn === checkedIn) return
    const at = checkedIn ? session.now() : null
    await this.#ports.checkIns.set(session.id, person, at)
    if (entry.reading !== null) entry.isStale = true // the read under way may return older data
    presence.setCheckedIn(person, at)
    entry.tellCheckIns()
  }

  /** Notes that this node has deleted the stored check-ins of a session, so nobody is checked in now. */
  clear(id: SessionId): void {
    for (const [session, entry] of this.#entries) {
      if (session.id !== id) continue
      if (entry.reading !== null) entry.isStale = true
      entry.presence.loadCheckIns(new Map())
      entry.tellCheckIns()
    }
  }

  close(): void {
    for (const session of [...this.#entries.keys()]) this.#drop(session)
  }

  #getEntry(session: Session): PresenceEntry {
    const existing = this.#entries.get(session)
    if (existing) return existing
    const { nodes } = this.#ports
    const connected = nodes.open(presenceShare, session.id, (people) => presence.hear(people as PersonId[], session.now()))
    const checkIns = nodes.open(checkInShare, session.id, () => {
      entry.isStale = true
      this.#refresh(session, entry)
    })
    const presence = new Presence(connected)
    const entry: PresenceEntry = {
      presence,
      shares: [connected, checkIns],
      tellCheckIns: () => checkIns.put(nodes.own, randomUUID()),
      isLoaded: false,
      isStale: true,
      isFailing: false,
      reading: null,
    }
    this.#entries.set(session, entry)
    session.onChange(({ reset, revision }) => {
      if (reset && revision === revisionZero) this.#drop(session)
    })
    this.#refresh(session, entry)
    return entry
  }

  #drop(session: Session): void {
    for (const share of this.#entries.get(session)?.shares ?? []) share.close()
    this.#entries.delete(session)
  }

  #refresh(session: Session, entry: PresenceEntry): void {
    this.#reload(session, entry).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      if (!entry.isFailing) this.#ports.logger.warn({ session: session.id, reason }, 'who is checked in cannot be read')
      entry.isFailing = true
      setTimeout(() => this.#entries.get(session) === entry && this.#refresh(session, entry), retryTime).unref()
    })
  }

  /** Reads the check-ins, one read at a time. If the result is stale when it arrives, the read is repeated. */
  #reload(session: Session, entry: PresenceEntry): Promise<void> {
    entry.reading ??= this.#loadUntilFresh(session, entry).finally(() => {
      entry.reading = null
    })
    return entry.reading
  }

  async #loadUntilFresh(session: Session, entry: PresenceEntry): Promise<void> {
    do {
      entry.isStale = false
      try {
        const all = await this.#ports.checkIns.list(session.id)
        if (!entry.isStale) entry.presence.loadCheckIns(all)
        entry.isFailing = false
      } catch (error) {
        entry.isStale = true
        throw error
      }
    } while (entry.isStale)
    entry.isLoaded = true
  }
}
