/** Two drivers press the main button at random, often twice, on screens that lag behind. */
import { getNextSteps } from '@rostrum/client/features/floor/staff/next-step'
import { describeStep, type NextStep, type NextStepView } from '@rostrum/client/features/floor/staff/step-types'
import type { Translate } from '@rostrum/client/text/messages'
import { PressGuard } from '@rostrum/client/ui/press-guard'
import { isResting, type Saying, sayAtFirst, sayNow } from '@rostrum/client/ui/resting'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Command, State } from '@rostrum/shared/contract/registry'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { addMillis, toMillis } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noon } from '../support/fixtures.ts'
import { join, openSession, queueOpen, raisePoint, replay, toCommandId } from '../support/given.ts'
import { countRuns } from '../support/runs.ts'

const t = ((key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`) as unknown as Translate
const drivers = ['chair', 'secretary'] as const
type Driver = (typeof drivers)[number]

/** The main button as a driver sees it, with its rest and its guard. */
class Screen {
  readonly guard = new PressGuard<'main'>()
  saying: Saying
  main: NextStep
  changedAt = Number.NEGATIVE_INFINITY

  constructor(state: State) {
    this.main = chooseMain(state)
    this.saying = sayAtFirst(describeStep(this.main))
  }

  render(state: State, now: number): void {
    this.main = chooseMain(state)
    const before = this.saying
    this.saying = sayNow(before, describeStep(this.main), now)
    if (before.means !== this.saying.means) this.changedAt = now
  }

  toPress(now: number) {
    return { control: 'main', means: this.saying.means, isResting: isResting(this.saying, now), at: { x: 100, y: 100 } } as const
  }
}

const chooseMain = (state: State): NextStep =>
  getNextSteps(t, { ...projectAudience(state, 'staff').view, presence: { room: 1, remote: 1 } } as unknown as NextStepView).main

type Act = { readonly driver: Driver; readonly wait: number; readonly held: number; readonly lag: number }
const arbitraryActs = fc.array(
  fc.record<Act>({
    driver: fc.constantFrom(...drivers),
    wait: fc.oneof(fc.constantFrom(0, 40, 120, 180, 250, 400, 650), fc.integer({ min: 700, max: 3000 })),
    held: fc.constantFrom(0, 30, 90, 300),
    lag: fc.constantFrom(0, 5, 40, 80),
  }),
  { minLength: 10, maxLength: 60 },
)

const graveEvents = ['floor.called', 'floor.started', 'floor.ended']
const start = replay([...queueOpen, join('gov-1'), join('civil-1'), join('private-1'), join('gov-2'), raisePoint('gov-1'), openSession])

test('[F43] no second press within 0.7 s of an act, or of a change by somebody else, ends a turn, starts a clock or makes a call', () => {
  let acts = 0
  fc.assert(
    fc.property(arbitraryActs, (presses) => {
      let state = start
      const screens = { chair: new Screen(state), secretary: new Screen(state) }
      const timeline: { readonly at: number; readonly act: () => void }[] = []
      const done: Record<Driver, number> = { chair: Number.NEGATIVE_INFINITY, secretary: Number.NEGATIVE_INFINITY }
      const send = (by: Driver, command: Command, now: number, shownSince: number, index: number) => {
        const at = addMillis(noon, toMillis(60_000 + now))
        const decision = decide(state, command, {
          actor: { person: (by === 'chair' ? by : 'desk') as PersonId },
          at,
          id: toCommandId(`press-${index}`),
        })
        if (!decision.ok || decision.events.length === 0) return
        if (decision.events.some(({ type }) => graveEvents.includes(type))) {
          expect(now - done[by]).toBeGreaterThanOrEqual(700)
          expect(now - shownSince).toBeGreaterThanOrEqual(700)
          acts += 1
        }
        done[by] = now
        state = evolveAll(state, decision.events, at)
        const seen = state
        for (const driver of drivers) {
          const lag = presses[(index + drivers.indexOf(driver)) % presses.length]?.lag ?? 0
          timeline.push({ at: now + lag, act: () => screens[driver].render(seen, now + lag) })
        }
      }
      let clock = 0
      for (const [index, { driver, wait, held }] of presses.entries()) {
        clock += wait
        const [down, up] = [clock, clock + held]
        timeline.push({ at: down, act: () => void screens[driver].guard.begin(screens[driver].toPress(down), down) })
        timeline.push({
          at: up,
          act: () => {
            const screen = screens[driver]
            const { command } = screen.main
            const { changedAt } = screen
            if (!screen.guard.finish(screen.toPress(up), up) || screen.toPress(up).isResting || !command) return
            send(driver, command, up, changedAt, index)
          },
        })
      }
      while (timeline.length > 0) {
        timeline.sort((one, other) => one.at - other.at)
        timeline.shift()?.act()
      }
    }),
    { numRuns: countRuns(2000) },
  )
  expect(acts).toBeGreaterThan(100)
})
