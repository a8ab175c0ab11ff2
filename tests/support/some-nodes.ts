/** Nodes that share a channel in memory. For fake timers, which the test sets. */
import { setImmediate as yielded } from 'node:timers/promises'
import { Nodes } from '@rostrum/server/engine/nodes/nodes'
import { vi } from 'vitest'
import { MemoryNodeChannel } from './memory-node-channel.ts'
import { MemoryLogger } from './session-harness.ts'

/** A node that has no others. */
export const openSoleNode = (): Nodes => new Nodes({ channel: null, logger: new MemoryLogger() })

export function openNodes(count: number, channel = new MemoryNodeChannel()) {
  const logger = new MemoryLogger()
  const nodes = Array.from({ length: count }, () => new Nodes({ channel, logger }))
  return {
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
