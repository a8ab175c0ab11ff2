/** Watches something that should be heard regularly. Reports when it has been silent for too long, and when it is heard again. */

/** In milliseconds: the longest silence, and the interval of the checks. Together they are less than two seconds. */
const [maxSilence, interval] = [1_600, 200]

export class Hearing {
  readonly #onChange: (silence: Error | null) => void
  readonly #timer: NodeJS.Timeout
  #heardAt = performance.now()
  #silence: Error | null = null

  constructor(onChange: (silence: Error | null) => void) {
    this.#onChange = onChange
    // Anything that arrived while this process could not run is read before it counts as silence.
    this.#timer = setInterval(() => setImmediate(() => this.#check()), interval).unref()
  }

  heard(): void {
    this.#heardAt = performance.now()
    if (this.#silence !== null) this.#change(null)
  }

  /** Reports at once that what is heard cannot be trusted. That counts as silence. */
  doubt(reason: Error): void {
    this.#heardAt = Number.NEGATIVE_INFINITY
    if (this.#silence === null) this.#change(reason)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #check(): void {
    const silentFor = performance.now() - this.#heardAt
    if (silentFor > maxSilence && this.#silence === null)
      this.#change(new Error(`nothing was heard of the log for ${(maxSilence / 1_000).toFixed(1)} s`))
  }

  #change(silence: Error | null): void {
    this.#silence = silence
    this.#onChange(silence)
  }
}
