import type { Intention } from './floor.ts'
import type { EntryId, TurnId } from './ids.ts'

/** True if the point of order waits until the turn that has the floor is over. Without the validator, so that screens can import it. */
export const isPutOff = (intention: Intention | null | undefined, current: { readonly id: TurnId } | null, point: EntryId): boolean =>
  current !== null && intention?.turn === current.id && intention.points.includes(point)
