/** G17: how long the Chair waits, and whether everybody else is served, while a device sends all that its limits allow and goes on. */
import { setTimeout as pause } from 'node:timers/promises'
import { Samples } from '../../bench/measure/statistics.ts'
import { readCpu } from '../../bench/servers/measured-process.ts'
import { formatCount, type Proof, type ProofForm } from '../proof.ts'
import { openTimes } from '../quiet.ts'
import { ChairWork } from './chair-work.ts'
import { Hall } from './hall.ts'
import { serveHonest } from './honest-people.ts'
import { StormProcess } from './storm-process.ts'
import { type StormName, storms } from './storms.ts'

/** Milliseconds: of each flood, and of the quiet before it. */
const plans = { short: { flood: 2_500, quiet: 700 }, long: { flood: 30_000, quiet: 5_000 } } as const
/** The longest 99th percentile of the Chair's answers, in milliseconds. */
const most = 100
/**
 * The 99th percentile without a flood on two cores that do nothing else, in milliseconds. In the short form, a machine on which it is longer
 * may take longer during a flood in proportion.
 */
const usual = 15

type Measured = { readonly chair: Samples; readonly served: Samples; readonly refused: readonly string[] }
type Flooded = Measured & { readonly name: StormName; readonly tally: Readonly<Record<string, number>>; readonly busy: number }

export const withinLimits: Proof = {
  promises: ['G17'],
  says: 'how long the Chair waits while a device floods the server within its limits',
  atMost: 240_000,
  isAlone: true,
  run: async (form) => {
    const times = await openTimes(form)
    const hall = await Hall.open()
    try {
      const storm = await StormProcess.start()
      const { quiet, floods } = await measureAll(hall, storm, form).finally(() => storm.stop())
      const alone = p99(quiet.chair)
      const bound = form === 'long' ? most : most * Math.max(1, alone / usual)
      const refused = [quiet, ...floods].flatMap((one) => one.refused)
      const failures = [...refused]
      for (const { name, chair, tally } of floods) {
        times.judge(failures, `the Chair's answers during ${name}, p99, ${Math.round(alone)} ms without`, p99(chair), bound)
        if (Object.values(tally).reduce((sum, count) => sum + count, 0) < leastPerSecond * (plans[form].flood / 1000))
          failures.push(`${name}: that was no flood: ${JSON.stringify(tally)}`)
      }
      const slowest = Math.max(...floods.map(({ chair }) => p99(chair)))
      const served = [quiet, ...floods].reduce((sum, one) => sum + one.served.count, 0)
      return {
        figure: `the chair's p99 at most ${Math.round(slowest)} ms under ${floods.length} floods, ${Math.round(alone)} without; ${formatCount(refused.length)} of ${formatCount(served)} right requests refused${times.note}`,
        table: [
          'flood                           chair p50   p99   max   others p99   server   outcomes',
          formatRow('none', quiet, '', ''),
          ...floods.map((one) => formatRow(one.name, one, `${Math.round(one.busy * 100)} %`, formatTally(one.tally))),
        ],
        failures,
      }
    } finally {
      await hall.close()
    }
  },
}

/** The fewest requests or connections a second of a flood. */
const leastPerSecond = 25

async function measureAll(hall: Hall, storm: StormProcess, form: ProofForm) {
  const work = new ChairWork(hall.chair)
  const measure = async (milliseconds: number, into: Measured = { chair: new Samples(), served: new Samples(), refused: [] }) => {
    const control = new AbortController()
    const honest = serveHonest(hall, into.served, control.signal)
    await work.work(milliseconds, into.chair)
    control.abort()
    return { ...into, refused: [...into.refused, ...(await honest)] }
  }
  // A server that has just started is slower for a moment.
  await measure(1_000)
  let quiet = await measure(plans[form].quiet)
  const floods: Flooded[] = []
  for (const name of Object.keys(storms) as StormName[]) {
    const [began, cpu] = [performance.now(), readCpu(hall.server.pid)]
    storm.begin(name, { port: hall.server.port, session: hall.session, tickets: hall.flooding })
    const measured = await measure(plans[form].flood)
    const busy = (readCpu(hall.server.pid) - cpu) / (performance.now() - began)
    floods.push({ ...measured, name, busy, tally: await storm.end() })
    await pause(settling)
    quiet = await measure(plans[form].quiet, quiet)
  }
  return { quiet, floods }
}

/** The milliseconds after a flood until its connections are gone. */
const settling = 300

const p99 = (samples: Samples): number => samples.computeQuantile(0.99)

function formatRow(name: string, { chair, served }: Measured, busy: string, outcomes: string): string {
  const numbers = [0.5, 0.99, 1].map((share) => Math.round(chair.computeQuantile(share)))
  const [p50 = 0, high = 0, longest = 0] = numbers
  const others = Math.round(p99(served))
  return `${name.padEnd(31)} ${String(p50).padStart(9)} ${String(high).padStart(5)} ${String(longest).padStart(5)} ${String(others).padStart(12)} ${busy.padStart(8)}   ${outcomes}`
}

const formatTally = (tally: Flooded['tally']): string =>
  Object.entries(tally)
    .map(([outcome, count]) => `${outcome}: ${formatCount(count)}`)
    .join(', ')
