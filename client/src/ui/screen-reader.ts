/** The texts that screen readers speak: queued, merged by topic, and never many at once. */
import { Listeners } from '@rostrum/shared/kernel/listeners'
import { joinTexts } from '@rostrum/shared/kernel/text'

export type Urgency = 'polite' | 'assertive'

/** `important`: only texts that interrupt. */
export const speechLevels = ['all', 'important', 'none'] as const
export type SpeechLevel = (typeof speechLevels)[number]

/** Changes within this time, in milliseconds, are spoken together. */
const gatherMs = 300
/** The least time between two polite texts, in milliseconds. */
const minGapMs = 5000
/** How long a spoken text can be found by somebody who reads the page line by line, in milliseconds. Then it may be untrue. */
const keptForMs = 10_000

export type LiveRegionText = { readonly polite: string; readonly assertive: string }

export class ScreenReader {
  #queued = new Map<string, string>()
  #liveText: LiveRegionText = { polite: '', assertive: '' }
  readonly #emptying: Record<Urgency, ReturnType<typeof setTimeout> | undefined> = { polite: undefined, assertive: undefined }
  #lastSpokenAt = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | null = null
  readonly #listeners = new Listeners()
  #level: SpeechLevel = 'all'
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Speaks a text politely. It replaces an earlier text of the same topic that has not been spoken yet. */
  say(text: string, topic: string = text): void {
    if (this.#level !== 'all') return
    this.#queued.delete(topic)
    this.#queued.set(topic, text)
    this.#timer ??= setTimeout(() => this.#speak(), Math.max(gatherMs, this.#lastSpokenAt + minGapMs - this.#now()))
  }

  /** True if a text of this topic has not been spoken yet. */
  waits(topic: string): boolean {
    return this.#queued.has(topic)
  }

  /** Drops texts of these topics that have not been spoken yet, because they are no longer true. */
  forget(...topics: readonly string[]): void {
    for (const topic of topics) this.#queued.delete(topic)
  }

  /** Speaks at once. Used if the person gets or loses the floor, the connection is lost, or a point of order is raised. */
  interrupt(text: string): void {
    if (this.#level === 'none') return
    this.#write('assertive', text)
  }

  /** Removes all texts, for example because the language has changed. */
  empty(): void {
    this.#clear()
    this.#put('polite', '')
    this.#put('assertive', '')
  }

  setLevel(level: SpeechLevel): void {
    this.#level = level
    if (level !== 'all') this.#clear()
    this.#listeners.notify()
  }

  getLevel = (): SpeechLevel => this.#level

  readonly subscribe = this.#listeners.subscribe

  getText = (): LiveRegionText => this.#liveText

  #speak(): void {
    this.#timer = null
    this.#lastSpokenAt = this.#now()
    const text = joinTexts([...this.#queued.values()].map((one, index, all) => (index < all.length - 1 ? endSentence(one) : one)))
    this.#queued.clear()
    if (text !== '') this.#write('polite', text)
  }

  #clear(): void {
    this.#queued.clear()
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  // The same text twice would not be a change, and so would not be spoken. An invisible space makes it a change.
  #write(urgency: Urgency, text: string): void {
    this.#put(urgency, this.#liveText[urgency] === text ? `${text}\u00a0` : text)
    this.#emptying[urgency] = setTimeout(() => this.#put(urgency, ''), keptForMs)
  }

  #put(urgency: Urgency, text: string): void {
    clearTimeout(this.#emptying[urgency])
    this.#liveText = { ...this.#liveText, [urgency]: text }
    this.#listeners.notify()
  }
}

/** Ends a text that another one follows, so that a voice does not read both as one sentence. */
const endSentence = (text: string): string =>
  /[\p{L}\p{N}]\p{Cf}*$/u.test(text) ? `${text}${/\p{sc=Han}\p{Cf}*$/u.test(text) ? '。' : '.'}` : text

/** The page's announcer. */
export const screenReader = new ScreenReader()
