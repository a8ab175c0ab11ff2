import type { FloorState, PastTurn, Turn } from '../../contract/floor.ts'
import type { TurnId } from '../../contract/ids.ts'

/** Finds a turn that is current, interrupted or over. */
export const findAnyTurn = ({ current, interrupted, past }: FloorState, id: TurnId): Turn | PastTurn | undefined =>
  [current, interrupted].find((turn): turn is Turn => turn?.id === id) ?? past.findLast((turn) => turn.id === id)
