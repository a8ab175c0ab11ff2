/** A Redis for one test file, on a free port. The test can kill it and start it again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RedisSource } from '@rostrum/server/engine/log/redis-source'
import { createClient } from 'redis'
import { inject } from 'vitest'
import { freePort } from './free-port.ts'
import type { FoundRedis } from './provision/redis.ts'

/** True if Redis servers can be started and killed here, as the tests of faults require. */
export const hasRedis = (): boolean => inject('redis').kind === 'program'

export const durableOptions: readonly string[] = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction']

export class RedisServer {
  readonly url: string
  readonly folder: string
  readonly port: number
  #options: readonly string[]
  readonly #found: FoundRedis
  #process: ChildProcess | null = null

  private constructor(found: FoundRedis, folder: string, port: number, options: readonly string[]) {
    this.#found = found
    this.folder = folder
    this.port = port
    this.#options = options
    this.url = `redis://127.0.0.1:${port}`
  }

  /** `found`: for a program that is not a test. */
  static async start(options = durableOptions, found: FoundRedis = inject('redis')): Promise<RedisServer> {
    const server = new RedisServer(found, await mkdtemp(join(tmpdir(), 'rostrum-redis-')), await freePort(), options)
    await server.restart()
    return server
  }

  get source(): RedisSource {
    return { url: this.url, sentinels: [] }
  }

  get pid(): number {
    if (this.#process?.pid === undefined) throw new Error('not running')
    return this.#process.pid
  }

  /** `options`: replace the previous options from now on. */
  async restart(options = this.#options): Promise<void> {
    this.#options = options
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder, '--save', '', ...options]
    const child = spawnRedis(args, this.#found)
    this.#process = child
    await waitUntilReady(child)
  }

  /** Sends one command over a connection of its own. */
  async command(...parts: string[]): Promise<unknown> {
    const client = createClient({ url: this.url, RESP: 2 })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return await client.sendCommand(parts)
    } finally {
      client.destroy()
    }
  }

  /** Stops it in the middle of everything, without closing a connection. */
  pause(): void {
    process.kill(this.pid, 'SIGSTOP')
  }
  resume(): void {
    process.kill(this.pid, 'SIGCONT')
  }

  /** Copies its data on disk. It must not be running. */
  async copyData(): Promise<string> {
    const copy = await mkdtemp(join(tmpdir(), 'rostrum-redis-copy-'))
    await cp(this.folder, copy, { recursive: true })
    return copy
  }

  /** Replaces its data with this copy, or with nothing, as if another Redis took its place. It must not be running. The copy is used up. */
  async replaceData(copy: string | null): Promise<void> {
    await rm(this.folder, { recursive: true })
    if (copy === null) await mkdir(this.folder)
    else await rename(copy, this.folder)
  }

  /** Sends SIGKILL, which has the effect of a crash. */
  async kill(): Promise<void> {
    const child = this.#process
    this.#process = null
    if (child === null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  async stop(): Promise<void> {
    await this.kill()
    await rm(this.folder, { recursive: true, force: true })
  }
}

export function spawnRedis(args: readonly string[], found: FoundRedis = inject('redis')): ChildProcess {
  if (found.kind !== 'program') throw new Error(found.line)
  const env = { ...process.env, LD_LIBRARY_PATH: found.libraries }
  return spawn(found.program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Resolves when its output matches `ready`. Goes on reading the output. */
export async function waitUntilReady(child: ChildProcess, ready = /ready to accept connections/i): Promise<void> {
  if (child.stdout === null) throw new Error('no output to read')
  const seen: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    seen.push(line)
    if (!ready.test(line)) continue
    child.stdout.resume()
    return
  }
  throw new Error(`redis-server did not start:\n${seen.join('\n')}`)
}
