/** nginx with the file that is shipped. Only its addresses and paths are the test's: it listens on a free loopback port and writes to a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inject } from 'vitest'
import { freePort } from './free-port.ts'

export const hasNginx = (): boolean => inject('nginx').kind === 'program'

const shippedFile = new URL('../../docs/deploy/nginx.conf', import.meta.url)
/** `nobody`, where the tests run as root. */
const nobody = 65_534
const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

export class NginxProxy {
  readonly url: string
  readonly #folder: string
  readonly #process: ChildProcess

  private constructor(url: string, folder: string, process: ChildProcess) {
    this.url = url
    this.#folder = folder
    this.#process = process
  }

  /** `nodes`: the ports of node-1 and node-2. */
  static async start(nodes: readonly [number, number]): Promise<NginxProxy> {
    const found = inject('nginx')
    if (found.kind !== 'program') throw new Error(found.line)
    const [folder, port] = [await mkdtemp(join(tmpdir(), 'rostrum-nginx-')), await freePort()]
    await writeFile(join(folder, 'nginx.conf'), adaptFile(nodes, port, folder, found.mimeTypes))
    // nginx opens /dev/stdout by its name, which works with a file and not with the sockets that Node calls pipes.
    const log = openSync(join(folder, 'access.log'), 'a')
    const account = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
    if (process.getuid?.() === 0) for (const path of [folder, join(folder, 'access.log')]) await chown(path, nobody, nobody)
    const global = `daemon off; pid ${folder}/nginx.pid; error_log stderr notice;`
    const child = spawn(found.program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr', '-g', global], {
      env: { LD_LIBRARY_PATH: found.libraries },
      stdio: ['ignore', log, 'pipe'],
      ...account,
    })
    await waitUntilServing(child)
    return new NginxProxy(`http://127.0.0.1:${port}`, folder, child)
  }

  /** What nginx noted of the requests. A WebSocket is noted when it ends. */
  readLog(): string {
    return readFileSync(join(this.#folder, 'access.log'), 'utf8')
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit')
    this.#process.kill('SIGTERM')
    await gone
    await rm(this.#folder, { recursive: true, force: true })
  }
}

function adaptFile([one, two]: readonly [number, number], port: number, folder: string, mimeTypes: string): string {
  const temporary = bodies.map((name) => `  ${name}_temp_path ${join(folder, name)};\n`).join('')
  return replaceEach(readFileSync(shippedFile, 'utf8'), [
    ['node-1:3000', `127.0.0.1:${one}`],
    ['node-2:3000', `127.0.0.1:${two}`],
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['/etc/nginx/mime.types', mimeTypes],
    ['http {\n', `http {\n${temporary}`],
  ])
}

const replaceEach = (text: string, changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the file of the proxy does not have "${from}"`)
    return changed.replaceAll(from, to)
  }, text)

async function waitUntilServing(child: ChildProcess): Promise<void> {
  if (child.stderr === null) throw new Error('no output to read')
  const seen: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    seen.push(line)
    if (!line.includes('start worker process ')) continue
    child.stderr.resume()
    return
  }
  throw new Error(`nginx did not start:\n${seen.join('\n')}`)
}
