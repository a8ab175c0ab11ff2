/**
 * G10: two screens estimate the server's time as pages do, over simulated networks. Delays differ by direction and change, clocks drift,
 * and devices sleep. A screen that shows "≈" promises nothing.
 */
import type { Channel } from '@rostrum/shared/contract/channels'
import { SeededRandom } from '../../support/seeded-random.ts'
import { formatCount, type Proof } from '../proof.ts'
import { SimulatedScreen } from './simulated-screen.ts'

const pairCounts = { short: 20_000, long: 1_000_000 }
/** The milliseconds by which two countdowns may differ: both in the room, or one of them remote. */
const allowed = { room: 100, remote: 200 } as const satisfies Record<Channel, number>
/** The simulated milliseconds, and the time between two looks at both screens. */
const [duration, lookEvery] = [90_000, 250]

export const sameTime: Proof = {
  promises: ['G10'],
  says: 'looks at two screens whose countdowns differ more than is promised, without "≈"',
  atMost: 120_000,
  run: async (form) => {
    const failures: string[] = []
    const looks = { all: 0, sure: 0, wrong: 0, worst: { room: 0, remote: 0 } }
    for (let seed = 1; seed <= pairCounts[form]; seed += 1) {
      const random = new SeededRandom(seed)
      const screens = [new SimulatedScreen(random), new SimulatedScreen(random)] as const
      const place: Channel = screens.some(({ channel }) => channel === 'remote') ? 'remote' : 'room'
      for (let at = 0; at < duration; at += lookEvery) {
        const [one, other] = [screens[0].look(at), screens[1].look(at)]
        looks.all += 1
        if (one === null || other === null) continue
        looks.sure += 1
        const apart = Math.abs(one - other)
        looks.worst[place] = Math.max(looks.worst[place], apart)
        if (apart < allowed[place]) continue
        looks.wrong += 1
        failures.push(`seed ${seed}, after ${at} ms: ${Math.round(apart)} ms apart (${place})`)
      }
    }
    if (looks.sure < looks.all / 4) failures.push(`both were sure in ${looks.sure} of ${looks.all} looks only, which proves little`)
    const { room, remote } = looks.worst
    return {
      figure: `${formatCount(looks.wrong)} of ${formatCount(looks.sure)} looks wrong; at most ${Math.round(room)} ms apart in the room, ${Math.round(remote)} ms remotely`,
      failures,
    }
  },
}
