import { readFileSync } from 'node:fs'
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

/** The master and its workers. */
const listProcesses = ({ pid = 0 }: NginxProcess['process']): readonly number[] => {
  const workers = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return [pid, ...workers.map(Number)]
}

async function measure(prepared: Prepared, isProxied: boolean, { seconds, rate }: Options): Promise<Round<Name>> {
  const port = await freePort()
  const product = await startProduct(await prepared.copy(), port)
  const nginx = isProxied ? await startNginx(await findNginx(), [port, port], true) : null
  const proxies = nginx === null ? [] : listProcesses(nginx.process)
  releaseCores(proxies)
  if (nginx !== null) void endWithBench(nginx.process)
  const target: Target = nginx?.tlsPort ? { port: nginx.tlsPort, isTls: true } : { port }
  const [crowd, staff] = [new Crowd(target, prepared.tickets), new Crowd(target, [prepared.chair], { isStaff: true })]
  await staff.connectAll()
  await crowd.connectAll()
  await crowd.becomeQuiet()
  const [chair] = staff.screens
  if (chair === undefined) throw new Error('no chair')
  const server = () => ({ readCpu: () => proxies.reduce((sum, pid) => sum + readCpu(pid), product.readCpu()) })
  const { p99, p50, cpu, bytes } = await measureFanOut({ crowd, chair, server }, { commands: Math.round(seconds * rate), rate })
  for (const each of [crowd, staff]) each.close()
  await nginx?.stop()
  await product.end('SIGKILL')
  return { p99, p50, cpu, bytes }
}

export const proxy = defineMode<Name>({
  title: 'through nginx with TLS, as the shipped file has it',
  against: 'the product alone, without TLS',
  defaults: { clients: 2000, rounds: 3, seconds: 10, rate: 5 },
  figures: {
    p99: { says: 'until a screen shows it, p99', unit: 'ms', bound: null },
    p50: { says: 'until a screen shows it, median', unit: 'ms', bound: null },
    cpu: { says: 'processor of product and proxy per 1,000 deliveries', unit: 'ms', bound: { times: 3 } },
    bytes: { says: 'to a screen, for a command', unit: 'B', bound: null },
  },
  run: async (options) => {
    const prepared = await prepareFolder({ screens: options.clients })
    const [product, compared]: [Round<Name>[], Round<Name>[]] = [[], []]
    for (let round = 0; round < options.rounds; round += 1) {
      product.push(await measure(prepared, true, options))
      compared.push(await measure(prepared, false, options))
    }
    await prepared.delete()
    return { product, compared }
  },
})
