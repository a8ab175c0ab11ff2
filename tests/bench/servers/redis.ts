/** A durable Redis for one measurement. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../../support/free-port.ts'
import { findRedis } from '../../support/provision/redis.ts'
import { releaseCores } from './cores.ts'
import { endWithBench } from './measured-process.ts'

export type Redis = { readonly url: string; stop(): Promise<void> }

export async function startRedis(): Promise<Redis> {
  const found = await findRedis()
  if (found.kind !== 'program') throw new Error(found.line)
  const [folder, port] = [await mkdtemp(join(tmpdir(), 'rostrum-bench-')), await freePort()]
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', '--save', '']
  const child = spawn(found.program, ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...durable], {
    env: { ...process.env, LD_LIBRARY_PATH: found.libraries },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = endWithBench(child)
  for await (const line of createInterface({ input: child.stdout })) if (/ready to accept connections/i.test(line)) break
  child.stdout.resume()
  releaseCores([child.pid ?? 0])
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}
