/** The sessions of this server. Each is opened once; all are closed together. */

import type { CommandId, SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Commit } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { makeFoundingEvents } from '@rostrum/shared/domain/session/plan'
import { nextRevision, revisionZero } from '@rostrum/shared/kernel/revision'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { chainCommits, emptyChain } from '../log/chain.ts'
import { DamagedLogError, DeletedLogError, RevisionConflictError } from '../log/log-errors.ts'
import type { StorageConfig } from '../store/open-storage.ts'
import { listRows, readRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { Checkpointer } from './checkpointer.ts'
import { startDeadlineTimer } from './deadline-timer.ts'
import { Session, type SessionPorts } from './session.ts'
import { TimeMarks } from './time-marks.ts'

/**
 * `deleting`: nobody can use the session any longer, and the rest of it is being deleted. `erasureNotedAt`: when a server first saw that its
 * personal data must be deleted within a day.
 */
const sessionRow = z.object({
  createdAt: z.number(),
  archived: z.boolean().optional(),
  copyOf: z.string().optional(),
  deleting: z.boolean().optional(),
  erasureNotedAt: z.number().optional(),
})

/** The facts about a session that are outside its log. `copyOf`: the id of the session that it was copied from. */
export type SessionFacts = { readonly archived: boolean; readonly copyOf: string | null }

type OpenSession = {
  readonly session: Session
  /** Stops its timers and its checkpoints. Resolves when none of them is running. */
  readonly stop: () => Promise<void>
}

/** `storage`: the storage in which a thread finds the same log to make checkpoints. Without it, none are made. */
export type RegistryPorts = SessionPorts & { readonly store: Store; readonly storage?: StorageConfig }

export class SessionRegistry {
  readonly #ports: RegistryPorts
  readonly #opened = new Map<SessionId, Promise<OpenSession>>()
  readonly #listeners = new Set<(session: Session) => void>()
  readonly #openSessions = new Set<Session>()
  /** The sessions that could not be opened because their log is damaged. */
  readonly #damaged = new Set<SessionId>()
  readonly #marks: TimeMarks

  constructor(ports: RegistryPorts) {
    this.#ports = ports
    this.#marks = new TimeMarks(ports.store, ports.logger)
  }

  /** Calls the listener for every session that is opened from now on. */
  onOpened(listener: (session: Session) => void): void {
    this.#listeners.add(listener)
  }

  /** Creates a session. Rejects with `RevisionConflictError` if a session with this id exists. */
  async create(id: SessionId, plan: Plan, copyOf?: SessionId): Promise<Session> {
    const { log, store, now } = this.#ports
    const at = Math.round(now()) as Instant
    const foundingCommit = {
      revision: nextRevision(revisionZero),
      at,
      actor: systemActor,
      command: { id: `create-${id}` as CommandId, type: 'session.create' as const },
      events: makeFoundingEvents(plan),
    }
    try {
      await log.append(id, revisionZero, chainCommits(emptyChain, [foundingCommit]))
    } catch (error) {
      // Another node created it, or this node was stopped halfway. The log contains the session, so the table gets its row too.
      if (error instanceof RevisionConflictError) await store.putNew('sessions', id, { createdAt: at })
      throw error
    }
    await store.putNew('sessions', id, { createdAt: at, ...(copyOf === undefined ? {} : { copyOf }) })
    const session = await this.open(id)
    if (!session) throw new Error(`session ${id} was created but cannot be found`)
    return session
  }

  async open(id: SessionId): Promise<Session | null> {
    const alreadyOpened = this.#opened.get(id)
    if (alreadyOpened) return (await alreadyOpened).session
    if (!(await this.#exists(id))) return null
    const opening = this.#opened.get(id) ?? this.#open(id)
    this.#opened.set(id, opening)
    opening.catch(() => this.#opened.delete(id))
    return (await opening).session
  }

  /**
   * Deletes a session and its log for good, even a damaged one, and disconnects its screens. On other nodes the session ends when they find
   * its log empty. If the deletion is interrupted, `finishDeletions` continues it.
   */
  async delete(id: SessionId): Promise<void> {
    const { log, store } = this.#ports
    const [opening] = await Promise.allSettled([this.#opened.get(id)])
    const opened = opening?.status === 'fulfilled' ? opening.value : undefined
    const stored = await readRow(store, 'sessions', id, sessionRow)
    if (stored) await store.put('sessions', id, { ...stored, deleting: true })
    await opened?.stop()
    await opened?.session.discard()
    this.#release(id)
    await log.delete(id)
    await this.#marks.delete(id)
    this.#damaged.delete(id)
    await store.delete('sessions', id)
  }

  /** Deletes the rest of sessions whose deletion was interrupted. */
  async finishDeletions(): Promise<void> {
    for (const [id, { deleting }] of await listRows(this.#ports.store, 'sessions', sessionRow))
      if (deleting) await this.delete(id as SessionId)
  }

  /** Returns the whole log of a session as it is stored. It is the same on every node, and empty if there is none. */
  async readCommits(id: SessionId): Promise<readonly Commit[]> {
    return await this.#ports.log.read(id, revisionZero)
  }

  async list(): Promise<readonly SessionId[]> {
    return [...(await this.listFacts()).keys()]
  }

  /** Archives a session, or brings it back. An archived session can still be opened. */
  async archive(id: SessionId, archived: boolean): Promise<void> {
    await this.#changeRow(id, { archived })
  }

  /** Returns when it was noted that personal data of a session must soon be deleted, or null. */
  async readErasureNote(id: SessionId): Promise<Instant | null> {
    const at = (await readRow(this.#ports.store, 'sessions', id, sessionRow))?.erasureNotedAt
    return at === undefined ? null : (at as Instant)
  }

  /** Null takes the note back. */
  async noteErasure(id: SessionId, at: Instant | null): Promise<void> {
    await this.#changeRow(id, { erasureNotedAt: at ?? undefined })
  }

  async #changeRow(id: SessionId, change: Partial<z.infer<typeof sessionRow>>): Promise<void> {
    const stored = await readRow(this.#ports.store, 'sessions', id, sessionRow)
    if (stored) await this.#ports.store.put('sessions', id, { ...stored, ...change })
  }

  async listFacts(): Promise<ReadonlyMap<SessionId, SessionFacts>> {
    const rows = await listRows(this.#ports.store, 'sessions', sessionRow)
    return new Map(
      rows.flatMap(([id, { archived = false, copyOf = null, deleting = false }]) =>
        deleting ? [] : [[id as SessionId, { archived, copyOf }] as const],
      ),
    )
  }

  /** The sessions that are open on this node. */
  get openSessions(): ReadonlySet<Session> {
    return this.#openSessions
  }

  isOpen(id: SessionId): boolean {
    return this.#opened.has(id)
  }

  /** Notes that the log of a session was found damaged before anybody opened it. */
  noteDamage(id: SessionId): void {
    this.#damaged.add(id)
  }

  /** The sessions of this node whose log is damaged. */
  get damaged(): ReadonlySet<SessionId> {
    const open = [...this.#openSessions].flatMap(({ id, fault }) => (fault?.reason === 'damaged' ? [id] : []))
    return new Set([...this.#damaged, ...open])
  }

  /** How far, in milliseconds, each open session that is not closed is ahead of the clock of this node, or behind it if negative. */
  get clockOffsets(): readonly number[] {
    return [...this.#openSessions].flatMap(({ state, clockOffset }) => (state.session.phase === 'closed' ? [] : [clockOffset]))
  }

  /** The number of sessions on this node that cannot hear what other nodes store. */
  get silentCount(): number {
    return [...this.#openSessions].filter(({ fault }) => fault?.reason === 'silent' || fault?.reason === 'lost').length
  }

  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.#opened.values())
    for (const one of opened) {
      if (one.status === 'rejected') continue
      await one.value.stop()
      await one.value.session.close()
    }
    this.#opened.clear()
    this.#openSessions.clear()
  }

  async #open(id: SessionId): Promise<OpenSession> {
    const session = await Session.open(id, this.#ports, await this.#marks.read(id))
      .then((opened) => this.#requireFounded(opened))
      .catch((error: Error) => {
        if (error instanceof DamagedLogError) this.#damaged.add(id)
        throw error
      })
    this.#damaged.delete(id)
    this.#openSessions.add(session)
    session.onChange(({ reset, revision }) => {
      if (reset && revision === revisionZero) this.#release(id)
    })
    for (const listener of this.#listeners) listener(session)
    const { log, logger, storage } = this.#ports
    const stopDeadlines = startDeadlineTimer(session)
    const checkpointer = storage === undefined ? null : new Checkpointer(session, { log, storage, logger })
    const stopMarks = this.#marks.keep(session)
    const stop = async () => {
      stopDeadlines()
      await stopMarks()
      await checkpointer?.stop()
    }
    return { session, stop }
  }

  /**
   * Rejects if the first commit is missing. It is stored before the row of the session. If only the row is there, it was changed, the log
   * is gone, or the session is just being deleted.
   */
  async #requireFounded(session: Session): Promise<Session> {
    if (session.revision !== revisionZero) return session
    await session.close()
    const { id } = session
    throw (await this.#exists(id)) ? new DamagedLogError(id, nextRevision(revisionZero), 'it is not there') : new DeletedLogError(id)
  }

  async #exists(id: SessionId): Promise<boolean> {
    const stored = await readRow(this.#ports.store, 'sessions', id, sessionRow)
    return stored !== null && !stored.deleting
  }

  #release(id: SessionId): void {
    void Promise.allSettled([this.#opened.get(id)]).then(([opening]) => {
      if (opening?.status !== 'fulfilled' || opening.value === undefined) return
      this.#openSessions.delete(opening.value.session)
      void opening.value.stop()
    })
    this.#opened.delete(id)
  }
}
