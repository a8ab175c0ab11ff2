/** G1 to G5, G8, G12: nodes, log and screens under virtual time, with all faults that a seed draws. Then the ledger is checked. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { formatCount, type Proof, type ProofForm, type ProofResult } from '../proof.ts'
import { foundSeeds } from './found-seeds.ts'
import { addTotals, makeTotals, type SeedTotals } from './run-seeds.ts'
import { simulate } from './simulate.ts'

/**
 * `minutes`: the time of each processor after which no more seeds are started. Time in which others have the processor does not count, up
 * to `inAll` minutes. So a machine with other work runs about as many seeds as an idle one. A slow one runs fewer, but at least `atLeast`.
 */
type Extent = { readonly count: number; readonly minutes: number; readonly inAll: number; readonly atLeast: number }
const unlimited = Number.POSITIVE_INFINITY
const extents: Readonly<Record<ProofForm, Extent>> = {
  short: { count: 50_000, minutes: 5, inAll: 20, atLeast: 2_000 },
  long: { count: 1_000_000, minutes: unlimited, inAll: unlimited, atLeast: 1_000_000 },
}
const processCount = Math.max(2, availableParallelism())
/** The number of seeds that are sent to a process at a time. */
const pieceSize = 250
/** The number of failed seeds after which the rest is not run. */
const maxFailed = 10

export const simulation: Proof = {
  promises: ['G1', 'G2', 'G3', 'G4', 'G5', 'G8', 'G12'],
  says: 'seeds after which log, answers, nodes and screens did not agree',
  atMost: 2_400_000,
  isPatient: true,
  takes: ['seed', 'count'],
  run: (form, { seed, count }) =>
    seed === undefined ? runAll(count === undefined ? extents[form] : { ...extents.long, count, atLeast: count }) : replay(seed),
}

async function runAll({ count, minutes, inAll, atLeast }: Extent): Promise<ProofResult> {
  const totals = makeTotals()
  const spent = new Map<number, number>()
  const began = performance.now()
  const isLate = () => {
    const each = [...spent.values()].reduce((sum, more) => sum + more, 0) / processCount
    return each > minutes * 60_000 || performance.now() - began > inAll * 60_000
  }
  const isEnough = () => totals.failed.length >= maxFailed || (totals.seeds >= atLeast && isLate())
  const pieces = [...foundSeeds.map(({ seed }) => [seed, 1] as const), ...cut(count)]
  const take = () => (isEnough() ? undefined : pieces.shift())
  const note = (index: number) => (result: PieceResult) => {
    addTotals(totals, result.totals)
    spent.set(index, result.spent)
  }
  await Promise.all(Array.from({ length: processCount }, (_, index) => runPieces(take, note(index))))
  const { seeds, failed, commands, commits, deliveries, gaps } = totals
  const figure = `${failed.length} failed of ${formatCount(seeds)} seeds: ${formatCount(commands)} commands, ${formatCount(commits)} commits, ${formatCount(deliveries)} frames delivered, ${formatCount(gaps)} gaps noticed`
  return {
    figure,
    failures: failed.map(({ seed, failures }) => `seed ${seed}: ${failures[0]} (npm run prove -- --short --seed ${seed} simulation)`),
  }
}

const cut = (count: number): readonly Piece[] =>
  Array.from({ length: Math.ceil(count / pieceSize) }, (_, index) => [
    1 + index * pieceSize,
    Math.min(pieceSize, count - index * pieceSize),
  ])

type Piece = readonly [from: number, count: number]
/** `spent`: the processor time of the process since it began, in milliseconds. */
type PieceResult = { readonly totals: SeedTotals; readonly spent: number }

/** Lets a process of its own take the next piece until there is none. It has a low priority, so it has a session of its own. */
async function runPieces(take: () => Piece | undefined, note: (result: PieceResult) => void): Promise<void> {
  // With the arguments of the tests, the process would load the sources.
  const execArgv = ['--max-semi-space-size=128']
  const runner = fork(fileURLToPath(new URL('worker.mjs', import.meta.url)), { execArgv, detached: true })
  const ended = once(runner, 'exit')
  const fail = ended.then(([code, signal]) => {
    throw new Error(`a process of the simulation ended: ${code ?? signal}`)
  })
  try {
    for (let piece = take(); piece !== undefined; piece = take()) {
      const [from, count] = piece
      runner.send({ from, count })
      const [result] = (await Promise.race([once(runner, 'message'), fail])) as [PieceResult]
      note(result)
    }
  } finally {
    fail.catch(() => 'it ends now')
    if (runner.connected) runner.disconnect()
    await ended
  }
}

/** Runs one seed and prints everything that happens. */
async function replay(seed: number): Promise<ProofResult> {
  const { failures, traceHash, commands, deliveries } = await simulate(seed, (line) => process.stderr.write(`${line}\n`))
  return { figure: `seed ${seed}: ${commands} commands, ${deliveries} frames, trace ${traceHash}`, failures }
}
