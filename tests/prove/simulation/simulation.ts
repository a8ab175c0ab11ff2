/** G1 to G5, G8, G12: nodes, log and screens under virtual time, with all faults that a seed draws. Then the ledger is checked. */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { formatCount, type Proof, type ProofForm, type ProofResult } from '../proof.ts'
import { foundSeeds } from './found-seeds.ts'
import { addTotals, makeTotals, type SeedTotals } from './run-seeds.ts'
import { simulate } from './simulate.ts'

/** `minutes`: the time after which no more seeds are started. On a busy machine the short form runs fewer seeds, but at least `atLeast`. */
type Extent = { readonly count: number; readonly minutes: number; readonly atLeast: number }
const extents: Readonly<Record<ProofForm, Extent>> = {
  short: { count: 50_000, minutes: 5, atLeast: 2_000 },
  long: { count: 1_000_000, minutes: Number.POSITIVE_INFINITY, atLeast: 1_000_000 },
}
const threadCount = Math.max(2, availableParallelism())
/** The number of seeds that are sent to a thread at a time. */
const pieceSize = 250
/** The number of failed seeds after which the rest is not run. */
const maxFailed = 10

export const simulation: Proof = {
  promises: ['G1', 'G2', 'G3', 'G4', 'G5', 'G8', 'G12'],
  says: 'seeds after which log, answers, nodes and screens did not agree',
  atMost: 1_200_000,
  isAlone: true,
  takes: ['seed', 'count'],
  run: (form, { seed, count }) =>
    seed === undefined ? runAll(count === undefined ? extents[form] : { ...extents.long, count, atLeast: count }) : replay(seed),
}

async function runAll({ count, minutes, atLeast }: Extent): Promise<ProofResult> {
  const totals = makeTotals()
  const end = performance.now() + minutes * 60_000
  const isEnough = () => totals.failed.length >= maxFailed || (performance.now() > end && totals.seeds >= atLeast)
  const pieces = [...foundSeeds.map(({ seed }) => [seed, 1] as const), ...cut(count)]
  await Promise.all(Array.from({ length: threadCount }, () => runPieces(pieces, totals, isEnough)))
  const { seeds, failed, commands, commits, deliveries, gaps } = totals
  const figure = `${failed.length} failed of ${formatCount(seeds)} seeds: ${formatCount(commands)} commands, ${formatCount(commits)} commits, ${formatCount(deliveries)} frames delivered, ${formatCount(gaps)} gaps noticed`
  return {
    figure,
    failures: failed.map(({ seed, failures }) => `seed ${seed}: ${failures[0]} (npm run prove -- --short --seed ${seed} simulation)`),
  }
}

const cut = (count: number): readonly (readonly [from: number, count: number])[] =>
  Array.from({ length: Math.ceil(count / pieceSize) }, (_, index) => [
    1 + index * pieceSize,
    Math.min(pieceSize, count - index * pieceSize),
  ])

/** Lets a thread of its own take the next piece until none is left. */
async function runPieces(pieces: (readonly [number, number])[], totals: SeedTotals, isEnough: () => boolean): Promise<void> {
  // With the arguments of the tests, the thread would load the sources.
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 256 } })
  try {
    for (let piece = pieces.shift(); piece !== undefined && !isEnough(); piece = pieces.shift()) {
      const [from, count] = piece
      worker.postMessage({ from, count })
      const [more] = (await once(worker, 'message')) as [SeedTotals]
      addTotals(totals, more)
    }
  } finally {
    await worker.terminate()
  }
}

/** Runs one seed and prints everything that happens. */
async function replay(seed: number): Promise<ProofResult> {
  const { failures, traceHash, commands, deliveries } = await simulate(seed, (line) => process.stderr.write(`${line}\n`))
  return { figure: `seed ${seed}: ${commands} commands, ${deliveries} frames, trace ${traceHash}`, failures }
}
