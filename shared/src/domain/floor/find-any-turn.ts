import type { FloorState, PastTurn, Turn } from '../../contract/floor.ts'
import type { TurnId } from '../../contract/ids.ts'

/** A turn that lasts, is interrupted or is over. */
export const findAnyTurn = ({ current, interrupted, past }: FloorState, id: TurnId): Turn | PastTurn | undefined =>
  [current, interrupted].find((turn): turn is Turn => turn?.id === id) ?? past.findLast((turn) => turn.id === id)
