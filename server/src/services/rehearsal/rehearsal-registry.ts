/** The rehearsals of this server. Each belongs to a session and is deleted when that session opens. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { z } from 'zod'
import type { Session } from '../../engine/session/session.ts'
import { listRows } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'
import type { Rehearsal, RehearsalOptions, RehearsalPorts } from './rehearsal.ts'

const rehearsalRow = z.object({ of: z.string() })

/** Deletes the stored rehearsals of a session. `end` ends one that runs here. */
export async function deleteRehearsals(
  of: SessionId,
  { store, sessions }: { readonly store: Store; readonly sessions: Pick<RehearsalPorts['sessions'], 'delete'> },
  end: (rehearsal: SessionId) => Promise<void>,
): Promise<void> {
  for (const [id, row] of await listRows(store, 'rehearsals', rehearsalRow)) {
    if (row.of !== of) continue
    await end(id as SessionId)
    await sessions.delete(id as SessionId)
    await store.delete('rehearsals', id)
  }
}

export class RehearsalRegistry {
  readonly #ports: RehearsalPorts & { readonly store: Store }
  readonly #running = new Map<SessionId, Rehearsal>()

  constructor(ports: RehearsalPorts & { readonly store: Store }) {
    this.#ports = ports
    ports.sessions.onOpened((session) => this.#watch(session))
  }

  /** Starts a rehearsal. `plan`: not compressed. There is one rehearsal per session at a time: an earlier one is deleted. */
  async start(of: SessionId, plan: Plan, options: RehearsalOptions): Promise<Rehearsal> {
    await this.deleteFor(of)
    // The code of simulated people is only loaded when there are some.
    const { startRehearsal } = await import('./rehearsal.ts')
    const rehearsal = await startRehearsal(plan, options, this.#ports)
    await this.#ports.store.put('rehearsals', rehearsal.session, { of })
    this.#running.set(rehearsal.session, rehearsal)
    return rehearsal
  }

  /** Deletes every rehearsal of a session, with its log. */
  async deleteFor(of: SessionId): Promise<void> {
    await deleteRehearsals(of, this.#ports, (rehearsal) => this.#end(rehearsal))
  }

  /** Lists, by the id of each rehearsal, the session that it rehearses. */
  async list(): Promise<ReadonlyMap<SessionId, SessionId>> {
    const rows = await listRows(this.#ports.store, 'rehearsals', rehearsalRow)
    return new Map(rows.map(([id, { of }]) => [id as SessionId, of as SessionId]))
  }

  /** Returns the rehearsal of this session, or null. */
  async findOf(session: SessionId): Promise<Session | null> {
    const [found] = [...(await this.list())].find(([, of]) => of === session) ?? []
    return found === undefined ? null : await this.#ports.sessions.open(found)
  }

  async #end(session: SessionId): Promise<void> {
    const running = this.#running.get(session)
    running?.stop()
    await running?.done
    this.#running.delete(session)
  }

  /** Stops this session if it is a rehearsal, and removes its link to the other session. */
  async detach(session: SessionId): Promise<void> {
    await this.#end(session)
    await this.#ports.store.delete('rehearsals', session)
  }

  async close(): Promise<void> {
    const running = [...this.#running.values()]
    for (const rehearsal of running) rehearsal.stop()
    await Promise.all(running.map(({ done }) => done))
  }

  /** Deletes the rehearsals of a session when the session itself is opened. */
  #watch(session: Session): void {
    if (session.state.session.plan.rehearsal) return
    session.onChange(({ events }) => {
      if (!events.some(({ type }) => type === 'session.opened')) return
      this.deleteFor(session.id).catch((error: unknown) => {
        this.#ports.logger.error({ err: error, session: session.id }, 'a rehearsal could not be deleted')
      })
    })
  }
}
