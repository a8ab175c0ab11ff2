/** The fanout of each session that has screens on this node. */
import { revisionZero } from '@rostrum/shared/kernel/revision'
import type { PresenceRegistry } from '../presence/presence-registry.ts'
import type { Session } from '../session/session.ts'
import { Fanout } from './fanout.ts'
import type { FanoutPorts } from './ports.ts'
import type { Transients } from './transients.ts'

export type FanoutsPorts<Encoded> = Pick<FanoutPorts<Encoded>, 'cursorKey' | 'codec' | 'logger' | 'onRoundTimed'> & {
  readonly presenceRegistry: PresenceRegistry
  /** Returns what is sent to the screens of a session and is not in the log. */
  readonly getTransients: (session: Session) => Transients
}

export class Fanouts<Encoded> {
  readonly #ports: FanoutsPorts<Encoded>
  readonly #bySession = new Map<Session, Fanout<Encoded>>()
  #roundsRunning = 0

  constructor(ports: FanoutsPorts<Encoded>) {
    this.#ports = ports
  }

  /** Whether a round of any session is being sent. */
  get isSending(): boolean {
    return this.#roundsRunning > 0
  }

  get(session: Session): Fanout<Encoded> {
    const existing = this.#bySession.get(session)
    if (existing) return existing
    const { presenceRegistry, getTransients, ...ports } = this.#ports
    const fanout = new Fanout<Encoded>(session, {
      ...ports,
      now: () => session.now(),
      presence: presenceRegistry.get(session),
      transients: getTransients(session),
      runRound: async (round) => {
        this.#roundsRunning += 1
        try {
          return await round()
        } finally {
          this.#roundsRunning -= 1
        }
      },
    })
    this.#bySession.set(session, fanout)
    // A deleted session may be created again with the same id. It is then a different session.
    session.onChange(({ reset, revision }) => {
      if (!reset || revision !== revisionZero) return
      fanout.close()
      this.#bySession.delete(session)
    })
    return fanout
  }

  close(): void {
    for (const fanout of this.#bySession.values()) fanout.close()
  }
}
