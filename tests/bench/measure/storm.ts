/** Every screen does the same act within a few seconds, and sees how many have done it. Meanwhile the chair goes on working. */
import { setTimeout as pause } from 'node:timers/promises'
import { waitFor } from '../client/crowd.ts'
import type { Shown } from '../client/messages.ts'
import type { Screen } from '../client/screen.ts'
import type { Stage } from '../servers/stage.ts'
import { LimitSteps } from './limit-steps.ts'
import { Samples } from './statistics.ts'
import { openWindow } from './window.ts'

/** The act that everybody does. `count`: how many have done it, according to a frame. */
export type StormAct = {
  readonly type: string
  readonly makeData: (screen: Screen) => object
  readonly count: (shown: Shown) => number | null
}
export type StormOptions = { readonly seconds: number; readonly act: StormAct; readonly chairRate: number }

export const supportQuestion = (question: string): StormAct => ({
  type: 'questions.support',
  makeData: () => ({ question }),
  count: ({ supports }) => supports?.[question] ?? null,
})
export type StormFigures = {
  /** The milliseconds from the last act until every screen shows the full number. */
  readonly converged: number
  readonly answers: number
  /** The milliseconds until the answers to the chair's own commands. */
  readonly chair: number
  /** The processor milliseconds of the server for a thousand acts. */
  readonly cpu: number
  /** The total bytes sent to one screen. */
  readonly bytes: number
  readonly frames: number
  readonly busy: number
}

export async function measureStorm({ crowd, chair, server }: Stage, { seconds, act, chairRate }: StormOptions): Promise<StormFigures> {
  const { screens } = crowd
  const count = screens.length
  const [answers, chairAnswers] = [new Samples(), new Samples()]
  let [converged, convergedAt] = [0, 0]
  for (const screen of screens) screen.progress = 0
  crowd.handler = {
    onShown: (screen, shown) => {
      const number = act.count(shown) ?? 0
      if (number <= screen.progress) return
      screen.progress = number
      if (number !== count) return
      converged += 1
      convergedAt = performance.now()
    },
  }
  const steps = new LimitSteps(chair)
  const close = openWindow(server())
  const began = performance.now()
  const play = (screen: Screen) => {
    const at = performance.now()
    screen.send(act.type, act.makeData(screen), (reply) => {
      if (!reply.ok) throw new Error(`${act.type} was refused: ${reply.reason}`)
      answers.add(performance.now() - at)
    })
  }
  let [sent, chairSent] = [0, 0]
  while (sent < count) {
    const share = (performance.now() - began) / 1000 / seconds
    for (const due = Math.min(count, Math.ceil(share * count)); sent < due; sent += 1) play(screens[sent] as Screen)
    for (; chairSent < share * seconds * chairRate; chairSent += 1) steps.send((ms) => chairAnswers.add(ms))
    await pause(1)
  }
  const lastAt = performance.now()
  await waitFor('all screens show all', () => converged === count && answers.count === count && chairAnswers.count === chairSent)
  const { cpu, bytes, frames, busy } = close()
  crowd.handler = {}
  return {
    converged: convergedAt - lastAt,
    answers: answers.computeQuantile(0.99),
    chair: chairAnswers.computeQuantile(0.99),
    cpu: (cpu * 1000) / count,
    bytes: bytes / count,
    frames: frames / count,
    busy,
  }
}
