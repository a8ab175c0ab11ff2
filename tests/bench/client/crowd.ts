/** All screens of a run, in one process. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Frame } from '@rostrum/shared/protocol/frame'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { MessageReader, type Shown, type ShownCaptions } from './messages.ts'
import { Screen } from './screen.ts'

export type CrowdHandler = {
  readonly onShown?: (screen: Screen, shown: Shown, frame: Frame) => void
  readonly onCaptioned?: (screen: Screen, update: ShownCaptions) => void
  readonly onReady?: (screen: Screen) => void
  /** If it is missing, a lost connection counts as a fault of the run. */
  readonly onLost?: (screen: Screen, why: string) => void
}

/** `eventsOf`: see `Screen.connect`. */
export type Target = { readonly port: number; readonly isTls?: boolean; readonly eventsOf?: string | null }

/** A source address has about 28,000 free ports, and a port that has been used stays occupied for a minute. */
const screensPerAddress = 1000
/** The milliseconds without success after which a wait is given up. */
const patience = 60_000

export class Crowd {
  readonly screens: readonly Screen[]
  readonly reader = new MessageReader()
  /** The calls that the current measurement wants to receive. */
  handler: CrowdHandler = {}
  readonly faults = new Map<string, number>()
  readonly #target: Target
  #ready = 0

  /** `keepsViews`: each screen keeps the views that it was shown, as a page does. */
  constructor(target: Target, tickets: readonly string[], { keepsViews = false, isStaff = false } = {}) {
    this.#target = target
    const listener = {
      shown: (screen: Screen, shown: Shown, frame: Frame) => this.handler.onShown?.(screen, shown, frame),
      captioned: (screen: Screen, update: ShownCaptions) => this.handler.onCaptioned?.(screen, update),
      ready: (screen: Screen) => {
        this.#ready += 1
        this.handler.onReady?.(screen)
      },
      lost: (screen: Screen, why: string) => {
        if (this.handler.onLost === undefined) this.faults.set(why, (this.faults.get(why) ?? 0) + 1)
        this.handler.onLost?.(screen, why)
      },
    }
    this.screens = tickets.map((ticket, index) => new Screen(index, ticket, { reader: this.reader, listener, keepsViews, isStaff }))
  }

  connect(screen: Screen): void {
    const from = `127.0.${1 + Math.floor(screen.index / screensPerAddress)}.1`
    const { eventsOf = null, ...address } = this.#target
    screen.connect({ host: '127.0.0.1', from, ...address }, eventsOf)
  }

  /** Resolves with the milliseconds it took, when all screens are ready. `atOnce`: the most connections that are being opened at a time. */
  async connectAll(atOnce = 200): Promise<number> {
    const began = performance.now()
    const screens = this.screens.values()
    const before = this.handler
    let left = this.screens.length
    await new Promise<void>((resolve, reject) => {
      const next = () => {
        const { value } = screens.next()
        if (value !== undefined) this.connect(value)
      }
      this.handler = {
        ...before,
        onReady: () => {
          left -= 1
          if (left === 0) resolve()
          else next()
        },
        onLost: (screen, why) => reject(new Error(`screen ${screen.index} could not connect: ${why}`)),
      }
      for (let each = 0; each < atOnce; each += 1) next()
    })
    this.handler = before
    return performance.now() - began
  }

  /** Resolves when nothing has arrived for `still` milliseconds. */
  async becomeQuiet(still = 300): Promise<void> {
    for (let [frames, since] = [-1, 0]; ; await pause(20)) {
      const now = this.countFrames()
      if (now !== frames) [frames, since] = [now, performance.now()]
      else if (performance.now() - since >= still) return
    }
  }

  countFrames(): number {
    return this.screens.reduce((sum, { traffic }) => sum + traffic.frames, 0)
  }

  countBytes(): number {
    return this.screens.reduce((sum, { traffic }) => sum + traffic.bytes, 0)
  }

  get gaps(): number {
    return this.screens.reduce((sum, { gaps }) => sum + gaps, 0)
  }

  close(): void {
    for (const screen of this.screens) screen.close()
  }
}

/** Resolves with the id of the command when the answer has arrived. A refusal is a fault of the bench. */
export const sendAndWait = (screen: Screen, type: string, data: object): Promise<string> =>
  new Promise((resolve, reject) => {
    const id = screen.send(type, data, (reply: Reply) => (reply.ok ? resolve(id) : reject(new Error(`${type}: ${reply.reason}`))))
  })

/** Checks again and again, and resolves when the condition has become true. Rejects with `what` if `limit` milliseconds pass first. */
export async function waitFor(what: string, isTrue: () => boolean, limit = patience): Promise<void> {
  for (const until = performance.now() + limit; !isTrue(); await pause(2)) {
    if (performance.now() > until) throw new Error(`waited in vain: ${what}`)
  }
}
