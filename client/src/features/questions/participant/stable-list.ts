/** A list that holds still: order and members stay as they were when it was last at rest, whatever comes in meanwhile. */

export type HeldRow<Id> = {
  readonly id: Id /** No longer there; its place stays, so that nothing below it moves. */
  readonly gone: boolean
}

export type HeldList<Id> = {
  readonly shown: readonly HeldRow<Id>[]
  /** New ones that wait. */
  readonly fresh: number
  /** Whether the list would look different if it were brought up to date. */
  readonly behind: boolean
}

/** `atRest`: what was shown then, in that order. `present`: what there is now, in the order that it would have. */
export const heldList = <Id>(atRest: readonly Id[], present: readonly Id[]): HeldList<Id> => {
  const known = new Set(atRest)
  const there = new Set(present)
  const fresh = present.filter((id) => !known.has(id)).length
  const behind = atRest.length !== present.length || atRest.some((id, index) => id !== present[index])
  return { shown: atRest.map((id) => ({ id, gone: !there.has(id) })), fresh, behind }
}

/** Where nothing is left to hold still, what comes in is shown at once. */
export const restsOn = <Id>(atRest: readonly Id[], present: readonly Id[]): readonly Id[] => {
  const there = new Set(present)
  return atRest.some((id) => there.has(id)) ? atRest : present
}
