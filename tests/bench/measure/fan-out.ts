/** The chair sends one command after another, and each goes to every screen. */
import { setTimeout as pause } from 'node:timers/promises'
import { type CrowdHandler, waitFor } from '../client/crowd.ts'
import type { Screen } from '../client/screen.ts'
import type { Measurable } from '../servers/stage.ts'
import { LimitSteps } from './limit-steps.ts'
import { Samples } from './statistics.ts'
import { openWindow } from './window.ts'

export type FanOutOptions = {
  readonly commands: number
  /**
   * The commands per second. Null: the next is sent as soon as all screens hold the last. This leaves out everything that a server does
   * while it waits.
   */
  readonly rate: number | null
  /** The screens that count. If absent, all of them. */
  readonly screens?: readonly Screen[]
  /** The handler for everything else, such as lost screens and lines of captions. It is kept after the measurement. */
  readonly handler?: Omit<CrowdHandler, 'onShown'>
}
export type FanOutFigures = {
  /** The milliseconds from the command until a screen holds it: the median, and the 99th percentile. */
  readonly p50: number
  readonly p99: number
  /** The milliseconds until the last screen holds it: the median over the commands. */
  readonly last: number
  readonly answers: number
  /** The processor milliseconds of the server for a thousand deliveries of a command to a screen. */
  readonly cpu: number
  /** The bytes sent to one screen for one command. */
  readonly bytes: number
  readonly busy: number
}

export async function measureFanOut(stage: Measurable, options: FanOutOptions): Promise<FanOutFigures> {
  const { crowd, chair, server } = stage
  const { commands, rate, screens = crowd.screens, handler = {} } = options
  const counted = new Set(screens)
  const steps = new LimitSteps(chair)
  const sentAt: number[] = []
  const [each, last, answers] = [new Samples(), new Samples(), new Samples()]
  const holders: number[] = Array.from({ length: commands + 1 }, () => 0)
  for (const screen of screens) screen.progress = 0
  let complete = 0
  crowd.handler = {
    ...handler,
    onShown: (screen, shown) => {
      if (!counted.has(screen)) return
      const now = performance.now()
      const to = steps.find(shown, screen.progress)
      for (let step = screen.progress + 1; step <= to; step += 1) {
        each.add(now - (sentAt[step] ?? now))
        holders[step] = (holders[step] ?? 0) + 1
        if (holders[step] !== screens.length) continue
        last.add(now - (sentAt[step] ?? now))
        complete += 1
      }
      screen.progress = to
    },
  }
  const close = openWindow(server())
  const began = performance.now()
  for (let step = 1; step <= commands; step += 1) {
    if (rate !== null) await pause(Math.max(0, began + ((step - 1) * 1000) / rate - performance.now()))
    else await waitFor(`command ${step - 1} at all screens`, () => complete >= step - 1)
    sentAt[step] = performance.now()
    steps.send((ms) => answers.add(ms))
  }
  await waitFor('the last command at all screens', () => complete === commands && answers.count === commands)
  const { cpu, bytes, busy } = close()
  crowd.handler = handler
  return {
    p50: each.computeQuantile(0.5),
    p99: each.computeQuantile(0.99),
    last: last.computeQuantile(0.5),
    answers: answers.computeQuantile(0.99),
    cpu: (cpu * 1000) / each.count,
    bytes: bytes / each.count,
    busy,
  }
}
