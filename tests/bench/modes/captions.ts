import { sendAndWait } from '../client/crowd.ts'
import { openTracks, sendCaptions } from '../measure/caption-lines.ts'
import { measureFanOut } from '../measure/fan-out.ts'
import { prepareFolder } from '../servers/prepare.ts'
import { openStage } from '../servers/stage.ts'
import { requireNoFaults } from './in-turns.ts'
import { defineMode, type Round } from './mode.ts'

type Name = 'line' | 'lineMedian' | 'posted' | 'lineBytes' | 'p99' | 'p50' | 'cpu' | 'busy'

/** The shares of the readers, by language. */
const shares = { en: 0.5, fr: 0.25, ar: 0.25 }
/** For each language: three times as many as in normal speech. They fall at all points in time between two commands. */
const linesPerSecond = 0.9

export const captions = defineMode<Name>({
  title: 'captions in three languages to every screen, while the chair works on',
  against: 'the same without captions',
  defaults: { clients: 10_000, rounds: 3, seconds: 20, rate: 2 },
  figures: {
    line: { says: 'until a reader is shown a line, p99', unit: 'ms', bound: { most: 300 } },
    lineMedian: { says: 'until a reader is shown a line, median', unit: 'ms', bound: null },
    posted: { says: 'the address answers, p99', unit: 'ms', bound: null },
    lineBytes: { says: 'to a reader, for a line', unit: 'B', bound: { most: 400 } },
    p99: { says: 'until a screen shows a command, p99', unit: 'ms', bound: { times: 1.1 } },
    p50: { says: 'until a screen shows a command, median', unit: 'ms', bound: null },
    cpu: { says: 'processor per 1,000 deliveries of commands', unit: 'ms', bound: null },
    busy: { says: 'the load generator was busy', unit: '%', bound: { most: 90 } },
  },
  run: async ({ clients, rounds, seconds, rate }) => {
    const prepared = await prepareFolder({ screens: clients, waiting: 1 })
    const measure = async (isCaptioned: boolean): Promise<Round<Name>> => {
      const stage = await openStage('product', prepared)
      const entry = prepared.waiting[0]
      const turn = await sendAndWait(stage.chair, 'floor.call', { entry, expectedCurrent: null, expectedNext: entry })
      await sendAndWait(stage.chair, 'floor.start', { turn })
      const tracks = isCaptioned ? await openTracks(stage, prepared.chair, shares) : []
      await stage.crowd.becomeQuiet()
      const sending = isCaptioned ? sendCaptions(tracks, linesPerSecond) : null
      const handler = sending === null ? {} : { onCaptioned: sending.onCaptioned }
      const { p99, p50, cpu, busy } = await measureFanOut(stage, { commands: Math.round(seconds * rate), rate, handler })
      const lines = (await sending?.stop()) ?? { p99: Number.NaN, p50: Number.NaN, answers: Number.NaN, bytes: Number.NaN }
      requireNoFaults(stage)
      await stage.close()
      return { line: lines.p99, lineMedian: lines.p50, posted: lines.answers, lineBytes: lines.bytes, p99, p50, cpu, busy: busy * 100 }
    }
    const [product, compared]: [Round<Name>[], Round<Name>[]] = [[], []]
    try {
      for (let round = 0; round < rounds; round += 1) {
        product.push(await measure(true))
        compared.push(await measure(false))
      }
    } finally {
      await prepared.delete()
    }
    return { product, compared }
  },
})
