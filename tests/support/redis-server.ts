/** A Redis for one test file, on a free port. The test can kill it and start it again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inject } from 'vitest'
import { freePort } from './free-port.ts'
import type { FoundRedis } from './provision/redis.ts'

/** True if Redis servers can be started and killed here, which the tests of faults need. */
export const hasRedis = (): boolean => inject('redis').kind === 'program'

export const durableOptions: readonly string[] = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction']

export class RedisServer {
  readonly url: string
  readonly #folder: string
  readonly #port: number
  readonly #options: readonly string[]
  readonly #found: FoundRedis
  #process: ChildProcess | null = null

  private constructor(found: FoundRedis, folder: string, port: number, options: readonly string[]) {
    this.#found = found
    this.#folder = folder
    this.#port = port
    this.#options = options
    this.url = `redis://127.0.0.1:${port}`
  }

  /** `found`: for a program that is no test. */
  static async start(options = durableOptions, found: FoundRedis = inject('redis')): Promise<RedisServer> {
    const server = new RedisServer(found, await mkdtemp(join(tmpdir(), 'rostrum-redis-')), await freePort(), options)
    await server.restart()
    return server
  }

  get pid(): number {
    if (this.#process?.pid === undefined) throw new Error('not running')
    return this.#process.pid
  }

  async restart(): Promise<void> {
    const found = this.#found
    if (found.kind !== 'program') throw new Error(found.line)
    const args = ['--port', String(this.#port), '--bind', '127.0.0.1', '--dir', this.#folder, '--save', '', ...this.#options]
    const env = { ...process.env, LD_LIBRARY_PATH: found.libraries }
    const child = spawn(found.program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    this.#process = child
    await waitUntilReady(child)
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
    await rm(this.#folder, { recursive: true, force: true })
  }
}

async function waitUntilReady(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('no output to read')
  const seen: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    seen.push(line)
    if (!/ready to accept connections/i.test(line)) continue
    child.stdout.resume()
    return
  }
  throw new Error(`redis-server did not start:\n${seen.join('\n')}`)
}
