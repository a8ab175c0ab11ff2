/** When a place on a guarded page rests: for a moment after its own act, and after what it says has changed. */

/** Longer than a double press by mouse, touch or key, and shorter than it takes to read a new label and decide. */
export const restMs = 700

/** The meaning of a place, and since when it rests. `moves`: the latest changes of a place that does not rest after all of them. */
export type Saying = { readonly means: string; readonly since: number; readonly moves?: readonly number[] }

/** A list rests after this many changes within this time. Somebody who changes it again and again does not keep it inert. */
const restless = { moves: 2, withinMs: 4_000 }

export const sayAtFirst = (means: string): Saying => ({ means, since: Number.NEGATIVE_INFINITY })
export const sayNow = (saying: Saying, means: string, now: number): Saying => (saying.means === means ? saying : { means, since: now })
/** For places in which a press is only a first step, because the next one names whom it is for. */
export const moveNow = (saying: Saying, means: string, now: number): Saying => {
  if (saying.means === means) return saying
  const recent = (saying.moves ?? []).filter((at) => now - at < restless.withinMs)
  return { means, since: recent.length < restless.moves ? now : saying.since, moves: [...recent, now] }
}
export const isResting = ({ since }: Saying, now: number): boolean => now - since < restMs
