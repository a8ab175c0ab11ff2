/**
 * After a point of order the floor is the Chair's, until the interrupted turn continues or ends. Without the validator, so that screens can
 * import it.
 */

type Floor<Turn> = { readonly current: Turn | null; readonly interrupted: Turn | null }

/** Returns the turn that waits for the Chair's ruling. Null if nobody was interrupted, and while the point of order has the floor. */
export const findWaitingTurn = <Turn>({ current, interrupted }: Floor<Turn>): Turn | null => (current === null ? interrupted : null)

/** Returns the turn on which the Chair acts: the one that has the floor, or the one that waits for the ruling. */
export const findOpenTurn = <Turn>(floor: Floor<Turn>): Turn | null => floor.current ?? floor.interrupted
