/** A new limit for everyone that the Chair has still to announce. The next call names the limit, so it ends there. */
import type { StepView } from '@rostrum/shared/projection/steps'
import { lengthOf, type ScriptSentence, type ScriptValue, type ScriptView, say } from './script-types.ts'

const callingSteps: readonly StepView['commandType'][] = ['floor.call', 'floor.call-last', 'floor.give', 'questions.show']

/** Null if there is none. It stays, whatever other step is taken. */
export const findNewLimit = ({ steps = [] }: ScriptView): ScriptValue | null => {
  const step = steps.findLast(({ commandType, limit }) => limit !== null || callingSteps.includes(commandType))
  return step === undefined || step.limit === null ? null : lengthOf(step.limit)
}

export const sayNewLimit = (view: ScriptView): ScriptSentence | null => {
  const limit = findNewLimit(view)
  return limit && say('script.say.newLimit', { limit })
}

/** The Chair has taken a new limit back, and may have announced it. Null once another step is taken. */
export const sayLimitStays = ({ undoneStep, floor }: ScriptView): ScriptSentence | null =>
  undoneStep?.setsLimit ? say('script.say.limitStays', { limit: lengthOf(floor.limits.everyone) }) : null
