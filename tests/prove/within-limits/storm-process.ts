/** The flooding device, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StormTarget } from './storm.ts'
import type { StormName, StormOrder } from './storms.ts'

export class StormProcess {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  static async start(): Promise<StormProcess> {
    const child = spawn(process.execPath, [fileURLToPath(new URL('storm.mjs', import.meta.url))], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('the flooding device did not start'))),
    ])
    return new StormProcess(child)
  }

  begin(name: StormName, target: StormTarget): void {
    this.#order({ name, target })
  }

  /** Resolves with the number of each outcome. */
  async end(): Promise<Readonly<Record<string, number>>> {
    const reported = once(this.#child, 'message')
    this.#order('end')
    const [tally] = (await reported) as [Readonly<Record<string, number>>]
    return tally
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit')
    this.#child.disconnect()
    await gone
  }

  #order(order: StormOrder): void {
    this.#child.send(order)
  }
}
