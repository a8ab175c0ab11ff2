/**
 * G10: what two screens take for the server's time, with the screen's own estimate, over simulated networks: delays that differ by direction
 * and change, clocks that run apart, devices that sleep. Where a screen says "≈" it promises nothing.
 */
import type { Channel } from '@rostrum/shared/contract/roles'
import { SeededRandom } from '../../support/seeded-random.ts'
import { formatCount, type Proof } from '../proof.ts'
import { SimulatedScreen } from './simulated-screen.ts'

const pairCounts = { short: 20_000, long: 1_000_000 }
/** Milliseconds that two countdowns may differ by, in the room, and where one of them is remote. */
const allowed = { room: 100, remote: 200 } as const satisfies Record<Channel, number>
/** Simulated milliseconds, and how far apart the looks at both screens are. */
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
