/** The server's time on this screen: measured over the line, the answer with the shortest way there and back counts. */
import type { Role } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'

/** `by`: to be added to the screen's own time. `give`: how far off it may be, either way; both in milliseconds. */
export type Offset = { readonly by: number; readonly give: number }

/** Time that no change of the wall clock can move. */
export const ownTime = (): number => performance.timeOrigin + performance.now()

/** Beyond this the clock is shown with "≈". */
export const vouched = 150

/** How often a screen makes sure that it still hears the server; the many ask less often than those who drive. */
export const heartbeatOf = (role: Role | undefined): number => (role === 'participant' ? 10_000 : 2000)

const kept = 8

export class Probes {
  #samples: readonly Offset[] = []

  /** One question and its answer: asked and heard by the screen's own time, answered by the server's. */
  add(asked: number, answered: Instant, heard: number): Offset {
    const give = (heard - asked) / 2
    this.#samples = [...this.#samples, { by: answered - (asked + give), give }].slice(-kept)
    return this.#samples.reduce((best, sample) => (sample.give < best.give ? sample : best))
  }

  /** After sleep or a change of network nothing measured before counts. */
  forget(): void {
    this.#samples = []
  }
}

export const nowWith = (offset: Offset | null): Instant => (ownTime() + (offset?.by ?? 0)) as Instant
