import { freePort } from '../../support/free-port.ts'
import { Crowd } from '../client/crowd.ts'
import { measureFanOut } from '../measure/fan-out.ts'
import { prepareFolder } from '../servers/prepare.ts'
import { startRedis } from '../servers/redis.ts'
import { startProduct } from '../servers/stage.ts'
import { defineMode, type Options, type Round } from './mode.ts'

type Name = 'p99' | 'p50' | 'cpu' | 'answers'

/** Connects the chair to the first node, and all others to the last. */
async function measureNodes(count: 1 | 2, { clients, seconds, rate }: Options): Promise<Round<Name>> {
  const redis = await startRedis()
  const prepared = await prepareFolder({ screens: clients }, redis.url)
  const ports = await Promise.all(Array.from({ length: count }, freePort))
  const nodes = await Promise.all(ports.map((port) => startProduct(prepared.folder, port, { variables: { ROSTRUM_REDIS_URL: redis.url } })))
  const staff = new Crowd({ port: ports[0] ?? 0 }, [prepared.chair], { isStaff: true })
  const crowd = new Crowd({ port: ports.at(-1) ?? 0 }, prepared.tickets)
  await staff.connectAll()
  await crowd.connectAll()
  await crowd.becomeQuiet()
  const [chair] = staff.screens
  if (chair === undefined) throw new Error('no chair')
  const server = () => ({ readCpu: () => nodes.reduce((sum, node) => sum + node.readCpu(), 0) })
  const commands = Math.round(seconds * rate)
  // A real session has been running for some time, so its frequently used code has been compiled on both nodes.
  await measureFanOut({ crowd, chair, server }, { commands, rate })
  const { p99, p50, cpu, answers } = await measureFanOut({ crowd, chair, server }, { commands, rate })
  for (const each of [crowd, staff]) each.close()
  for (const node of nodes) await node.end('SIGKILL')
  await redis.stop()
  await prepared.delete()
  return { p99, p50, cpu, answers }
}

export const nodes = defineMode<Name>({
  title: 'two nodes on one Redis: the chair at one, all screens at the other',
  against: 'one node on Redis',
  // The rate is high because a node that sleeps between two commands takes longer for each. Two nodes sleep more, but only the load that
  // they can carry counts.
  defaults: { clients: 2000, rounds: 5, seconds: 10, rate: 20 },
  figures: {
    p99: { says: 'until a screen shows it, p99', unit: 'ms', bound: { above: 15 } },
    p50: { says: 'until a screen shows it, median', unit: 'ms', bound: null },
    cpu: { says: 'processor of all nodes per 1,000 deliveries', unit: 'ms', bound: { times: 1.1 } },
    answers: { says: 'answer, p99', unit: 'ms', bound: null },
  },
  run: async (options) => {
    const [product, compared]: [Round<Name>[], Round<Name>[]] = [[], []]
    for (let round = 0; round < options.rounds; round += 1) {
      product.push(await measureNodes(2, options))
      compared.push(await measureNodes(1, options))
    }
    return { product, compared }
  },
})
