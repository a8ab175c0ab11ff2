/** Thousands of simulated minutes show how soon the booth marks a faster speaker. They also show how rarely it marks a steady one. */
import { computeSpokenPace, countSpokenWords, fastPace, type SpokenPace } from '@rostrum/client/features/captions/booth/pace'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import { describe, expect, test } from 'vitest'
import { SeededRandom } from '../support/seeded-random.ts'
import { type Captioner, type SimulatedLine, simulateTurn } from '../support/simulated-captioner.ts'

/** Makes `count` lines of `words` words each, one every `every` seconds. */
const speak = (words: number, every: number, count: number): readonly CaptionLine[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    text: Array.from({ length: words }, () => 'mot').join(' '),
    at: (index * every * 1000) as Instant,
    turn: { id: 'turn', who: 'Delegation', language: 'ar' },
  }))
/** Returns the pace `at` seconds into the speech, from the lines that have arrived by then. */
const measure = (lines: readonly CaptionLine[], at: number, turn = 'turn') =>
  computeSpokenPace(
    lines.filter((line) => line.at <= at * 1000),
    turn,
    'fr',
    at * 1000,
  )
const none: SpokenPace = { words: null, isFast: false }

test('[X54] two lines are enough for the pace of a new speaker, and there is none after the turn', () => {
  // 165 words a minute are one line of eight words every 2.91 seconds.
  const fast = speak(8, 2.91, 7)
  expect(measure(fast, 2.9)).toEqual(none)
  expect(measure(fast, 2.91)).toEqual({ words: 165, isFast: true })
  expect(measure(fast, 17.5)).toEqual({ words: 165, isFast: true })
  expect(measure(speak(6, 3, 7), 18)).toEqual({ words: 120, isFast: false })
  expect(measure(fast, 17.5, 'the next turn')).toEqual(none)
  expect(measure(fast, 40)).toEqual(none)
})

test('[X84] captions that stop are a silence, and not a slow speaker: the pace stays as it was for a moment, and then there is none', () => {
  for (const [lines, pace] of [
    [speak(8, 2.91, 7), { words: 165, isFast: true }],
    [speak(6, 3, 7), { words: 120, isFast: false }],
    [speak(12, 7.2, 5), { words: 100, isFast: false }],
  ] as const) {
    const last = (lines.at(-1)?.at ?? 0) / 1000
    for (let at = last; at < last + 30; at += 0.25) expect([pace, none]).toContainEqual(measure(lines, at))
    expect([measure(lines, last + 2), measure(lines, last + 9)]).toEqual([pace, none])
  }
})

test('[X54] lines that arrive together do not count as a pace', () => {
  expect(measure(speak(6, 0.1, 5), 0.5)).toEqual(none)
  const late = speak(6, 3, 10).map((line, index) => (index === 5 ? { ...line, at: 18_000 as Instant } : line))
  for (let at = 9; at <= 27; at += 3) expect([at, measure(late, at).isFast]).toEqual([at, false])
})

test('[X54] words are counted by the rules of their language', () => {
  expect(countSpokenWords('I thank the Chair, and yield.', 'en')).toBe(6)
  expect(countSpokenWords('我们支持这项建议。', 'zh')).toBeGreaterThan(3)
  expect(countSpokenWords('我们支持这项建议。', 'zh')).toBeLessThan(8)
})

/** Returns the pace after each line. */
const follow = (lines: readonly SimulatedLine[]): readonly (SpokenPace & { readonly at: number })[] =>
  lines.map(({ at }, index) => ({ at, ...computeSpokenPace(lines.slice(0, index + 1), 'turn', 'fr', at) }))

const [turns, turnLength] = [250, 180_000]
const kinds: readonly (Omit<Captioner, 'random'> & { readonly inTime: number; readonly longest: number })[] = [
  { cutsBy: 'words', jitter: 500, held: 0, inTime: 0.83, longest: 7_000 },
  { cutsBy: 'time', jitter: 500, held: 0, inTime: 0.83, longest: 7_000 },
  { cutsBy: 'words', jitter: 500, held: 0.2, inTime: 0.8, longest: 11_000 },
]

describe.each(kinds)('lines cut by $cutsBy, with a share of $held held back', ({ inTime, longest, ...kind }) => {
  test('[X70] steady speakers of 90 to 135 words a minute are not called fast', { timeout: 60_000 }, () => {
    const random = new SeededRandom(70)
    for (const pace of [90, 110, 125, 135]) {
      let marks = 0
      for (let turn = 0; turn < turns; turn += 1) {
        const paces = follow(simulateTurn(() => pace, turnLength, { ...kind, random }))
        marks += paces.filter(({ isFast }, index) => isFast && paces[index - 1]?.isFast !== true).length
      }
      // The bound is for 750 minutes of speech.
      expect([pace, marks <= (pace === 135 ? 3 : 0)]).toEqual([pace, true])
    }
  })

  test('[X70] a speaker who changes to 165 in mid-turn is marked fast within three seconds after the first whole line at that pace', {
    timeout: 60_000,
  }, () => {
    const random = new SeededRandom(71)
    const delays: number[] = []
    for (const pace of [90, 110, 130]) {
      for (let turn = 0; turn < turns; turn += 1) {
        const changesAt = 30_000 + random.nextBelow(4_000)
        const lines = simulateTurn((at) => (at < changesAt ? pace : 165), 60_000, { ...kind, random })
        const couldTell = lines.find(({ spokenFrom }) => spokenFrom >= changesAt)?.at ?? 0
        const marked = follow(lines).find(({ at, isFast }) => isFast && at >= changesAt)
        delays.push((marked?.at ?? Infinity) - couldTell)
        expect(marked?.words).toBeGreaterThanOrEqual(fastPace)
      }
    }
    expect(delays.filter((delay) => delay <= 3_000).length / delays.length).toBeGreaterThan(inTime)
    expect(Math.max(...delays)).toBeLessThan(longest)
  })
})
