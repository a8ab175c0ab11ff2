import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../support/free-port.ts'
import { waitFor } from '../client/crowd.ts'
import { measureFanOut } from '../measure/fan-out.ts'
import { command } from '../measure/growth.ts'
import { makeQuestionText, type Prepared, prepareFolder } from '../servers/prepare.ts'
import { openStage, type Stage } from '../servers/stage.ts'
import { defineMode, type Round, type Rounds } from './mode.ts'

type Name = 'p99' | 'resident' | 'gone' | 'lost'

/**
 * The number of questions that are edited together, and how often this happens per second. Each row then has about 1.2 kB, and a frame 25
 * kB.
 */
const [edited, editRate] = [22, 4]
const letters = ['問', '題']

/** Sends large frames to every screen until the measurement is over. */
async function sendLargeFrames({ chair }: Stage, { questions }: Prepared, isOver: () => boolean): Promise<void> {
  let texts = questions.map((_, index) => makeQuestionText(index))
  for (let turn = 0; !isOver(); turn += 1) {
    const text = (letters[turn % 2] ?? '').repeat(270)
    const edits = questions.map((question, index) => {
      const data = { question, text, expectedText: texts[index] }
      return new Promise<number>((resolve) => command(chair, 'questions.edit', data, resolve))
    })
    await Promise.all([...edits, pause(1000 / editRate)])
    texts = questions.map(() => text)
  }
}

/** Returns the number of participants' open connections, according to the server. */
async function countSockets(metricsPort: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const counts = [...text.matchAll(/^rostrum_sockets\{.*role="participant".*\} (\d+)/gm)]
  return counts.reduce((sum, [, count]) => sum + Number(count), 0)
}

/** `stalled`: the number of screens that stop reading. */
async function measure(prepared: Prepared, stalled: number, commands: number, rate: number): Promise<Round<Name>> {
  const metrics = await freePort()
  const stage = await openStage('product', prepared, { variables: { ROSTRUM_METRICS: String(metrics) } })
  const { crowd } = stage
  const lost = new Set<number>()
  const [slow, readers] = [crowd.screens.slice(0, stalled), crowd.screens.slice(stalled)]
  let [isOver, peak, gone] = [false, 0, Number.NaN]
  const before = stage.server().readResident()
  const began = performance.now()
  for (const screen of slow) screen.pause()
  const watched = (async () => {
    while (!isOver) {
      peak = Math.max(peak, stage.server().readResident() - before)
      if (Number.isNaN(gone) && (await countSockets(metrics)) <= readers.length) gone = performance.now() - began
      await pause(100)
    }
  })()
  const sent = sendLargeFrames(stage, prepared, () => isOver)
  const { p99 } = await measureFanOut(stage, { commands, rate, screens: readers, handler: { onLost: ({ index }) => lost.add(index) } })
  if (stalled > 0) await waitFor('the connections of the slow screens are closed', () => !Number.isNaN(gone))
  isOver = true
  await Promise.all([watched, sent])
  await stage.close()
  return {
    p99,
    resident: stalled === 0 ? Number.NaN : peak / stalled,
    gone: stalled === 0 ? Number.NaN : gone,
    lost: readers.filter(({ index }) => lost.has(index)).length,
  }
}

export const slow = defineMode<Name>({
  title: 'half of the screens stop reading, while frames of 25 kB go to all',
  against: 'all screens read',
  defaults: { clients: 1000, rounds: 3, seconds: 20, rate: 4 },
  figures: {
    p99: { says: 'the others, until a screen shows a command, p99', unit: 'ms', bound: { times: 1.2 } },
    resident: { says: 'resident for a slow screen, at most', unit: 'kB', bound: { most: 256 } },
    // The operating system's buffers take megabytes first, and the server cannot see these.
    gone: { says: 'until the last slow connection is closed', unit: 'ms', bound: null },
    lost: { says: 'others that lost their connection', unit: 'requests', bound: { most: 0 } },
  },
  run: async ({ clients, rounds, seconds, rate }): Promise<Rounds<Name>> => {
    const prepared = await prepareFolder({ screens: clients, questions: edited })
    const [product, compared]: [Round<Name>[], Round<Name>[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      product.push(await measure(prepared, Math.floor(clients / 2), seconds * rate, rate))
      compared.push(await measure(prepared, 0, seconds * rate, rate))
    }
    await prepared.delete()
    return { product, compared }
  },
})
