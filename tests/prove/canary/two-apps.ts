/** Two nodes of the server in this process, on one embedded store. They can be started again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, buildApp } from '@rostrum/server/app'
import { parseConfig } from '@rostrum/server/doors/config'
import { openStorage } from '@rostrum/server/engine/store/open-storage'
import { createLogger } from '@rostrum/server/engine/telemetry/pino-logger'
import { toInstant } from '@rostrum/shared/kernel/time'

export class TwoApps {
  readonly logLines: string[] = []
  readonly #folder: string
  #apps: readonly App[] = []

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(): Promise<TwoApps> {
    const both = new TwoApps(await mkdtemp(join(tmpdir(), 'rostrum-canary-')))
    await both.start()
    return both
  }

  getApp(which: number): App {
    const app = this.#apps[which]
    if (app === undefined) throw new Error('it does not run')
    return app
  }

  async start(): Promise<void> {
    const variables = {
      ROSTRUM_PORT: '0',
      ROSTRUM_DATA: this.#folder,
      ROSTRUM_METRICS: '127.0.0.1:0',
      ROSTRUM_WEBHOOKS_TO: 'http://127.0.0.1:*',
    }
    const config = parseConfig(variables, this.#folder)
    const storage = await openStorage(config)
    const logger = createLogger({ write: (line) => void this.logLines.push(line) })
    const ports = { ...storage, now: () => toInstant(Date.now()), logger }
    const lent = { ...ports, log: lend(storage.log), store: lend(storage.store) }
    this.#apps = [await buildApp(config, ports, this.#folder), await buildApp(config, lent, this.#folder)]
    for (const app of this.#apps) await app.listen()
  }

  /** Stops both nodes. The node that owns the store stops last. */
  async stop(): Promise<void> {
    for (const app of this.#apps.toReversed()) await app.close()
  }

  async close(): Promise<void> {
    await this.stop()
    await rm(this.#folder, { recursive: true })
  }
}

/** Returns the same object, except that closing it does nothing. */
const lend = <T extends object>(whole: T): T =>
  new Proxy(whole, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target)
      if (name === 'close') return async () => undefined
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
