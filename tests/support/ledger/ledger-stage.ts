/** A server with the embedded store, people who work, and their ledgers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StorageConfig } from '@rostrum/server/engine/store/open-storage'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { ServerProcess, type StartupLinkSet } from '../server-process.ts'
import { checkLedger, replayCommits } from './check-ledger.ts'
import { waitForScreens } from './check-screens.ts'
import { readLedger } from './ledger-file.ts'
import { Load, type LoadOptions } from './load.ts'
import { readStored } from './read-stored.ts'

export class LedgerStage {
  readonly server: ServerProcess
  readonly links: StartupLinkSet
  readonly load: Load
  readonly data: string
  /** The folder of the ledgers. */
  readonly folder: string

  private constructor(parts: Pick<LedgerStage, 'server' | 'links' | 'load' | 'data' | 'folder'>) {
    this.server = parts.server
    this.links = parts.links
    this.load = parts.load
    this.data = parts.data
    this.folder = parts.folder
  }

  /** `through`: makes the argument `through` of `ServerProcess.start` from the data folder. */
  static async start(
    options: Pick<LoadOptions, 'speakers' | 'supporters'> = {},
    through = (_data: string): readonly string[] => [],
  ): Promise<LedgerStage> {
    const [data, folder] = await Promise.all(['data', 'ledger'].map((name) => mkdtemp(join(tmpdir(), `rostrum-${name}-`))))
    if (data === undefined || folder === undefined) throw new Error('no folders')
    const { server, links } = await ServerProcess.start({ ROSTRUM_DATA: data }, undefined, through(data))
    return new LedgerStage({ server, links, data, folder, load: await Load.start({ urls: [server.url], links, folder, ...options }) })
  }

  get storage(): StorageConfig {
    return { data: this.data, redisUrl: null, redisVolatile: false, redisSentinels: [] }
  }

  /** Lets everybody finish, and returns the broken promises. */
  async finish(): Promise<readonly string[]> {
    await this.load.stop()
    const stored = await readStored(this.storage, this.links.session as SessionId)
    return [...checkLedger(readLedger(this.folder), stored), ...(await waitForScreens(this.load.clients, replayCommits(stored.commits)))]
  }

  async close(): Promise<void> {
    this.load.close()
    await this.server.stop()
    for (const each of [this.data, this.folder]) await rm(each, { recursive: true })
  }
}
