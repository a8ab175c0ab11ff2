/** When a place on a guarded page rests: for a moment after its own act, and after what it says has changed. */

/** Longer than a double press by mouse, touch or key, and shorter than it takes to read a new label and decide. */
export const restMs = 700

/** The meaning of a place, and since when it rests. */
export type Saying = { readonly means: string; readonly since: number }

export const sayAtFirst = (means: string): Saying => ({ means, since: Number.NEGATIVE_INFINITY })
export const sayNow = (saying: Saying, means: string, now: number): Saying => (saying.means === means ? saying : { means, since: now })
export const isResting = ({ since }: Saying, now: number): boolean => now - since < restMs
