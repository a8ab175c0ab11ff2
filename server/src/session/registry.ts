/** The sessions of this server: made, opened once, and let go of together. */
import type { Plan } from '@rostrum/shared/contract/plan'
import { system } from '@rostrum/shared/contract/roles'
import { found } from '@rostrum/shared/domain/session'
import { type CommandId, following, noRevision, type SessionId } from '@rostrum/shared/kernel/ids'
import { beginning, linked } from '../log/chain.ts'
import { Conflict } from '../log/log.ts'
import type { Store } from '../store/store.ts'
import { keepAlarms } from './alarms.ts'
import { type Ports, Session } from './session.ts'

type Opened = { readonly session: Session; readonly silence: () => void }

export class Sessions {
  readonly #ports: Ports & { readonly store: Store }
  readonly #opened = new Map<SessionId, Promise<Opened>>()

  constructor(ports: Ports & { readonly store: Store }) {
    this.#ports = ports
  }

  /** Rejects with `Conflict` where a session of this id exists. */
  async create(id: SessionId, plan: Plan): Promise<Session> {
    const { log, store, now } = this.#ports
    const at = now()
    const founding = {
      revision: following(noRevision),
      at,
      actor: system,
      command: { id: `create-${id}` as CommandId, type: 'session.create' as const },
      events: found(plan),
    }
    try {
      await log.append(id, noRevision, linked(beginning, [founding]))
    } catch (error) {
      // Founded by another node, or by this one before it was stopped in the middle: then the log has it and it is to be found.
      if (error instanceof Conflict) await store.putNew('sessions', id, { createdAt: at })
      throw error
    }
    await store.putNew('sessions', id, { createdAt: at })
    const session = await this.open(id)
    if (!session) throw new Error(`session ${id} was made and is not there`)
    return session
  }

  async open(id: SessionId): Promise<Session | null> {
    const known = this.#opened.get(id)
    if (known) return (await known).session
    if ((await this.#ports.store.get('sessions', id)) === null) return null
    const opening = this.#opened.get(id) ?? this.#open(id)
    this.#opened.set(id, opening)
    opening.catch(() => this.#opened.delete(id))
    return (await opening).session
  }

  async list(): Promise<readonly SessionId[]> {
    return (await this.#ports.store.list('sessions')).map(([id]) => id as SessionId)
  }

  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.#opened.values())
    for (const one of opened) {
      if (one.status === 'rejected') continue
      one.value.silence()
      await one.value.session.close()
    }
    this.#opened.clear()
  }

  async #open(id: SessionId): Promise<Opened> {
    const session = await Session.open(id, this.#ports)
    return { session, silence: keepAlarms(session, this.#ports.now) }
  }
}
