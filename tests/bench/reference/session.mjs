// The session of the references: as much as the bench's screens need, and nothing else. It has no roles, no log and no views.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/**
 * The least milliseconds between two broadcasts of counts. They are also at least `share` times as far apart as the last one took to send.
 */
const [tick, share] = [150, 2.5]

export const { values: options } = parseArgs({
  options: { port: { type: 'string', default: '0' }, view: { type: 'string', default: '4000' }, file: { type: 'string' } },
})

export class ReferenceSession {
  #state = { revision: 0, limit: 180_000, supports: {} }
  #filler = 'x'.repeat(Number(options.view))
  #first = null
  #counted = new Set()
  #isTicking = false
  #lastTick = 0
  #lastCost = 0
  #send

  /** `send` gets the text of a frame for all screens. It returns when the frame has been sent, or returns a promise of that. */
  constructor(send) {
    this.#send = send
    if (options.file && existsSync(options.file)) this.#state = JSON.parse(readFileSync(options.file, 'utf8'))
  }

  /** Returns the texts of the first frames for a screen that holds this cursor. */
  welcome(held) {
    this.#first ??= makeFrame({
      s: 'a',
      c: this.#cursor,
      v: { floor: this.#makeFloor(), support: this.#state.supports, filler: this.#filler },
    })
    const view = held === this.#cursor ? makeFrame({ s: 'a', b: held, c: held, d: [] }) : this.#first
    return [view, makeFrame({ s: 'p', c: 'own', v: {} })]
  }

  take({ type, data }) {
    if (type === 'questions.support') {
      this.#state.supports[data.question] = (this.#state.supports[data.question] ?? 0) + 1
      this.#counted.add(data.question)
      const wait = Math.max(tick, share * this.#lastCost) - (performance.now() - this.#lastTick)
      if (!this.#isTicking) setTimeout(() => void this.#sendCounts(), wait)
      this.#isTicking = true
    }
    if (type === 'floor.set-limit') {
      this.#state.limit = data.limit
      void this.#broadcast([['=', 'floor', this.#makeFloor()]])
    }
    if (type === 'questions.decide-all')
      void this.#broadcast(data.questions.map((id, index) => ['+', 'questions', id, makeQuestion(id, index)]))
  }

  async #sendCounts() {
    this.#isTicking = false
    this.#lastTick = performance.now()
    const sent = this.#broadcast([...this.#counted].map((question) => ['+', 'support', question, this.#state.supports[question]]))
    this.#counted.clear()
    await sent
    this.#lastCost = performance.now() - this.#lastTick
  }

  #broadcast(deltas) {
    const base = this.#cursor
    this.#state.revision += 1
    this.#first = null
    const sent = this.#send(makeFrame({ s: 'a', b: base, c: this.#cursor, d: deltas }))
    if (options.file) writeFileSync(options.file, JSON.stringify(this.#state))
    return sent
  }

  get #cursor() {
    return `revision-${String(this.#state.revision).padStart(2, '0')}`
  }

  /** Makes a part of about the same size as the product's floor. */
  #makeFloor() {
    const limits = { everyone: this.#state.limit, groups: {}, channels: {}, pointOfOrder: 60_000, rightOfReply: 120_000, answer: 120_000 }
    const pace = { turns: 0, median: null, gap: 15_000 }
    return { limits, warnings: [30_000, 10_000], grace: 0, reserve: 300_000, pace, current: null, interrupted: null }
  }
}

/** Makes a question of about the same size as the product's. */
function makeQuestion(id, index) {
  const text = `Question ${index}: what will change for members of region ${index % 9}, and who decides when it does?`
  const author = { entity: `Delegation ${index}`, number: index, group: 'government', channel: 'room' }
  return { id, text, author, askedAt: 1_800_000_000_000, status: 'approved', segment: null, tags: [], answer: null, language: 'en' }
}

/** Makes the text of a Socket.IO event, as it is on the wire. */
const makeFrame = (frame) => `42${JSON.stringify(['frame', { ...frame, t: Date.now() }])}`

/** Encodes a text frame of a server (RFC 6455 §5.2). */
export function encode(text) {
  const body = Buffer.from(text)
  const header = body.length < 126 ? [0x81, body.length] : body.length < 65_536 ? [0x81, 126, body.length >> 8, body.length & 255] : null
  if (header !== null) return Buffer.concat([Buffer.from(header), body])
  const long = Buffer.alloc(10)
  long.writeUInt16BE(0x817f)
  long.writeBigUInt64BE(BigInt(body.length), 2)
  return Buffer.concat([long, body])
}
