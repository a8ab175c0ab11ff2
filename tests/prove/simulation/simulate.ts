/** One run of one seed: some nodes on one log, people and screens, faults, healing, and then the checks. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { nextDeadline } from '@rostrum/shared/domain/deadlines'
import { allPeople, anonymousPlan, plan } from '../../support/fixtures.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { sessionId } from '../../support/session-harness.ts'
import { Cable } from './cable.ts'
import { checkLedger } from './check-ledger.ts'
import { checkNodes, checkScreens } from './check-screens.ts'
import { fakeGlobals } from './fake-globals.ts'
import { type Faults, prepareFaults } from './faults.ts'
import { LogServer } from './log-server.ts'
import { makeOpening } from './opening.ts'
import { SimulatedNode } from './simulated-node.ts'
import { world } from './simulated-process.ts'
import { SimulatedScreen } from './simulated-screen.ts'
import { Stage } from './stage.ts'
import { VirtualTime } from './virtual-time.ts'
import { Workload } from './workload.ts'

export type SeedResult = {
  readonly failures: readonly string[]
  readonly commands: number
  readonly commits: number
  readonly deliveries: number
  readonly gaps: number
  readonly traceHash: string
}

const openings = [makeOpening(plan), makeOpening(anonymousPlan)] as const

export async function simulate(seed: number, onTrace: ((line: string) => void) | null = null): Promise<SeedResult> {
  const time = new VirtualTime()
  const restore = fakeGlobals(time)
  try {
    return await run(seed, time, onTrace)
  } finally {
    restore()
  }
}

async function run(seed: number, time: VirtualTime, onTrace: ((line: string) => void) | null): Promise<SeedResult> {
  const random = new SeededRandom(seed)
  const profile = random.pick(['embedded', 'redis R1', 'redis R1', 'redis R3 (reduced)'] as const)
  const opening = openings[random.isLikely(0.2) ? 1 : 0]
  const server: LogServer = new LogServer(profile, {
    after: (delay, then) => time.after(delay, then, world),
    drawFlush: () => stage.drawLength(profile === 'redis R3 (reduced)' ? 500 : 2),
  })
  const stage: Stage = new Stage({ time, random, server, ledger: new Map() }, onTrace)
  server.write(sessionId, opening)
  await time.runUntil(20_000)
  const delays = new Map<SimulatedNode, number>()
  const nodes: SimulatedNode[] = []
  for (const index of Array.from({ length: profile === 'embedded' ? 1 : random.pick([1, 2, 2, 3]) }).keys()) {
    const drawDelay = () => stage.drawLength(profile === 'embedded' ? 0.01 : 0.5) + stage.drawLength(delays.get(node) ?? 0)
    const cable = new Cable({ after: (delay, then, process) => time.after(delay, then, process), now: () => time.now, drawDelay })
    const traits = {
      name: `node ${index + 1}`,
      rate: 1 + (random.next() - 0.5) * random.pick([0, 0.0002, 0.01]),
      packsLater: random.isLikely(0.5),
      checkpointEvery: random.isLikely(0.4) ? 10_000 + random.nextBelow(40_000) : null,
    }
    const node: SimulatedNode = new SimulatedNode(
      stage,
      cable,
      traits,
      (random.next() - 0.5) * random.pick([0, 100, 3_000, 600_000]),
      nodes,
    )
    nodes.push(node)
  }
  const frameLoss = random.pick([0, 0, 0.02, 0.1])
  const screens = Array.from({ length: 4 + random.nextBelow(5) }, (_, index) => {
    const person = index < 2 ? (['chair', 'gov-1'][index] as PersonId) : random.pick(allPeople).person
    return new SimulatedScreen(person, stage, nodes, frameLoss)
  })
  const faults = prepareFaults(stage, nodes, screens, delays)
  for (const node of nodes) node.start()
  await time.runUntil(time.now + 1_000)
  for (const screen of screens) screen.connect()
  const workload = new Workload(stage, nodes, random.pick([0, 0.02, 0.1]))
  await act(stage, nodes, workload, faults)
  faults.heal()
  await settle(stage, nodes, screens, workload)
  for (const node of nodes) node.noteServed('in the end')
  const entries = server.list(sessionId)
  const state = checkLedger(stage, entries, opening.length)
  checkNodes(stage, nodes, state, entries.length)
  checkScreens(stage, screens, state)
  for (const { process, hasReported, what } of stage.losses)
    if (process.isAlive && !hasReported()) stage.fail(`a loss was not reported: ${what}`)
  const { failures, deliveries, gaps, traceHash } = stage
  return { failures, commands: stage.ledger.size, commits: entries.length - opening.length, deliveries, gaps, traceHash }
}

async function act(stage: Stage, nodes: readonly SimulatedNode[], workload: Workload, { strike }: Faults): Promise<void> {
  const { time, random } = stage
  // A few commands are enough for most faults, but some faults need a long session.
  const commands = random.isLikely(0.002) ? 400 : 25 + random.nextBelow(36)
  const pause = random.pick([10, 200, 1_000, 3_000])
  const faultShare = random.pick([0, 0.05, 0.15])
  for (let count = 0; count < commands; count += 1) {
    workload.act()
    if (random.isLikely(faultShare)) strike()
    if (random.isLikely(0.8)) await time.runUntil(time.now + stage.drawLength(pause))
    const alarm = random.isLikely(0.03) ? measureAlarm(random.pick(nodes)) : null
    if (alarm === null) continue
    await time.runUntil(time.now + Math.max(0, alarm - random.nextBelow(500)))
    if (faultShare > 0) strike()
  }
}

/** Returns the true milliseconds until the next alarm of a node, or null. */
const measureAlarm = ({ session, traits }: SimulatedNode): number | null => {
  const deadline = session && nextDeadline(session.state)
  return session && deadline && (deadline.at - session.now()) / traits.rate
}

/**
 * Waits until every command is answered and every screen has everything that was sent, for at most five minutes. Then waits for the next
 * alarm, and for everything that it leads to.
 */
async function settle(
  stage: Stage,
  nodes: readonly SimulatedNode[],
  screens: readonly SimulatedScreen[],
  workload: Workload,
): Promise<void> {
  const { time, server } = stage
  const [node] = nodes
  const isQuiet = () =>
    workload.isIdle && screens.every(({ isInStep, person }) => isInStep || node?.session?.state.people.all.get(person)?.revoked)
  await time.runUntil(Math.max(time.now, ...nodes.map(({ process }) => process.stalledUntil)))
  for (let waited = 0, quiet = 0; waited < 60 && quiet < 3; waited += 1) {
    await time.runUntil(time.now + 5_000)
    quiet = isQuiet() ? quiet + 1 : 0
  }
  const alarm = node && measureAlarm(node)
  if (alarm === null || node === undefined) return
  await time.runUntil(time.now + Math.max(0, alarm ?? 0) + 5_000)
  for (let length = -1; length < server.list(sessionId).length; ) {
    length = server.list(sessionId).length
    await time.runUntil(time.now + 5_000)
  }
  if (Number(measureAlarm(node) ?? 1) < 0) stage.fail('an alarm was not rung')
}
