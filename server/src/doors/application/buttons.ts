/**
 * The buttons of a control surface. Such a button knows nothing of the session: it sends the same request each time. So the server makes
 * the command from the current state. If somebody has just acted, on a screen or with a button, another press does not undo their work.
 */
import type { ButtonName } from '@rostrum/shared/contract/buttons'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Command, State } from '@rostrum/shared/contract/registry'
import type { Rejection } from '@rostrum/shared/contract/rejections'
import { seconds } from '@rostrum/shared/kernel/time'

/** The time that a press of `add-time` adds, and the length of a last call. */
const [addedTime, lastCall] = [seconds(30), seconds(120)]

type MakeCommand = (state: State) => Command | Rejection

const needTurn =
  (make: (turn: NonNullable<State['floor']['current']>) => Command): MakeCommand =>
  ({ floor: { current } }) =>
    current === null ? 'not-running' : make(current)

/** Ends the current turn and calls the next speaker. A button never passes over somebody who was called and has not started. */
const callNext: MakeCommand = ({ floor: { current }, queue: { next } }) => {
  if (current !== null && current.startedAt === null) return 'not-started'
  if (next === null) return 'no-such-entry'
  return { type: 'floor.call', data: { entry: next, expectedCurrent: current?.id ?? null, expectedNext: next as EntryId } }
}

const goOn: MakeCommand = ({ agenda: { current, segments }, floor }) => {
  const to = segments[segments.findIndex(({ id }) => id === current) + 1]?.id
  if (to === undefined) return 'no-such-segment'
  const endsTurn = floor.current === null ? {} : { endsTurn: floor.current.id }
  return { type: 'agenda.go', data: { to, expectedCurrent: current, ...endsTurn } }
}

const buttons = {
  'call-next': callNext,
  'start-clock': needTurn(({ id }) => ({ type: 'floor.start', data: { turn: id } })),
  pause: needTurn(({ id }) => ({ type: 'floor.pause', data: { turn: id } })),
  resume: needTurn(({ id }) => ({ type: 'floor.resume', data: { turn: id } })),
  'add-time': needTurn(({ id }) => ({ type: 'floor.extend', data: { turn: id, by: addedTime } })),
  end: needTurn(({ id }) => ({ type: 'floor.end', data: { turn: id } })),
  'open-list': () => ({ type: 'queue.open', data: {} }),
  'last-call': () => ({ type: 'queue.last-call', data: { for: lastCall } }),
  'close-list': () => ({ type: 'queue.close', data: {} }),
  'next-item': goOn,
} as const satisfies Readonly<Record<ButtonName, MakeCommand>>

/**
 * How long, in milliseconds, a second press counts for nothing. The same holds for a press after somebody else's act: it was meant for the
 * earlier state.
 */
const restMs = 2_000
/** The buttons that change who has the floor. Another press would hit the next speaker. */
const movesOn: ReadonlySet<ButtonName> = new Set(['call-next', 'end', 'next-item'])

/** `at`: the time of the session. */
export const pressButton = (name: ButtonName, state: State, at: number): Command | Rejection => {
  const { current, past } = state.floor
  const lastMove = Math.max(current?.calledAt ?? 0, current?.startedAt ?? 0, past.at(-1)?.endedAt ?? 0)
  if (movesOn.has(name) && at - lastMove < restMs) return 'conflict'
  return buttons[name](state)
}
