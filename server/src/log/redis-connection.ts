/** Connections to Redis: bounded waits, no queue while the line is down, and one error for all that can go wrong with it. */
import { createClient, ErrorReply } from 'redis'
import { Unavailable } from './log.ts'

const silence = 5_000 // a server that says nothing for so long is taken for gone

const makeClient = (url: string) =>
  createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    pingInterval: 1_000,
    maintNotifications: 'disabled',
    socket: { connectTimeout: silence, socketTimeout: silence, reconnectStrategy: (tries: number) => Math.min(50 * 2 ** tries, 1_000) },
  })

export type RedisReply = string | number | null | readonly RedisReply[]

export class RedisConnection {
  readonly #client: ReturnType<typeof makeClient>

  private constructor(url: string) {
    this.#client = makeClient(url)
    // Every command that fails tells its caller; the client goes on trying by itself.
    this.#client.on('error', (error: Error) => {
      this.lastError = error
    })
  }

  /** Why the line was last lost, for those who wonder. */
  lastError: Error | null = null

  /** Connected, or an error that names neither password nor address. */
  static async open(url: string): Promise<RedisConnection> {
    const connection = new RedisConnection(url)
    const failed = new Promise<never>((_, reject) => connection.#client.once('error', reject))
    try {
      await Promise.race([connection.#client.connect(), failed])
    } catch (error) {
      connection.close()
      throw new Unavailable('Redis cannot be reached', { cause: error })
    }
    return connection
  }

  /** A connection that is there at once and comes up by itself; commands are refused until then. */
  static start(url: string): RedisConnection {
    const connection = new RedisConnection(url)
    connection.#client.connect().catch((error: Error) => {
      connection.lastError = error
    })
    return connection
  }

  get up(): boolean {
    return this.#client.isReady
  }

  /** Resolves when the line is up, or after `limit` milliseconds, or when it is closed. */
  async untilUp(limit: number): Promise<boolean> {
    if (this.up || !this.#client.isOpen) return this.up
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#client.off('ready', done).off('end', done)
        resolve()
      }
      const timer = setTimeout(done, limit)
      this.#client.once('ready', done).once('end', done)
    })
    return this.up
  }

  async ask(...command: readonly string[]): Promise<RedisReply> {
    try {
      return (await this.#client.sendCommand([...command])) as RedisReply
    } catch (error) {
      if (isAnswer(error)) throw error
      throw new Unavailable('Redis did not answer', { cause: error })
    }
  }

  close(): void {
    if (this.#client.isOpen) this.#client.destroy()
  }
}

/** States in which Redis answers, but only to say that it cannot serve just now. */
const notNow = /^(LOADING|READONLY|MASTERDOWN|NOREPLICAS|OOM|MISCONF|CLUSTERDOWN|BUSY)\b/

const isAnswer = (error: unknown): boolean => error instanceof ErrorReply && !notNow.test(error.message)
