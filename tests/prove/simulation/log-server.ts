/** The shared log of a simulation: everything written, and the part that survives a loss of power. */
import type { SessionId } from '@rostrum/shared/contract/ids'

export type LogProfile = 'embedded' | 'redis R1' | 'redis R3 (reduced)'

export type LogServerPorts = {
  readonly after: (delay: number, then: () => void) => unknown
  /** Returns the milliseconds that the next flush takes. */
  readonly drawFlush: () => number
}

export type LogWatcher = { readonly session: SessionId; readonly wake: (deleted: boolean) => void }

type Entries = ReadonlyMap<SessionId, readonly string[]>

export class LogServer {
  readonly profile: LogProfile
  /** The checkpoints, which may be torn or lost. */
  readonly checkpoints = new Map<SessionId, string>()
  readonly #ports: LogServerPorts
  #written: Entries = new Map()
  #durable: Entries = this.#written
  /** Replies that wait for the next flush. */
  #replies: (() => void)[] = []
  #isFlushing = false
  #losses = 0
  readonly #watchers = new Set<LogWatcher>()
  isFull = false

  constructor(profile: LogProfile, ports: LogServerPorts) {
    this.profile = profile
    this.#ports = ports
  }

  /** True if it confirms commits that a loss of power can take back. */
  get mayLose(): boolean {
    return this.profile === 'redis R3 (reduced)'
  }

  list(session: SessionId): readonly string[] {
    return this.#written.get(session) ?? []
  }

  /** Returns the number of commits of the session that survive a loss of power. */
  countDurable(session: SessionId): number {
    return this.#durable.get(session)?.length ?? 0
  }

  write(session: SessionId, entries: readonly string[]): void {
    this.#written = new Map([...this.#written, [session, entries]])
    this.reply(() => this.#wake(session, false))
    this.#flush()
  }

  delete(session: SessionId): void {
    this.#written = new Map([...this.#written].filter(([id]) => id !== session))
    this.checkpoints.delete(session)
    this.reply(() => this.#wake(session, true))
    this.#flush()
  }

  /** Sends a reply when everything written has been flushed, or at once if the profile allows that. */
  reply(send: () => void): void {
    if (this.#isSettled) send()
    else this.#replies.push(send)
  }

  watch(watcher: LogWatcher): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Loses everything that was not flushed, and everybody who was connected. */
  losePower(): void {
    this.#written = this.#durable
    this.#replies = []
    this.#isFlushing = false
    this.#losses += 1
    this.#watchers.clear()
  }

  get #isSettled(): boolean {
    return this.mayLose || this.#written === this.#durable
  }

  #wake(session: SessionId, deleted: boolean): void {
    for (const watcher of [...this.#watchers]) if (watcher.session === session) watcher.wake(deleted)
  }

  #flush(): void {
    if (this.#isFlushing || this.#written === this.#durable) return
    this.#isFlushing = true
    const [flushed, replies, losses] = [this.#written, this.#replies.splice(0), this.#losses]
    this.#ports.after(this.#ports.drawFlush(), () => {
      if (this.#losses !== losses) return
      this.#isFlushing = false
      this.#durable = flushed
      for (const send of replies) send()
      if (this.#isSettled) for (const send of this.#replies.splice(0)) send()
      this.#flush()
    })
  }
}
