/**
 * The server's time on this screen, measured over the connection. An answer was given between question and arrival, so each measurement
 * bounds how far the server is ahead. The range that all bounds leave is the uncertainty, wherever the time was lost on the way.
 */
import type { ByChannel, Channel } from '@rostrum/shared/contract/channels'
import { type Role, roleRules } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'

/**
 * Milliseconds. `offset` is added to the screen's own time. `uncertainty` is the largest possible error in either direction.
 * `wallAhead`: how far the device's clock was ahead of the screen's own time.
 */
export type ClockOffset = { readonly offset: number; readonly uncertainty: number; readonly wallAhead: number }

/** Returns milliseconds since 1970 that do not jump when somebody changes the device's clock. They stop while the device sleeps. */
export const getLocalTime = (): number => performance.timeOrigin + performance.now()
/** Returns a value that jumps if the device has slept or its clock was set. */
export const measureWallAhead = (): number => Date.now() - getLocalTime()

/** Milliseconds. Two screens in the room differ by less than 100, and others by less than 200, if each is exact to half of that. */
const maxUncertainty: ByChannel<number> = { room: 50, remote: 100 }

/** Milliseconds that two clocks of a device may drift apart between two probes. */
const maxWallDrift = 50

const isSameWall = (one: number, other: number): boolean => Math.abs(one - other) < maxWallDrift

/** Whether a countdown on a screen of this channel is as exact as is promised. If not, the screen shows "≈". */
export const isExact = (measured: ClockOffset | null, channel: Channel, wallAhead = measureWallAhead()): boolean =>
  measured !== null && measured.uncertainty < maxUncertainty[channel] && isSameWall(measured.wallAhead, wallAhead)

/** Returns the milliseconds between probes. Participants are many, so their screens probe less often than other screens. */
export const getProbeInterval = (role: Role | undefined): number =>
  role !== undefined && roleRules[role].countsAsParticipant ? 10_000 : 2000
/** Probes are frequent right after connecting. After that the interval depends on the role. */
export const initialProbeDelaysMs: readonly number[] = [0, 150, 300, 500, 800, 1200, 2000, 3000]

const maxSamples = 8
/** How fast two clocks may drift apart, and for how many milliseconds a measurement must be valid. */
const [maxDrift, usedFor] = [2e-4, 10_000]

/** Bounds of the offset. `at` is in the screen's own time. */
type Bounds = { readonly earliest: number; readonly latest: number; readonly at: number; readonly wallAhead: number }

export class ClockProbes {
  #samples: readonly Bounds[] = []

  /** Adds one probe. The screen's own clock gives the times of sending and receiving, and the server's clock gives the answer. */
  add(sentAt: number, serverTime: number, receivedAt: number, wallAhead = measureWallAhead()): ClockOffset {
    const newest: Bounds = { earliest: serverTime - receivedAt, latest: serverTime - sentAt, at: receivedAt, wallAhead }
    const older = this.#samples.filter((sample) => isSameWall(sample.wallAhead, wallAhead))
    this.#samples = [...older, newest].slice(-maxSamples)
    let [earliest, latest] = intersect(this.#samples, receivedAt)
    if (earliest > latest) {
      // One of the two clocks was set.
      this.#samples = [newest]
      ;[earliest, latest] = intersect(this.#samples, receivedAt)
    }
    return { offset: (earliest + latest) / 2, uncertainty: (latest - earliest) / 2, wallAhead }
  }

  /** Another connection may lead to another server. */
  reset(): void {
    this.#samples = []
  }
}

/** Returns the range that all measurements leave. Each is widened by how far clocks may have drifted since. */
function intersect(samples: readonly Bounds[], now: number): [earliest: number, latest: number] {
  const drift = ({ at }: Bounds): number => (now - at + usedFor) * maxDrift
  return [
    Math.max(...samples.map((sample) => sample.earliest - drift(sample))),
    Math.min(...samples.map((sample) => sample.latest + drift(sample))),
  ]
}

export const getServerTime = (clockOffset: ClockOffset | null): Instant => (getLocalTime() + (clockOffset?.offset ?? 0)) as Instant
