/** The rehearsals of this server: begun for a session, and wiped before that session opens. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { z } from 'zod'
import type { Session } from '../session/session.ts'
import type { Store } from '../store/store.ts'
import { type Ports, type Rehearsal, rehearse, type Wish } from './rehearsal.ts'

const record = z.object({ of: z.string() })

export class Rehearsals {
  readonly #ports: Ports & { readonly store: Store }
  readonly #running = new Map<SessionId, Rehearsal>()

  constructor(ports: Ports & { readonly store: Store }) {
    this.#ports = ports
    ports.sessions.onOpened((session) => this.#watch(session))
  }

  /** `plan`: as it would be held. One at a time for each session: an earlier one is wiped. */
  async begin(of: SessionId, plan: Plan, wish: Wish): Promise<Rehearsal> {
    await this.wipe(of)
    const rehearsal = await rehearse(plan, wish, this.#ports)
    await this.#ports.store.put('rehearsals', rehearsal.session, { of })
    this.#running.set(rehearsal.session, rehearsal)
    return rehearsal
  }

  /** Every rehearsal of a session is gone, with its log. */
  async wipe(of: SessionId): Promise<void> {
    for (const [id, value] of await this.#ports.store.list('rehearsals')) {
      if (record.parse(value).of !== of) continue
      const session = id as SessionId
      await this.#end(session)
      await this.#ports.sessions.remove(session)
      await this.#ports.store.delete('rehearsals', id)
    }
  }

  async #end(session: SessionId): Promise<void> {
    const running = this.#running.get(session)
    running?.stop()
    await running?.done
    this.#running.delete(session)
  }

  /** This session itself is no rehearsal of any other any more, whatever becomes of it. */
  async leave(session: SessionId): Promise<void> {
    await this.#end(session)
    await this.#ports.store.delete('rehearsals', session)
  }

  async close(): Promise<void> {
    const running = [...this.#running.values()]
    for (const rehearsal of running) rehearsal.stop()
    await Promise.all(running.map(({ done }) => done))
  }

  /** Nothing of a rehearsal is left when the session itself begins. */
  #watch(session: Session): void {
    if (session.state.session.plan.rehearsal) return
    session.onAdvance(({ events }) => {
      if (!events.some(({ type }) => type === 'session.opened')) return
      this.wipe(session.id).catch((error: unknown) => {
        this.#ports.logger.error({ err: error, session: session.id }, 'a rehearsal could not be wiped')
      })
    })
  }
}
