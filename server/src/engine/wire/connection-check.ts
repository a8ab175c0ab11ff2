/** Decides who may connect, by the version, the ticket, the session, the person and the number of their connections. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { ConnectionRefusal } from '@rostrum/shared/protocol/messages'
import { parseHandshake } from '@rostrum/shared/protocol/parse'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import type { Fanouts } from '../fanout/fanouts.ts'
import type { Session } from '../session/session.ts'
import type { SessionRegistry } from '../session/session-registry.ts'
import type { EncodedFrame } from './encode-frame.ts'
import { maxConnections } from './limits.ts'
import type { AdmittedConnection } from './socket-server.ts'
import type { Tickets } from './tickets.ts'

type CheckPorts = {
  readonly sessions: SessionRegistry
  readonly tickets: Tickets
  readonly fanouts: Fanouts<EncodedFrame>
}

export class ConnectionCheck {
  readonly #ports: CheckPorts
  #isStopping = false

  constructor(ports: CheckPorts) {
    this.#ports = ports
  }

  /** `auth`: anything that a client sent. Rejects if the store does not answer. */
  async admit(auth: unknown): Promise<AdmittedConnection | ConnectionRefusal> {
    const { tickets } = this.#ports
    if (this.#isStopping) return 'unavailable'
    const handshake = parseHandshake(auth)
    if (!handshake.ok) return 'protocol'
    if (handshake.value.protocol !== protocolVersion) return 'protocol'
    const holder = tickets.read(handshake.value.ticket)
    if (!holder) return 'ticket'
    const session = await this.#open(holder.session)
    // With a new ticket the page gets the reason in words.
    if (session === 'damaged') return 'ticket'
    if (!session) return 'no-such-session'
    // A node that does not hear the others may not know whose right to connect has ended.
    if (session.fault !== null) return 'unavailable'
    const person = session.state.people.all.get(holder.person)
    if (!person || person.revoked) return 'revoked'
    // This comes after the person was read. A link that was renewed earlier is found here. `isStillAdmitted` finds a link that is renewed
    // later.
    if (!(await tickets.isLinkValid(holder))) return 'ticket'
    return { session, person, handshake: handshake.value }
  }

  async #open(id: SessionId): Promise<Session | 'damaged' | null> {
    try {
      return await this.#ports.sessions.open(id)
    } catch (error) {
      if (this.#ports.sessions.damaged.has(id)) return 'damaged'
      throw error
    }
  }

  /** True if the person has as many connections as they may have. */
  isFull({ session, person: { id, role } }: AdmittedConnection): boolean {
    return this.#ports.fanouts.get(session).connectionCount(id) >= maxConnections[role]
  }

  /**
   * Checks what may have changed during the admission. The person may have been revoked, their link renewed, or other screens of theirs
   * connected.
   */
  isStillAdmitted(admitted: AdmittedConnection): boolean {
    const { session, person } = admitted
    const current = session.state.people.all.get(person.id)
    return session.fault === null && current?.revoked === false && current.linkRenewals === person.linkRenewals && !this.isFull(admitted)
  }

  /** Admits nobody from now on. */
  stop(): void {
    this.#isStopping = true
  }
}
