/**
 * G12 and G17: every packet, request or file that is sent is answered or refused. The server goes on and forgets it, and honest people in
 * the same session notice nothing. Every input comes from a seed. A harmful input is printed so that it can be sent again.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { commands } from '@rostrum/shared/contract/registry'
import { formatCount, type Proof, type ProofForm } from '../proof.ts'
import { checkParser, type ParserKind, parserKinds } from './check-parsers.ts'
import { describeInput, type Input, keptInputs, makeInput } from './inputs.ts'
import { FuzzTarget } from './target.ts'

const inputCounts: Readonly<Record<ProofForm, number>> = { short: 12_000, long: 1_000_000 }
const batchSize = 1_000
/** The number of inputs of a batch that are on their way at the same time. */
const lanes = 8
/** The most bytes by which the heap may grow in total. The log in memory grows with everything that is accepted. */
const maxGrowth = 64 * 1024 * 1024
/** The least shares of hostile handshakes that pass the check of the version, and that are let in. The rest gets no further. */
const [minCurrent, minAdmitted] = [0.15, 0.05]

export const fuzz: Proof = {
  promises: ['G12', 'G17'],
  says: 'hostile inputs that did harm',
  atMost: 600_000,
  async run(form) {
    const target = await FuzzTarget.open()
    try {
      const failures: string[] = []
      const seed = form === 'short' ? 1 : Date.now() % 1_000_000
      const heapBefore = await measureHeap()
      await sendBatch(target, keptInputs, failures)
      let count = keptInputs.length
      for (; count < inputCounts[form] && failures.length === 0; count += batchSize) {
        const begin = count
        const batch = Array.from({ length: batchSize }, (_, index) => makeInput(seed, begin + index))
        await sendBatch(target, batch, failures)
      }
      const growth = (await measureHeap()) - heapBefore
      if (growth > maxGrowth) failures.push(`the heap has grown by ${formatCount(growth)} bytes`)
      failures.push(...(await findInvalidCommits(target)))
      const { sent, current, admitted } = target.entries
      if (current < sent * minCurrent || admitted < sent * minAdmitted)
        failures.push(`of ${sent} hostile handshakes only ${current} passed the version check, and ${admitted} were let in`)
      const entries = `${formatCount(current)} of ${formatCount(sent)} handshakes passed the version check, ${formatCount(admitted)} were let in`
      const figure = `${failures.length} of ${formatCount(count)} hostile inputs did harm (${entries}; seed ${seed}, heap ${Math.round(growth / 1024 / 1024)} MiB more)`
      return { figure, failures }
    } finally {
      await target.close()
    }
  },
}

/** Sends a batch. If it did harm, the failure lists all inputs of the batch. */
async function sendBatch(target: FuzzTarget, batch: readonly Input[], failures: string[]): Promise<void> {
  const waiting = [...batch.entries()]
  const run = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const fault = await sendInput(target, next[1])
      if (fault !== null) failures.push(`${fault}: ${describeInput(next[1])}`)
    }
  }
  await Promise.all(Array.from({ length: lanes }, run))
  const trouble = await target.findTrouble()
  if (trouble.length > 0)
    failures.push(
      ...trouble,
      `after one of: ${batch
        .filter(({ kind }) => !isForParser(kind))
        .map(describeInput)
        .join(', ')}`,
    )
}

const isForParser = (kind: Input['kind']): kind is ParserKind => (parserKinds as readonly string[]).includes(kind)

const sendInput = (target: FuzzTarget, input: Input): Promise<string | null> =>
  isForParser(input.kind) ? checkParser(input.kind, input.bytes) : target.send(input)

async function measureHeap(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    collect()
  }
  return process.memoryUsage().heapUsed
}

/** Reads the log, which checks its chain. People's commits must be commands of the protocol. */
async function findInvalidCommits({ server: { app, session } }: FuzzTarget): Promise<readonly string[]> {
  const commits = await app.sessions.readCommits(session.id)
  return commits.flatMap(({ revision, actor, command }) =>
    actor.person === 'system' || Object.hasOwn(commands, command.type) ? [] : [`commit ${revision} is a ${command.type}`],
  )
}
