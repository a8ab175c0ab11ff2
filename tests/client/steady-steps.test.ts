/** The main button and the rows of the list while other people change them again and again. */
import { keepSteady, type Steady, showAtFirst } from '@rostrum/client/features/floor/staff/steady-steps'
import type { NextStep, StepChoices } from '@rostrum/client/features/floor/staff/step-types'
import { isResting, moveNow, sayAtFirst, sayNow } from '@rostrum/client/ui/resting'
import { expect, test } from 'vitest'

const step = (verb: string): NextStep => ({ id: 'call', verb, icon: 'mic' })
const choose = (verb: string): StepChoices => ({ main: step(verb), others: [] })
const [call, recognize] = [choose('Call next'), choose('Recognize')]

/** Renders every 20 ms while somebody changes the step at each of these times. Returns what was shown, and whether it could be pressed. */
const watch = (changes: readonly number[], until: number, isOwn = (_now: number) => false) => {
  let steady: Steady = showAtFirst(call)
  let saying = sayAtFirst(steady.says)
  return Array.from({ length: until / 20 }, (_, index) => {
    const now = index * 20
    steady = keepSteady(steady, changes.filter((at) => at <= now).length % 2 === 0 ? call : recognize, isOwn(now), now)
    saying = sayNow(saying, steady.says, now)
    return { now, verb: steady.shown.main.verb, canPress: !isResting(saying, now) }
  })
}
const every = (period: number, until: number) => Array.from({ length: until / period }, (_, index) => (index + 1) * period)

test.each([120, 200, 320, 640, 690])('[F120] the main button can be pressed while somebody changes it every %i ms', (period) => {
  const seen = watch(every(period, 30_000), 30_000).filter(({ now }) => now > 4_000)
  expect(seen.filter(({ canPress }) => canPress).length / seen.length).toBeGreaterThan(0.6)
  // It never says one thing for longer than two seconds while it means another.
  const spells = seen.filter(({ verb }, index) => verb !== seen[index - 1]?.verb).map(({ now }) => now)
  for (const [index, at] of spells.slice(2).entries()) expect(at - (spells[index + 1] ?? 0)).toBeGreaterThanOrEqual(1_980)
})

test('[F120] three changes by others are shown at once, and after the last change the newest step within two seconds', () => {
  const verbs = watch([1_000, 1_500, 1_700], 2_000).map(({ verb }) => verb)
  expect(verbs).toEqual(Array.from({ length: 100 }, (_, index) => ((index >= 50 && index < 75) || index >= 85 ? 'Recognize' : 'Call next')))
  const seen = watch([1_000, 1_200, 1_400, 1_600], 6_000)
  expect(seen.find(({ now }) => now === 1_700)?.verb).toBe('Recognize')
  expect(seen.find(({ now }) => now === 3_440)?.verb).toBe('Call next')
})

test('[F120] the changes that follow acts of this screen are shown at once', () => {
  const changes = every(400, 4_000)
  const seen = watch(changes, 4_000, (now) => now % 400 < 100)
  for (const { now, verb } of seen) expect(verb).toBe(changes.filter((at) => at <= now).length % 2 === 0 ? 'Call next' : 'Recognize')
})

test('[F121] rows rest after two moves, and not after each of many', () => {
  let saying = sayAtFirst('0')
  const rests = Array.from({ length: 500 }, (_, index) => {
    saying = moveNow(saying, String(Math.floor(index / 10)), index * 20)
    return isResting(saying, index * 20)
  })
  expect(rests.slice(10, 20)).not.toContain(false)
  expect(rests.slice(100).filter(Boolean).length / 400).toBeLessThan(0.4)
})
