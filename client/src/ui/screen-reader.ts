/** The texts that screen readers speak: queued, merged by topic, and never many at once. */
import { joinTexts } from '@rostrum/shared/kernel/text'

export type Urgency = 'polite' | 'assertive'

/** `important`: only texts that interrupt. */
export const speechLevels = ['all', 'important', 'none'] as const
export type SpeechLevel = (typeof speechLevels)[number]

/** Changes within this time, in milliseconds, are spoken together. */
const gatherMs = 300
/** The least time between two polite texts, in milliseconds. */
const minGapMs = 5000

export type LiveRegionText = { readonly polite: string; readonly assertive: string }

export class ScreenReader {
  #queued = new Map<string, string>()
  #liveText: LiveRegionText = { polite: '', assertive: '' }
  #lastSpokenAt = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | null = null
  #listeners = new Set<() => void>()
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

  /** Drops texts of these topics that have not been spoken yet, because they are no longer true. */
  forget(...topics: readonly string[]): void {
    for (const topic of topics) this.#queued.delete(topic)
  }

  /** Speaks at once. Used if the person gets or loses the floor, the connection is lost, or a point of order is raised. */
  interrupt(text: string): void {
    if (this.#level === 'none') return
    this.#write('assertive', text)
  }

  setLevel(level: SpeechLevel): void {
    this.#level = level
    if (level !== 'all') this.#clear()
    this.#notify()
  }

  getLevel = (): SpeechLevel => this.#level

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  getText = (): LiveRegionText => this.#liveText

  #speak(): void {
    this.#timer = null
    this.#lastSpokenAt = this.#now()
    const text = joinTexts([...this.#queued.values()])
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
    const distinctText = this.#liveText[urgency] === text ? `${text}\u00a0` : text
    this.#liveText = { ...this.#liveText, [urgency]: distinctText }
    this.#notify()
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** The page's announcer. */
export const screenReader = new ScreenReader()
