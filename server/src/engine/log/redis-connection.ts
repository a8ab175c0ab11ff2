/**
 * Connections to Redis have bounded waits and no queue while the connection is down. Every connection problem has one error type. A lost
 * connection is opened again, to the primary of that time. Redis is asked again what it promises before anything else is sent.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { createClient, ErrorReply } from 'redis'
import { StorageUnavailableError } from './log-errors.ts'
import type { Confirmation, RedisDurability } from './redis-durability.ts'
import type { RedisReply } from './redis-reply.ts'
import { findPrimary, type RedisSource } from './redis-source.ts'

/** The silence, in milliseconds, after which Redis counts as lost. */
export const replyTimeout = 5_000
/** The limit, in milliseconds, of each of the two waits for a replica. */
const confirmTimeout = '1000'
/** A key that is written only so that there is something to confirm. */
const barrierKey = 'n:barrier'

const makeClient = (url: string) =>
  createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    pingInterval: 1_000,
    maintNotifications: 'disabled',
    // A limit for waiting writes would cost a timer for each command, which ends seconds later. `#silence` detects the same.
    commandOptions: { timeout: 0 },
    // The next attempt may need another address, so this client is not used again.
    socket: { connectTimeout: replyTimeout, socketTimeout: replyTimeout, reconnectStrategy: false },
  })
type Client = ReturnType<typeof makeClient>
type PendingWrite = {
  readonly command: readonly string[]
  readonly resolve: (reply: RedisReply) => void
  readonly reject: (error: Error) => void
}

/** A channel that a connection listens to. It subscribes again after each loss. Such a connection sends nothing. */
export type ChannelListener = { readonly channel: string; readonly onMessage: (message: string) => void }

export class RedisConnection {
  readonly #source: RedisSource
  readonly #durability: RedisDurability
  readonly #waiting = new Set<() => void>()
  #client: Client | null = null
  #confirmation: Confirmation = { local: 0, replicas: 0 }
  /** The writes that wait for the confirmation of earlier ones. */
  readonly #writes: PendingWrite[] = []
  #confirming: Promise<void> | null = null
  #unanswered = 0
  /**
   * The time since the last answer, while something is unanswered. The socket's own timeout starts again with each write, even on a dead
   * connection.
   */
  #silence: NodeJS.Timeout | undefined
  readonly #listener: ChannelListener | null
  #isClosed = false

  private constructor(source: RedisSource, durability: RedisDurability, listener: ChannelListener | null = null) {
    this.#source = source
    this.#durability = durability
    this.#listener = listener
  }

  /** The reason why the connection was last lost or refused, for diagnosis. */
  lastError: Error | null = null
  /** Counts the connections that were opened. Anything read on an earlier connection can no longer be confirmed. */
  generation = 0

  /** Resolves when connected, or rejects with an error that contains neither password nor address. */
  static async open(source: RedisSource, durability: RedisDurability): Promise<RedisConnection> {
    const connection = new RedisConnection(source, durability)
    await connection.#connect()
    return connection
  }

  /** Returns at once and connects in the background. Commands are refused until it is connected. */
  static start(source: RedisSource, durability: RedisDurability, listener: ChannelListener | null = null): RedisConnection {
    const connection = new RedisConnection(source, durability, listener)
    void connection.#keepConnecting()
    return connection
  }

  get isUp(): boolean {
    return this.#client?.isReady ?? false
  }

  /** Resolves when the connection is up, after `limit` milliseconds, or when it is closed. Returns true if it is up. */
  async waitUntilUp(limit: number): Promise<boolean> {
    if (this.isUp || this.#isClosed) return this.isUp
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, limit)
      this.#waiting.add(done)
    })
    return this.isUp
  }

  async send(...command: readonly string[]): Promise<RedisReply> {
    if (this.#client === null) throw new StorageUnavailableError('Redis is not connected', { cause: this.lastError })
    return await this.#sendTo(this.#client, command)
  }

  /**
   * Sends a write. When it resolves, the write is as safe as the profile promises. When it rejects, the write may still have happened.
   * Writes that arrive during a confirmation are sent together and confirmed together.
   */
  async write(...command: readonly string[]): Promise<RedisReply> {
    const { local, replicas } = this.#confirmation
    if (local + replicas === 0) return await this.send(...command)
    return await new Promise((resolve, reject) => {
      this.#writes.push({ command, resolve, reject })
      this.#confirming ??= this.#confirmWrites().finally(() => {
        this.#confirming = null
      })
    })
  }

  async #confirmWrites(): Promise<void> {
    for (let group = this.#writes.splice(0); group.length > 0; group = this.#writes.splice(0)) {
      const replies = group.map(({ command }) => this.send(...command))
      const confirmed = this.#confirm()
      for (const [index, { resolve, reject }] of group.entries())
        Promise.all([replies[index] ?? null, confirmed]).then(([reply]) => resolve(reply), reject)
      await Promise.allSettled([...replies, confirmed])
    }
  }

  /** Resolves when earlier writes have been flushed by Redis and by all required replicas. */
  async #confirm(): Promise<void> {
    const client = this.#client
    const { local, replicas } = this.#confirmation
    // A replica reports what it has flushed only when asked. The question arrives with the data that it has yet to flush. The first wait
    // ends when the replica has the data. So the second one asks as soon as it is flushed, not a second later.
    const received = replicas > 0 ? this.send('WAIT', String(replicas), confirmTimeout) : Promise.resolve(replicas)
    const flushed = this.send('WAITAOF', String(local), String(replicas), confirmTimeout).catch((cause: Error) => {
      // Redis no longer has an append-only file, so it is asked again what it promises.
      if (client !== null && cause instanceof ErrorReply) this.#lose(client, cause)
      throw new StorageUnavailableError('the write was not confirmed', { cause })
    })
    const [, counts] = await Promise.all([received, flushed])
    const [localCount, replicaCount] = Array.isArray(counts) ? counts.map(Number) : []
    if ((localCount ?? 0) < local || (replicaCount ?? 0) < replicas)
      throw new StorageUnavailableError('the write was not confirmed by everybody who must have it')
  }

  /**
   * Resolves when everything that this connection has read is as safe as the profile promises. `generation`: the generation of the
   * connection that read it. Only replicas must be asked: the primary flushes before it answers.
   */
  async confirmRead(generation: number): Promise<void> {
    if (this.#confirmation.replicas > 0) await this.write('SET', barrierKey, '1')
    if (generation !== this.generation) throw new StorageUnavailableError('the connection was lost')
  }

  close(): void {
    this.#isClosed = true
    if (this.#client?.isOpen) this.#client.destroy()
    this.#client = null
    for (const done of [...this.#waiting]) done()
  }

  async #sendTo(client: Client, command: readonly string[]): Promise<RedisReply> {
    this.#unanswered += 1
    this.#silence ??= setTimeout(() => this.#lose(client, new Error('Redis is silent')), replyTimeout)
    try {
      return (await client.sendCommand([...command])) as RedisReply
    } catch (error) {
      if (isErrorReply(error)) throw error
      // This Redis is no longer a primary, so the primary is looked for again.
      if (error instanceof ErrorReply && error.message.startsWith('READONLY')) this.#lose(client, error)
      throw new StorageUnavailableError('Redis did not answer, or cannot write', { cause: error })
    } finally {
      this.#unanswered -= 1
      if (this.#unanswered > 0) this.#silence?.refresh()
      else {
        clearTimeout(this.#silence)
        this.#silence = undefined
      }
    }
  }

  async #connect(): Promise<void> {
    const client = makeClient(await findPrimary(this.#source))
    // Each failed command reports its error to its caller.
    client.on('error', (error: Error) => this.#lose(client, error))
    try {
      await client.connect().catch((cause: unknown) => {
        throw new StorageUnavailableError('Redis cannot be reached', { cause })
      })
      this.#confirmation = await this.#durability.check((...command) => this.#sendTo(client, command))
      if (this.#listener !== null) await client.subscribe(this.#listener.channel, this.#listener.onMessage)
    } catch (error) {
      if (client.isOpen) client.destroy()
      throw error
    }
    if (this.#isClosed) return client.destroy()
    this.#client = client
    this.generation += 1
    for (const done of [...this.#waiting]) done()
  }

  #lose(client: Client, error: Error): void {
    this.lastError = error
    if (client.isOpen) client.destroy()
    if (this.#client !== client) return
    this.#client = null
    void this.#keepConnecting()
  }

  async #keepConnecting(): Promise<void> {
    for (let tries = 0; !this.#isClosed && this.#client === null; tries += 1) {
      try {
        await this.#connect()
      } catch (error) {
        this.lastError = error instanceof Error ? error : new Error(String(error))
        await wait(Math.min(50 * 2 ** tries, 1_000))
      }
    }
  }
}

/** Error replies which mean that Redis is reachable but cannot serve now. */
const notServing = /^(LOADING|READONLY|MASTERDOWN|NOREPLICAS|OOM|MISCONF|CLUSTERDOWN|BUSY)\b/

const isErrorReply = (error: unknown): boolean => error instanceof ErrorReply && !notServing.test(error.message)
