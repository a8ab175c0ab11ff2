/** One timer for all clocks of the page that update equally often. It ticks at the same instants of the server's time on every screen. */
import type { Instant } from '@rostrum/shared/kernel/time'
import { getServerTime } from './server-clock.ts'
import { useSessionStore } from './store.ts'

type Listener = () => void

export class Ticker {
  readonly #intervalMs: number
  readonly #listeners = new Set<Listener>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopFollowing: Listener = () => undefined

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs
  }

  /** Returns the server's time of the last tick. */
  readonly getTime = (): Instant => {
    const time = getServerTime(useSessionStore.getState().clockOffset)
    return (time - (time % this.#intervalMs)) as Instant
  }

  /** Calls the listener on each tick. Returns a function that stops it. */
  readonly subscribe = (listener: Listener): Listener => {
    if (this.#listeners.size === 0) this.#start()
    // The same listener may subscribe twice.
    const own = () => listener()
    this.#listeners.add(own)
    return () => {
      this.#listeners.delete(own)
      if (this.#listeners.size === 0) this.#stop()
    }
  }

  /** Calls the listener on each tick, and on each change of the session store. */
  readonly subscribeWithSession = (listener: Listener): Listener => {
    const stops = [this.subscribe(listener), useSessionStore.subscribe(listener)]
    return () => {
      for (const stop of stops) stop()
    }
  }

  #start(): void {
    this.#await()
    this.#stopFollowing = useSessionStore.subscribe((now, before) => {
      if (now.clockOffset !== before.clockOffset) this.#tick()
    })
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#stopFollowing()
  }

  #tick(): void {
    this.#await()
    for (const listener of this.#listeners) listener()
  }

  #await(): void {
    clearTimeout(this.#timer)
    const time = getServerTime(useSessionStore.getState().clockOffset)
    this.#timer = setTimeout(() => this.#tick(), this.#intervalMs - (time % this.#intervalMs))
  }
}

const tickers = new Map<number, Ticker>()

export const getTicker = (intervalMs: number): Ticker => {
  const ticker = tickers.get(intervalMs) ?? new Ticker(intervalMs)
  tickers.set(intervalMs, ticker)
  return ticker
}
