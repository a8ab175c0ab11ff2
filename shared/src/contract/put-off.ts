import type { Intention } from './floor.ts'
import type { EntryId, TurnId } from './ids.ts'

type Turn = { readonly id: TurnId; readonly startedAt: unknown }
type Floor = { readonly current: Turn | null; readonly interrupted: Turn | null }

/**
 * True if the point of order waits until a turn is over that has the floor or is interrupted. Without the validator, so that screens can
 * import it.
 */
export const isPutOff = (intention: Intention | null | undefined, { current, interrupted }: Floor, point: EntryId): boolean =>
  (intention?.points.includes(point) ?? false) && [current, interrupted].some((turn) => turn?.id === intention?.turn)

type PointsView = {
  readonly floor: Floor
  readonly intention?: Intention | null | undefined
  readonly entries: Readonly<Record<EntryId, { readonly staff?: { readonly held: boolean } } | undefined>>
}

/** True if the point is quiet while somebody speaks, because it is put off or on hold. */
export const isQuietPoint = ({ floor, intention, entries }: PointsView, point: EntryId): boolean =>
  [floor.current, floor.interrupted].some((turn) => turn !== null && turn.startedAt !== null) &&
  (entries[point]?.staff?.held === true || isPutOff(intention, floor, point))
