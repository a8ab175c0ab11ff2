/** nginx with the shipped file, in a test. */
import { inject } from 'vitest'
import { type NginxProcess, startNginx } from './nginx-process.ts'

export const hasNginx = (): boolean => inject('nginx').kind === 'program'

export class NginxProxy {
  readonly url: string
  readonly #nginx: NginxProcess

  private constructor(nginx: NginxProcess) {
    this.url = `http://127.0.0.1:${nginx.port}`
    this.#nginx = nginx
  }

  /** `nodes`: the ports of node-1 and node-2. */
  static async start(nodes: readonly [number, number]): Promise<NginxProxy> {
    return new NginxProxy(await startNginx(inject('nginx'), nodes))
  }

  readLog(): string {
    return this.#nginx.readLog()
  }

  async stop(): Promise<void> {
    await this.#nginx.stop()
  }
}
