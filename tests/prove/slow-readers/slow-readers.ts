/**
 * The cost of a screen that stops reading. It consists of the bytes kept for it, the time until it is closed, and the effect on others. The
 * server runs in this process, so that its side of each socket can be watched.
 */
import { setTimeout } from 'node:timers/promises'
import { getSecret, startInProcessServer, walkInBody } from '../../support/in-process-server.ts'
import { TestClient } from '../../support/test-client.ts'
import { formatCount, type Proof } from '../proof.ts'
import { openTimes } from '../quiet.ts'
import { Frames } from './frames.ts'
import { openPaused, SocketWatch } from './socket-watch.ts'

const plans = { short: { slow: 4, readers: 10, commands: 40 }, long: { slow: 40, readers: 40, commands: 400 } } as const
/** The most bytes that are kept, and the most milliseconds. The time counts from when the operating system takes no more for the screen. */
const most = { kept: 256 * 1024, gone: 3000 } as const
/** How much longer others may wait for a frame while some do not read. A factor, and milliseconds for other work of the machine. */
const slower = { times: 1.2, ms: 10 } as const
/** The milliseconds between two commands of the Chair: half the rate that the staff may have. */
const pace = 20

export const slowReaders: Proof = {
  promises: ['G17', 'G4'],
  says: 'what the server keeps for screens that stop reading, how soon they are gone, and what the others feel',
  atMost: 240_000,
  isAlone: true,
  run: async (form) => {
    const plan = plans[form]
    const times = await openTimes(form)
    const server = await startInProcessServer()
    const url = server.startupLinks.url.replace('localhost', '127.0.0.1')
    const watch = new SocketWatch()
    const readers = await Promise.all(
      Array.from({ length: plan.readers }, () => TestClient.join(url, { code: server.startupLinks.code, person: walkInBody })),
    )
    const frames = await Frames.open(server, url)
    try {
      const alone = await frames.measure(readers, plan.commands)
      const paused = await Promise.all(Array.from({ length: plan.slow }, () => openPaused(url, getSecret(server.startupLinks.room))))
      const watched = paused.map((port) => watch.find(port))
      const beside = await frames.measure(readers, plan.commands)
      // Frames are large until the operating system takes no more for one screen. Then small ones show how long its connection lasts.
      for (const until = performance.now() + 150_000; watched.some(({ goneAfter }) => goneAfter === null) && performance.now() < until; )
        if (watched.some(({ isBlocked }) => isBlocked)) await Promise.all([frames.sendSmall(), setTimeout(pace)])
        else await frames.sendLarge()
      const failures = watched.flatMap(({ goneAfter, kept }, index) => [
        ...(goneAfter === null ? [`slow screen ${index} is still there`] : []),
        ...(kept > most.kept ? [`${kept} bytes were kept for slow screen ${index}`] : []),
      ])
      const gone = Math.max(...watched.map(({ goneAfter }) => goneAfter ?? Number.NaN))
      const kept = Math.max(...watched.map((one) => one.kept))
      times.judge(failures, 'until a slow screen is gone', gone, most.gone)
      times.judge(
        failures,
        `a frame at the others, p99, ${Math.round(alone)} ms without slow screens`,
        beside,
        alone * slower.times + slower.ms,
      )
      if (readers.some(({ socket }) => !socket.connected)) failures.push('a screen that reads lost its connection')
      return {
        figure: `at most ${formatCount(Math.round(kept / 1024))} KiB kept for each of ${plan.slow}, gone after ${Math.round(gone)} ms; the others p99 ${Math.round(beside)} ms, ${Math.round(alone)} without${times.note}`,
        failures,
      }
    } finally {
      for (const reader of [...readers, frames.chair]) reader.close()
      watch.stop()
      await server.close()
    }
  },
}
