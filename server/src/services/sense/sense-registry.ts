/** The sense of the room in each session that is open on this node. */
import { revisionZero } from '@rostrum/shared/kernel/revision'
import type { Nodes } from '../../engine/nodes/nodes.ts'
import type { PresenceRegistry } from '../../engine/presence/presence-registry.ts'
import type { Session } from '../../engine/session/session.ts'
import { SessionSense } from './session-sense.ts'

export type SenseRegistryPorts = {
  readonly presenceRegistry: PresenceRegistry
  readonly nodes: Nodes
}

export class SenseRegistry {
  readonly #ports: SenseRegistryPorts
  readonly #bySession = new Map<Session, SessionSense>()

  constructor(ports: SenseRegistryPorts) {
    this.#ports = ports
  }

  get(session: Session): SessionSense {
    const existing = this.#bySession.get(session)
    if (existing) return existing
    const { presenceRegistry, nodes } = this.#ports
    const sense = new SessionSense(session, { presence: () => presenceRegistry.get(session), nodes })
    this.#bySession.set(session, sense)
    session.onChange(({ reset, revision }) => {
      if (!reset || revision !== revisionZero) return
      sense.stop()
      this.#bySession.delete(session)
    })
    return sense
  }

  close(): void {
    for (const sense of this.#bySession.values()) sense.stop()
    this.#bySession.clear()
  }
}
