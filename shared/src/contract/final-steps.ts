/**
 * Whether people have answered a step themselves, so that it can no longer be undone. An act of a participant is not the staff's to undo.
 * Without the validator, so that screens can import it.
 */

import type { Turn } from './floor.ts'
import { questionRules } from './question-statuses.ts'
import type { State } from './registry.ts'
import type { CompensatingEvent, Step, UndoableCommand } from './steps.ts'

type Since = Pick<State, 'floor' | 'queue' | 'questions'>

/** `step`: the last step, or one whose later steps are all undone. */
export const isStepFinal = (state: Since, step: Step): boolean =>
  hasLostItsTurn(state, step) ||
  listRestoredCalls(step).some((call) => isAnswered(state, step, call)) ||
  step.undo.some((event) => isDecidedSince(state, event))

/** The steps that begin a turn, which has the id of its step. */
const beginsTurn: ReadonlySet<UndoableCommand> = new Set<UndoableCommand>([
  'floor.call',
  'floor.call-last',
  'floor.give',
  'floor.recognize',
  'questions.show',
])

/** The steps that take a called speaker off the floor. */
const releasesCall: ReadonlySet<UndoableCommand> = new Set<UndoableCommand>([
  'floor.call',
  'floor.call-last',
  'floor.give',
  'floor.mark-absent',
  'questions.show',
  'agenda.go',
  'session.close',
])

/** True if the called speaker has declined, or the author of the shown question has withdrawn it. */
const hasLostItsTurn = ({ floor: { current, interrupted, past } }: Since, { id, commandType }: Step): boolean =>
  beginsTurn.has(commandType) && ![current, interrupted, ...past].some((turn) => turn !== null && isTurnOf(turn.id, id))

const isTurnOf = (turn: string, step: string): boolean => turn === step

/** Lists the calls that the undo would put back on the floor. */
const listRestoredCalls = ({ undo }: Step): readonly Turn[] =>
  undo.flatMap((event) => (event.type === 'floor.restored' ? [event.data.current, event.data.interrupted] : [])).filter(isCall)

const isCall = (turn: Turn | null): turn is Turn => turn !== null && turn.startedAt === null && turn.entry !== null

/**
 * True if the called speaker has declined since the step or withdrawn the request. `came`: the requests that the step itself put into the
 * list.
 */
const isAnswered = ({ floor: { current, interrupted }, queue }: Since, { commandType, undo }: Step, { id, entry }: Turn): boolean => {
  if (entry === null || current?.id === id || interrupted?.id === id) return false
  const came = undo.some((event) => event.type === 'queue.restored' && event.data.came.includes(entry.id))
  return !releasesCall.has(commandType) || queue.entries.has(entry.id) !== came
}

/** True if the author or a moderator has changed the status of a question since the step. An undo keeps such a change. */
const isDecidedSince = ({ questions }: Since, event: CompensatingEvent): boolean =>
  event.type === 'questions.restored' &&
  event.data.questions.some(({ id }) => !questionRules[questions.all.get(id)?.status ?? 'withdrawn'].byStep)
