/** Notifies screens that a session can only be read, and when it can be changed again. */
import type { ReadOnly } from '@rostrum/shared/protocol/messages'
import type { Session } from '../session/session.ts'
import type { SessionRegistry } from '../session/session-registry.ts'
import type { SocketServer } from './socket-server.ts'
import type { StoreWatch } from './store-watch.ts'

export class ReadOnlyNotice {
  readonly #storeWatch: StoreWatch
  readonly #io: SocketServer['io']

  constructor({ io }: SocketServer, { storeWatch, sessions }: { readonly storeWatch: StoreWatch; readonly sessions: SessionRegistry }) {
    this.#io = io
    this.#storeWatch = storeWatch
    storeWatch.onChange(() => this.#send(() => true))
    sessions.onOpened((session) => session.onFaultChange(() => this.#send((each) => each === session)))
  }

  /** Returns the reason why this session can only be read, or null. */
  find({ fault }: Session): ReadOnly | null {
    const { failingSince } = this.#storeWatch
    if (fault !== null) return { reason: fault.reason, since: fault.since }
    return failingSince === null ? null : { reason: 'unstored', since: failingSince }
  }

  #send(isConcerned: (session: Session) => boolean): void {
    for (const connection of this.#io.sockets.sockets.values()) {
      const { session } = connection.data
      if (isConcerned(session)) connection.emit('readOnly', this.find(session))
    }
  }
}
