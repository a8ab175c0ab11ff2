/** The scale of the agenda's strip, and the type size of a name in the floor block. */
import { AgendaStrip, makeScale } from '@rostrum/client/ui/agenda-strip.tsx'
import { FirstFit, findFirstFit } from '@rostrum/client/ui/first-fit.tsx'
import { chairFloor, findTextSize } from '@rostrum/client/ui/floor-layouts'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const minutes = (...lengths: readonly number[]) =>
  lengths.map((length, index) => {
    const from = sum(lengths.slice(0, index))
    return { from, to: from + length, title: 'Topic' }
  })

/** The width of the Chair's strip on a small laptop, next to a long sentence of the delay, in pixels. */
const narrow = 430

describe('the agenda’s strip', () => {
  test('a short segment is wide enough for its title, and all of them fill the strip', () => {
    const shares = makeScale(minutes(10, 25, 25, 25, 5), 0, 100, narrow).map(({ share }) => share)
    expect(shares).toHaveLength(6)
    expect(sum(shares)).toBeCloseTo(1)
    expect(Math.min(...shares.slice(0, 5))).toBeGreaterThan(0.12)
    expect(shares[1]).toBeGreaterThan(shares[0] ?? 1)
  })

  test('[V20] a longer word gets more of the strip, so that it is whole even in a narrow strip', () => {
    const [opening = 0, expectations = 0] = makeScale(
      [
        { from: 0, to: 30, title: 'Opening' },
        { from: 30, to: 60, title: '3 Expectations' },
      ],
      0,
      60,
      200,
    ).map(({ share }) => share)
    expect(expectations).toBeGreaterThan(opening)
    expect(opening + expectations).toBeCloseTo(1)
  })

  test('[V345] a delay, however long, leaves the titles nine tenths of the strip', () => {
    const late = makeScale(minutes(10, 25, 25, 25, 5), 0, 180, narrow)
    expect(late.map(({ isSegment }) => isSegment)).toEqual([true, true, true, true, true, false])
    expect(late.at(-1)?.share).toBeCloseTo(0.1)
    expect(makeScale(minutes(50, 50), 0, 102, narrow).at(-1)?.share).toBeLessThan(0.03)
  })

  test.each([
    ['Russian', ['Открытие', '1 Успехи', '2 Неудачи', '3 Ожидания', 'Закрытие']],
    ['English', ['Opening', '1 Successes', '2 Failures', '3 Expectations', 'Closing']],
  ])('[V379] in a narrow strip, however late the meeting, every title has room for its longest word: %s', (_, titles) => {
    const plan = minutes(5, 25, 25, 25, 10).map((part, index) => ({ ...part, title: titles[index] ?? '' }))
    for (const end of [90, 110, 190])
      for (const [index, { share }] of makeScale(plan, 0, end, narrow).slice(0, titles.length).entries()) {
        const word = Math.max(...(titles[index] ?? '').split(' ').map(({ length }) => length))
        // A letter of these words takes 8 px, and their space 6.
        expect([titles[index], share * narrow >= 8 * word + 6]).toEqual([titles[index], true])
      }
  })

  test('[V379] in a wide strip every segment has its share of the time', () => {
    const shares = makeScale(minutes(20, 40, 40), 0, 100, 900).map(({ share }) => share)
    expect(shares.map((share) => Math.round(share * 100))).toEqual([20, 40, 40])
  })

  test('[V430] each title stands over its own time, also after a time that no segment has', () => {
    const plan = [
      { id: 'a', title: 'Opening', notes: [], from: 20, to: 40 },
      { id: 'b', title: 'Topic', notes: [], from: 60, to: 100 },
    ]
    const page = renderToStaticMarkup(createElement(AgendaStrip, { from: 0, to: 110, plan, rail: [], sentence: '', label: '' }))
    expect([...page.matchAll(/grid-column:(\d)/g)].map(([, column]) => column)).toEqual(['2', '4'])
    expect(makeScale(plan, 0, 110, 900).map(({ isSegment }) => isSegment)).toEqual([false, true, false, true, false])
    expect(page.match(/fr\)/g)).toHaveLength(5)
  })

  test('[V432] a time is whole or not shown: the longest form that has room', () => {
    const widths = [170, 80, 35]
    expect([300, 100, 80, 60, 30].map((room) => findFirstFit(widths, room))).toEqual([0, 1, 1, 2, -1])
  })

  test('[V432] two forms of a time that are equal are one text', () => {
    const page = renderToStaticMarkup(createElement(FirstFit, { texts: ['12:00–12:10', '12:10', '12:10'] }))
    expect(page.match(/12:10</g)).toHaveLength(2)
  })

  test('many segments share the strip without any of them overflowing', () => {
    const shares = makeScale(minutes(...Array.from({ length: 20 }, () => 3)), 0, 60, narrow).map(({ share }) => share)
    expect(sum(shares)).toBeCloseTo(1)
    expect(Math.max(...shares)).toBeCloseTo(0.05)
  })
})

test('[V346] a name with a long word is smaller, so that the word is not broken', () => {
  const find = (name: string) => findTextSize(name, chairFloor.bounds?.name, true, chairFloor.bounds?.word)
  expect(['Kenya', 'Confederation', 'Elektrizitäts', 'Institutionell', 'Telecommunications'].map(find)).toEqual([
    undefined,
    'long',
    'long',
    'longer',
    'longest',
  ])
  expect(['World Bank', 'Sub-Saharan forum', '国际电信联盟秘书处'].map(find)).toEqual([undefined, undefined, undefined])
})

test('[V376] a name that would take three lines of the largest type is smaller, so that the line below it is whole', () => {
  const find = (name: string) => findTextSize(name, chairFloor.bounds?.name, true, chairFloor.bounds?.word)
  expect(['Islamic Republic of Iran', 'Republic of Moldova', 'United Kingdom'].map(find)).toEqual(['long', 'long', undefined])
})

test('the longer a name, the smaller its type, so that none is cut', () => {
  const { bounds } = chairFloor
  expect([12, 36, 60, 160].map((length) => findTextSize('x'.repeat(length), bounds?.name))).toEqual([
    undefined,
    'long',
    'longer',
    'longest',
  ])
})
