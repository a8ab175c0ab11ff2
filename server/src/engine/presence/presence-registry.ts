/** The presence of each session on this node: its own connections, the reports of other nodes, and the check-ins. */
import { randomUUID } from 'node:crypto'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import type { Session } from '../session/session.ts'
import type { NodeChannel } from '../store/store.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { CheckIns } from './check-ins.ts'
import { type Heartbeat, startHeartbeat } from './node-heartbeat.ts'
import { Presence } from './presence.ts'

export type PresenceRegistryPorts = {
  readonly checkIns: CheckIns
  /** Null if no other node serves the same sessions. */
  readonly nodes: NodeChannel | null
  readonly logger: Logger
}

type PresenceEntry = {
  readonly presence: Presence
  readonly heartbeat: Heartbeat | null
  /** Whether the check-ins were read once. */
  isLoaded: boolean
  isStale: boolean
  isFailing: boolean
  reading: Promise<void> | null
}

export class PresenceRegistry {
  readonly #ports: PresenceRegistryPorts
  readonly #node = randomUUID()
  readonly #entries = new Map<Session, PresenceEntry>()

  constructor(ports: PresenceRegistryPorts) {
    this.#ports = ports
  }

  /** Returns at once. The check-ins are loaded a moment later. */
  get(session: Session): Presence {
    return this.#getEntry(session).presence
  }

  /** Waits until the check-ins are loaded. Rejects with `StorageUnavailableError`. */
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
    entry.heartbeat?.sendNow()
  }

  /** This node deleted the stored check-ins of a session: nobody is checked in any more. */
  clear(id: SessionId): void {
    for (const [session, entry] of this.#entries) {
      if (session.id !== id) continue
      if (entry.reading !== null) entry.isStale = true
      entry.presence.loadCheckIns(new Map())
      entry.presence.touchCheckIns([])
      entry.heartbeat?.sendNow()
    }
  }

  close(): void {
    for (const { heartbeat } of this.#entries.values()) heartbeat?.stop()
    this.#entries.clear()
  }

  #getEntry(session: Session): PresenceEntry {
    const existing = this.#entries.get(session)
    if (existing) return existing
    const presence = new Presence()
    const entry: PresenceEntry = {
      presence,
      heartbeat: this.#startHeartbeat(session, presence),
      isLoaded: false,
      isStale: true,
      isFailing: false,
      reading: null,
    }
    this.#entries.set(session, entry)
    session.onChange(({ reset, revision }) => {
      if (!reset || revision !== revisionZero) return
      entry.heartbeat?.stop()
      this.#entries.delete(session)
    })
    this.#refresh(session, entry)
    return entry
  }

  #startHeartbeat(session: Session, presence: Presence): Heartbeat | null {
    const { nodes, logger } = this.#ports
    if (nodes === null) return null
    return startHeartbeat({
      nodes,
      node: this.#node,
      topic: session.id,
      makeMessage: () => presence.toMessage(session.state),
      onMessages: (messages) => {
        const before = presence.remoteCheckInVersion
        presence.applyMessages(messages, session.now())
        const entry = this.#entries.get(session)
        if (!entry) return
        if (presence.remoteCheckInVersion !== before) entry.isStale = true
        if (entry.isStale) this.#refresh(session, entry)
      },
      logger,
    })
  }

  #refresh(session: Session, entry: PresenceEntry): void {
    this.#reload(session, entry).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      if (!entry.isFailing) this.#ports.logger.warn({ session: session.id, reason }, 'who is checked in cannot be read')
      entry.isFailing = true
    })
  }

  /** One read at a time. If the result is stale when it arrives, the read is repeated. */
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
