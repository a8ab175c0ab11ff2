/** Nodes that share a channel in memory. For fake timers, which the test sets. */
import { setImmediate as yielded } from 'node:timers/promises'
import { NodeClock } from '@rostrum/server/engine/nodes/node-clock'
import { Nodes } from '@rostrum/server/engine/nodes/nodes'
import { vi } from 'vitest'
import { noon } from './fixtures.ts'
import { MemoryNodeChannel } from './memory-node-channel.ts'
import { MemoryLogger } from './session-harness.ts'

/** A node that has no others. */
const openClock = (ahead = 0) => new NodeClock(() => noon + performance.now() + ahead)

export const openSoleNode = (): Nodes => new Nodes({ channel: null, clock: openClock(), logger: new MemoryLogger() })

/** `ahead`: how far, in milliseconds, the clock of their machines is ahead. */
export function openNodes(count: number, channel = new MemoryNodeChannel(), ahead = 0) {
  const logger = new MemoryLogger()
  const clocks = Array.from({ length: count }, () => openClock(ahead))
  const nodes = clocks.map((clock) => new Nodes({ channel, clock, logger }))
  return {
    clocks,
    nodes,
    channel,
    logger,
    /** Advances in steps, so that messages arrive, and are answered. */
    advance: async (ms: number) => {
      for (let rest = ms; rest > 0; rest -= 10) {
        await vi.advanceTimersByTimeAsync(Math.min(10, rest))
        await yielded()
      }
    },
    close: () => {
      for (const node of nodes) node.close()
    },
  }
}
