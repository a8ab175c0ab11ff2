/**
 * Measures how well screens find the server's clock. They do it as pages do: they ask several times, and the answer with the shortest round
 * trip counts.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Screen } from '../client/screen.ts'

const questions = 8

/** Returns the milliseconds by which the server's clock is ahead of this process's clock, according to this screen. */
export async function findOffset(screen: Screen): Promise<number> {
  const answers: { readonly trip: number; readonly offset: number }[] = []
  for (let asked = 0; asked < questions; asked += 1) {
    const sent = performance.now()
    const at = await new Promise<number>((resolve) => screen.askTime(resolve))
    const came = performance.now()
    answers.push({ trip: came - sent, offset: at - (sent + came) / 2 })
    await pause(20)
  }
  return answers.reduce((best, one) => (one.trip < best.trip ? one : best)).offset
}
