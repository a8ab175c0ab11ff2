/** The faults during a run. Every fault is mended after a while. */
import type { SimulatedNode } from './simulated-node.ts'
import { world } from './simulated-process.ts'
import type { SimulatedScreen } from './simulated-screen.ts'
import type { Stage } from './stage.ts'

export type Faults = {
  /** Draws a fault and causes it. */
  readonly strike: () => void
  /** Mends everything. */
  readonly heal: () => void
}

/** `delays`: the milliseconds that each node's connection to the log adds. */
export function prepareFaults(
  stage: Stage,
  nodes: readonly SimulatedNode[],
  screens: readonly SimulatedScreen[],
  delays: Map<SimulatedNode, number>,
): Faults {
  const { time, random, server } = stage
  const mendings = new Set<() => void>()
  /** Mends after about `usual` milliseconds, or when everything is healed. */
  const mendAfter = (usual: number, mend: () => void) => {
    const once = () => {
      if (mendings.delete(once)) mend()
    }
    mendings.add(once)
    time.after(stage.drawLength(usual), once, world)
  }
  const drawLong = () => random.pick([100, 1_000, 5_000, 20_000])
  const cut = (node: SimulatedNode) => {
    node.cable.cut()
    mendAfter(drawLong(), () => node.cable.restore())
  }
  const end = (node: SimulatedNode, how: 'kill' | 'shutDown') => {
    node[how]()
    mendAfter(drawLong() / 2, () => {
      node.kill() // a node that has not ended in time is killed
      node.start()
    })
  }
  const losePower = () => {
    noteLoss(stage, nodes)
    server.losePower()
    const length = stage.drawLength(drawLong())
    for (const node of nodes) {
      node.cable.cut()
      mendAfter(length, () => node.cable.restore())
    }
    if (server.profile === 'embedded') for (const node of nodes) end(node, 'kill')
  }
  const strikes: Readonly<Record<string, () => void>> = {
    kill: () => (server.profile === 'embedded' ? losePower() : end(random.pick(nodes), 'kill')),
    'shut down': () => end(random.pick(nodes), 'shutDown'),
    'stand still': () => {
      const { process } = random.pick(nodes)
      // Events that wait for the end of an earlier standstill have already been put off until then.
      process.stalledUntil = Math.max(process.stalledUntil, time.now + stage.drawLength(drawLong() / 2))
    },
    cut: () => server.profile !== 'embedded' && cut(random.pick(nodes)),
    slow: () => {
      const node = random.pick(nodes)
      delays.set(node, server.profile === 'embedded' ? 50 : random.pick([50, 500, 2_000]))
      mendAfter(drawLong(), () => delays.set(node, 0))
    },
    'lose power': losePower,
    'disk full': () => {
      server.isFull = true
      mendAfter(drawLong(), () => {
        server.isFull = false
      })
    },
    'set the clock': () => {
      random.pick(nodes).wallOffset += (random.next() - 0.5) * random.pick([2_000, 60_000, 7_200_000])
    },
    'torn checkpoint': () => {
      for (const [session, text] of server.checkpoints) server.checkpoints.set(session, text.slice(0, random.nextBelow(text.length)))
    },
    'break screens': () => {
      for (const screen of screens) if (random.isLikely(0.5)) screen.break()
    },
    'clog a screen': () => {
      const screen = random.pick(screens)
      const { lossShare } = screen
      screen.delay = random.pick([100, 1_000, 5_000])
      screen.lossShare = 0.3
      mendAfter(drawLong(), () => {
        screen.delay = 0
        screen.lossShare = lossShare
      })
    },
  }
  // A fault that affects everything stored comes more often.
  const names = [...Object.keys(strikes), 'disk full', 'disk full']
  return {
    strike: () => {
      const name = random.pick(names)
      stage.trace(`fault: ${name}`)
      strikes[name]?.()
    },
    heal: () => {
      stage.trace('all is healed')
      stage.isHealed = true
      for (const mend of [...mendings]) mend()
    },
  }
}

/** Notes which nodes have seen the lost commits. They must report the loss, as long as they live. */
function noteLoss(stage: Stage, nodes: readonly SimulatedNode[]): void {
  for (const { session, process, logger, traits } of nodes) {
    const kept = session === null ? 0 : stage.server.countDurable(session.id)
    if (session === null || !stage.server.mayLose || session.revision <= kept) continue
    stage.trace(`${traits.name} loses what came after ${kept}`)
    stage.losses.push({
      process,
      hasReported: () => logger.hasReportedLoss,
      what: `${traits.name} saw ${session.revision}, and ${kept} were left`,
    })
  }
}
