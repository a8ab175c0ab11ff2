/**
 * The same measurement through TLS. Either nginx is in front, as in most installations. Or Node serves TLS itself, to show the cost of a
 * proxy.
 */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCertificate } from '../../support/certificate.ts'
import { freePort } from '../../support/free-port.ts'
import { type NginxProcess, startNginx } from '../../support/nginx-process.ts'
import { findNginx } from '../../support/provision/nginx.ts'
import { Crowd, type Target } from '../client/crowd.ts'
import { measureFanOut } from '../measure/fan-out.ts'
import { releaseCores } from '../servers/cores.ts'
import { endWithBench, readCpu } from '../servers/measured-process.ts'
import { type Prepared, prepareFolder } from '../servers/prepare.ts'
import { startProduct } from '../servers/stage.ts'
import { defineMode, type Options, type Round } from './mode.ts'

type Name = 'p99' | 'p50' | 'cpu' | 'bytes'
type Encryption = 'nginx' | 'node'

/** The server that the screens connect to, and the processor time of all its processes. */
type Front = { readonly target: Target; readCpu(): number; close(): Promise<void> }

const fronts: Readonly<Record<Encryption | 'none', (folder: string, port: number) => Promise<Front>>> = {
  none: async (folder, port) => {
    const product = await startProduct(folder, port)
    return { target: { port }, readCpu: product.readCpu, close: () => product.end('SIGKILL') }
  },
  node: async (folder, port) => {
    const files = await mkdtemp(join(tmpdir(), 'rostrum-tls-'))
    const product = await startProduct(folder, port, { tls: makeCertificate(files) })
    await rm(files, { recursive: true })
    return { target: { port, isTls: true }, readCpu: product.readCpu, close: () => product.end('SIGKILL') }
  },
  nginx: async (folder, port) => {
    const product = await startProduct(folder, port)
    const nginx = await startNginx(await findNginx(), [port, port], true)
    if (nginx.tlsPort === null) throw new Error('nginx serves no TLS')
    const proxies = listProcesses(nginx.process)
    releaseCores(proxies)
    void endWithBench(nginx.process)
    return {
      target: { port: nginx.tlsPort, isTls: true },
      readCpu: () => proxies.reduce((sum, pid) => sum + readCpu(pid), product.readCpu()),
      close: async () => {
        await nginx.stop()
        await product.end('SIGKILL')
      },
    }
  },
}

/** Lists the master process and its workers. */
const listProcesses = ({ pid = 0 }: NginxProcess['process']): readonly number[] => {
  const workers = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return [pid, ...workers.map(Number)]
}

async function measure(prepared: Prepared, encryption: Encryption | 'none', { seconds, rate }: Options): Promise<Round<Name>> {
  const front = await fronts[encryption](await prepared.copy(), await freePort())
  const [crowd, staff] = [new Crowd(front.target, prepared.tickets), new Crowd(front.target, [prepared.chair], { isStaff: true })]
  await staff.connectAll()
  await crowd.connectAll()
  await crowd.becomeQuiet()
  const [chair] = staff.screens
  if (chair === undefined) throw new Error('no chair')
  const commands = Math.round(seconds * rate)
  const { p99, p50, cpu, bytes } = await measureFanOut({ crowd, chair, server: () => front }, { commands, rate })
  for (const each of [crowd, staff]) each.close()
  await front.close()
  return { p99, p50, cpu, bytes }
}

const defineEncrypted = (encryption: Encryption, title: string, times: number) =>
  defineMode<Name>({
    title,
    against: 'the product alone, without TLS',
    defaults: { clients: 2000, rounds: 5, seconds: 10, rate: 10 },
    figures: {
      p99: { says: 'until a screen shows it, p99', unit: 'ms', bound: null },
      p50: { says: 'until a screen shows it, median', unit: 'ms', bound: null },
      cpu: { says: 'processor of all that serves, per 1,000 deliveries', unit: 'ms', bound: { times } },
      bytes: { says: 'to a screen, for a command', unit: 'B', bound: null },
    },
    run: async (options) => {
      const prepared = await prepareFolder({ screens: options.clients })
      const [product, compared]: [Round<Name>[], Round<Name>[]] = [[], []]
      for (let round = 0; round < options.rounds; round += 1) {
        product.push(await measure(prepared, encryption, options))
        compared.push(await measure(prepared, 'none', options))
      }
      await prepared.delete()
      return { product, compared }
    },
  })

export const encrypted = {
  proxy: defineEncrypted('nginx', 'through nginx with TLS, as the shipped file has it', 3),
  tls: defineEncrypted('node', 'through TLS of Node itself, without a proxy', 2),
} as const
