/** Two server processes on one Redis, as behind a proxy. */
import { tmpdir } from 'node:os'
import { RedisServer } from './redis-server.ts'
import { ServerProcess, type StartupLinkSet } from './server-process.ts'

export class TwoNodes {
  readonly redis: RedisServer
  readonly nodes: readonly ServerProcess[]
  /** The links that each server printed at the start. */
  readonly startupLinks: readonly StartupLinkSet[]

  private constructor(redis: RedisServer, started: readonly { readonly server: ServerProcess; readonly links: StartupLinkSet }[]) {
    this.redis = redis
    this.nodes = started.map(({ server }) => server)
    this.startupLinks = started.map(({ links }) => links)
  }

  static async start(): Promise<TwoNodes> {
    const redis = await RedisServer.start()
    const start = () => ServerProcess.start({ ROSTRUM_REDIS_URL: redis.url, ROSTRUM_DATA: tmpdir() })
    return new TwoNodes(redis, await Promise.all([start(), start()]))
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()))
    await this.redis.stop()
  }
}
