/** The log of the simulation fulfils the contract of every log, as long as nothing goes wrong. */
import { Cable } from '../prove/simulation/cable.ts'
import { LogServer } from '../prove/simulation/log-server.ts'
import { SimulatedLog } from '../prove/simulation/simulated-log.ts'
import { world } from '../prove/simulation/simulated-process.ts'
import { describeLog } from './contract.ts'

const after = (delay: number, then: () => void) => {
  const timer = setTimeout(then, delay)
  return () => clearTimeout(timer)
}
const openOn = (server: LogServer) =>
  new SimulatedLog({ server, cable: new Cable({ after, now: () => performance.now(), drawDelay: () => 0 }), process: world, after })

for (const profile of ['embedded', 'redis R3 (reduced)'] as const)
  describeLog(`simulated, ${profile}`, () => {
    const server = new LogServer(profile, { after, drawFlush: () => 1 })
    return {
      open: async () => openOn(server),
      // Everything confirmed is durable, so a loss of power changes nothing.
      reopen:
        profile === 'embedded'
          ? async (log) => {
              await log.close()
              server.losePower()
              return openOn(server)
            }
          : null,
      tamper: async (session, revision, change) =>
        server.write(
          session,
          server.list(session).map((entry, index) => (index === revision - 1 ? change(entry) : entry)),
        ),
    }
  })
