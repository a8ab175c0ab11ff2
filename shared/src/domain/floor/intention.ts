/** Acts that are deferred until a turn is over. */

import type { Intention } from '../../contract/floor.ts'
import type { TurnId } from '../../contract/ids.ts'
import { interrupts } from '../../contract/kinds.ts'
import type { Command, Event, EventDecision, State } from '../../contract/registry.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'

type IntendedAct = Extract<Command, { readonly type: 'floor.intend' }>['data']['act']

/** Adds a point of order for the end of the turn, or replaces the move after it. */
export const intend = (state: State, turn: TurnId, act: IntendedAct): EventDecision => {
  const before = getIntention(state, turn)
  if (act.kind === 'recognize') {
    const point = state.queue.entries.get(act.entry)
    if (!point) return reject('no-such-entry')
    if (!interrupts(point.kind)) return reject('not-waiting')
    if (before.points.includes(act.entry)) return noChange
    return acceptIntention({ ...before, points: [...before.points, act.entry] })
  }
  if (act.kind === 'go') {
    const { segments, current } = state.agenda
    if (!segments.some(({ id }) => id === act.to)) return reject('no-such-segment')
    if (current === act.to || (before.move?.kind === 'go' && before.move.to === act.to)) return noChange
  }
  return before.move?.kind === 'close' && act.kind === 'close' ? noChange : acceptIntention({ ...before, move: act })
}

const getIntention = ({ floor: { intention } }: State, turn: TurnId): Intention =>
  intention?.turn === turn ? intention : { turn, points: [], move: null }

const acceptIntention = (intention: Intention): EventDecision => accept<Event>({ type: 'floor.intended', data: { intention } })
