/** The server's time on this screen. It is measured over the connection; the probe with the shortest round trip counts. */
import type { Role } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'

/** Milliseconds. `offset` is added to the screen's own time. `uncertainty` is the largest possible error in either direction. */
export type ClockOffset = { readonly offset: number; readonly uncertainty: number }

/** Milliseconds since 1970 that do not jump when somebody changes the device's clock. */
export const getLocalTime = (): number => performance.timeOrigin + performance.now()

/** Milliseconds. With a larger uncertainty the clock shows "≈". */
export const maxUncertainty = 150

/** Milliseconds between probes. Participants are many, so their screens probe less often than those of the officers. */
export const getProbeInterval = (role: Role | undefined): number => (role === 'participant' ? 10_000 : 2000)

const maxSamples = 8

export class ClockProbes {
  #samples: readonly ClockOffset[] = []

  /** Adds one probe: sent and received by the screen's own clock, answered by the server's. */
  add(sentAt: number, serverTime: number, receivedAt: number): ClockOffset {
    const uncertainty = (receivedAt - sentAt) / 2
    this.#samples = [...this.#samples, { offset: serverTime - (sentAt + uncertainty), uncertainty }].slice(-maxSamples)
    return this.#samples.reduce((best, sample) => (sample.uncertainty < best.uncertainty ? sample : best))
  }

  /** After sleep or a change of network the old measurements do not count. */
  reset(): void {
    this.#samples = []
  }
}

export const getServerTime = (clockOffset: ClockOffset | null): Instant => (getLocalTime() + (clockOffset?.offset ?? 0)) as Instant
