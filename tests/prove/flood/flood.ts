/**
 * G17: how long a durable answer takes while many people work. Also how long the Chair's takes while some people exceed their rate by far.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Crowd } from '../../bench/client/crowd.ts'
import { LimitSteps } from '../../bench/measure/limit-steps.ts'
import { Samples } from '../../bench/measure/statistics.ts'
import { measureStorm, supportQuestion } from '../../bench/measure/storm.ts'
import { prepareFolder } from '../../bench/servers/prepare.ts'
import { openStage, type Stage } from '../../bench/servers/stage.ts'
import { formatCount, type Proof } from '../proof.ts'
import { openTimes } from '../quiet.ts'

const plans = { short: { screens: 500, flooding: 50, seconds: 5 }, long: { screens: 2000, flooding: 200, seconds: 30 } } as const
/** The commands per second: of all people who work, and of one who floods. */
const [rate, floodRate] = [200, 100]
/** The longest 99th percentiles, in milliseconds: for the people who work, and for the chair during a flood. */
const most = { answers: 50, chair: 250 } as const

export const flood: Proof = {
  promises: ['G17', 'G1'],
  says: 'how long durable answers take under load, and the Chair’s under a flood',
  atMost: 240_000,
  isAlone: true,
  run: async (form) => {
    const { screens, flooding, seconds } = plans[form]
    const times = await openTimes(form)
    const prepared = await prepareFolder({ screens, questions: 1 })
    const stage = await openStage('product', prepared)
    try {
      const [question = ''] = prepared.questions
      const { answers } = await measureStorm(stage, { seconds: screens / rate, act: supportQuestion(question), chairRate: 2 })
      const flooded = await measureChairUnderFlood(stage, flooding, seconds)
      const failures: string[] = []
      times.judge(failures, `durable answer at ${rate} commands a second, p99`, answers, most.answers)
      times.judge(failures, 'answer to the chair under flood, p99', flooded.chair, most.chair)
      if (flooded.refused < flooding * seconds) failures.push(`only ${flooded.refused} commands were refused, which is no flood`)
      const figure = `p99 ${Math.round(answers)} ms at ${rate}/s with ${formatCount(screens)} screens; the chair's ${Math.round(flooded.chair)} ms under ${formatCount(flooded.sent)} commands of ${flooding}, ${formatCount(flooded.refused)} refused, ${formatCount(flooded.closed)} connections closed${times.note}`
      return { figure, failures }
    } finally {
      await stage.close()
      await prepared.delete()
    }
  },
}

async function measureChairUnderFlood({ crowd, chair }: Stage, flooding: number, seconds: number) {
  const flooders = crowd.screens.slice(0, flooding)
  const [samples, steps] = [new Samples(), new LimitSteps(chair)]
  const counts = { sent: 0, refused: 0, closed: 0 }
  const timers = returnWhenLost(crowd, () => {
    counts.closed += 1
  })
  const until = performance.now() + seconds * 1000
  let asked = 0
  while (performance.now() < until) {
    for (const screen of flooders) {
      if (!screen.isReady) continue
      counts.sent += 1
      screen.send('queue.join', { kind: 'intervention', topic: null }, (reply) => {
        if (!reply.ok) counts.refused += 1
      })
    }
    if (samples.count === asked) {
      asked += 1
      steps.send((ms) => samples.add(ms))
    }
    await pause(1000 / floodRate)
  }
  crowd.handler = {}
  for (const timer of timers) clearTimeout(timer)
  return { ...counts, chair: samples.computeQuantile(0.99) }
}

/** Connects a screen again half a second after its connection was closed, as a malicious program does. */
function returnWhenLost(crowd: Crowd, onLost: () => void): ReadonlySet<NodeJS.Timeout> {
  const timers = new Set<NodeJS.Timeout>()
  crowd.handler = {
    onLost: (screen) => {
      onLost()
      const timer = setTimeout(() => {
        timers.delete(timer)
        crowd.connect(screen)
      }, 500)
      timers.add(timer)
    },
  }
  return timers
}
