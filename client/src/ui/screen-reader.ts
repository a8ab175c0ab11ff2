/** What is spoken to readers of the screen: queued, merged by topic, and never in a burst. */

export type Urgency = 'polite' | 'assertive'

/** important: only what interrupts. */
export const wishes = ['all', 'important', 'none'] as const
export type Wish = (typeof wishes)[number]

/** Changes that come together are gathered for a moment, and polite words are at least this far apart. */
const gather = 300
const apart = 5000

export type Spoken = { readonly polite: string; readonly assertive: string }

export class Announcements {
  #waiting = new Map<string, string>()
  #spoken: Spoken = { polite: '', assertive: '' }
  #last = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | null = null
  #listeners = new Set<() => void>()
  #wish: Wish = 'all'
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Words on one topic replace earlier ones that have not been spoken yet. */
  say(words: string, topic: string = words): void {
    if (this.#wish !== 'all') return
    this.#waiting.delete(topic)
    this.#waiting.set(topic, words)
    this.#timer ??= setTimeout(() => this.#speak(), Math.max(gather, this.#last + apart - this.#now()))
  }

  /** Spoken at once: you have the floor, it was ended, the connection is lost, a point of order. */
  interrupt(words: string): void {
    if (this.#wish === 'none') return
    this.#write('assertive', words)
  }

  wish(wish: Wish): void {
    this.#wish = wish
    if (wish !== 'all') this.#forget()
    this.#tell()
  }

  wished = (): Wish => this.#wish

  follow = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  spoken = (): Spoken => this.#spoken

  #speak(): void {
    this.#timer = null
    this.#last = this.#now()
    const words = [...this.#waiting.values()].join(' ')
    this.#waiting.clear()
    if (words !== '') this.#write('polite', words)
  }

  #forget(): void {
    this.#waiting.clear()
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  // The same words twice would not be a change, and so not be spoken; an invisible space makes them one.
  #write(urgency: Urgency, words: string): void {
    const text = this.#spoken[urgency] === words ? `${words}\u00a0` : words
    this.#spoken = { ...this.#spoken, [urgency]: text }
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** The page's announcer. */
export const announcements = new Announcements()
