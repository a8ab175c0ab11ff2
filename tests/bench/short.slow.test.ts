/** How the short form of the bench judges, and which arguments the command line accepts. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { judge } from './measure/verdict.ts'
import { defineMode } from './modes/mode.ts'
import { modes } from './modes/table.ts'
import { reportMode } from './report.ts'
import { compareLeast, compareUntilWithin, makeLine, recorded, type ShortName } from './short.ts'

const bench = fileURLToPath(new URL('bench.mjs', import.meta.url))
const run = promisify(execFile)
const names = Object.keys(recorded) as ShortName[]

test.each(names)('[L66] %s may be at most a third worse than recorded', (name) => {
  expect(makeLine(name, recorded[name] * 1.3).isWithin).toBe(true)
  expect(makeLine(name, recorded[name] * 1.34).isWithin).toBe(false)
  expect(makeLine(name, Number.NaN).isWithin).toBe(false)
})

test('[L66] a figure out of bounds is measured again, three times at most, and the least counts', async () => {
  const measure = vi.fn(async () => ({ product: [{ storm: 40 }], compared: [{ storm: 4 }] }))
  expect(await compareUntilWithin(measure)).toMatchObject([{ ratio: 10, isWithin: false }])
  expect(measure).toHaveBeenCalledTimes(3)
  measure.mockClear()
  measure.mockResolvedValueOnce({ product: [{ storm: 60 }], compared: [{ storm: 5 }] })
  measure.mockResolvedValueOnce({ product: [{ storm: 16 }], compared: [{ storm: 6 }] })
  expect(await compareUntilWithin(measure)).toMatchObject([{ ratio: 3.2, isWithin: true }])
  expect(measure).toHaveBeenCalledTimes(2)
})

test('[L66] the least figure of the rounds counts', () => {
  const round = (storm: number) => ({ storm })
  const [line] = compareLeast({ product: [9, 3, 5].map(round), compared: [2, 1, 4].map(round) })
  expect(line).toMatchObject({ name: 'storm', ratio: 3 })
})

test('[L67] a figure is judged by its own bound: absolute, or relative to its comparison', () => {
  const figure = (bound: Parameters<typeof judge<'it'>>[0]['it']['bound']) => ({ it: { says: 'it', unit: 'ms', bound } }) as const
  const rounds = { product: [{ it: 10 }, { it: 90 }, { it: 20 }], compared: [{ it: 10 }] }
  const isWithin = (bound: Parameters<typeof figure>[0], compared = rounds.compared) =>
    judge(figure(bound), { ...rounds, compared }).get('it')?.isWithin
  expect([isWithin({ most: 20 }), isWithin({ most: 19 }), isWithin({ least: 20 }), isWithin({ least: 21 })]).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect([isWithin({ times: 2 }), isWithin({ times: 1.9 }), isWithin(null)]).toEqual([true, false, true])
  expect([isWithin({ above: 10 }), isWithin({ above: 9 })]).toEqual([true, false])
  expect([isWithin({ most: 19, orTimes: 2 }), isWithin({ most: 19, orTimes: 1.9 }), isWithin({ most: 20, orTimes: 1 })]).toEqual([
    true,
    false,
    true,
  ])
  expect([isWithin({ times: 2 }, []), isWithin({ above: 10 }, []), isWithin({ most: 19, orTimes: 2 }, [])]).toEqual([false, false, false])
  expect(judge(figure({ most: 1 }), { product: [], compared: [] }).get('it')?.isWithin).toBe(false)
})

test('[L67] a figure out of bounds makes its mode fail, with the options for which the bound is meant', () => {
  const ms = { says: 'it', unit: 'ms' } as const
  const round = async () => ({ product: [{ it: 10 }], compared: [] })
  const defaults = { clients: 5, rounds: 1, seconds: 0, rate: 0 }
  const mode = defineMode({ title: 'a mode', against: null, defaults, figures: { it: { ...ms, bound: { most: 9 } } }, run: round })
  const report = (clients: number) => reportMode(mode, { ...defaults, clients }, { product: [{ it: 10 }], compared: [] })
  expect(report(5)).toMatchObject({ isWithin: false, text: expect.stringContaining('| it, ms | 10.0 |  |  | at most 9 | NO |') })
  expect(report(6)).toMatchObject({ isWithin: true, text: expect.stringContaining('were not counted here') })
  // @ts-expect-error a figure without a bound
  defineMode<'it'>({ ...mode, figures: { it: ms } })
  // @ts-expect-error a figure that a run gives, without a row
  defineMode<'it' | 'more'>({ ...mode, run: async () => ({ product: [{ it: 1, more: 2 }], compared: [] }) })
})

test('[L67] an unknown mode or an invalid number is refused with an explanation', async () => {
  for (const args of [['fan-out'], [], ['fanout', '--clients', 'many'], ['fanout', '--short']]) {
    const refused = await run(process.execPath, [bench, ...args]).catch((error: { code: number; stderr: string }) => error)
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(Object.keys(modes).join(', ')) })
  }
})
