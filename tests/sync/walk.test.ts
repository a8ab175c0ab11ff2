/** The walk through all receivers: who gets which frames, and in which order, while frames and receivers arrive. */
import { BusyTime } from '@rostrum/server/engine/fanout/busy-time'
import { atOnce, inOneGo, stepByStep, Walk, workInSteps } from '@rostrum/server/engine/fanout/walk'
import fc from 'fast-check'
import { expect, test } from 'vitest'

class Screen {
  readonly frames: number[] = []
  writes = 0
  readonly send = (frames: readonly number[]) => {
    this.frames.push(...frames)
    this.writes += 1
  }
}
/** More steps than for a hall. */
const manySteps = 24
const many = manySteps * stepByStep.size
const makeScreens = (count: number) => Array.from({ length: count }, () => new Screen())
const walkToEnd = (walk: Walk<number>): number => {
  let steps = 0
  for (; !walk.isDone; steps += 1) walk.step()
  return steps
}

test('[V114] frames added during a walk go to later receivers in the same write, and then to earlier ones', () => {
  const screens = makeScreens(many)
  const walk = new Walk(screens)
  walk.addFrames([1])
  walk.step()
  walk.addFrames([2, 3])
  expect(walkToEnd(walk)).toBe(manySteps)
  expect(screens.every(({ frames }) => frames.join() === '1,2,3')).toBe(true)
  expect(screens.map(({ writes }) => writes)).toEqual([
    ...new Array<number>(stepByStep.size).fill(2),
    ...new Array<number>(many - stepByStep.size).fill(1),
  ])
})

test('[V114] a receiver who joins during a walk keeps nobody from their frames', () => {
  const screens = makeScreens(many)
  const late = new Screen()
  const walk = new Walk(screens)
  walk.addFrames([1])
  walk.step()
  walk.addFrames([2])
  walk.addReceiver(late)
  walkToEnd(walk)
  expect(screens.every(({ frames }) => frames.join() === '1,2')).toBe(true)
  expect(late.frames).toEqual([])
})

test('[V114] there is no walk without receivers or without frames', () => {
  const [nobody, noFrames] = [new Walk<number>([]), new Walk(makeScreens(3))]
  nobody.addFrames([1])
  noFrames.addFrames([])
  expect([nobody.isDone, noFrames.isDone]).toEqual([true, true])
})

test('[V114] a receiver passed before their turn gets missing and own frames in one write, and no second one later', () => {
  const screens = makeScreens(many)
  const [last, stranger] = [screens.at(-1) ?? new Screen(), new Screen()]
  const walk = new Walk(screens)
  walk.addFrames([1, 2])
  walk.pass(last, [7])
  walk.pass(stranger, [8])
  expect([last, stranger].map(({ frames, writes }) => ({ frames, writes }))).toEqual([
    { frames: [1, 2, 7], writes: 1 },
    { frames: [8], writes: 1 },
  ])
  expect(walkToEnd(walk)).toBe(manySteps)
  expect(screens.slice(0, -1).every(({ frames, writes }) => frames.join() === '1,2' && writes === 1)).toBe(true)
  expect(last.writes).toBe(1)
})

test.each([
  { screens: atOnce.size, steps: 1, turns: 0 },
  { screens: inOneGo.size, steps: 1, turns: 1 },
  { screens: inOneGo.size + 1, steps: 21, turns: 3 },
])('[V114] a hall is passed in one step, and with $screens screens there are $steps', ({ screens, steps, turns }) => {
  const walk = new Walk(makeScreens(screens))
  expect(walk.turns).toBe(turns)
  walk.addFrames([1])
  expect(walkToEnd(walk)).toBe(steps)
})

type Step = { readonly kind: 'frames' | 'screen' | 'pass' | 'step'; readonly count: number }
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ kind: fc.constantFrom('frames', 'screen', 'pass', 'step', 'step'), count: fc.integer({ min: 0, max: 3 }) }),
  { maxLength: 30 },
)

test('[V114] everybody gets every frame since they joined, once and in order, whatever happens when', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 * many }), steps, (first, all) => {
      let made = 0
      const screens = makeScreens(first).map((screen) => ({ screen, from: 0 }))
      const walk = new Walk(screens.map(({ screen }) => screen))
      for (const { kind, count } of all) {
        if (kind === 'frames') walk.addFrames(Array.from({ length: count }, () => made++))
        else if (kind === 'step') walk.step()
        else if (kind === 'pass') for (const { screen } of screens.slice(-count)) walk.pass(screen, [])
        else
          for (const screen of makeScreens(count)) {
            screens.push({ screen, from: made })
            walk.addReceiver(screen)
          }
      }
      walkToEnd(walk)
      const frames = Array.from({ length: made }, (_, frame) => frame)
      for (const { screen, from } of screens) expect(screen.frames).toEqual(frames.slice(from))
    }),
  )
})

test('[V114] while the frames of many people are made, commands are handled after every twenty-five of them', async () => {
  const [people, seen] = [Array.from({ length: 75 }), new Set<number>()]
  let made = 0
  const work = workInSteps(people, new BusyTime(), () => {
    made += 1
  })
  while (made < people.length) {
    seen.add(made)
    await new Promise(setImmediate)
  }
  await work
  expect([...seen]).toEqual([25, 50])
})
