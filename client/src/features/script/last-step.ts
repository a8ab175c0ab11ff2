import type { PastTurnView } from '@rostrum/shared/projection/floor/past-turns'
import type { StepView } from '@rostrum/shared/projection/steps'
import type { ScriptView } from './script-types.ts'

/** How long, in milliseconds, a sentence about a past event stays. */
export const readingTime = 20_000

/** Steps with a sentence of the Chair. Other steps do not change the sentence. */
const spokenSteps = [
  'session.suspend',
  'session.resume',
  'agenda.go',
  'agenda.adjust',
  'queue.open',
  'queue.close',
  'queue.last-call',
  'queue.swap',
  'floor.call',
  'floor.call-last',
  'floor.give',
  'floor.start',
  'floor.pause',
  'floor.resume',
  'floor.extend',
  'floor.set-limit',
  'floor.end',
  'floor.mark-absent',
  'floor.recognize',
  'questions.show',
  'questions.unshow',
  'questions.mark-answered',
] as const satisfies readonly StepView['commandType'][]
type SpokenStep = (typeof spokenSteps)[number]

export const findLastStep = ({ steps }: Pick<ScriptView, 'steps'>): (StepView & { readonly commandType: SpokenStep }) | undefined =>
  steps?.findLast((step): step is StepView & { readonly commandType: SpokenStep } => spokenSteps.some((one) => one === step.commandType))

/** Returns the turn that ended last. */
export const findLastTurn = ({ pastTurns = {} }: Pick<ScriptView, 'pastTurns'>): PastTurnView | undefined =>
  Object.values(pastTurns).reduce<PastTurnView | undefined>(
    (last, turn) => (turn && turn.endedAt >= (last?.endedAt ?? 0) ? turn : last),
    undefined,
  )
