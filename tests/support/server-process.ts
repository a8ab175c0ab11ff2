/** The product in a separate process, as in production, so that a test can kill it and start it again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

export type StartupLinkSet = Readonly<
  Record<'organizer' | 'chair' | 'secretariat' | 'room' | 'remote' | 'display' | 'code' | 'url' | 'session', string>
>

const main = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url))

export const getSecret = (link: string): string => link.slice(link.indexOf('#') + 1)

const makeUrl = (port: number): string => `http://127.0.0.1:${port}`

export class ServerProcess {
  readonly port: number
  readonly #environment: Readonly<Record<string, string>>
  /** A program and its arguments. It starts the server in the same process. */
  readonly #through: readonly string[]
  #child: ChildProcess | null = null
  #errors = ''

  private constructor(port: number, environment: Readonly<Record<string, string>>, through: readonly string[]) {
    this.port = port
    this.#environment = environment
    this.#through = through
  }

  /** `more`: the variables that depend on the server's address. `through`: see `#through`. */
  static async start(
    environment: Readonly<Record<string, string>>,
    more: (url: string) => Readonly<Record<string, string>> = () => ({}),
    through: readonly string[] = [],
  ): Promise<{ readonly server: ServerProcess; readonly links: StartupLinkSet }> {
    const port = await freePort()
    const server = new ServerProcess(port, { ...environment, ...more(makeUrl(port)) }, through)
    return { server, links: await server.restart() }
  }

  get url(): string {
    return makeUrl(this.port)
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error('not running')
    return this.#child.pid
  }

  async restart(): Promise<StartupLinkSet> {
    const env = { ...process.env, NODE_ENV: 'production', ...this.#environment, ROSTRUM_PORT: String(this.port) }
    const [program = '', ...args] = [...this.#through, process.execPath, main, '--json']
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    this.#errors = ''
    child.stderr.on('data', (part: Buffer) => {
      this.#errors = (this.#errors + part.toString()).slice(-20_000)
    })
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('{"organizer"')) continue
      child.stdout.resume()
      return JSON.parse(line) as StartupLinkSet
    }
    throw new Error(`the server did not start:\n${this.#errors}`)
  }

  /** Sends SIGKILL, which has the effect of a crash. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
}
