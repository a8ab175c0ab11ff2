/** Captioners send lines by HTTP, each in one language, and the screens that read the language are shown them. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Crowd, sendAndWait, waitFor } from '../client/crowd.ts'
import type { Screen } from '../client/screen.ts'
import { readPort, type Stage } from '../servers/stage.ts'
import { Samples } from './statistics.ts'

/** Makes the text of a line, which begins with its number. Twelve words take about four seconds to say. */
const makeText = (number: number): string => `${number} the review must be candid about what has not yet been reached`

export type CaptionFigures = {
  /** The milliseconds from the request until a reader is shown the line. */
  readonly p50: number
  readonly p99: number
  /** The milliseconds until the address answers: the 99th percentile. */
  readonly answers: number
  /** The bytes sent to one reader for one line. */
  readonly bytes: number
}

type Track = { readonly language: string; readonly address: string; readonly readers: readonly Screen[] }

/** Adds the languages, and makes the screens read them. `shares`: the share of the screens that read each language. */
export async function openTracks(stage: Stage, chairTicket: string, shares: Readonly<Record<string, number>>): Promise<readonly Track[]> {
  const { chair, crowd } = stage
  for (const language of Object.keys(shares)) await sendAndWait(chair, 'captions.add', { language })
  const url = `http://127.0.0.1:${readPort(stage.server())}`
  const answer = await fetch(`${url}/api/staff/captions`, { headers: { authorization: `Bearer ${chairTicket}` } })
  const { tracks } = (await answer.json()) as { readonly tracks: readonly { readonly language: string; readonly address: string }[] }
  let from = 0
  const opened = Object.entries(shares).map(([language, share]) => {
    const until = from + Math.round(share * crowd.screens.length)
    const { pathname, search } = new URL(tracks.find((track) => track.language === language)?.address ?? '')
    const track = { language, address: `${url}${pathname}${search}`, readers: crowd.screens.slice(from, until) }
    from = until
    return track
  })
  let following = 0
  for (const { language, readers } of opened) for (const reader of readers) reader.follow(language, () => (following += 1))
  await waitFor('all screens read', () => following === opened.reduce((sum, { readers }) => sum + readers.length, 0))
  return opened
}

/** Sends lines in each language until it is stopped. `onCaptioned` is for the handler of the crowd. */
export function sendCaptions(tracks: readonly Track[], linesPerSecond: number) {
  const [shown, answers] = [new Samples(), new Samples()]
  const sentAt: number[] = []
  const readersOf = new Map(tracks.map(({ language, readers }) => [language, readers.length]))
  let [isOver, due, bytes] = [false, 0, 0]
  const onCaptioned: NonNullable<Crowd['handler']['onCaptioned']> = (_, update) => {
    for (const { text } of update.lines) {
      shown.add(performance.now() - (sentAt[Number.parseInt(text, 10)] ?? Number.NaN))
      bytes += update.bytes
    }
  }
  const post = async ({ address, language }: Track, number: number) => {
    const at = performance.now()
    sentAt[number] = at
    const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: makeText(number) })
    if (!answer.ok) throw new Error(`a line was refused: ${await answer.text()}`)
    answers.add(performance.now() - at)
    due += readersOf.get(language) ?? 0
  }
  const running = (async () => {
    const began = performance.now()
    for (let number = 0; !isOver; number += 1) {
      await pause(Math.max(0, began + (number * 1000) / linesPerSecond / tracks.length - performance.now()))
      const track = tracks[number % tracks.length]
      if (track) await post(track, number)
    }
  })()
  return {
    onCaptioned,
    stop: async (): Promise<CaptionFigures> => {
      isOver = true
      await running
      await waitFor('all lines at all readers', () => shown.count === due)
      return {
        p50: shown.computeQuantile(0.5),
        p99: shown.computeQuantile(0.99),
        answers: answers.computeQuantile(0.99),
        bytes: bytes / shown.count,
      }
    },
  }
}
