/** The sessions of this server: made, opened once, and let go of together. */

import { type CommandId, following, noRevision, type SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Commit } from '@rostrum/shared/contract/registry'
import { system } from '@rostrum/shared/contract/roles'
import { found } from '@rostrum/shared/domain/session/decide'
import { z } from 'zod'
import { beginning, linked } from '../log/chain.ts'
import { Conflict } from '../log/log.ts'
import type { Store } from '../store/store.ts'
import { keepAlarms } from './deadline-timer.ts'
import { type Ports, Session } from './session.ts'

const row = z.object({ createdAt: z.number(), archived: z.boolean().optional() })

type Opened = { readonly session: Session; readonly silence: () => void }

export class Sessions {
  readonly #ports: Ports & { readonly store: Store }
  readonly #opened = new Map<SessionId, Promise<Opened>>()
  readonly #told = new Set<(session: Session) => void>()
  readonly #serving = new Set<Session>()
  /** Sessions whose log could not be vouched for when they were to be opened. */
  readonly #damaged = new Set<SessionId>()

  constructor(ports: Ports & { readonly store: Store }) {
    this.#ports = ports
  }

  /** Called for every session that is opened from now on. */
  onOpened(listener: (session: Session) => void): void {
    this.#told.add(listener)
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

  /** Gone for good, with its log; its screens are let go of. On other nodes it ends when they find its log empty. */
  async remove(id: SessionId): Promise<void> {
    const session = await this.open(id)
    await this.#ports.store.delete('sessions', id)
    await this.#ports.log.forget(id)
    await session?.forgotten()
    this.#drop(id)
  }

  /** The whole log of a session as it is stored: the same on every node. Empty where there is none. */
  async commitsOf(id: SessionId): Promise<readonly Commit[]> {
    return await this.#ports.log.read(id, noRevision)
  }

  async list(): Promise<readonly SessionId[]> {
    return (await this.#ports.store.list('sessions')).map(([id]) => id as SessionId)
  }

  /** Set aside, or taken up again: it is there all the same. */
  async archive(id: SessionId, archived: boolean): Promise<void> {
    const kept = row.nullable().parse(await this.#ports.store.get('sessions', id))
    if (kept) await this.#ports.store.put('sessions', id, { createdAt: kept.createdAt, ...(archived ? { archived } : {}) })
  }

  async archived(): Promise<ReadonlySet<SessionId>> {
    const rows = await this.#ports.store.list('sessions')
    return new Set(rows.flatMap(([id, value]) => (row.parse(value).archived ? [id as SessionId] : [])))
  }

  /** Those that are opened here. */
  get serving(): ReadonlySet<Session> {
    return this.#serving
  }

  /** Whether the log of any session is not what was written. */
  get damaged(): boolean {
    return this.#damaged.size > 0 || [...this.#serving].some(({ fault }) => fault?.name === 'Damaged')
  }

  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.#opened.values())
    for (const one of opened) {
      if (one.status === 'rejected') continue
      one.value.silence()
      await one.value.session.close()
    }
    this.#opened.clear()
    this.#serving.clear()
  }

  async #open(id: SessionId): Promise<Opened> {
    const stands = async () => (await this.#ports.store.get('sessions', id)) !== null
    const session = await Session.open(id, { ...this.#ports, stands }).catch((error: Error) => {
      if (error.name === 'Damaged') this.#damaged.add(id)
      throw error
    })
    this.#damaged.delete(id)
    this.#serving.add(session)
    session.onAdvance(({ reset, revision }) => {
      if (reset && revision === noRevision) this.#drop(id)
    })
    for (const told of this.#told) told(session)
    return { session, silence: keepAlarms(session, this.#ports.now) }
  }

  #drop(id: SessionId): void {
    void this.#opened.get(id)?.then(({ session, silence }) => {
      this.#serving.delete(session)
      silence()
    })
    this.#opened.delete(id)
  }
}
