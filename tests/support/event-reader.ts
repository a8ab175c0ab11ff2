/** Follows a session by server-sent events, as a program does, and keeps their content. */
import { fromWireFrame, type WireFrame } from '@rostrum/shared/protocol/wire-frame'
import { FrameClient } from './frame-client.ts'

export class EventReader {
  readonly frames = new FrameClient(null)
  /** The data of every event. */
  readonly received: string[] = []
  /** The id of the last event that had an id. */
  lastId: string | null = null
  #ending = new AbortController()
  /** Resolves when the server, or `close`, has ended the connection. */
  ended: Promise<void> = Promise.resolve()

  /** Resolves with the status when the headers have arrived. Sends `lastId` as `Last-Event-ID`. */
  async connect(url: string, session: string, secret: string): Promise<number> {
    this.#ending = new AbortController()
    const headers = { authorization: `Bearer ${secret}`, ...(this.lastId === null ? {} : { 'last-event-id': this.lastId }) }
    const answer = await fetch(`${url}/api/sessions/${session}/events`, { headers, signal: this.#ending.signal })
    const { body } = answer
    if (answer.status !== 200 || body === null) return answer.status
    this.ended = this.#read(body).catch((error: unknown) => {
      if (!this.#ending.signal.aborted && !isCutOff(error)) throw error
    })
    return answer.status
  }

  close(): void {
    this.#ending.abort()
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    let left = ''
    for await (const piece of body) {
      const events = (left + decoder.decode(piece, { stream: true })).split('\n\n')
      left = events.pop() ?? ''
      for (const event of events) this.#apply(event)
    }
  }

  #apply(event: string): void {
    const fields = new Map(event.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const))
    this.lastId = fields.get('id') ?? this.lastId
    const data = fields.get('data')
    if (data === undefined) return
    this.received.push(data)
    this.frames.apply(JSON.stringify(fromWireFrame(JSON.parse(data) as WireFrame)))
  }
}

/** True if the server has destroyed the connection. */
const isCutOff = (error: unknown): boolean => error instanceof TypeError && error.message === 'terminated'
