/**
 * The one way in which nodes share what is in no log and no table. A node sends the changes of its shares, and a numbered beat once a second.
 * If a node is new, or one of its messages is missing, the others ask it for whole shares. A silent node is forgotten.
 */
import { randomUUID } from 'node:crypto'
import type { NodeChannel } from '../store/store.ts'
import type { Logger } from '../telemetry/logger.ts'
import { type ClockReading, maxDifference, type NodeClock } from './node-clock.ts'
import { type Ask, isFrom, type NamedNews, type NodeMessage, readNodeMessage, writeNodeMessages } from './node-message.ts'
import { Share, type ShareKind } from './share.ts'

export type NodesPorts = {
  /** Null if no other node shares the store. */
  readonly channel: NodeChannel | null
  readonly clock: NodeClock
  readonly logger: Logger
}

/** In milliseconds: the time between two beats, before an urgent change is sent, and between two equal warnings. */
const [beatTime, soon, quiet] = [1_000, 10, 60_000]
/** The number of beats without a message after which a node is lost. */
const maxMissed = 4
/** The most that a node reads in a second. Everything beyond is refused, and asked for again. */
const [maxMessages, maxCharacters, maxNodes] = [10_000, 64_000_000, 100]
const refused = 'a message between nodes was refused'
const takenTime = 'the clock of this machine is not that of the other nodes; this node goes by their time'
const differentTime = 'the clocks of two nodes differ'
/** The longest time, in milliseconds, that a node waits for the others, and the time between two checks. */
const [patience, lookTime] = [4_000, 20]

/** `number`: the number of its last message. `missed`: the beats since then. */
type KnownNode = { readonly number: number; readonly since: number; missed: number }
type OpenShare = { readonly share: Share<unknown>; readonly onReceived: (keys: readonly string[]) => void }

export class Nodes {
  /** The name of this process. */
  readonly own = randomUUID()
  readonly #ports: NodesPorts
  readonly #open = new Map<string, OpenShare>()
  /** The nodes that are alive, and this one while it receives its own messages. */
  readonly #nodes = new Map<string, KnownNode>()
  /** The changed keys to send, by share. */
  readonly #changed = new Map<string, Set<string> | 'all'>()
  /** The asks since the last beat. */
  readonly #asked = new Set<string>()
  readonly #warnedAt = new Map<string, number>()
  #number = 0
  /** Whether a node has come that knows nothing of this one. */
  #isNewHere = false
  #hasTakenTime = false
  #read = { since: 0, messages: 0, characters: 0 }
  #beat: NodeJS.Timeout | undefined
  #sending: NodeJS.Timeout | undefined
  #stop: () => void = () => undefined

  constructor(ports: NodesPorts) {
    this.#ports = ports
    if (ports.channel === null) return
    this.#stop = ports.channel.subscribe((text) => this.#receive(text))
    this.#startBeat()
  }

  /**
   * Opens a share. `onReceived`: other nodes have changed these keys, or were lost with them. A share that was already open is replaced.
   */
  open<Value>(kind: ShareKind<Value>, scope: string, onReceived: OpenShare['onReceived'] = () => undefined): Share<Value> {
    const name = `${kind.name} ${scope}`
    const share: Share<Value> = new Share(
      kind,
      (key) => this.#noteChange(name, key),
      () => {
        if (this.#open.get(name)?.share === share) this.#open.delete(name)
        this.#owe(name)
      },
    )
    this.#open.set(name, { share, onReceived })
    this.#owe(name)
    return share
  }

  /** The names of the other nodes that are alive. */
  get others(): readonly string[] {
    return [...this.#nodes.keys()].filter((node) => node !== this.own)
  }

  /** Whether this node has listened long enough to know the others. */
  get knowsOthers(): boolean {
    const since = this.#nodes.get(this.own)?.since ?? Number.POSITIVE_INFINITY
    return this.#ports.channel === null || performance.now() - since > 1.5 * beatTime
  }

  /** Waits until this node has the time of the others, or knows that there are none. */
  async waitForTime(): Promise<void> {
    await this.waitUntil(() => this.#hasTakenTime || this.knowsOthers)
  }

  /** Waits until the condition holds, or for a few seconds. Returns whether it holds. */
  async waitUntil(isSo: () => boolean): Promise<boolean> {
    const until = performance.now() + patience
    while (this.#ports.channel !== null && !isSo() && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, lookTime))
    return isSo()
  }

  /** Leaves the nodes. The others will treat this node as lost. */
  close(): void {
    this.#stop()
    clearTimeout(this.#beat)
    clearTimeout(this.#sending)
    this.#sending = undefined
    this.#open.clear()
  }

  #startBeat(): void {
    this.#send(true)
    this.#beat = setTimeout(() => {
      for (const [node, known] of this.#nodes) {
        known.missed += 1
        if (known.missed >= maxMissed) this.#forget(node)
      }
      this.#asked.clear()
      this.#startBeat()
    }, beatTime)
  }

  #owe(name: string): void {
    if (this.#ports.channel === null) return
    this.#changed.set(name, 'all')
    this.#sendSoon()
  }

  #noteChange(name: string, key: string): void {
    const known = this.#changed.get(name)
    if (this.#ports.channel === null || known === 'all') return
    this.#changed.set(name, (known ?? new Set()).add(key))
    if (this.#open.get(name)?.share.kind.sent === 'at-once') this.#sendSoon()
  }

  #sendSoon(): void {
    this.#sending ??= setTimeout(() => this.#send(false), soon)
  }

  /** `isBeat`: sends a message even if there is nothing to report. */
  #send(isBeat: boolean): void {
    clearTimeout(this.#sending)
    this.#sending = undefined
    const [asks, news] = [this.#listAsks(), this.#listNews()]
    if (!isBeat && !this.#isNewHere && asks.length + news.length === 0) return
    this.#isNewHere = false
    const texts = writeNodeMessages({ from: this.own, clock: this.#ports.clock.read() }, asks, news, () => {
      this.#number += 1
      return this.#number
    })
    for (const text of texts)
      this.#ports.channel?.publish(text).catch((error: unknown) => this.#warn('other nodes cannot be reached', error))
  }

  #listAsks(): readonly Ask[] {
    const missing = this.others.flatMap((node) =>
      [...this.#open].flatMap(([share, one]) => (one.share.isWholeFrom(node) ? [] : [{ node, share }])),
    )
    return missing.filter(({ node, share }) => {
      const name = `${node} ${share}`
      return !this.#asked.has(name) && this.#asked.add(name)
    })
  }

  #listNews(): readonly NamedNews[] {
    const news = [...this.#changed].map(([share, keys]): NamedNews => {
      const own = this.#open.get(share)?.share.own ?? new Map<string, unknown>()
      if (keys === 'all') return { share, whole: true, put: [...own], gone: [] }
      const put = [...keys].filter((key) => own.has(key)).map((key) => [key, own.get(key)] as const)
      return { share, whole: false, put, gone: [...keys].filter((key) => !own.has(key)) }
    })
    this.#changed.clear()
    return news
  }

  #receive(text: string): void {
    try {
      if (isFrom(this.own, text)) this.#noteMessage(this.own, this.#number)
      else if (this.#isTooMuch(text)) throw new Error('there are too many')
      else this.#take(readNodeMessage(text))
    } catch (error) {
      this.#warn(refused, error)
    }
  }

  #take({ from, number, clock, asks, news }: NodeMessage): void {
    const known = this.#nodes.get(from)
    if (known === undefined && this.#nodes.size >= maxNodes) throw new Error('there are too many nodes')
    this.#noteMessage(from, number)
    this.#isNewHere ||= known === undefined
    this.#compareClocks(from, clock)
    if (number !== (known?.number ?? 0) + 1) for (const { share } of this.#open.values()) share.doubt(from)
    for (const { node, share } of asks) if (node === this.own) this.#owe(share)
    for (const one of news) {
      const open = this.#open.get(one.share)
      if (open) this.#takeNews(from, one, open)
    }
    this.#sendSoon()
  }

  #noteMessage(from: string, number: number): void {
    this.#nodes.set(from, { number, since: this.#nodes.get(from)?.since ?? performance.now(), missed: 0 })
  }

  /** At the start takes the time of older nodes. Later, only says that clocks differ: a time that is shown does not jump. */
  #compareClocks(from: string, reading: ClockReading): void {
    const { clock } = this.#ports
    const difference = Math.round(reading.at - clock.measure())
    const isTaken = !this.knowsOthers && clock.isOlder(reading, from < this.own)
    if (isTaken) clock.take(reading)
    this.#hasTakenTime ||= isTaken
    if (Math.abs(difference) > maxDifference)
      this.#warn(isTaken ? takenTime : differentTime, new Error(`the other node is ${difference} ms ahead of this one`))
  }

  #takeNews(from: string, news: NamedNews, { share, onReceived }: OpenShare): void {
    let keys: readonly string[] = []
    try {
      keys = share.receive(from, news)
    } catch (error) {
      share.doubt(from)
      this.#warn(refused, error)
    }
    if (keys.length > 0) onReceived(keys)
  }

  #forget(node: string): void {
    this.#nodes.delete(node)
    for (const { share, onReceived } of this.#open.values()) {
      const keys = share.forget(node)
      if (keys.length > 0) onReceived(keys)
    }
    this.#sendSoon()
  }

  #isTooMuch({ length }: string): boolean {
    const now = performance.now()
    if (now - this.#read.since > 1_000) this.#read = { since: now, messages: 0, characters: 0 }
    this.#read.messages += 1
    this.#read.characters += length
    return this.#read.messages > maxMessages || this.#read.characters > maxCharacters
  }

  #warn(message: string, error: unknown): void {
    const [now, before] = [performance.now(), this.#warnedAt.get(message)]
    if (before !== undefined && now - before < quiet) return
    this.#warnedAt.set(message, now)
    this.#ports.logger.warn({ reason: error instanceof Error ? error.message : String(error) }, message)
  }
}
