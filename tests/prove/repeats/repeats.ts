/** G2: a command may be repeated any number of times: at once, later or after a restart. It takes effect once and gets its first answer. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { openLmdbLog } from '@rostrum/server/engine/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import type { Log } from '@rostrum/server/engine/log/log'
import { Session } from '@rostrum/server/engine/session/session'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { addMillis, toInstant } from '@rostrum/shared/kernel/time'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import { allPeople, noon } from '../../support/fixtures.ts'
import { toCommandId } from '../../support/given.ts'
import { drawRoll, makeCommandRoller } from '../../support/random-session.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { createLog, MemoryLogger, sessionId } from '../../support/session-harness.ts'
import { formatCount, type Proof } from '../proof.ts'

const repeatCounts = { short: 200_000, long: 1_000_000 }
const repeatsPerCommand = 20
/** The number of commands between two restarts. Refusals are remembered until the next restart. */
const commandsPerRun = 400

type FirstAnswer = { readonly by: string; readonly envelope: Envelope; readonly reply: Reply }

export const repeats: Proof = {
  promises: ['G2'],
  says: 'repeated commands that took effect again, or got another answer',
  atMost: 240_000,
  async run(form) {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-repeats-'))
    const log = openLmdbLog(await LmdbEnvironment.open(folder))
    try {
      await createLog(log)
      const failures: string[] = []
      const count = await repeatAll(log, repeatCounts[form], failures)
      failures.push(...(await findDoubles(log)))
      return { figure: `${failures.length} double effects or other answers in ${formatCount(count)} repeats`, failures }
    } finally {
      await log.close()
      await rm(folder, { recursive: true })
    }
  },
}

/** Returns the number of repeats that were sent. */
async function repeatAll(log: Log, wanted: number, failures: string[]): Promise<number> {
  const random = new SeededRandom(2)
  const rollCommand = makeCommandRoller()
  const accepted: FirstAnswer[] = []
  let count = 0
  for (let run = 0; count < wanted; run += 1) {
    let clock = addMillis(noon, (run * commandsPerRun * 2000) as never) as number
    const now = () => {
      clock += 500
      return toInstant(clock)
    }
    const session = await Session.open(sessionId, { log, now, logger: new MemoryLogger() })
    if (run === 0) await session.admit(allPeople, toCommandId('everybody'))
    const sent: FirstAnswer[] = []
    for (let index = 0; index < commandsPerRun; index += 1) {
      const { command, by } = rollCommand(session.state, drawRoll(random), session.now())
      const envelope = { ...command, id: toCommandId(`${run}-${index}`) } as Envelope
      const send = (one: Pick<FirstAnswer, 'by' | 'envelope'>) => session.execute({ person: one.by as PersonId }, one.envelope)
      // Some repeats arrive together with the first command, and the others after later commands or restarts.
      const [reply, ...twins] = await Promise.all(Array.from({ length: 1 + random.nextBelow(3) }, () => send({ by, envelope })))
      if (!reply) throw new Error('a command was not answered')
      const first = { by, envelope, reply }
      sent.push(first)
      const later = Array.from({ length: repeatsPerCommand - twins.length }, () =>
        random.pick(accepted.length > 0 && random.isLikely(0.5) ? accepted : sent),
      )
      const answers = await Promise.all(later.map(send))
      for (const [repeated, answer] of [...twins.map((twin) => [first, twin] as const), ...pairUp(later, answers)])
        if (!isDeepStrictEqual(repeated.reply, answer))
          failures.push(`${repeated.envelope.id}: ${JSON.stringify(repeated.reply)}, then ${JSON.stringify(answer)}`)
      count += repeatsPerCommand
    }
    const stored = new Set((await log.read(sessionId, revisionZero)).map(({ command }) => command.id as string))
    accepted.push(...sent.filter(({ envelope }) => stored.has(envelope.id)))
    await session.close()
  }
  return count
}

const pairUp = <A, B>(some: readonly A[], others: readonly B[]) => some.map((one, index) => [one, others[index] as B] as const)

async function findDoubles(log: Log): Promise<readonly string[]> {
  const ids = (await log.read(sessionId, revisionZero)).map(({ command }) => command.id)
  const seen = new Set<string>()
  return ids.filter((id) => seen.size === seen.add(id).size).map((id) => `${id} is in the log twice`)
}
