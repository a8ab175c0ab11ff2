/**
 * The buttons of a control surface. Such a button knows nothing of the session: it sends the same request each time. So the server makes
 * the command from the current state. If somebody has just acted, on a screen or with a button, another press does not undo their work.
 */
import type { ButtonName } from '@rostrum/shared/contract/buttons'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import { isPutOff } from '@rostrum/shared/contract/put-off'
import type { Command, CommandData, CommandType, State } from '@rostrum/shared/contract/registry'
import type { Rejection } from '@rostrum/shared/contract/rejections'
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import { getPersonGrant } from '@rostrum/shared/domain/permissions'
import { seconds } from '@rostrum/shared/kernel/time'
import { listPointsInOrder } from '@rostrum/shared/projection/queue/parts'

/** The time that a press of `add-time` adds, and the length of a last call. */
const [addedTime, lastCall] = [seconds(30), seconds(120)]

/** A button: the command that it sends. `make`: makes the data of the command from the state, or tells why there is none. */
type Button<C extends CommandType> = { readonly type: C; readonly make: (state: State) => CommandData<C> | Rejection }
const define = <C extends CommandType>(type: C, make: Button<C>['make']): Button<C> => ({ type, make })

type Turn = NonNullable<State['floor']['current']>
const onTurn = <C extends CommandType>(type: C, make: (turn: Turn['id']) => CommandData<C>): Button<C> =>
  define(type, ({ floor }) => {
    const turn = findOpenTurn(floor)
    return turn === null ? 'not-running' : make(turn.id)
  })

/**
 * Ends the current turn and calls the next speaker. A button never passes over somebody who was called and has not started, nor over a
 * point of order.
 */
const callNext = define('floor.call', ({ floor, queue }) => {
  const { current } = floor
  const { next } = queue
  if (current !== null && current.startedAt === null) return 'not-started'
  if (findPoint(queue, floor) !== undefined) return 'point-of-order-first'
  if (next === null) return 'no-such-entry'
  return { entry: next, expectedCurrent: current?.id ?? null, expectedNext: next as EntryId }
})

/** Returns the point of order that the Chair takes first. Those that are held or put off wait for the Chair. */
const findPoint = (queue: State['queue'], floor: State['floor']): EntryId | undefined =>
  listPointsInOrder(queue, floor).find((point) => queue.entries.get(point)?.held !== true && !isPutOff(floor.intention, floor, point))

const recognize = define('floor.recognize', ({ floor, queue }) => {
  const entry = findPoint(queue, floor)
  return entry === undefined ? 'no-such-entry' : { entry, expectedCurrent: floor.current?.id ?? null }
})

const undo = define('steps.undo', ({ steps }) => {
  const step = steps.taken.at(-1)?.id
  return step === undefined ? 'wrong-status' : { step }
})

const goOn = define('agenda.go', ({ agenda: { current, segments }, floor }) => {
  const to = segments[segments.findIndex(({ id }) => id === current) + 1]?.id
  if (to === undefined) return 'no-such-segment'
  const turn = findOpenTurn(floor)
  const endsTurn = turn === null ? {} : { endsTurn: turn.id }
  return { to, expectedCurrent: current, ...endsTurn }
})

const buttons = {
  'call-next': callNext,
  'start-clock': onTurn('floor.start', (turn) => ({ turn })),
  absent: onTurn('floor.mark-absent', (turn) => ({ turn })),
  pause: onTurn('floor.pause', (turn) => ({ turn })),
  resume: onTurn('floor.resume', (turn) => ({ turn })),
  'add-time': onTurn('floor.extend', (turn) => ({ turn, by: addedTime })),
  conclude: onTurn('cues.give', (turn) => ({ turn, cue: 'conclude' })),
  'point-of-order': recognize,
  end: onTurn('floor.end', (turn) => ({ turn })),
  'open-list': define('queue.open', () => ({})),
  'last-call': define('queue.last-call', () => ({ for: lastCall })),
  'close-list': define('queue.close', () => ({})),
  'next-item': goOn,
  blank: define('cues.blank', () => ({})),
  show: define('cues.unblank', () => ({})),
  undo,
} as const satisfies Readonly<Record<ButtonName, { readonly type: CommandType }>>

/** Whether this person may send what the button sends, whatever the state. */
export const mayPress = (person: Person, name: ButtonName): boolean => getPersonGrant(person, buttons[name].type) === 'yes'

/**
 * How long, in milliseconds, a second press counts for nothing. The same holds for a press after somebody else's act: it was meant for the
 * earlier state.
 */
const restMs = 2_000
/** The buttons that change who has the floor, or undo a step. Another press would hit the next speaker, or the step before. */
const movesOn: ReadonlySet<ButtonName> = new Set(['call-next', 'absent', 'point-of-order', 'end', 'next-item', 'undo'])

const findLastMove = ({ current, past }: State['floor']): number =>
  Math.max(current?.calledAt ?? 0, current?.startedAt ?? 0, past.at(-1)?.endedAt ?? 0)

/** `at`: the time of the session. */
export const pressButton = (name: ButtonName, state: State, at: number): Command | Rejection => {
  const { floor, steps } = state
  const lastMove = name === 'undo' ? (steps.undone?.at ?? 0) : findLastMove(floor)
  if (movesOn.has(name) && at - lastMove < restMs) return 'conflict'
  const { type, make } = buttons[name]
  const data = make(state)
  return typeof data === 'string' ? data : ({ type, data } as Command)
}
