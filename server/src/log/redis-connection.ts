/** Connections to Redis: bounded waits, no queue while the connection is down, and one error type for every connection problem. */
import { createClient, ErrorReply } from 'redis'
import { StorageUnavailableError } from './log-errors.ts'

const replyTimeout = 5_000 // milliseconds of silence after which the server counts as lost

const makeClient = (url: string) =>
  createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    pingInterval: 1_000,
    maintNotifications: 'disabled',
    socket: {
      connectTimeout: replyTimeout,
      socketTimeout: replyTimeout,
      reconnectStrategy: (tries: number) => Math.min(50 * 2 ** tries, 1_000),
    },
  })

export type RedisReply = string | number | null | readonly RedisReply[]

export class RedisConnection {
  readonly #client: ReturnType<typeof makeClient>

  private constructor(url: string) {
    this.#client = makeClient(url)
    // Each failed command reports its error to its caller. The client reconnects by itself.
    this.#client.on('error', (error: Error) => {
      this.lastError = error
    })
  }

  /** Why the connection was last lost, for diagnosis. */
  lastError: Error | null = null

  /** Resolves when connected, or rejects with an error that contains neither password nor address. */
  static async open(url: string): Promise<RedisConnection> {
    const connection = new RedisConnection(url)
    const failed = new Promise<never>((_, reject) => connection.#client.once('error', reject))
    try {
      await Promise.race([connection.#client.connect(), failed])
    } catch (error) {
      connection.close()
      throw new StorageUnavailableError('Redis cannot be reached', { cause: error })
    }
    return connection
  }

  /** Returns at once and connects in the background. Commands are refused until it is connected. */
  static start(url: string): RedisConnection {
    const connection = new RedisConnection(url)
    connection.#client.connect().catch((error: Error) => {
      connection.lastError = error
    })
    return connection
  }

  get isUp(): boolean {
    return this.#client.isReady
  }

  /** Resolves when the connection is up, after `limit` milliseconds, or when it is closed. True if it is up. */
  async waitUntilUp(limit: number): Promise<boolean> {
    if (this.isUp || !this.#client.isOpen) return this.isUp
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#client.off('ready', done).off('end', done)
        resolve()
      }
      const timer = setTimeout(done, limit)
      this.#client.once('ready', done).once('end', done)
    })
    return this.isUp
  }

  async send(...command: readonly string[]): Promise<RedisReply> {
    try {
      return (await this.#client.sendCommand([...command])) as RedisReply
    } catch (error) {
      if (isErrorReply(error)) throw error
      throw new StorageUnavailableError('Redis did not answer', { cause: error })
    }
  }

  close(): void {
    if (this.#client.isOpen) this.#client.destroy()
  }
}

/** Error replies which mean that Redis is reachable but cannot serve now. */
const notServing = /^(LOADING|READONLY|MASTERDOWN|NOREPLICAS|OOM|MISCONF|CLUSTERDOWN|BUSY)\b/

const isErrorReply = (error: unknown): boolean => error instanceof ErrorReply && !notServing.test(error.message)
