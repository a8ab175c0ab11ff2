/**
 * Runs nginx with the shipped file, inside and outside of tests. Only addresses and paths differ: free loopback ports, and a folder of its
 * own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { makeCertificate } from './certificate.ts'
import { freePort } from './free-port.ts'
import type { FoundNginx } from './provision/nginx.ts'

const shippedFile = new URL('../../docs/deploy/nginx.conf', import.meta.url)
/** The id of `nobody`, used if this process runs as root. */
const nobody = 65_534
const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

export type NginxProcess = {
  readonly process: ChildProcess
  readonly port: number
  /** The port for TLS, with a certificate that is made here. Null without TLS. */
  readonly tlsPort: number | null
  /** Returns nginx's log of the requests. A WebSocket is logged when it ends. */
  readLog(): string
  stop(): Promise<void>
}

/** `nodes`: the ports of node-1 and node-2. */
export async function startNginx(found: FoundNginx, nodes: readonly [number, number], withTls = false): Promise<NginxProcess> {
  if (found.kind !== 'program') throw new Error(found.line)
  const [folder, port] = [await mkdtemp(join(tmpdir(), 'rostrum-nginx-')), await freePort()]
  const tlsPort = withTls ? await freePort() : null
  const changes = [
    ['node-1:3000', `127.0.0.1:${nodes[0]}`],
    ['node-2:3000', `127.0.0.1:${nodes[1]}`],
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['/etc/nginx/mime.types', found.mimeTypes],
    ['http {\n', `http {\n${bodies.map((name) => `  ${name}_temp_path ${join(folder, name)};\n`).join('')}`],
    ...(tlsPort === null ? [] : makeTlsChanges(folder, tlsPort)),
  ] as const
  await writeFile(join(folder, 'nginx.conf'), replaceEach(readFileSync(shippedFile, 'utf8'), changes))
  // nginx opens /dev/stdout by its name. This works with a file, but not with the sockets that Node calls pipes.
  const log = openSync(join(folder, 'access.log'), 'a')
  const account = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  if (process.getuid?.() === 0)
    for (const path of [folder, ...(await readdir(folder)).map((name) => join(folder, name))]) await chown(path, nobody, nobody)
  const global = `daemon off; pid ${folder}/nginx.pid; error_log stderr notice;`
  const child = spawn(found.program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr', '-g', global], {
    env: { LD_LIBRARY_PATH: found.libraries },
    stdio: ['ignore', log, 'pipe'],
    ...account,
  })
  await waitUntilServing(child)
  return {
    process: child,
    port,
    tlsPort,
    readLog: () => readFileSync(join(folder, 'access.log'), 'utf8'),
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Uncomments the lines for TLS, which are comments in the shipped file. */
function makeTlsChanges(folder: string, port: number): readonly (readonly [string, string])[] {
  const { key, certificate } = makeCertificate(folder)
  return [
    ['# listen 8443 ssl;', `listen 127.0.0.1:${port} ssl;`],
    ['# ssl_certificate /etc/nginx/tls/full-chain.pem;', `ssl_certificate ${certificate};`],
    ['# ssl_certificate_key /etc/nginx/tls/key.pem;', `ssl_certificate_key ${key};`],
  ]
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
