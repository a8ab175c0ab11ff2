/**
 * The log from the view of one node: over a connection, on a server that the nodes share. A request without an answer in time counts as
 * unavailable.
 */
import { emptyChain } from '@rostrum/server/engine/log/chain'
import type { CheckpointStore } from '@rostrum/server/engine/log/checkpoint-store'
import { decodeCommits, encodeCommits, type LogHead, readChain } from '@rostrum/server/engine/log/commit-codec'
import { Follower } from '@rostrum/server/engine/log/follower'
import type { Log } from '@rostrum/server/engine/log/log'
import { DamagedLogError, RevisionConflictError, StorageUnavailableError } from '@rostrum/server/engine/log/log-errors'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import type { Cable } from './cable.ts'
import type { LogServer } from './log-server.ts'
import { type SimulatedProcess, world } from './simulated-process.ts'

/** The milliseconds after which a request is given up. The server may have executed it nevertheless. */
const patience = 3_000

export type SimulatedLogPorts = {
  readonly server: LogServer
  readonly cable: Cable
  readonly process: SimulatedProcess
  readonly after: (delay: number, then: () => void, process: SimulatedProcess) => () => void
}

export class SimulatedLog implements Log {
  readonly profile: string
  readonly checkpoints: CheckpointStore
  readonly #ports: SimulatedLogPorts
  /** The last commit of each session that this node knows. */
  readonly #heads = new Map<SessionId, LogHead>()
  readonly #stops = new Set<() => void>()

  constructor(ports: SimulatedLogPorts) {
    const { server } = ports
    this.#ports = ports
    this.profile = server.profile
    this.checkpoints = {
      load: (session) => this.#request(() => server.checkpoints.get(session) ?? null),
      save: (session, text) => this.#request(() => void server.checkpoints.set(session, text)),
      delete: (session) => this.#request(() => void server.checkpoints.delete(session)),
    }
  }

  async append(session: SessionId, expected: Revision, commits: readonly Commit[]): Promise<void> {
    const last = commits.at(-1)
    if (last === undefined) return
    const { server } = this.#ports
    const known = this.#heads.get(session)
    await this.#request(() => {
      if (server.isFull) throw new StorageUnavailableError('the disk is full')
      const stored = server.list(session)
      const head = findHead(stored, stored.length)
      if (head.revision !== expected) throw new RevisionConflictError(head.revision)
      if (known?.revision === expected && known.chain !== head.chain)
        throw new DamagedLogError(session, expected, 'another commit is in its place')
      server.write(session, [...stored, ...encodeCommits(head, commits)])
    })
    this.#heads.set(session, last)
  }

  async read(session: SessionId, since: Revision, limit = Number.POSITIVE_INFINITY): Promise<readonly Commit[]> {
    const { server } = this.#ports
    const known = this.#heads.get(session)
    const [before, entries] = await this.#request(() => {
      const stored = server.list(session)
      return [requireHead(session, stored, since, known), stored.slice(since, since + limit)] as const
    })
    const commits = decodeCommits(session, before, entries)
    if (commits.length < limit) this.#heads.set(session, commits.at(-1) ?? before)
    return commits
  }

  readChain(session: SessionId, revision: Revision): Promise<string | null> {
    return this.#request(() => {
      const entry = this.#ports.server.list(session)[revision - 1]
      return entry === undefined ? null : readChain(entry)
    })
  }

  follow(
    session: SessionId,
    since: Revision,
    onCommits: (commits: readonly Commit[]) => void,
    onLost: (reason: Error) => void,
  ): () => void {
    const { server, cable, process } = this.#ports
    const known = this.#heads.get(session)
    let head: Pick<LogHead, 'revision'> & { readonly chain?: string } = known?.revision === since ? known : { revision: since }
    const deliver = (commits: readonly Commit[]) => {
      head = commits.at(-1) ?? head
      this.#heads.set(session, head as LogHead)
      onCommits(commits)
    }
    const follower = new Follower(since, deliver, onLost)
    let unwatch = () => undefined as unknown
    const connect = () => {
      const from = head
      cable.send(
        0,
        () => {
          unwatch()
          const connection = cable.breaks
          let sent = Number(from.revision)
          const push = () => {
            if (cable.breaks !== connection) return
            const stored = server.list(session)
            const entries = stored.slice(sent)
            const at = sent
            sent = stored.length
            const pass = () => follower.deliver(decodeCommits(session, requireHead(session, stored, at, from), entries))
            cable.send(1, () => follower.guard(pass), process)
          }
          const wake = (deleted: boolean) =>
            deleted ? cable.send(1, () => follower.fail(new Error('the session was deleted')), process) : push()
          unwatch = server.watch({ session, wake })
          server.reply(push)
        },
        world,
      )
    }
    connect()
    const unlisten = cable.onRestored(connect)
    const stop = () => {
      follower.stop()
      unlisten()
      unwatch()
      this.#stops.delete(stop)
    }
    this.#stops.add(stop)
    return stop
  }

  delete(session: SessionId): Promise<void> {
    this.#heads.delete(session)
    return this.#request(() => this.#ports.server.delete(session))
  }

  async close(): Promise<void> {
    for (const stop of [...this.#stops]) stop()
  }

  /** Does `work` at the server. The outcome travels back once everything written there has been flushed. */
  #request<Result>(work: () => Result): Promise<Result> {
    const { server, cable, process, after } = this.#ports
    return new Promise((resolve, reject) => {
      const giveUp = after(patience, () => reject(new StorageUnavailableError('no answer in time')), process)
      const settle = (outcome: () => Result) => {
        giveUp()
        try {
          resolve(outcome())
        } catch (error) {
          reject(error)
        }
      }
      cable.send(
        0,
        () => {
          const outcome = keepOutcome(work)
          server.reply(() => cable.send(1, () => settle(outcome), process))
        },
        world,
      )
    })
  }
}

/** Does the work now. Returns a function that gives its result, or throws its error, later. */
const keepOutcome = <Result>(work: () => Result): (() => Result) => {
  try {
    const result = work()
    return () => result
  } catch (error) {
    return () => {
      throw error
    }
  }
}

const findHead = (stored: readonly string[], revision: number): LogHead => ({
  revision: revision as Revision,
  chain: revision === 0 ? emptyChain : readChain(stored[revision - 1] ?? ''),
})

/** Returns the commit that the next one must follow. Throws if it is not the one that the node knows. */
const requireHead = (
  session: SessionId,
  stored: readonly string[],
  revision: Revision | number,
  known: { readonly revision: Revision; readonly chain?: string } | undefined,
): LogHead => {
  if (revision > stored.length) throw new DamagedLogError(session, revision as Revision, 'it is no longer there')
  const head = findHead(stored, revision)
  if (revision !== revisionZero && known?.chain !== undefined && known.revision === revision && known.chain !== head.chain)
    throw new DamagedLogError(session, revision as Revision, 'another commit is in its place')
  return head
}
