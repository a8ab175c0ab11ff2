/** The pace at which one address takes the places of those who join by code. */
import { WalkInPace } from '@rostrum/server/people/access/walk-in-pace'
import { expect, test } from 'vitest'

const address = '192.0.2.1'
/** People of one address who send evenly within some seconds. Returns when each is let in, in seconds, and how many are refused. */
const arrive = (pace: WalkInPace, people: number, seconds: number, places: number, from = address) => {
  const letIn: number[] = []
  const waits: number[] = []
  for (let index = 0; index < people; index += 1) {
    const at = (seconds * index) / people
    const wait = pace.takeTurn('session', from, places, at * 1000)
    if (wait === null) continue
    letIn.push(at + wait)
    waits.push(wait)
  }
  return { letIn, longestWait: Math.max(...waits), refused: people - letIn.length }
}

test.each([100, 2_000, 10_000])('[P103] a hall of %i behind one address joins within two minutes, and nobody is refused', (people) => {
  const { letIn, longestWait, refused } = arrive(new WalkInPace(), people, 60, people)
  expect(refused).toBe(0)
  expect(longestWait).toBeLessThanOrEqual(30)
  expect(letIn.at(-1)).toBeLessThan(120)
})

test('[P103] one device that joins again and again has a quarter of the places after ten seconds, and another address waits for nothing', () => {
  const pace = new WalkInPace()
  const { letIn } = arrive(pace, 20_000, 10, 2_000)
  expect(letIn.filter((at) => at <= 10).length).toBeLessThanOrEqual(600)
  expect(pace.takeTurn('session', '198.51.100.7', 2_000, 10_000)).toBe(0)
  expect(pace.takeTurn('other', address, 2_000, 10_000)).toBe(0)
})

test('[P103] an address that has rested has all its turns again', () => {
  const pace = new WalkInPace()
  arrive(pace, 1_000, 0, 2_000)
  expect(pace.takeTurn('session', address, 2_000, 1)).toBeNull()
  expect(pace.takeTurn('session', address, 2_000, 100_000)).toBe(0)
})
