import type { Evolvers } from '../../contract/registry.ts'
import type { Step, StepEvents, StepSummary, StepsState } from '../../contract/steps.ts'

/** At most this many steps can be undone, one after the other. */
const maxSteps = 10

export const initialSteps: StepsState = { taken: [], undone: null }

export const stepEvolvers: Evolvers<StepsState, StepEvents> = {
  'steps.taken': (state, { step, ...taken }, at) => ({
    taken: [...state.taken, { id: step, ...taken, at }].slice(-maxSteps),
    undone: null,
  }),
  'steps.undone': ({ taken }, { step, by }, at) => {
    const last = taken.find(({ id }) => id === step)
    return { taken: taken.filter(({ id }) => id !== step), undone: last ? { ...toSummary(last), by, at } : null }
  },
}

const toSummary = ({ commandType, speaker, question, segment, by, other, setsLimit }: Step): StepSummary => ({
  commandType,
  speaker,
  question,
  segment,
  by,
  ...(other && { other }),
  ...(setsLimit && { setsLimit }),
})
